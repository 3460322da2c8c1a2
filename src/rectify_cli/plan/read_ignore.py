"""Reads the rules that a plan silences: a mapping of rule to reason, or a list of rules."""

from collections.abc import Iterator

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.rules import RULES
from rectify_cli.plan.read_text import read_line
from rectify_cli.plan.reading import Reading, shown
from rectify_cli.plan.remedy import remedy
from rectify_cli.plan.written import IgnoredRule
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence


def read_ignores(node: Node, reading: Reading) -> tuple[IgnoredRule, ...]:
    """The rules with their reasons; one without a reason is kept, and is a finding."""
    found = []
    for rule, reason in _entries(node, reading):
        if rule.text not in RULES:
            _no_such_rule(rule, reading)
            continue
        if not reason:
            message = say("'{rule}' is silenced without a reason", rule=rule.text)
            reading.complain(
                "ignore-without-reason", rule, message, say("write {rule}: why", rule=rule.text)
            )
        found.append(IgnoredRule(rule, reason))
    return tuple(found)


def _entries(node: Node, reading: Reading) -> Iterator[tuple[Scalar, str]]:
    if isinstance(node, Mapping):
        for key, value in node.values.items():
            if isinstance(value, Scalar) and not value.text.strip():
                yield node.keys[key], ""
                continue
            reason = read_line(value, reading)
            if reason is not None:
                yield node.keys[key], reason.text
        return
    for item in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(item, Scalar) and item.text:
            yield item, ""
        else:
            reading.wrong_type(item, say("a rule"), say("{no-deadline: why}"))


def _no_such_rule(rule: Scalar, reading: Reading) -> None:
    _, fix, edit = remedy(rule, rule.text, RULES, reading, say("see rectify explain"))
    message = say("there is no rule {rule}", rule=shown(rule))
    reading.complain("bad-value", rule, message, fix, edit)
