"""What plan files silence: `check: {ignore: …}`, and comments on single lines."""

from collections.abc import Iterable

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.rules import RULES
from rectify_cli.plan.document import PlanDocument
from rectify_cli.plan.model import Ignore
from rectify_cli.syntax.ignores import Ignore as Comment
from rectify_cli.syntax.ignores import ignores


def ignores_of(plans: Iterable[PlanDocument]) -> tuple[tuple[Ignore, ...], list[Finding]]:
    """All that is silenced, a file after the other; what is silenced wrongly is reported."""
    found: list[Ignore] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for plan in plans:
        path = plan.where.source.path
        if path in seen:
            continue
        seen.add(path)
        if plan.check is not None:
            found += [
                Ignore(each.rule.value, path, None, each.reason) for each in plan.check.ignore
            ]
        # Most files silence nothing, and are not worth a search.
        if "ignore" not in plan.where.source.text:
            continue
        for comment in ignores(plan.where.source, plan.where):
            problem = _problem(comment)
            if problem is not None:
                findings.append(problem)
            if comment.rule in RULES:
                found.append(Ignore(comment.rule, path, comment.line, comment.reason))
    return tuple(found), findings


def _problem(comment: Comment) -> Finding | None:
    if comment.rule not in RULES:
        near = did_you_mean(comment.rule, RULES)
        fix = say("did you mean '{name}'?", name=near) if near else say("see rectify explain")
        message = say("there is no rule '{rule}'", rule=comment.rule)
        if not comment.rule:
            message = say("this comment silences no rule")
            fix = say("write # rectify: ignore RULE, why")
        return Finding("bad-value", comment.span, message, fix)
    if comment.reason:
        return None
    message = say("'{rule}' is silenced without a reason", rule=comment.rule)
    fix = say("write # rectify: ignore {rule}, why", rule=comment.rule)
    return Finding("ignore-without-reason", comment.span, message, fix)
