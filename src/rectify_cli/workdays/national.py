"""A country's days off and make-up workdays, year by year: the layer over a calendar's week.

`workdays.library` computes them, a frozen file keeps them, `workdays.calendars` hands them to the
calendars that need them.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from rectify_cli.foundation.struct import Struct

FIRST_YEAR = 1970
LAST_YEAR = 2199


class NationalDays(Struct):
    """What a country says of the days of some years, each day with its name, sorted by date.

    `unpublished` are those of the years that the country has not announced (in full), or that the
    source does not cover. A day is in at most one of `days_off` and `workdays`.
    """

    days_off: Mapping[date, str]
    workdays: Mapping[date, str]
    source: str
    unpublished: frozenset[int] = frozenset()

    def of_year(self, year: int) -> "NationalDays":
        """What is said of one year."""
        return NationalDays(
            {day: label for day, label in self.days_off.items() if day.year == year},
            {day: label for day, label in self.workdays.items() if day.year == year},
            self.source,
            self.unpublished & {year},
        )

    def to_json(self) -> dict[str, object]:
        """The same as plain JSON values; `from_json` reads them back."""
        return {
            "days_off": {day.isoformat(): label for day, label in self.days_off.items()},
            "workdays": {day.isoformat(): label for day, label in self.workdays.items()},
            "source": self.source,
            "unpublished": sorted(self.unpublished),
        }

    @classmethod
    def from_json(cls, data: object) -> "NationalDays | None":
        """What `to_json` wrote; None for anything else, so that a cache can drop it."""
        if not isinstance(data, dict):
            return None
        source, years = data.get("source"), data.get("unpublished")
        off, work = _labels(data.get("days_off")), _labels(data.get("workdays"))
        if off is None or work is None or not isinstance(source, str):
            return None
        if not isinstance(years, list) or not all(type(year) is int for year in years):
            return None
        return cls(off, work, source, frozenset(years))


def _labels(data: object) -> dict[date, str] | None:
    if not isinstance(data, dict):
        return None
    if not all(isinstance(text, str) for pair in data.items() for text in pair):
        return None
    try:
        return {date.fromisoformat(day): label for day, label in data.items()}
    except ValueError:
        return None


class UnknownPlace(Struct):
    """A country or subdivision that the library does not know.

    `near` is the known one that was probably meant; `known` lists a country's subdivisions, and is
    empty where it has none.
    """

    what: Literal["country", "subdivision"]
    name: str
    near: str | None
    known: tuple[str, ...] = ()
