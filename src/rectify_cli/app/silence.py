"""Which findings are to be shown: those that the plan does not silence, those that are asked for.

The one place where findings are left out, errors like warnings.
"""

from collections.abc import Collection, Iterable

from rectify_cli.foundation.finding import (
    MAX_FINDINGS,
    MAX_RELATED,
    Finding,
    Message,
    in_file_order,
    more_than_listed,
    say,
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


MAX_QUOTED = 5_000_000
"""So many characters of long names the findings of a plan may quote, such as paths of 64 ids."""
_LONG = 200
"""A name is counted as far as it is longer than a title: a large plan quotes many that are not."""


def to_show(findings: Iterable[Finding], ignores: Iterable[Ignore], top: str) -> list[Finding]:
    """The findings in file order, without what the plan silences.

    An ignore with a line holds on that line; one without holds in its file, and everywhere if
    that is the top plan's. Of more errors than are listed of a plan the first are given alone.
    """
    on_lines, in_files = set(), set()
    for each in ignores:
        if each.line is None:
            in_files.add((each.rule, each.path))
        else:
            on_lines.add((each.rule, each.path, each.line))
    shown = _without_echoes(list(findings))
    if on_lines or in_files:
        shown = [
            finding
            for finding in shown
            if (finding.rule, finding.span.path, finding.span.line) not in on_lines
            and (finding.rule, finding.span.path) not in in_files
            and (finding.rule, top) not in in_files
        ]
    ordered = in_file_order(shown)
    errors = [finding for finding in ordered if finding.is_error]
    if len(errors) > MAX_FINDINGS:
        ordered = _first_of(errors, top)
    return _in_bounds(ordered, top)


def _first_of(errors: list[Finding], top: str) -> list[Finding]:
    """As many as are listed, and that there are more."""
    more = more_than_listed(top)
    found = [finding for finding in errors if finding != more]
    return in_file_order([more, *found[:MAX_FINDINGS]])


def _in_bounds(findings: list[Finding], top: str) -> list[Finding]:
    """The findings without what comes to too much: places that they name, names that they quote."""
    places, quoted_there, quoted = MAX_RELATED, MAX_QUOTED, MAX_QUOTED
    found: list[Finding] = []
    for finding in findings:
        quoted -= _quoted(finding.message) + (0 if finding.fix is None else _quoted(finding.fix))
        if quoted < 0:
            return in_file_order([*found, _too_much_quoted(top)])
        places -= len(finding.related)
        quoted_there -= sum(_quoted(each.message) for each in finding.related)
        fits = places >= 0 and quoted_there >= 0
        found.append(finding if fits else finding._replace(related=()))
    return found


def _quoted(message: Message) -> int:
    return sum(
        [
            len(value) - _LONG
            for _, value in message.values
            if isinstance(value, str) and len(value) > _LONG
        ]
    )


def _too_much_quoted(top: str) -> Finding:
    message = say(
        "the findings quote more than {n} characters of long names: some of them are left out",
        n=MAX_QUOTED,
    )
    return Finding("too-large", Span(top, 1, 1, 1, 1), message, say("mend these first"))


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
