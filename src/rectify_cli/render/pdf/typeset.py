"""typst at work: source text of ours, data as JSON, fonts that have the language's characters.

Needs the package's extra `pdf`; `render.formats` says so, and the commands before they begin.
"""

import json
from collections.abc import Mapping
from typing import Any

from rectify_cli.foundation.finding import say
from rectify_cli.render.cannot_hold import CannotHold
from rectify_cli.render.cells import cell_width
from rectify_cli.render.office.foot import Foot, made_on
from rectify_cli.report.edition import Edition

_CHINESE = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
    "DengXian", "SimHei", "SimSun", "FangSong", "Noto Serif CJK SC", "Source Han Serif SC",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback",
)  # fmt: skip
"""Fonts with Chinese characters, the likeliest to be read on paper first."""
_LATIN = ("Libertinus Serif",)
"""What typst brings with it, so that an English page looks the same everywhere."""
_BEGIN = """\
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: datetime(year: d.made.at(0), month: d.made.at(1),
  day: d.made.at(2)))
#set text(font: d.fonts, size: 10.5pt, lang: d.language, fallback: true)
#set par(linebreaks: "simple")
#let foot = context text(size: 8pt, {
  let page = counter(page)
  d.foot.at(0) + h(1fr) + d.foot.at(1) + page.display() + d.foot.at(2)
  str(page.final().at(0)) + d.foot.at(3)
})
"""


def typeset(
    source: str,
    data: Mapping[str, Any],
    language: str,
    foot: Foot,
    edition: Edition | None,
) -> bytes:
    """The PDF of a typst source, which finds the data in `d` and a page's foot in `foot`.

    Raises:
        CannotHold: There are Chinese characters in the data, and no font has them.
    """
    import typst  # noqa: PLC0415 - an extra

    made = made_on(edition)
    text = json.dumps(
        {
            **data,
            "language": language,
            "fonts": _fonts(data, typst.Fonts().families()),
            "made": [made.year, made.month, made.day],
            "foot": [foot.left, *foot.page],
        },
        ensure_ascii=False,
    )
    return bytes(
        typst.compile(
            (_BEGIN + source).encode(),
            format="pdf",
            sys_inputs={"data": text.encode("utf-8", "replace").decode()},
            timestamp=0,
        )
    )


def chart_fonts() -> tuple[str, ...]:
    """What a chart's labels are set in, the first that is there: one font for all of them."""
    return (*_CHINESE, *_LATIN)


def _fonts(data: Mapping[str, Any], families: Any) -> list[str]:  # noqa: ANN401 - typst's own
    known = set(families)
    chinese = [name for name in _CHINESE if name in known]
    if not chinese and _has_wide(json.dumps(data, ensure_ascii=False)):
        raise CannotHold(
            say("no font with Chinese characters is installed; install Noto Sans CJK SC")
        )
    return [*_LATIN, *chinese[:1]]


def _has_wide(text: str) -> bool:
    return not text.isascii() and cell_width(text) > len(text)
