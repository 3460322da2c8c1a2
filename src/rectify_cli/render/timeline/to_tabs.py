"""A timeline in a pipe: a line a bar, its dates, and its strip last."""

from collections.abc import Iterator

from rectify_cli.render.table.cells import cell_text
from rectify_cli.render.timeline.scale import scale_for
from rectify_cli.render.timeline.strip import background, strip, widened
from rectify_cli.render.timeline.to_terminal import legend
from rectify_cli.report.table import Cell
from rectify_cli.report.timeline import Timeline

_COLUMNS = 120


def to_tabs(timeline: Timeline) -> Iterator[str]:
    """The facts, then key, label, shape, start, finish, deadline and strip of every bar."""
    first, *others = timeline.facts or ((),)
    for texts in ((timeline.title, *first), *others):
        yield _line(texts)
    scale = scale_for(timeline, _COLUMNS)
    behind = background(timeline, scale)
    drawn = [widened(strip(bar, behind, scale), scale) for bar in timeline.bars]
    for bar, text in zip(timeline.bars, drawn, strict=True):
        cells = (bar.key, bar.named, bar.shape, bar.start, bar.finish, bar.deadline, text.rstrip())
        yield _line(cells)
    yield _line(tuple(legend(timeline, scale, drawn)))


def _line(cells: tuple[Cell, ...]) -> str:
    return "\t".join(map(cell_text, cells)).rstrip("\t") + "\n"
