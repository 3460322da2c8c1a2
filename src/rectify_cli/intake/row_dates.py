"""The cells of a row that say when → the dates of a task, in the plan language's terms.

Start and finish are a window, on one day a pinned day; a finish alone and `3月底前` are deadlines.
In a table that `rectify` wrote itself every column means what its key means in a plan.
"""

from collections.abc import Callable
from datetime import date, datetime

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.cell_dates import Days, Years, read_days, serial_day
from rectify_cli.intake.cell_links import read_duration
from rectify_cli.intake.draft import DraftDate
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.table_rows import TableRow

FIELDS = ("on", "when", "start", "finish", "deadline")


class RowDates(Struct):
    """A task's dates. `endless`: it is said to go on as long as the plan does."""

    on: DraftDate | None = None
    start: DraftDate | None = None
    finish: DraftDate | None = None
    deadline: DraftDate | None = None
    duration: str | None = None
    endless: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether its days or its length are written, so that no default is asked."""
        return bool(self.on or self.duration or self.finish)


class DateReader(Struct):
    """What it takes to read the dates of rows.

    `expression` gives a cell's text as an expression of the plan language (`kickoff + 2d`), if it
    is one that names a task of the table. `as_written`: the table is one that `rectify` wrote.
    """

    years: Years
    expression: Callable[[str], str | None]
    remarks: list[Remark]
    as_written: bool

    def read(self, row: TableRow) -> RowDates:
        """The dates that a row says; what cannot be read is remarked on, at its cell."""
        said = {field: self._said(row, field) for field in FIELDS if field in row.cells}
        duration = self._duration(row)
        if self.as_written:
            return _as_written(said, duration)
        dates = _Combined(row, self.remarks, said)
        return dates.combine(duration)

    def _said(self, row: TableRow, field: str) -> Days | str | None:
        value = row.cells[field]
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return Days(value, value)
        if isinstance(value, int | float):
            return self._number(row, field, value)
        days = read_days(value, self.years)
        if days is not None:
            return days
        expression = self.expression(value)
        if expression is None:
            why = say("'{text}' is no date that can be read", text=value[:40])
            fix = say("write it as 2021-03-05")
            self.remarks.append(row.remark(field, why, fix))
        return expression

    def _number(self, row: TableRow, field: str, value: float) -> Days | None:
        """A number where a date is wanted: 20210305, a year; a serial number is not guessed at."""
        days = read_days(str(value), self.years)
        if days is not None:
            return days
        meant = serial_day(value)
        why = say("{n} is a number, not a date", n=value)
        fix = say("write it as 2021-03-05")
        if meant is not None:
            fix = say("format the cell as a date, if {day} is meant", day=meant)
        self.remarks.append(row.remark(field, why, fix))
        return None

    def _duration(self, row: TableRow) -> str | None:
        text = row.text("duration")
        if text is None:
            return None
        found = read_duration(text)
        if found is None:
            why = say("'{text}' is no duration", text=text[:40])
            self.remarks.append(row.remark("duration", why, say("write 5d, 2w or 0d")))
        return found


def _as_written(said: dict[str, Days | str | None], duration: str | None) -> RowDates:
    def day(field: str) -> DraftDate | None:
        value = said.get(field)
        return value.last if isinstance(value, Days) else value

    return RowDates(day("on"), day("start"), day("finish"), day("deadline"), duration)


class _Combined:
    """What the cells of one row mean together."""

    def __init__(
        self, row: TableRow, remarks: list[Remark], said: dict[str, Days | str | None]
    ) -> None:
        self._row = row
        self._remarks = remarks
        self._said = said
        self._on: DraftDate | None = None
        self._start: DraftDate | None = None
        self._finish: DraftDate | None = None
        self._deadline: DraftDate | None = None
        self._endless = False

    def combine(self, duration: str | None) -> RowDates:
        self._take_start()
        self._take_end("finish")
        self._take_end("deadline")
        self._take_when("when")
        self._take_when("on")
        self._put_right()
        start, finish = self._start, self._finish
        if finish is not None and start is None and duration is None:
            if self._deadline is None:
                self._deadline = finish
            elif self._deadline != finish:
                why = say("a finish alone is taken for the deadline, but there is another deadline")
                self._lose("finish", why)
            finish = None
        if start is not None and start == finish:
            is_milestone = duration == "0d"
            self._on, start, finish = start, None, None
            duration = "0d" if is_milestone else None
        if start is not None and finish is not None:
            duration = None
        if self._on is not None and not (start or finish):
            duration = duration if duration not in {"1d", None} else None
        return RowDates(self._on, start, finish, self._deadline, duration, self._endless)

    def _take_start(self) -> None:
        value = self._said.get("start")
        if isinstance(value, Days):
            if value.limit and not value.span:
                self._lose("start", say("this is a limit, not a start"))
                return
            self._start = None if value.endless else value.first
            self._endless = value.endless
            if value.span:
                self._finish = value.last
            return
        self._start = value

    def _take_end(self, field: str) -> None:
        value = self._said.get(field)
        if isinstance(value, str):
            setattr(self, f"_{field}", value)
        elif value is not None and value.endless:
            self._endless = True
        elif value is not None:
            if field == "deadline" or value.limit:
                self._deadline = value.last
            else:
                self._finish = value.last
            if value.span and self._start is None:
                self._start = value.first

    def _take_when(self, field: str) -> None:
        value = self._said.get(field)
        if value is None:
            return
        if self._start is not None or self._finish is not None or self._on is not None:
            self._lose(field, say("start or finish are given too"))
        elif isinstance(value, str):
            self._on = value
        elif value.endless:
            self._endless = True
        elif value.limit:
            self._deadline = self._deadline or value.last
            self._start = value.first if value.span else None
        elif value.first == value.last:
            self._on = value.first
        else:
            self._start, self._finish = value.first, value.last

    def _put_right(self) -> None:
        """Leave out what cannot be true together, and say so."""
        start, finish = self._start or self._on, self._finish
        if isinstance(start, date) and isinstance(finish, date) and finish < start:
            self._lose("finish", say("the finish is before the start"))
            self._finish = None
        deadline = self._deadline
        if isinstance(start, date) and isinstance(deadline, date) and deadline < start:
            field = "deadline" if "deadline" in self._said else "finish"
            self._lose(field, say("the deadline is before the start"))
            self._deadline = None

    def _lose(self, field: str, why: Message) -> None:
        self._remarks.append(self._row.remark(field, why, say("mend the cell; it is left out")))
