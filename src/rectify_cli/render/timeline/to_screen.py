"""A timeline for whoever reads stdout: drawn in a terminal, tabs for a pipe."""

from collections.abc import Iterator

from rectify_cli.render.timeline.to_tabs import to_tabs
from rectify_cli.render.timeline.to_terminal import to_terminal
from rectify_cli.report.timeline import Timeline


def to_screen(timeline: Timeline, *, width: int | None, colour: bool) -> Iterator[str]:
    """The lines; `width` is the terminal's, None where it is none."""
    if width is None:
        return to_tabs(timeline)
    return to_terminal(timeline, width=width, colour=colour)
