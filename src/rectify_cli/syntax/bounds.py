"""Explains texts that are beyond a bound: what is too deep, too long, or too much of a kind."""

from rectify_cli.foundation.finding import say
from rectify_cli.syntax.fault import Fault, Scene


def too_deep(scene: Scene) -> Fault | None:
    """Nesting beyond the bound."""
    return _too_deep(scene, scene.trouble.at)


def too_many_brackets(scene: Scene) -> Fault | None:
    """Nesting that the parser gave up on before it handed any of it over.

    The place is the first bracket beyond the bound, after the blocks that it stands in.
    """
    text, at = scene.text, scene.trouble.at
    level = 0
    open_ones: list[int] = []
    for place in range(at, -1, -1):
        level += (text[place] in "[{") - (text[place] in "]}")
        if level > len(open_ones):
            open_ones.append(place)
    room = max(0, scene.limits.depth - _blocks_around(text, open_ones[-1] if open_ones else at))
    return _too_deep(scene, open_ones[-1 - room] if room < len(open_ones) else at)


def _blocks_around(text: str, at: int) -> int:
    """How many blocks, by their indentation, the line of a place stands in, its own counted."""
    blocks, indent = 0, at - text.rfind("\n", 0, at)
    for line in reversed(text[:at].splitlines()):
        words = line.lstrip(" ")
        if words and not words.startswith("#") and len(line) - len(words) < indent:
            indent = len(line) - len(words)
            blocks += 1
    return blocks


def _too_deep(scene: Scene, at: int) -> Fault:
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
