"""All calendars of a plan: equal specs share one, and each country is asked once a decade."""

from collections.abc import Callable
from datetime import date

from rectify_cli.plan.model import CalendarSpec, FrozenCalendar
from rectify_cli.workdays.calendar import Calendar, YearOf
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR, NationalDays, UnknownPlace

National = Callable[[str, str | None, int, int], NationalDays | UnknownPlace]
"""Country, subdivision, first and last year (both counted) → that country's days."""

_DECADE = 10
_NOTHING = NationalDays({}, {}, "")


class Calendars:
    """The calendars of a plan that starts on `anchor`; `national` is where a country's are from.

    What is found out is kept, and changes no answer. A country that is not known counts as none,
    and `unknown` says so.
    """

    __slots__ = ("_by_spec", "_calendars", "_national", "_places", "anchor")

    def __init__(self, anchor: date, national: National) -> None:
        self.anchor = anchor
        self._national = national
        self._calendars: dict[tuple[object, ...], Calendar] = {}
        # A spec is kept beside its calendar, so that nothing else takes its address.
        self._by_spec: dict[int, tuple[CalendarSpec, Calendar]] = {}
        self._places: dict[tuple[str, str | None], _Place] = {}

    def of(self, spec: CalendarSpec) -> Calendar:
        """The calendar of a spec, the same one for an equal spec."""
        known = self._by_spec.get(id(spec))
        if known is not None:
            return known[1]
        key = _key(spec)
        if key not in self._calendars:
            self._calendars[key] = Calendar(spec, self.anchor, self._year_of(spec))
        self._by_spec[id(spec)] = spec, self._calendars[key]
        return self._calendars[key]

    def used(self) -> list[Calendar]:
        """The different calendars that were asked for, in that order."""
        return list(self._calendars.values())

    def unknown(self, spec: CalendarSpec) -> UnknownPlace | None:
        """What is wrong with a spec's country or subdivision, None where they are known."""
        if spec.country is None or spec.frozen is not None:
            return None
        return self._place(spec.country, spec.subdivision).unknown(self.anchor.year)

    def national_days(self, spec: CalendarSpec, year: int) -> NationalDays | None:
        """What a spec's country, or the frozen file in its place, says of a year."""
        year_of = self._year_of(spec)
        return year_of(year) if year_of is not None else None

    def _year_of(self, spec: CalendarSpec) -> YearOf | None:
        if spec.frozen is not None:
            return _Frozen(spec.frozen).of_year
        if spec.country is not None:
            return self._place(spec.country, spec.subdivision).of_year
        return None

    def _place(self, country: str, subdivision: str | None) -> "_Place":
        key = (country, subdivision)
        if key not in self._places:
            self._places[key] = _Place(country, subdivision, self._national)
        return self._places[key]


def _key(spec: CalendarSpec) -> tuple[object, ...]:
    """What makes two specs equal, as something hashable: a frozen file is known by its path."""
    frozen = spec.frozen.path if spec.frozen is not None else None
    layers = tuple(
        tuple((label.first, label.last, label.label) for label in labels)
        for overlay in spec.overlays
        for labels in (overlay.days_off, overlay.workdays)
    )
    return (spec.week, spec.country, spec.subdivision, frozen, layers)


class _Place:
    """The days of one country or subdivision, asked for by decades, handed out by years."""

    __slots__ = ("_country", "_decades", "_national", "_subdivision", "_years")

    def __init__(self, country: str, subdivision: str | None, national: National) -> None:
        self._country = country
        self._subdivision = subdivision
        self._national = national
        self._decades: dict[int, NationalDays | UnknownPlace] = {}
        self._years: dict[int, NationalDays] = {}

    def of_year(self, year: int) -> NationalDays:
        if year not in self._years:
            decade = self._decade(year)
            if isinstance(decade, UnknownPlace):
                return _NOTHING
            self._years[year] = decade.of_year(year)
        return self._years[year]

    def unknown(self, year: int) -> UnknownPlace | None:
        decade = self._decade(year)
        return decade if isinstance(decade, UnknownPlace) else None

    def _decade(self, year: int) -> NationalDays | UnknownPlace:
        first = max(year - year % _DECADE, FIRST_YEAR)
        if first not in self._decades:
            last = min(first + _DECADE - 1, LAST_YEAR)
            days = self._national(self._country, self._subdivision, first, last)
            self._decades[first] = days
        return self._decades[first]


class _Frozen:
    """The days that a file keeps; a year that it does not vouch for counts as not announced."""

    __slots__ = ("_covered", "_days", "_years")

    def __init__(self, frozen: FrozenCalendar) -> None:
        self._days = NationalDays(frozen.days_off, frozen.workdays, frozen.path)
        self._covered = frozen.years
        self._years: dict[int, NationalDays] = {}

    def of_year(self, year: int) -> NationalDays:
        if year not in self._years:
            days = self._days.of_year(year)
            missing = frozenset({year}) - self._covered
            self._years[year] = NationalDays(days.days_off, days.workdays, days.source, missing)
        return self._years[year]
