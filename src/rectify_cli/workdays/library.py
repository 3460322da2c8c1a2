"""A country's days from the library `holidays`: the only place that knows it.

The library costs 60 to 150 ms to import, so it is imported when a country's days are asked for,
and of its 250 countries the one that is wanted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.workdays.labels import (
    estimated_years,
    moved_days,
    named_days_off,
    named_workdays,
)
from rectify_cli.workdays.national import NationalDays, UnknownPlace

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

_ALSO_CALLED = {"UK": "GB", "EL": "GR", "中国": "CN"}

# Those that moved workdays by yearly decree and have stopped: Armenia after 2021, Bulgaria after
# 2016, Taiwan after 2025 (紀念日及節日實施條例), Ukraine under martial law since 2022.
_NO_LONGER_DECREED = frozenset({"AM", "BG", "TW", "UA"})


def national_days(
    country: str, subdivision: str | None, first_year: int, last_year: int, language: str
) -> NationalDays | UnknownPlace:
    """A country's days off and make-up workdays of the years `first_year`..`last_year`.

    `country` is an ISO 3166-1 code, `subdivision` the second part of an ISO 3166-2 one, `language`
    the one in which the days are named where the country has them in it, else its own. A year
    counts as unpublished if make-up workdays are decreed yearly and its are not known, if the
    library estimates one of its days off, or if it does not cover the year.
    """
    unknown = _unknown_country(country)
    if unknown is not None:
        return unknown
    entity = _entity(country)
    code = _subdivision_code(entity, country, subdivision)
    if isinstance(code, UnknownPlace):
        return code
    # What is named after a neighbour, or bridges a new year, needs the years around.
    years = range(max(first_year - 1, 1), last_year + 2)
    days = entity(years=years, expand=False, subdiv=code, language=_language(entity, language))
    moved = moved_days(days)
    wanted = range(first_year, last_year + 1)
    return NationalDays(
        _cut(named_days_off(days, moved), wanted),
        _cut(named_workdays(days, moved), wanted),
        f"holidays {_version()}",
        frozenset(wanted) - _announced(days, wanted, moved),
    )


def _cut(days: dict[date, str], years: range) -> dict[date, str]:
    return {day: days[day] for day in sorted(days) if day.year in years}


def _announced(days: "HolidayBase", years: range, moved: dict[date, date]) -> frozenset[int]:
    decreed = [day.year for day in moved] if days.country not in _NO_LONGER_DECREED else []
    last = min(max(decreed, default=days.end_year), days.end_year)
    return frozenset(range(max(days.start_year, years[0]), min(last, years[-1]) + 1)) - (
        estimated_years(days)
    )


def _unknown_country(country: str) -> UnknownPlace | None:
    codes = _countries()
    if country in codes:
        return None
    names = dict(_ALSO_CALLED)
    for code, (_, *called) in codes.items():
        names |= dict.fromkeys((code, *called), code)
    near = did_you_mean(country, names)
    return UnknownPlace("country", country, names[near] if near is not None else None)


def _countries() -> dict[str, tuple[str, ...]]:
    """Each country's two-letter code with its module, its class and its three-letter code."""
    from holidays.registry import COUNTRIES  # noqa: PLC0415 - see the module's docstring

    return {names[1]: (module, names[0], *names[2:]) for module, names in COUNTRIES.items()}


def _entity(country: str) -> type["HolidayBase"]:
    module, name = _countries()[country][:2]
    with _without_the_other_countries():
        loaded: type[HolidayBase] = getattr(import_module(f"holidays.countries.{module}"), name)
    return loaded


@contextmanager
def _without_the_other_countries() -> Iterator[None]:
    """Lets one module of `holidays.countries` be imported without the package's `__init__`.

    That would import every country, which takes longer than all that `rectify check` does.
    """
    import sys  # noqa: PLC0415

    import holidays  # noqa: PLC0415

    package = "holidays.countries"
    if package in sys.modules:
        yield
        return
    bare = ModuleType(package)
    bare.__path__ = [f"{folder}/countries" for folder in holidays.__path__]
    sys.modules[package] = bare
    try:
        yield
    finally:
        del sys.modules[package]


def _subdivision_code(
    entity: type["HolidayBase"], country: str, subdivision: str | None
) -> str | UnknownPlace | None:
    if subdivision is None:
        return None
    parent = entity.parent_entity.subdivisions if entity.parent_entity is not None else ()
    known = [*entity.subdivisions, *entity.subdivisions_aliases, *parent]
    for name in (subdivision, subdivision.removeprefix(f"{country}-")):
        if name in known:
            return name
    near = did_you_mean(subdivision.removeprefix(f"{country}-"), known)
    return UnknownPlace("subdivision", subdivision, near, tuple(sorted(entity.subdivisions)))


def _language(entity: type["HolidayBase"], wanted: str) -> str | None:
    """The language of the labels: never left to the library, which would ask the environment."""
    own = entity.default_language
    if own is not None and own.split("_")[0] == wanted:
        return own
    spoken = [each for each in sorted(entity.supported_languages) if each.split("_")[0] == wanted]
    return spoken[0] if spoken else own


def _version() -> str:
    from holidays.version import __version__  # noqa: PLC0415

    return __version__
