"""The two lines above a chart: months, and where a column is a day, the Mondays."""

from datetime import date

from rectify_cli.render.cells import cell_width
from rectify_cli.render.timeline.scale import Scale
from rectify_cli.report.timeline import Timeline


def ruler(timeline: Timeline, scale: Scale) -> list[str]:
    """The lines, without blanks at their ends."""
    months = _spaced([(_cell(scale, day), label) for day, label in timeline.months])
    if scale.days > 1:
        return [months]
    days = [date.fromordinal(scale.range(column)[0]) for column in range(scale.count)]
    return [
        months,
        _spaced([(at, str(day.day)) for at, day in enumerate(days) if not day.weekday()]),
    ]


def _cell(scale: Scale, day: date) -> int:
    return scale.column(day.toordinal()) * scale.cells


def _spaced(labels: list[tuple[int, str]]) -> str:
    """Labels at their columns; one that would touch the one before is left out."""
    line, taken = "", 0
    for at, label in labels:
        if at < taken:
            continue
        line += " " * (at - cell_width(line)) + label
        taken = cell_width(line) + 1
    return line
