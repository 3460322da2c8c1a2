"""Every plan in the documents is one, and every field of the language has an example."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli.app.check import check_plans
from rectify_cli.app.here import Here
from rectify_cli.foundation.finding import MAX_FINDINGS
from rectify_cli.foundation.ids import MAX_ID
from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.assertions_of import MAX_WRITTEN
from rectify_cli.plan.document import (
    CalendarDocument,
    CheckDocument,
    ChecklistDocument,
    DefaultsDocument,
    LampsDocument,
    OverrideDocument,
    OwnerDocument,
    PhaseDocument,
    PlanDocument,
    SelectorDocument,
    TaskDocument,
)
from rectify_cli.plan.fan_out import MAX_PARTS
from rectify_cli.plan.include import MAX_FILES, MAX_INCLUDE_DEPTH
from rectify_cli.plan.inherit import MAX_TAGS
from rectify_cli.plan.known_in import MAX_KNOWN
from rectify_cli.plan.part import Part
from rectify_cli.plan.read_date import FIRST_YEAR, LAST_YEAR
from rectify_cli.plan.read_length import MAX_DAYS
from rectify_cli.plan.read_link import LinkPart
from rectify_cli.plan.read_measure import EstimatePart, TargetPart
from rectify_cli.plan.read_number import MAX_NUMBER
from rectify_cli.plan.read_repeat import RepeatPart
from rectify_cli.plan.read_text import MAX_LINE, MAX_NUMBER_LABEL, MAX_TITLE
from rectify_cli.plan.table import MAX_COLUMNS, MAX_ROWS
from rectify_cli.plan.wanted import MAX_COPIED, MAX_COPIES, MAX_TASKS
from rectify_cli.schedule.check_double_booked import MAX_BOOKINGS
from rectify_cli.schedule.check_overload import MAX_DAYS_NEEDED
from rectify_cli.schedule.repeat import MAX_OCCURRENCES, MAX_OF_UNITS
from rectify_cli.schedule.units import MAX_INSTANCES
from rectify_cli.syntax.limits import LIMITS
from rectify_cli.syntax.node import Mapping, Node, Sequence
from rectify_cli.syntax.parse import parse
from rectify_cli.workdays.calendars import MAX_DECADES, MAX_YEARS
from tests.markdown import DOCUMENTS, Block, blocks, prose
from tests.plan.test_schema import as_editors_see_it, as_written, complaints
from tests.scenes import LANGUAGE, PLANS, lay_out_files, whole

FROZEN = "rectify-calendar:"
_NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

# What stands under a key: a part, or several keyed by ids, alone or in lists.
_UNDER: dict[str, type[Part]] = {
    "calendar": CalendarDocument,
    "defaults": DefaultsDocument,
    "lamps": LampsDocument,
    "check": CheckDocument,
    "owners": OwnerDocument,
    "groups": SelectorDocument,
    "phases": PhaseDocument,
    "tasks": TaskDocument,
    "after": LinkPart,
    "overrides": OverrideDocument,
    "checklist": ChecklistDocument,
    "target": TargetPart,
    "estimate": EstimatePart,
    "repeat": RepeatPart,
}
_BY_ID = frozenset({"owners", "groups", "phases", "tasks", "overrides"})
_PARTS: tuple[type[Part], ...] = (PlanDocument, *_UNDER.values())


@pytest.mark.parametrize("block", PLANS, ids=lambda block: block.name)
def test_a_plan_gives_the_findings_that_are_noted_and_no_others(
    block: Block, tmp_path: Path
) -> None:
    lay_out_files(block.document, tmp_path, block)
    encoding = block.notes.get("encoding", "utf-8")
    (tmp_path / "plan.yaml").write_text(whole(block), encoding=encoding)
    here = Here(folder=tmp_path, home=None, plan=None, cache=None, now=_NOW)
    checked = check_plans([Path("plan.yaml")], here, (), ())
    told = [f"{each.rule}: {each.message} ({each.span})" for each in checked.findings]
    noted = [rule for rule in block.notes.get("gives", "").split(", ") if rule]
    assert sorted(each.rule for each in checked.findings) == sorted(noted), "\n".join(told)


@pytest.mark.parametrize("block", PLANS, ids=lambda block: block.name)
def test_an_editor_has_nothing_against_a_plan(block: Block) -> None:
    if "gives" not in block.notes:
        written = as_written(_tree(whole(block)))
        assert complaints(written) == []
        assert complaints(as_editors_see_it(written)) == []


def _tree(text: str) -> Node:
    root, findings = parse(SourceText("plan.yaml", text))
    assert root is not None
    assert not findings
    return root


def _parts(model: type[Part], node: Node) -> Iterator[tuple[type[Part], str]]:
    """Each key that is written, with the part that it is a key of."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _parts(model, item)
    if not isinstance(node, Mapping):
        return
    holds_tasks = model is TaskDocument and "tasks" in node.values
    here = PhaseDocument if holds_tasks else model
    for key, value in node.values.items():
        yield here, key
        if here is CalendarDocument or key not in _UNDER:
            continue
        for each in _each(key, value):
            yield from _parts(_UNDER[key], each)


def _each(key: str, value: Node) -> list[Node]:
    return list(value.values.values()) if isinstance(value, Mapping) and key in _BY_ID else [value]


def _shown() -> dict[type[Part], set[str]]:
    shown: dict[type[Part], set[str]] = {part: set() for part in _PARTS}
    for block in blocks(LANGUAGE):
        if block.language == "yaml" and not block.text.startswith(FROZEN):
            for part, key in _parts(PlanDocument, _tree(block.text)):
                shown[part].add(key)
    return shown


@pytest.mark.parametrize("part", _PARTS, ids=lambda part: part.noun)
def test_every_field_has_an_example(part: type[Part]) -> None:
    # That a task with tasks is a summary is said by its own tasks, which a phase's key is.
    assert _shown()[part] | ({"tasks"} & set(part.keys())) == set(part.keys())


def test_every_part_is_looked_at() -> None:
    assert {part.__name__ for part in Part.__subclasses__()} == {part.__name__ for part in _PARTS}


def test_the_bounds_are_those_of_the_program() -> None:
    bounds = LANGUAGE.read_text(encoding="utf-8").partition("## Bounds")[2]
    told = [int(number.replace(",", "")) for number in re.findall(r"[0-9][0-9,]*", bounds)]
    assert told == [
        *(LIMITS.file_bytes >> 20, LIMITS.depth, LIMITS.nodes),
        *(MAX_TITLE, MAX_LINE, LIMITS.scalar, MAX_ID, MAX_NUMBER),
        *(LIMITS.findings, MAX_FINDINGS),
        *(FIRST_YEAR, LAST_YEAR, MAX_DAYS, MAX_OCCURRENCES, MAX_OF_UNITS),
        *(MAX_INCLUDE_DEPTH, MAX_FILES, MAX_TASKS, MAX_COPIES, MAX_COPIED),
        MAX_WRITTEN,
        *(MAX_YEARS, MAX_DECADES),
        *(MAX_ROWS, MAX_COLUMNS),
        *(MAX_PARTS, MAX_INSTANCES, MAX_TAGS, MAX_KNOWN, MAX_BOOKINGS, MAX_DAYS_NEEDED, LAST_YEAR),
    ]
    assert MAX_NUMBER_LABEL == MAX_ID


def test_every_file_that_is_shown_is_named_by_a_plan() -> None:
    for document in DOCUMENTS:
        plans = "".join(block.text for block in blocks(document) if "file" not in block.notes)
        for block in blocks(document):
            name = block.notes.get("file")
            assert name is None or name in plans + prose(document), name
