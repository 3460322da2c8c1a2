"""A timeline as a picture: a chart that scales, to hang on a wall or to put into a document.

It is light on every screen, since it lies on paper: a page has a dark side of its own.
"""

from collections.abc import Iterator

from rectify_cli.render.office.foot import foot_of
from rectify_cli.render.timeline.picture import (
    ABOVE,
    MARGIN,
    ROW,
    chart_of,
    framed,
    legend_of,
    points,
    said,
    style_of,
    text_of,
)
from rectify_cli.report.timeline import Timeline
from rectify_cli.report.words import Words


def to_svg(timeline: Timeline) -> Iterator[str]:
    """The picture, line ends included. What a plan says is text in it, whatever it looks like."""
    facts = ["\u2003".join(fact) for fact in timeline.facts]
    frame = framed(timeline, 50 + 18 * len(facts) + ABOVE)
    right = frame.right + 48
    signs = list(legend_of(timeline, right, frame.bottom + 12))
    height = frame.bottom + 12 + ROW * (1 + (signs[-1].line if signs else 0)) + 24
    foot = foot_of(timeline.edition, Words(timeline.language)).left
    size = f"{points(right)} {points(height)}"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{points(right)}" '
        f'height="{points(height)}" viewBox="0 0 {size}" role="img">\n'
    )
    yield f"<title>{text_of(timeline.title)}</title>\n<desc>{text_of(foot)}</desc>\n{style_of()}"
    yield f'<rect width="{points(right)}" height="{points(height)}" fill="#fff"/>\n'
    yield said(MARGIN, 28, timeline.title, "t", cells=round(right / 10))
    for at, fact in enumerate(facts):
        yield said(MARGIN, 50 + 18 * at, fact, "f", cells=round(right / 7))
    yield from chart_of(timeline, frame)
    yield from (sign.drawn for sign in signs)
    yield said(MARGIN, height - 10, foot, "f", cells=round(right / 7))
    yield "</svg>\n"
