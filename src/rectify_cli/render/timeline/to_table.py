"""A timeline as a table for files: a row a bar, its strip last."""

from rectify_cli.render.timeline.scale import scale_for
from rectify_cli.render.timeline.strip import background, strip, widened
from rectify_cli.render.timeline.to_terminal import legend
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.timeline import Timeline
from rectify_cli.report.words import Words

_COLUMNS = 60


def to_table(timeline: Timeline) -> Report:
    """Key, title, start, finish, deadline and strip of every bar; below it the signs explained."""
    words = Words(timeline.language)
    scale = scale_for(timeline, _COLUMNS)
    behind = background(timeline, scale)
    drawn = [widened(strip(bar, behind, scale), scale) for bar in timeline.bars]
    rows = tuple(
        Row((bar.key, bar.label, bar.start, bar.finish, bar.deadline, _framed(text)))
        for bar, text in zip(timeline.bars, drawn, strict=True)
    )
    return Report(
        title=timeline.title,
        language=timeline.language,
        facts=timeline.facts,
        columns=(
            Column("task", words("task")),
            Column("title", words("title")),
            Column("start", words("start"), "date"),
            Column("finish", words("finish"), "date"),
            Column("task-deadline", words("task-deadline"), "date"),
            Column("bar", words("bar")),
        ),
        sections=(Section((), rows),),
        notes=("; ".join(legend(timeline, scale, drawn)),),
    )


def _framed(text: str) -> str:
    """Blanks would be lost in Markdown, and a sheet would take a bar of `=` for a formula."""
    return f"[{text.replace(' ', '_')}]"
