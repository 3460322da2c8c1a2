"""A country's days, from the cache where they were worked out before.

Importing the library takes longer than checking a plan, so its answer is kept by its version.
"""

from rectify_cli import __version__
from rectify_cli.store.cache import Cache, keep, recall
from rectify_cli.store.installed import installed_version
from rectify_cli.workdays.calendars import National
from rectify_cli.workdays.national import NationalDays, UnknownPlace


def national_from(cache: Cache | None, language: str) -> National:
    """Where calendars get a country's days from, named in a language."""
    version = installed_version("holidays") if cache is not None else None

    def days(
        country: str, subdivision: str | None, first: int, last: int
    ) -> NationalDays | UnknownPlace:
        if version is None:
            return _compute(country, subdivision, first, last, language)
        parts = (__version__, version, country, subdivision or "", language, first, last)
        key = "national days " + " ".join(f"{part!r}" for part in parts)
        known = NationalDays.from_json(recall(cache, key))
        if known is not None:
            return known
        computed = _compute(country, subdivision, first, last, language)
        if isinstance(computed, NationalDays):
            keep(cache, key, computed.to_json())
        return computed

    return days


def _compute(
    country: str, subdivision: str | None, first: int, last: int, language: str
) -> NationalDays | UnknownPlace:
    from rectify_cli.workdays.library import national_days  # noqa: PLC0415 - costly, seldom needed

    return national_days(country, subdivision, first, last, language)
