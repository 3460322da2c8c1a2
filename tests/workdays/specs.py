"""Calendar specs and plans as short calls, for the tests of the workdays floor."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.model import (
    CalendarSpec,
    DayLabel,
    FrozenCalendar,
    Lag,
    Overlay,
    Owner,
    Plan,
    Task,
)
from rectify_cli.syntax import node
from rectify_cli.workdays.calendar import Calendar
from rectify_cli.workdays.calendars import Calendars, National
from rectify_cli.workdays.library import national_days
from rectify_cli.workdays.national import NationalDays, UnknownPlace

MONDAY_TO_FRIDAY = frozenset(range(5))


def day(text: str) -> date:
    return date.fromisoformat(text)


def labels(*texts: str) -> tuple[DayLabel, ...]:
    """`2021-03-15`, `2021-03-15..2021-03-17`, either with ` a label`."""
    return tuple(_label(text) for text in texts)


def _label(text: str) -> DayLabel:
    days, _, label = text.partition(" ")
    first, _, last = days.partition("..")
    return DayLabel(day(first), day(last or first), label, scalar(text))


def scalar(text: str, at: int = 0) -> node.Scalar:
    return node.Scalar(SourceText("plan.yaml", text), at, at + len(text), text, quoted=False)


def mapping(source: SourceText, **values: str) -> node.Mapping:
    """The mapping whose values are these words of a text."""
    found = node.Mapping(source, 0)
    found.end = len(source.text)
    for key, value in values.items():
        at = source.text.index(f"{key}: {value}")
        found.keys[key] = node.Scalar(source, at, at + len(key), key, quoted=False)
        at += len(key) + 2
        found.values[key] = node.Scalar(source, at, at + len(value), value, quoted=False)
    return found


def overlay(off: Iterable[str] = (), work: Iterable[str] = ()) -> Overlay:
    return Overlay(labels(*off), labels(*work))


def spec(
    *overlays: Overlay,
    week: Iterable[int] = MONDAY_TO_FRIDAY,
    country: str | None = None,
    subdivision: str | None = None,
    frozen: FrozenCalendar | None = None,
    where: node.Mapping | None = None,
) -> CalendarSpec:
    return CalendarSpec(frozenset(week), country, subdivision, frozen, overlays, where)


def frozen(
    path: str, years: Iterable[int], off: Mapping[str, str], work: Mapping[str, str]
) -> FrozenCalendar:
    return FrozenCalendar(
        path,
        "holidays 0.1",
        frozenset(years),
        {day(text): label for text, label in off.items()},
        {day(text): label for text, label in work.items()},
    )


def in_english(
    country: str, subdivision: str | None, first: int, last: int
) -> NationalDays | UnknownPlace:
    return national_days(country, subdivision, first, last, "en")


def known(country: str, subdivision: str | None, first: int, last: int) -> NationalDays:
    """The library's answer about a country that it knows."""
    days = in_english(country, subdivision, first, last)
    assert isinstance(days, NationalDays)
    return days


def calendar(
    spec_of_it: CalendarSpec, anchor: str = "2021-03-05", national: National = in_english
) -> Calendar:
    return Calendars(day(anchor), national).of(spec_of_it)


def workdays(of: Calendar, first: str, last: str) -> list[str]:
    """The workdays from one day to another, both counted."""
    ordinals = range(day(first).toordinal(), day(last).toordinal() + 1)
    return [date.fromordinal(each).isoformat() for each in ordinals if of.is_workday(each)]


def days_off(of: Calendar, first: str, last: str) -> list[str]:
    """The days off from one day to another on which the week works, both counted."""
    ordinals = range(day(first).toordinal(), day(last).toordinal() + 1)
    free = [date.fromordinal(each) for each in ordinals if not of.is_workday(each)]
    return [each.isoformat() for each in free if each.weekday() in of.spec.week]


def plan(
    calendar_of_it: CalendarSpec,
    *,
    tasks: Iterable[CalendarSpec] = (),
    owners: Mapping[str, tuple[str, ...]] | None = None,
    where: node.Mapping | None = None,
    language: Literal["en", "zh"] = "en",
) -> Plan:
    """A plan with nothing but calendars: its own, of its tasks, and of its owners' days off."""
    here = where or node.Mapping(SourceText("plan.yaml", "rectify: 1\n"), 0)
    return Plan(
        path="plan.yaml",
        title="",
        start=day("2021-03-05"),
        deadline=None,
        goal=None,
        timezone="UTC",
        language=language,
        calendar=calendar_of_it,
        owners={name: _owner(name, days) for name, days in (owners or {}).items()},
        groups={},
        tasks=tuple(_task(index, each, here) for index, each in enumerate(tasks)),
        due_soon=Lag(3),
        strict=False,
        ignores=(),
        assertions=(),
        files=("plan.yaml",),
        where=here,
    )


def _owner(name: str, days: tuple[str, ...]) -> Owner:
    return Owner(
        id=name,
        title=name,
        kind="person",
        parent=None,
        lead=None,
        email=None,
        capacity=None,
        days_off=labels(*days),
        joined=None,
        left=None,
        tags=(),
        was=(),
        where=scalar(name),
    )


def _task(index: int, of_it: CalendarSpec, where: node.Mapping) -> Task:
    name = f"t{index}"
    return Task(index, name, name, "task", None, (), name, day("2021-03-05"), where, calendar=of_it)
