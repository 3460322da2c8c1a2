"""Days on a strip: a sign a day where they fit, else one for a week or several."""

from dataclasses import dataclass

from rectify_cli.report.timeline import Timeline

_WIDEST = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """`count` columns of `days` days, each `cells` wide; the first begins on the day `begin`."""

    begin: int
    days: int
    count: int
    cells: int = 1

    def column(self, ordinal: int) -> int:
        """The column of a day; outside the scale it is below 0, or `count` and more."""
        return (ordinal - self.begin) // self.days

    def range(self, column: int) -> range:
        """The days of a column."""
        begin = self.begin + column * self.days
        return range(begin, begin + self.days)


def scale_for(timeline: Timeline, room: int) -> Scale:
    """The finest scale on which a timeline takes at most so many cells of a line."""
    first, last = timeline.first.toordinal(), timeline.last.toordinal()
    if last - first + 1 <= room:
        return Scale(first, 1, last - first + 1)
    monday = first - timeline.first.weekday()
    weeks = (last - monday) // 7 + 1
    each = -(-weeks // room)
    count = -(-weeks // each)
    return Scale(monday, 7 * each, count, min(_WIDEST, room // count))
