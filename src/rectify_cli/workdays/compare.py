"""What changed between two records of a country's days: a frozen file and a newer library."""

from datetime import date
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.workdays.national import NationalDays

DayKind = Literal["day off", "make-up workday"]


class Said(Struct):
    """What a record says of a day."""

    kind: DayKind
    label: str


class Difference(Struct):
    """A day of which two records say different things; None: nothing, so that the week counts.

    `is_move` tells a day that was off and is now worked, or the reverse, from a mere new name.
    """

    day: date
    was: Said | None
    now: Said | None

    @property
    def is_move(self) -> bool:
        """Whether more than a name has changed."""
        return (self.was and self.was.kind) != (self.now and self.now.kind)


def compare_days(was: NationalDays, now: NationalDays) -> list[Difference]:
    """The days of which the two say different things, in order."""
    days = {*was.days_off, *was.workdays, *now.days_off, *now.workdays}
    pairs = [(day, _said(was, day), _said(now, day)) for day in sorted(days)]
    return [Difference(day, old, new) for day, old, new in pairs if old != new]


def _said(record: NationalDays, day: date) -> Said | None:
    if day in record.workdays:
        return Said("make-up workday", record.workdays[day])
    if day in record.days_off:
        return Said("day off", record.days_off[day])
    return None
