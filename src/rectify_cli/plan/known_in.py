"""Which owners each plan file knows: its own, and those of the plans that it includes.

One table of owners may be named by hundreds of files, and one file be included hundreds of times:
those that know the same share one answer.
"""

from collections.abc import Iterable, Mapping, Sequence

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.mounts import Scope
from rectify_cli.plan.owners import OwnerEntry

Source = tuple[OwnerEntry, ...]
"""The owners of a file or of a table; it is the same object wherever they are named."""
Known = Mapping[str, None]
"""The ids of owners; the same object for files that know the same."""

MAX_KNOWN = 500_000
"""How many owners the files that know different ones may know together."""


def known_in(
    scopes: Sequence[Scope], sources: Sequence[Sequence[Source]]
) -> tuple[list[Known | None], list[Finding]]:
    """What each file knows, None beyond a bound, which is a finding; an included one comes later.

    `sources` are those of each file itself.
    """
    found: list[Known | None] = [None] * len(scopes)
    inner: list[dict[int, Known]] = [{} for _ in scopes]
    shared: dict[tuple[tuple[int, ...], frozenset[int]], Known] = {}
    total = 0
    findings = []
    for scope, own in zip(reversed(scopes), reversed(sources), strict=True):
        within = inner[scope.number]
        key = tuple(map(id, own)), frozenset(within)
        if key not in shared:
            total += sum(map(len, own)) + sum(map(len, within.values()))
            if total > MAX_KNOWN:
                findings.append(_too_many(scope))
                break
            shared[key] = _union(own, within.values())
        known = found[scope.number] = shared[key]
        if scope.around is not None and known:
            inner[scope.around][id(known)] = known
    return found, findings


def _union(own: Sequence[Source], within: Iterable[Known]) -> Known:
    known = {entry.name: None for source in own for entry in source}
    for each in within:
        known.update(each)
    return known


def _too_many(scope: Scope) -> Finding:
    message = say(
        "the plans that are included know more than {most} owners together: no groups are made",
        most=MAX_KNOWN,
    )
    fix = say("let them name the same tables of owners, or include fewer")
    return Finding("too-large", scope.document.plan.where.span, message, fix)
