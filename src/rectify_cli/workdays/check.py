"""What is wrong with a plan's calendars: no workdays, a country nobody knows, a year to come.

Between the resolved plan and its schedule, except `check_published`, which asks what years the
schedule has counted in.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import Span
from rectify_cli.plan.calendars_of import calendar_for
from rectify_cli.plan.model import CalendarSpec, Overlay, Plan
from rectify_cli.workdays.calendar import Calendar
from rectify_cli.workdays.calendars import MAX_DECADES, MAX_YEARS, Calendars
from rectify_cli.workdays.national import LAST_YEAR, UnknownPlace
from rectify_cli.workdays.painted import Painted
from rectify_cli.workdays.runs import runs_of
from rectify_cli.workdays.years import in_words

_SHOWN_SUBDIVISIONS = 20


def check_calendars(plan: Plan, calendars: Calendars) -> list[Finding]:
    """`no-workdays` and unknown countries: what can be said before anything is scheduled."""
    specs = list(_specs(plan))
    workdays = Workdays(calendars.anchor)
    findings = [
        _no_workdays(spec, calendars.anchor, plan) for spec in specs if not workdays.any(spec)
    ]
    unknown = [(spec, found) for spec in specs if (found := calendars.unknown(spec)) is not None]
    for what in ("country", "subdivision"):
        wrong = [spec for spec, found in unknown if found.what == what]
        reasons = {_source(spec): found for spec, found in unknown}
        for place, spec in _places(wrong, what, plan):
            message, fix = _unknown(reasons[_source(spec)], spec.country or "")
            findings.append(Finding("bad-value", place, message, fix))
    return findings


class Workdays:
    """How many workdays there are from an anchor to the end of the years that can be written.

    The country is left out: it never takes every day, and has few to add.
    """

    def __init__(self, anchor: date) -> None:
        self._first = anchor
        self._end = date(LAST_YEAR + 1, 1, 1).toordinal()
        # Owners' days off lie over the plan's, which are looked through once.
        self._below: dict[tuple[object, ...], tuple[tuple[Overlay, ...], Calendar]] = {}
        self._known: dict[tuple[object, ...], tuple[tuple[Overlay, ...], bool]] = {}

    def any(self, spec: CalendarSpec) -> bool:
        """Whether a calendar has one."""
        if not spec.overlays:
            return bool(spec.week)
        # By the objects, which are kept with the answer: they may list tens of thousands of days.
        key = (spec.week, *map(id, spec.overlays))
        if key not in self._known:
            below = self._of(spec.week, spec.overlays[:-1])
            position = self._over(spec.week, spec.overlays, below).position(self._end)
            self._known[key] = spec.overlays, position > 0
        return self._known[key][1]

    def _of(self, week: frozenset[int], overlays: tuple[Overlay, ...]) -> Calendar:
        key = (week, *map(id, overlays))
        if key not in self._below:
            below = self._of(week, overlays[:-1]) if overlays else None
            self._below[key] = overlays, self._over(week, overlays, below)
        return self._below[key][1]

    def _over(
        self, week: frozenset[int], overlays: tuple[Overlay, ...], below: Calendar | None
    ) -> Calendar:
        spec = CalendarSpec(week, None, None, None, overlays)
        if below is None:
            return Calendar(spec, self._first)
        return Painted(spec, self._first, None, below, runs_of(overlays[-1]))


def check_extent(plan: Plan, calendars: Calendars) -> list[Finding]:
    """`too-large`: the dates so far reach over more years of calendars than a plan may have."""
    if not calendars.is_cut_short:
        return []
    message = say(
        "the calendars reach over more than {years} years together, or over {decades} decades of "
        "public holidays: beyond, only the week was counted",
        years=MAX_YEARS,
        decades=MAX_DECADES,
    )
    fix = say("let tasks share calendars, or bring their dates nearer to the start")
    return [Finding("too-large", plan.where.span, message, fix)]


def check_published(plan: Plan, calendars: Calendars) -> list[Finding]:
    """`calendar-unpublished`: the years counted in so far that the country has not announced."""
    counted = [calendar for calendar in calendars.used() if calendar.unpublished]
    years: dict[_Source, set[int]] = {}
    for calendar in counted:
        years.setdefault(_source(calendar.spec), set()).update(calendar.unpublished)
    specs = [calendar.spec for calendar in counted]
    frozen = [spec for spec in specs if spec.frozen is not None]
    live = [spec for spec in specs if spec.frozen is None]
    said: dict[_Source, tuple[Message, Message]] = {}
    findings = []
    for place, spec in [*_places(frozen, "frozen", plan), *_places(live, "country", plan)]:
        source = _source(spec)
        if source not in said:
            said[source] = _unpublished(spec, years[source])
        findings.append(Finding("calendar-unpublished", place, *said[source]))
    return findings


def _specs(plan: Plan) -> Iterator[CalendarSpec]:
    yield plan.calendar
    yield from (task.calendar for task in plan.tasks if task.calendar is not None)
    for owner in plan.owners.values():
        if owner.days_off:
            yield calendar_for(plan.calendar, None, owner)


_Source = tuple[str | None, str | None, str | None]


def _source(spec: CalendarSpec) -> _Source:
    """Where a calendar has its country's days from."""
    return spec.country, spec.subdivision, spec.frozen.path if spec.frozen is not None else None


def _places(
    specs: Iterable[CalendarSpec], key: str, plan: Plan
) -> Iterator[tuple[Span, CalendarSpec]]:
    """Where the specs write a key, once each; one that inherits it is silent beside its source."""
    written: dict[Span, CalendarSpec] = {}
    inherited: dict[_Source, CalendarSpec] = {}
    for spec in specs:
        if spec.where is not None and key in spec.where.keys:
            written.setdefault(spec.where.at(key), spec)
        else:
            inherited.setdefault(_source(spec), spec)
    sources = {_source(spec) for spec in written.values()}
    yield from written.items()
    for source, spec in inherited.items():
        if source not in sources:
            where = spec.where or plan.where
            yield where.span, spec


def _no_workdays(spec: CalendarSpec, anchor: date, plan: Plan) -> Finding:
    taken = [overlay.days_off[0] for overlay in spec.overlays if overlay.days_off]
    by_days_off = bool(taken and spec.week)
    place = taken[-1].where.span if by_days_off else (spec.where or plan.where).at("week")
    message = say("the calendar has no workday on or after {day}", day=anchor.isoformat())
    return Finding(
        "no-workdays", place, message, say("leave a weekday in week: or list days in workdays:")
    )


def _unpublished(spec: CalendarSpec, years: set[int]) -> tuple[Message, Message]:
    if spec.frozen is not None:
        return (
            say("{file} does not cover {years}", file=spec.frozen.path, years=in_words(years)),
            say("once they are announced, write it again: rectify calendar freeze --force"),
        )
    return (
        say(
            "{country} has not announced its days off and make-up workdays of {years}, or the "
            "library does not know them: dates there may move",
            country=spec.country,
            years=in_words(years),
        ),
        say(
            "once announced: pip install --upgrade holidays, or list them under days_off: and "
            "workdays:"
        ),
    )


def _unknown(unknown: UnknownPlace, country: str) -> tuple[Message, Message]:
    if unknown.what == "country":
        message = say("no country '{name}'", name=unknown.name)
        other = say("write its two letters, such as CN, US or GB (ISO 3166)")
    else:
        message = say("{country} has no subdivision '{name}'", country=country, name=unknown.name)
        names = ", ".join(unknown.known[:_SHOWN_SUBDIVISIONS])
        other = say("known: {names}", names=names) if names else say("take it out: it has none")
    near = unknown.near
    return message, say("did you mean '{near}'?", near=near) if near is not None else other
