"""A country's resolved days as the text of a file that stands in for the library from then on."""

import json
import re

from rectify_cli.workdays.national import NationalDays

_MARK = re.compile(rb"^rectify-calendar:", re.MULTILINE)


def says_frozen(data: bytes) -> bool:
    """Whether a file's bytes call themselves a frozen calendar."""
    return _MARK.search(data) is not None


def frozen_text(days: NationalDays, country: str, subdivision: str | None) -> str:
    """The YAML text of a frozen calendar, format 1, days in order, the same for the same days.

    All days are kept, so that freezing moves no date; `years` lists only the years that the
    country has announced, so that the others keep their warning.
    """
    covered = {day.year for day in (*days.days_off, *days.workdays)} - days.unpublished
    years = sorted(covered)
    place = country if subdivision is None else f"{country}, {subdivision}"
    lines = [
        f"# The days off and make-up workdays of {place}, written by `rectify calendar freeze`,",
        "# so that an update of the library moves no date. See also `rectify calendar diff`.",
        "rectify-calendar: 1",
        f"country: {_quoted(country)}",
        *([f"subdivision: {_quoted(subdivision)}"] if subdivision is not None else []),
        f"source: {_quoted(days.source)}",
        f"years: [{', '.join(map(str, years))}]",
    ]
    for key, labelled in (("days_off", days.days_off), ("workdays", days.workdays)):
        lines.append(f"{key}:" if labelled else f"{key}: {{}}")
        lines += [f"  {day}: {_quoted(labelled[day])}" for day in sorted(labelled)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # A JSON string is a double-quoted YAML scalar.
    return json.dumps(text, ensure_ascii=False)
