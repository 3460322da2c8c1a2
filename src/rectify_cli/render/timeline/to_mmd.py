"""A timeline as a Mermaid chart, which Markdown pages draw by themselves.

Mermaid cuts a line at `:`, `;` and `#`, and takes some words and dates at its beginning for its
own: their full-width twins and quotation marks keep a title whole.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rectify_cli.render.clean import clean_line
from rectify_cli.render.office.foot import foot_of
from rectify_cli.render.office.texts import cut_units
from rectify_cli.report.timeline import Bar, Timeline
from rectify_cli.report.words import Words

_TWINS = str.maketrans(":;#%<>`", "：；＃％＜＞'")
_OURS = re.compile(
    r"\d{4}-|[\"'“]?(?:gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval"
    r"|includes|excludes|todaymarker|weekday|weekend|title|accdescr|acctitle|accdescription"
    r"|section|click|call|href)\b",
    re.IGNORECASE,
)
_LONG = 200
_MOST_DAYS = 5 * 366
"""Of a longer chart Mermaid draws no days off."""


def to_mmd(timeline: Timeline) -> Iterator[str]:
    """The chart's text, line ends included. Ids are made up, last days are said exclusively."""
    foot = foot_of(timeline.edition, Words(timeline.language)).left
    if foot:
        yield f"%% {_title(foot)}\n"
    yield f"gantt\n    title {_title(timeline.title)}\n"
    yield "    dateFormat YYYY-MM-DD\n    axisFormat %m-%d\n    todayMarker off\n"
    if timeline.days_off and (timeline.last - timeline.first).days < _MOST_DAYS:
        off = (date.fromordinal(day).isoformat() for day in sorted(timeline.days_off))
        yield f"    excludes {', '.join(off)}\n"
    inside = False
    for at, bar in enumerate(timeline.bars):
        if bar.shape == "summary" and not bar.depth:
            yield f"    section {_title(bar.label)}\n"
            inside = True
            continue
        if inside and not bar.depth:
            yield f"    section {_title(Words(timeline.language)('roadmap-tasks'))}\n"
            inside = False
        yield f"    {_title(_named(bar))} :{_facts(bar, at)}\n"


def _named(bar: Bar) -> str:
    return bar.label if bar.no is None else f"{bar.no} {bar.label}"


def _facts(bar: Bar, at: int) -> str:
    tags = []
    if bar.critical:
        tags.append("crit")
    if bar.progress is not None and bar.progress.state == "done":
        tags.append("done")
    elif bar.progress is not None and bar.progress.state in {"active", "reported"}:
        tags.append("active")
    if bar.shape == "milestone":
        tags.append("milestone")
    after = bar.finish + timedelta(days=1)
    return ", ".join((*tags, f"t{at}", bar.start.isoformat(), after.isoformat()))


def _title(text: str) -> str:
    """A text that is only shown."""
    line = cut_units(clean_line(text), _LONG).translate(_TWINS).strip()
    if not line or _OURS.match(line):
        return f"“{line}”"
    return line
