"""The signs that a picture's bars use, so that its legend explains nothing that is not there."""

from collections.abc import Iterator

from rectify_cli.render.timeline.spans import today_of
from rectify_cli.report.timeline import Timeline


def signs_of(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """The kind of each sign in use, and what it means in words."""
    used: set[str] = {bar.shape for bar in timeline.bars}
    if any(bar.critical for bar in timeline.bars):
        used.add("critical")
    if any(bar.deadline is not None for bar in timeline.bars):
        used.add("deadline")
    if timeline.days_off:
        used.add("day-off")
    if today_of(timeline) is not None:
        used.add("today")
    parts = [bar.progress for bar in timeline.bars if bar.progress is not None]
    if any(each.done_until for each in parts):
        used.add("done")
    if any(each.late_until for each in parts):
        used.add("late")
    for kind, text in timeline.legend:
        if kind in used:
            yield kind, text
