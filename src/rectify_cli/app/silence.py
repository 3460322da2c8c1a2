"""Which findings are to be shown: those that the plan does not silence, those that are asked for.

The one place where findings are left out, errors like warnings.
"""

from collections.abc import Collection, Iterable

from rectify_cli.foundation.finding import Finding, in_file_order
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


def to_show(findings: Iterable[Finding], ignores: Iterable[Ignore], top: str) -> list[Finding]:
    """The findings in file order, without what the plan silences.

    An ignore with a line holds on that line; one without holds in its file, and everywhere if
    that is the top plan's.
    """
    on_lines, in_files = set(), set()
    for each in ignores:
        if each.line is None:
            in_files.add((each.rule, each.path))
        else:
            on_lines.add((each.rule, each.path, each.line))
    return in_file_order(
        finding
        for finding in _without_echoes(list(findings))
        if (finding.rule, finding.span.path, finding.span.line) not in on_lines
        and (finding.rule, finding.span.path) not in in_files
        and (finding.rule, top) not in in_files
    )


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
