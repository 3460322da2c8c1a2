"""What many records of a plan share, written once each: files, calendars, lists of names."""

from datetime import date
from fractions import Fraction
from typing import Any

from rectify_cli.app.kept.codec import Codec, Coder, NotKept
from rectify_cli.app.kept.nodes import node_from, node_row
from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.plan.model import CalendarSpec, Ignore, Plan
from rectify_cli.schedule.covered import Covered
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence
from rectify_cli.workdays.calendar import Calendar
from rectify_cli.workdays.calendars import Calendars

Names = tuple[str, ...]

_IN_MESSAGES: dict[str, type] = {"message": Message, "fraction": Fraction, "date": date}


class Tables:
    """The tables of one entry, and the codec of the records that point into them.

    `paths` are those of the files, as findings name them; `sources` are their texts. `plan` and
    `calendars` must be there before a schedule is made.
    """

    def __init__(self, paths: list[str], sources: dict[str, SourceText]) -> None:
        self.specs: list[CalendarSpec] = []
        self.names: list[Names] = []
        self.plan: Plan | None = None
        self.calendars: Calendars | None = None
        self.codec = Codec(self._special())
        self._paths = paths
        self._sources = sources
        self._path_numbers = {path: number for number, path in enumerate(paths)}
        self._spec_numbers: dict[int, int] = {}
        self._name_numbers: dict[Names, int] = {}
        self._timings: tuple[Timing, ...] = ()

    def _special(self) -> dict[object, Coder]:
        node = Coder(self._node_row, self._node)
        path = Coder(lambda each: self._path_numbers.get(each, each), self._path)
        return {
            Span: Coder(self._span_row, lambda row: Span(self._paths[row[0]], *row[1:])),
            object: Coder(self._any, self._from_any),
            CalendarSpec: Coder(self._spec_number, lambda number: self.specs[number]),
            Calendar: Coder(lambda each: self._spec_number(each.spec), self._calendar),
            Covered: Coder(self._covered_row, self._covered),
            Names: Coder(self._names_number, lambda number: self.names[number]),
            Node: node, Scalar: node, Sequence: node, Mapping: node,
            (Plan, "path"): path, (Plan, "title"): path, (Ignore, "path"): path,
            (Schedule, "plan"): Coder(lambda _: 0, lambda _: self.plan),
            (Schedule, "timings"): Coder(self._timing_rows, self._made_timings),
            (Schedule, "by_task"): Coder(
                lambda all_of: [[each.index for each in some] for some in all_of],
                lambda rows: tuple(tuple(self._timings[at] for at in row) for row in rows),
            ),
        }  # fmt: skip

    def _path(self, number: int | str) -> str:
        return self._paths[number] if isinstance(number, int) else number

    def _file(self, path: str) -> int:
        if path not in self._path_numbers:
            raise NotKept(path)
        return self._path_numbers[path]

    def _span_row(self, span: Span) -> list[object]:
        return [self._file(span.path), *span[1:]]

    def _node_row(self, node: Node) -> list[object]:
        path = node.source.path
        # Of two texts under one name, only that which findings show is kept.
        if self._sources.get(path) is not node.source:
            raise NotKept(path)
        return [self._file(path), *node_row(node)]

    def _node(self, row: list[Any]) -> Node:
        return node_from(row[1:], self._sources[self._paths[row[0]]])

    def _spec_number(self, spec: CalendarSpec) -> int:
        number = self._spec_numbers.get(id(spec))
        if number is None:
            number = self._spec_numbers[id(spec)] = len(self.specs)
            self.specs.append(spec)
        return number

    def _calendar(self, number: int) -> Calendar:
        if self.calendars is None:
            raise NotKept(number)
        return self.calendars.of(self.specs[number])

    def _covered_row(self, covered: Covered) -> list[object]:
        calendar, *days = covered.parts
        return [self._spec_number(calendar.spec), *days]

    def _covered(self, row: list[Any]) -> Covered:
        return Covered(self._calendar(row[0]), *map(tuple, row[1:]))

    def _names_number(self, names: Names) -> int:
        number = self._name_numbers.setdefault(names, len(self.names))
        if number == len(self.names):
            self.names.append(names)
        return number

    def _timing_rows(self, timings: tuple[Timing, ...]) -> list[object]:
        return [self.codec.encode(Timing, each) for each in timings]

    def _made_timings(self, rows: list[Any]) -> tuple[Timing, ...]:
        self._timings = tuple([self.codec.decode(Timing, row) for row in rows])
        return self._timings

    def _any(self, value: object) -> object:
        """A value of a message: JSON, or one of a few types that are named."""
        if value is None or type(value) in {str, int, bool}:
            return value
        for name, kind in _IN_MESSAGES.items():
            if type(value) is kind:
                return {name: self.codec.encode(kind, value)}
        raise NotKept(type(value))

    def _from_any(self, value: Any) -> object:  # noqa: ANN401 - JSON
        if isinstance(value, dict):
            [(name, row)] = value.items()
            found: object = self.codec.decode(_IN_MESSAGES[name], row)
            return found
        return value
