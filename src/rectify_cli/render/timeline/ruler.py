"""The two lines above a chart: months, and where a column is a day, the Mondays."""

from datetime import date

from rectify_cli.render.cells import cell_width
from rectify_cli.render.timeline.scale import Scale
from rectify_cli.report.timeline import Timeline


def ruler(timeline: Timeline, scale: Scale, room: int) -> list[str]:
    """The lines, at most `room` cells wide, without blanks at their ends."""
    months = _spaced([(_cell(scale, day), label) for day, label in timeline.months], room)
    if scale.days > 1:
        return [months]
    days = [date.fromordinal(scale.range(column)[0]) for column in range(scale.count)]
    mondays = [(at, str(day.day)) for at, day in enumerate(days) if not day.weekday()]
    return [months, _spaced(mondays, room)]


def _cell(scale: Scale, day: date) -> int:
    return scale.column(day.toordinal()) * scale.cells


def _spaced(labels: list[tuple[int, str]], room: int) -> str:
    """Labels at their columns; one that would touch the one before, or the edge, is left out."""
    line, taken = "", 0
    for at, label in labels:
        if at < taken or at + cell_width(label) > room:
            continue
        line += " " * (at - cell_width(line)) + label
        taken = cell_width(line) + 1
    return line
