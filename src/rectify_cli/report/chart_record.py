"""A timeline as a record."""

from datetime import date

from rectify_cli.report.record import Record
from rectify_cli.report.timeline import Bar, Timeline

FORMAT = 1


def chart_record(timeline: Timeline) -> Record:
    """The bars in order, the days off and today."""
    return {
        "format": FORMAT,
        "title": timeline.title,
        "first": timeline.first,
        "last": timeline.last,
        "today": timeline.today,
        "days_off": [date.fromordinal(day) for day in sorted(timeline.days_off)],
        "bars": [_bar(bar) for bar in timeline.bars],
    }


def _bar(bar: Bar) -> Record:
    return {
        "id": bar.key,
        "title": bar.label,
        "depth": bar.depth,
        "shape": bar.shape,
        "start": bar.start,
        "finish": bar.finish,
        "deadline": bar.deadline,
        "marks": bar.marks,
        **_progress(bar),
    }


def _progress(bar: Bar) -> Record:
    if bar.progress is None:
        return {}
    return {
        "state": bar.progress.state,
        "lamp": bar.progress.lamp,
        "share": float(bar.progress.share),
        "expected": float(bar.progress.expected),
        "done_until": bar.progress.done_until,
        "late_until": bar.progress.late_until,
    }
