"""Explains texts that are beyond a bound: what is too deep, too long, or too much of a kind."""

from rectify_cli.foundation.finding import say
from rectify_cli.syntax.fault import Fault, Scene


def too_deep(scene: Scene) -> Fault | None:
    """Nesting beyond the bound."""
    at = scene.trouble.at
    message = say("this stands more than {n} levels deep", n=scene.limits.depth)
    fix = say("nest less deeply, or include a plan of its own")
    return Fault(at, at + 1, message, fix, rule="too-deep")


def too_many_nodes(scene: Scene) -> Fault | None:
    """More keys and values than the bound."""
    at = scene.trouble.at
    message = say("the file holds more than {n} keys and values", n=scene.limits.nodes)
    fix = say("split it into several plans that one plan includes")
    return Fault(at, at + 1, message, fix, rule="too-large")


def too_long(scene: Scene) -> Fault | None:
    """A text beyond the bound."""
    at = scene.trouble.at
    message = say("this text has more than {n} characters", n=scene.limits.scalar)
    fix = say("shorten it, or put it into a file that 'document:' names")
    return Fault(at, at + 1, message, fix, rule="too-large")


def too_many_findings(scene: Scene) -> Fault | None:
    """More findings than anyone reads."""
    at = scene.trouble.at
    message = say(
        "more than {n} findings in one file; the rest of it was not read", n=scene.limits.findings
    )
    return Fault(at, at + 1, message, say("mend these first"), rule="too-large")
