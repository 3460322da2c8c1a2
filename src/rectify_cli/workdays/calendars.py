"""All calendars of a plan: equal specs share one, and each country is asked once a decade."""

from collections.abc import Callable, Mapping
from datetime import date

from rectify_cli.plan.model import CalendarSpec, FrozenCalendar, Overlay
from rectify_cli.workdays.calendar import Calendar, Room, YearOf
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR, NationalDays, UnknownPlace
from rectify_cli.workdays.painted import Painted
from rectify_cli.workdays.runs import Run, runs_of

National = Callable[[str, str | None, int, int], NationalDays | UnknownPlace]
"""Country, subdivision, first and last year (both counted) → that country's days."""

MAX_YEARS = 10_000
"""How many years the calendars of a plan may lay out together: two centuries of sixty."""
MAX_DECADES = 200
"""How many decades of public holidays a plan may ask for: twenty countries for a century."""

_LAID_OUT = 32
"""So many calendars are laid out day by day, which is the faster; further ones are differences."""
_DECADE = 10
_NOTHING = NationalDays({}, {}, "")


class Calendars:
    """The calendars of a plan that starts on `anchor`; `national` is where a country's are from.

    What is found out is kept, and changes no answer. A country that is not known counts as none,
    and `unknown` says so.
    """

    __slots__ = (
        "_by_spec",
        "_calendars",
        "_decades",
        "_frozen",
        "_grounds",
        "_layers",
        "_national",
        "_places",
        "_room",
        "anchor",
    )

    def __init__(self, anchor: date, national: National) -> None:
        self.anchor = anchor
        self._national = national
        self._calendars: dict[tuple[object, ...], Calendar] = {}
        # A spec is kept beside its calendar, so that nothing else takes its address.
        self._by_spec: dict[int, tuple[CalendarSpec, Calendar]] = {}
        self._places: dict[tuple[str, str | None], _Place] = {}
        self._frozen: dict[str, _Frozen] = {}
        self._grounds: dict[tuple[object, ...], Calendar] = {}
        self._layers = _Layers()
        self._room = Room(MAX_YEARS)
        self._decades = Room(MAX_DECADES)

    @property
    def is_cut_short(self) -> bool:
        """Whether more was asked for than a plan may, so that beyond it the week alone counts."""
        return self._room.is_short or self._decades.is_short

    def of(self, spec: CalendarSpec) -> Calendar:
        """The calendar of a spec, the same one for an equal spec."""
        known = self._by_spec.get(id(spec))
        if known is not None:
            return known[1]
        key = self._key(spec)
        if key not in self._calendars:
            self._calendars[key] = self._made(spec)
        self._by_spec[id(spec)] = spec, self._calendars[key]
        return self._calendars[key]

    def _made(self, spec: CalendarSpec) -> Calendar:
        national = self._year_of(spec)
        layers = [self._layers.runs(overlay) for overlay in spec.overlays]
        if not layers or len(self._calendars) < _LAID_OUT:
            return Calendar(spec, self.anchor, national, self._room, layers)
        below = spec._replace(overlays=spec.overlays[:-1])
        key = self._key(below)
        if key not in self._grounds:
            ground = Calendar(below, self.anchor, national, self._room, layers[:-1])
            self._grounds[key] = ground
        return Painted(spec, self.anchor, national, self._grounds[key], layers[-1])

    def _key(self, spec: CalendarSpec) -> tuple[object, ...]:
        """What makes two specs equal: a frozen file is known by its path."""
        frozen = spec.frozen.path if spec.frozen is not None else None
        layers = tuple(map(self._layers.number, spec.overlays))
        return (spec.week, spec.country, spec.subdivision, frozen, layers)

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
            path = spec.frozen.path
            if path not in self._frozen:
                self._frozen[path] = _Frozen(spec.frozen)
            return self._frozen[path].of_year
        if spec.country is not None:
            return self._place(spec.country, spec.subdivision).of_year
        return None

    def _place(self, country: str, subdivision: str | None) -> "_Place":
        key = (country, subdivision)
        if key not in self._places:
            self._places[key] = _Place(country, subdivision, self._national, self._decades)
        return self._places[key]


class _Layers:
    """Overlays by what they say: each is looked through once, whoever has it."""

    __slots__ = ("_by_overlay", "_by_say", "_runs")

    def __init__(self) -> None:
        # An overlay is kept beside its number, so that nothing else takes its address.
        self._by_overlay: dict[int, tuple[Overlay, int]] = {}
        self._by_say: dict[tuple[object, ...], int] = {}
        self._runs: dict[int, tuple[Run, ...]] = {}

    def number(self, overlay: Overlay) -> int:
        """A number that equal overlays have in common."""
        known = self._by_overlay.get(id(overlay))
        if known is None:
            said = tuple(
                tuple((label.first, label.last, label.label) for label in labels)
                for labels in (overlay.days_off, overlay.workdays)
            )
            known = overlay, self._by_say.setdefault(said, len(self._by_say))
            self._by_overlay[id(overlay)] = known
        return known[1]

    def runs(self, overlay: Overlay) -> tuple[Run, ...]:
        """The overlay as runs of days."""
        number = self.number(overlay)
        if number not in self._runs:
            self._runs[number] = runs_of(overlay)
        return self._runs[number]


class _Place:
    """The days of one country or subdivision, asked for by decades, handed out by years."""

    __slots__ = ("_country", "_decades", "_national", "_room", "_subdivision", "_years")

    def __init__(
        self, country: str, subdivision: str | None, national: National, room: Room
    ) -> None:
        self._country = country
        self._subdivision = subdivision
        self._national = national
        self._room = room
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
            if not self._room.take():
                return _NOTHING
            last = min(first + _DECADE - 1, LAST_YEAR)
            days = self._national(self._country, self._subdivision, first, last)
            self._decades[first] = days
        return self._decades[first]


class _Frozen:
    """The days that a file keeps; a year that it does not vouch for counts as not announced."""

    __slots__ = ("_covered", "_days_off", "_source", "_workdays", "_years")

    def __init__(self, frozen: FrozenCalendar) -> None:
        self._days_off = _by_year(frozen.days_off)
        self._workdays = _by_year(frozen.workdays)
        self._source = frozen.path
        self._covered = frozen.years
        self._years: dict[int, NationalDays] = {}

    def of_year(self, year: int) -> NationalDays:
        if year not in self._years:
            off, on = self._days_off.get(year, {}), self._workdays.get(year, {})
            missing = frozenset({year}) - self._covered
            self._years[year] = NationalDays(off, on, self._source, missing)
        return self._years[year]


def _by_year(days: Mapping[date, str]) -> dict[int, dict[date, str]]:
    found: dict[int, dict[date, str]] = {}
    for day, label in days.items():
        found.setdefault(day.year, {})[day] = label
    return found
