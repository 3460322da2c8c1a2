"""Which findings are to be shown: those that the plan does not silence, those that are asked for.

The one place where findings are left out, errors like warnings.
"""

from collections.abc import Collection, Iterable

from rectify_cli.foundation.finding import (
    MAX_FINDINGS,
    Finding,
    in_file_order,
    more_than_listed,
)
from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Ignore

# What is said of one word or text: nothing of one that holds a character which may not stand there.
_OF_ONE_WORD = frozenset(
    {
        "ambiguous-reference",
        "bad-date",
        "bad-id",
        "bad-length",
        "missing-file",
        "path-outside",
        "unknown-group",
        "unknown-key",
        "unknown-owner",
        "unknown-reference",
    }
)


MAX_RELATED = 50_000
"""So many other places the findings of a plan may name; the rest of them name none."""


def to_show(findings: Iterable[Finding], ignores: Iterable[Ignore], top: str) -> list[Finding]:
    """The findings in file order, without what the plan silences.

    An ignore with a line holds on that line; one without holds in its file, and everywhere if
    that is the top plan's. Of more findings than are listed of a plan the errors come first.
    """
    on_lines, in_files = set(), set()
    for each in ignores:
        if each.line is None:
            in_files.add((each.rule, each.path))
        else:
            on_lines.add((each.rule, each.path, each.line))
    shown = [
        finding
        for finding in _without_echoes(list(findings))
        if (finding.rule, finding.span.path, finding.span.line) not in on_lines
        and (finding.rule, finding.span.path) not in in_files
        and (finding.rule, top) not in in_files
    ]
    ordered = in_file_order(shown)
    if len(ordered) > MAX_FINDINGS:
        ordered = _first_of(ordered, top)
    return _with_places(ordered)


def _first_of(ordered: list[Finding], top: str) -> list[Finding]:
    """As many as are listed, and that there are more."""
    more = more_than_listed(top)
    found = [finding for finding in ordered if finding.is_error and finding != more]
    found += [finding for finding in ordered if not finding.is_error]
    return in_file_order([more, *found[:MAX_FINDINGS]])


def _with_places(findings: list[Finding]) -> list[Finding]:
    """The findings, the other places that they name counted: a chain may stand in each of them."""
    left = MAX_RELATED
    for number, finding in enumerate(findings):
        left -= len(finding.related)
        if left < 0:
            bare = (each._replace(related=()) for each in findings[number:])
            return [*findings[:number], *bare]
    return findings


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Without what other rules say of a text that is not even spelt right: `owner: @x`."""
    misspelt: dict[tuple[str, int], list[Span]] = {}
    for finding in findings:
        if finding.rule == "yaml-syntax":
            misspelt.setdefault((finding.span.path, finding.span.line), []).append(finding.span)
    return [
        finding
        for finding in findings
        if finding.rule == "yaml-syntax"
        or not any(
            _begins_in(finding.span, each)
            or (finding.rule in _OF_ONE_WORD and _begins_in(each, finding.span))
            for each in misspelt.get((finding.span.path, finding.span.line), ())
        )
    ]


def _begins_in(span: Span, outer: Span) -> bool:
    end = outer.end_column if outer.end_line == outer.line else span.column + 1
    return outer.column <= span.column < end


def asked_for(
    findings: Iterable[Finding], select: Collection[str], ignore: Collection[str]
) -> list[Finding]:
    """The findings of the rules that `--select` names (all, if none), without `--ignore`'s."""
    return [
        finding
        for finding in findings
        if (not select or finding.rule in select) and finding.rule not in ignore
    ]
