"""What came of a folder of returns, for a person and for a machine."""

from collections import Counter
from collections.abc import Sequence

from rectify_cli.app.collect import Collection, Fate, missing_units
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.render.spoken import spoken
from rectify_cli.report.names import owner_title
from rectify_cli.report.record import Record
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words

_FATES: tuple[Fate, ...] = ("taken", "nothing-new", "repeated", "wrong", "skipped")
_NAMED = 5
_PARENTS = 10


class CollectionView(Struct):
    """The two forms of the answer."""

    report: Report
    record: Record


def collection_view(
    collection: Collection,
    plan: Plan,
    asked: Sequence[str],
    language: str,
    *,
    dry_run: bool,
    recorded: bool,
) -> CollectionView:
    """The answer: how many files, what is wrong where, what is recorded, who is missing.

    Args:
        collection: What came of the files.
        plan: The plan, for the titles of units.
        asked: The units that were to send something.
        language: The language of the screen.
        dry_run: Nothing was to be written.
        recorded: Everything that could be taken is on the disk.
    """
    words = Words(language)
    missing = missing_units(collection, asked)
    return CollectionView(
        _report(collection, plan, missing, words, dry_run=dry_run),
        _record(collection, missing, dry_run=dry_run, recorded=recorded),
    )


def _report(
    collection: Collection, plan: Plan, missing: Sequence[str], words: Words, *, dry_run: bool
) -> Report:
    rows: list[Row] = []
    for file in collection.files:
        for problem in file.problems:
            place = f"{problem.sheet}!{problem.address}" if problem.address else ""
            said = spoken(problem.why, words.language)
            cells = (file.name, words(f"fate-{file.fate}"), place, said)
            rows.append(Row(cells, "bad" if file.fate == "wrong" else "faint"))
    counts = [
        words(f"collected-{fate}", n=len(files))
        for fate in _FATES
        if (files := collection.fated(fate))
    ]
    facts = [(words("collected-files", n=len(collection.files), what=words.listed(counts)),)]
    return Report(
        title=words("collected-title"),
        language=words.language,
        columns=(
            Column("file", words("file")),
            Column("fate", words("fate")),
            Column("cell", words("cell")),
            Column("why", words("note")),
        ),
        sections=(Section(rows=tuple(rows)),) if rows else (),
        facts=tuple(facts),
        notes=tuple(_notes(collection, plan, missing, words, dry_run=dry_run)),
    )


def _notes(
    collection: Collection, plan: Plan, missing: Sequence[str], words: Words, *, dry_run: bool
) -> list[str]:
    notes: list[str] = []
    reports = collection.reports
    if reports:
        kinds = Counter(report.event.kind for report in reports)
        said = [words("collected-kind", kind=words(f"kind-{kind}-word"), n=n)
                for kind, n in sorted(kinds.items())]  # fmt: skip
        notes.append(words("collected-reports", n=len(reports), kinds=words.listed(said)))
    if missing:
        units = words.listed(_by_parent(plan, missing, words))
        notes.append(words("collected-missing", n=len(missing), units=units))
    if dry_run:
        notes.append(words("collected-dry"))
    elif not reports:
        notes.append(words("collected-nothing"))
    return notes


def _by_parent(plan: Plan, units: Sequence[str], words: Words) -> list[str]:
    """Units under those that they stand below, a few of each by name."""
    below: dict[str | None, list[str]] = {}
    for unit in units:
        below.setdefault(plan.owners[unit].parent, []).append(unit)
    found: list[str] = []
    for parent, members in list(below.items())[:_PARENTS]:
        named = [owner_title(plan, unit) for unit in members[:_NAMED]]
        if len(members) > _NAMED:
            named.append(words("more", n=len(members) - _NAMED))
        listed = words.listed(named)
        title = owner_title(plan, parent)
        found.append(words("collected-below", parent=title, units=listed) if title else listed)
    if len(below) > _PARENTS:
        found.append(words("more", n=len(below) - _PARENTS))
    return found


def _record(
    collection: Collection, missing: Sequence[str], *, dry_run: bool, recorded: bool
) -> Record:
    return {
        "format": 1,
        "dry_run": dry_run,
        "recorded": len(collection.reports) if recorded else 0,
        "files": [
            {
                "file": file.name,
                "unit": file.unit,
                "result": file.fate,
                "reports": len(file.reports),
                "problems": [
                    {"sheet": p.sheet or None, "cell": p.address or None, "message": str(p.why)}
                    for p in file.problems
                ],
            }
            for file in collection.files
        ],
        "missing": list(missing),
    }
