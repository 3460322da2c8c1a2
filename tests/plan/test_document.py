from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rectify_cli.plan.document import SelectorDocument, TaskDocument
from rectify_cli.plan.model import Repeat, Target
from rectify_cli.plan.written import Text, WrittenDay, WrittenLength, WrittenRelative
from tests.plan.reading_kit import HEAD, bound, places

ACCEPTED = sorted((Path(__file__).parent.parent / "cases" / "accept").glob("*.yaml"))


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.stem)
def test_accepted_plans_have_no_finding(path: Path) -> None:
    document, findings = bound(path.read_text(encoding="utf-8"))
    assert places(findings) == []
    assert not document.plan.bad
    assert not any(each.fields.bad for each in document.tasks)


def task(fields: str) -> TaskDocument:
    document, findings = bound(f"{HEAD}tasks:\n  a: {fields}\n")
    assert not findings
    found = document.tasks[0].fields
    assert isinstance(found, TaskDocument)
    return found


def words(texts: tuple[Text, ...]) -> list[str]:
    return [each.text for each in texts]


def test_what_is_not_written_has_a_default() -> None:
    empty = task("{}")
    written = TaskDocument.keys()
    for key in written:
        name = "except_" if key == "except" else key
        assert getattr(empty, name) in (None, ())


def test_a_part_stays_as_its_file_says() -> None:
    found = task("{title: A}")
    with pytest.raises(AttributeError, match=r"TaskDocument\.title cannot be set"):
        found.title = None
    assert not hasattr(found, "__dict__")


@pytest.mark.parametrize("key", ["titel", "where", "bad", "except_"])
def test_names_of_ours_are_no_keys(key: str) -> None:
    """Neither a slip nor what a part calls its own fields can be written in a file."""
    _, findings = bound(f"{HEAD}tasks:\n  a: {{{key}: x}}\n")
    assert places(findings) == [("unknown-key", 5, 7)]


def test_keys_are_read_in_the_order_of_the_part_however_they_are_written() -> None:
    """A week of six days is known before the lengths that it gives a meaning to."""
    text = "defaults: {{duration: {n}w}}\ncalendar: {{week: [mon, tue, wed, thu, fri, sat]}}\n"
    head = "start: 2021-03-01\nrectify: 1\ntitle: x\n"
    assert places(bound(head + text.format(n=834))[1]) == [("too-large", 4, 22)]
    assert places(bound(head + text.format(n=833))[1]) == []


def test_what_becomes_of_a_set_of_keys_is_kept_of_a_thousand_only() -> None:
    written = "".join(f"  t{n}: {{key{n}: 1}}\n" for n in range(1_200))
    _, findings = bound(f"{HEAD}tasks:\n{written}")
    assert {each.rule for each in findings} == {"unknown-key"}
    assert len(TaskDocument.shapes) <= 1_000


def test_a_required_key_that_is_missing_is_named() -> None:
    _, findings = bound(f"{HEAD}tasks:\n  a: {{target: {{unit: letters}}}}\n")
    assert places(findings) == [("missing-key", 5, 15)]


def test_dates_and_lengths() -> None:
    found = task("{start: 2021-03-08, deadline: start + 3d, duration: 1w, report_every: 3ed}")
    assert isinstance(found.start, WrittenDay)
    assert found.start.value == date(2021, 3, 8)
    assert isinstance(found.deadline, WrittenRelative)
    assert found.deadline.reference is None
    assert isinstance(found.duration, WrittenLength)
    assert (found.duration.count, found.duration.unit) == (1, "w")
    assert found.report_every is not None
    assert found.report_every.unit == "ed"


def test_fan_out() -> None:
    found = task("{each: [a, b], except: c, complete_at: 90%, overrides: {x: {on: 2021-03-05}}}")
    assert words(found.each) == ["a", "b"]
    assert words(found.except_) == ["c"]
    assert found.complete_at == Fraction(9, 10)
    assert [each.name for each in found.overrides] == ["x"]
    assert found.overrides[0].value.on is not None
    assert found.overrides[0].key.span.column > 1


def test_measures() -> None:
    found = task("{target: {count: 5, unit: m}, weight: 1.5, priority: 3, uses: {hall: 2}}")
    assert found.target == Target(5, "m")
    assert found.weight == Fraction(3, 2)
    assert found.priority == 3
    assert [(each.name, each.value) for each in found.uses] == [("hall", Fraction(2))]


def test_recurrence() -> None:
    found = task("{repeat: {every: week, on: fri}, on_day_off: later}")
    assert isinstance(found.repeat, Repeat)
    assert found.repeat.rule == "FREQ=WEEKLY;BYDAY=FR"
    assert found.on_day_off == "later"


def test_a_checklist_of_texts_and_mappings() -> None:
    found = task("{checklist: [Agenda, {id: print, item: Printed, owner: x, due: start - 2d}]}")
    first, second = found.checklist
    assert (first.text.text, first.name, first.text.span.column) == (
        "Agenda",
        first.text,
        19,
    )
    assert second.name.text == "print"
    assert isinstance(second.due, WrittenRelative)


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        ("{id: x}", "missing-key"),
        ("[x]", "wrong-type"),
        ("{item: x, id: a b}", "bad-id"),
        ("{item: x, due: 3}", "bad-date"),
        ('""', "bad-value"),
    ],
)
def test_what_is_no_item(item: str, rule: str) -> None:
    document, findings = bound(f"{HEAD}tasks:\n  a: {{checklist: [Agenda, {item}]}}\n")
    assert [each.rule for each in findings] == [rule]
    assert document.tasks[0].fields.bad == {"checklist"}


def test_groups() -> None:
    text = "groups: {a: {kind: organ, tags: [x, y]}, b: [a, x, {parent: city}], c: a}\n"
    document, findings = bound(HEAD + text)
    assert not findings
    a, b, c = (each.value for each in document.plan.groups)
    assert isinstance(a[0], SelectorDocument)
    assert words(a[0].tags) == ["x", "y"]
    assert [type(each) for each in b] == [Text, Text, SelectorDocument]
    assert isinstance(c[0], Text)


@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("groups: [a]", "wrong-type", 9),
        ("groups: {a: {}}", "bad-value", 13),
        ("groups: {a: {knd: x}}", "unknown-key", 14),
        ("owners: {a: hall}", "wrong-type", 13),
        ("owners: {a: }", "wrong-type", 10),
        ("owners: x", "wrong-type", 9),
        ("include: x", "wrong-type", 10),
        ("include: {a: [x]}", "wrong-type", 14),
        ("phases: [x]", "wrong-type", 9),
        ("defaults: 1d", "wrong-type", 11),
        ("defaults: {duration: 3}", "bad-length", 22),
        ("lamps: {due_soon: 3ed}", "bad-length", 19),
        ("check: {strict: yes}", "wrong-type", 17),
        ("calendar: CN", "wrong-type", 11),
        ("goal: [x]", "wrong-type", 7),
        ("assert: {a: b}", "wrong-type", 9),
        ("owners_from: {a: b}", "wrong-type", 14),
        ("tasks: {a: {overrides: {x: 3d}}}", "wrong-type", 28),
        ("tasks: {a: {overrides: [x]}}", "wrong-type", 24),
        ("tasks: {a: {overrides: {x: {owner: y}}}}", "unknown-key", 29),
    ],
)
def test_parts_in_a_wrong_form(text: str, rule: str, column: int) -> None:
    document, findings = bound(f"{HEAD}{text}\n")
    assert places(findings) == [(rule, 4, column)]
    assert document.plan.title is not None


def test_settings() -> None:
    document, findings = bound(HEAD + "check: {strict: true}\nlanguage: zh\nassert: [a, b]\n")
    assert not findings
    assert document.plan.check is not None
    assert document.plan.check.strict is True
    assert document.plan.language == "zh"
    assert words(document.plan.assertions) == ["a", "b"]
