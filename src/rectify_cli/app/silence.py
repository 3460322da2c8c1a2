"""Which findings are to be shown: those that the plan does not silence, those that are asked for.

The one place where findings are left out, errors like warnings.
"""

from collections.abc import Collection, Iterable

from rectify_cli.foundation.finding import Finding, in_file_order
from rectify_cli.plan.model import Ignore


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
        for finding in findings
        if (finding.rule, finding.span.path, finding.span.line) not in on_lines
        and (finding.rule, finding.span.path) not in in_files
        and (finding.rule, top) not in in_files
    )


def asked_for(
    findings: Iterable[Finding], select: Collection[str], ignore: Collection[str]
) -> list[Finding]:
    """The findings of the rules that `--select` names (all, if none), without `--ignore`'s."""
    return [
        finding
        for finding in findings
        if (not select or finding.rule in select) and finding.rule not in ignore
    ]
