"""What plan files silence: `check: {ignore: …}`, and comments on single lines."""

import re
from collections.abc import Iterable, Iterator

from rectify_cli.foundation.finding import Edit, Finding, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.rules import RULES
from rectify_cli.plan.document import PlanDocument
from rectify_cli.plan.model import Ignore
from rectify_cli.syntax.ignores import Ignore as Comment
from rectify_cli.syntax.ignores import ignores

_MAY_SILENCE = re.compile(r"#[ \t]*(?:rectify[ \t]*[:：]|\w+:[ \t]*ignore)")
# To look for near names costs time; a plan with more mistypings than this has other troubles.
_MOST_SUGGESTIONS = 200


def ignores_of(plans: Iterable[PlanDocument]) -> tuple[tuple[Ignore, ...], list[Finding]]:
    """All that is silenced, a file after the other; what is silenced wrongly is reported."""
    found: list[Ignore] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    near: dict[str, str | None] = {}
    for plan in plans:
        path = plan.where.source.path
        if path in seen:
            continue
        seen.add(path)
        if plan.check is not None:
            found += [Ignore(each.rule.text, path, None, each.reason) for each in plan.check.ignore]
        # Most files silence nothing, and are not worth a search.
        if _MAY_SILENCE.search(plan.where.source.text) is None:
            continue
        for comment in ignores(plan.where.source, plan.where):
            rules, reason = _said(comment)
            findings += _problems(comment, rules[0], reason, near)
            if comment.mistyped is None:
                lines = {comment.line, comment.begins or comment.line}
                found += [
                    Ignore(each, path, line, reason) for each in rules for line in sorted(lines)
                ]
    return tuple(found), findings


def _said(comment: Comment) -> tuple[list[str], str]:
    """The rules that a comment silences, of which it may list several, and why."""
    rules, reason = [comment.rule], comment.reason
    while True:
        first, _, rest = reason.partition(",")
        if first.strip() not in RULES:
            return rules, reason
        rules.append(first.strip())
        reason = rest.strip()


def _problems(
    comment: Comment, rule: str, reason: str, near: dict[str, str | None]
) -> Iterator[Finding]:
    """What is wrong with a comment; `near` are the rules that others were found to mean."""
    if comment.mistyped is not None:
        message = say("this comment silences nothing: it is not spelt right")
        fix = say("write # rectify: ignore {rule}, why", rule=rule or "RULE")
        edit = Edit(comment.mistyped, "# rectify: ignore")
        yield Finding("bad-value", comment.span, message, fix, edit=edit)
    elif not rule:
        message = say("this comment silences no rule")
        fix = say("write # rectify: ignore RULE, why")
        yield Finding("bad-value", comment.span, message, fix)
    elif rule not in RULES:
        yield _no_such_rule(comment, rule, near)
    elif not reason:
        message = say("'{rule}' is silenced without a reason", rule=rule)
        fix = say("write # rectify: ignore {rule}, why", rule=rule)
        yield Finding("ignore-without-reason", comment.span, message, fix)


def _no_such_rule(comment: Comment, rule: str, near: dict[str, str | None]) -> Finding:
    if rule not in near and len(near) < _MOST_SUGGESTIONS:
        near[rule] = did_you_mean(rule, RULES)
    meant = near.get(rule)
    fix = say("did you mean '{name}'?", name=meant) if meant else say("see rectify explain")
    return Finding("bad-value", comment.span, say("there is no rule '{rule}'", rule=rule), fix)
