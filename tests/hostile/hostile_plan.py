"""One plan whose every text tries to do something other than to be read."""

import json
import re
from pathlib import Path

TEXTS = (
    "=cmd|' /C calc'!A1",
    "+1+2",
    "-2+3",
    "@SUM(A1:A9)",
    "＝cmd|x",
    "<script>alert(1)</script>",
    "]]><b>x</b>&lt;",
    "[red]alarm[/red]",
    "[/]",
    "[urgent] fix the roof",
    "::error file=a::b",
    "   ::add-mask::x",
    "##[error]x ##[group]y",
    "${{ secrets.X }} {{ x }} {0} %s %n",
    "`rm -rf` **bold** _it_ | cell | ![x](javascript:alert(1))",
    "https://example.org/?a=1&b=<2>",
    "a, b; c:d #e",
    "# Heading",
    "1. list",
    "---",
    "' \" \\ \\n \\x1b[31m",
    "整治动员会，须全体参加：落实到位" * 5,
    "😀👩‍👩‍👧🇨🇳 e\u0301\u0302\u0303 Z\u0351\u0351",
    "x" * 200,
    "word " * 39 + "end",
    "ﷺ\u3000\u00a0\u200d\u0e33",
)
"""What a title may hold; nothing here is refused when the plan is read."""

REFUSED = (
    "\x00", "\x07", "\x1b[31m", "\x1b]8;;http://x\x07", "\x7f", "\x85", "\x9b31m", "\u061c",
    "\u200e", "\u202e", "\u2066", "\u2028", "\u2029", "\ufeff",
)  # fmt: skip
"""What no plan may hold, neither as it is nor as an escape."""


_SEPARATORS = re.compile("[,;，；、]")
"""A tag that holds one is taken for a list that was written as a text."""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_hostile_plan(folder: Path, language: str = "en") -> list[str]:
    """The plan, with its table of units; gives the paths of its tasks."""
    first = TEXTS[0]
    lines = [
        "rectify: 1",
        f"title: {_quoted('[red]' + TEXTS[5] + '::error::x')}",
        "start: 2021-03-05",
        "deadline: 2021-03-12",
        f"language: {language}",
        "calendar: {country: CN, days_off: {2021-03-08: " + _quoted(TEXTS[8] + first) + "}}",
        "owners_from: [units.csv]",
        "owners:",
        f"  boss: {{title: {_quoted(TEXTS[12])}, kind: person, email: a@example.org}}",
        "groups: {all: {kind: unit}}",
        "phases:",
    ]
    paths = []
    for number, text in enumerate(TEXTS):
        here, after = f"t{number}", f", after: t{number - 1}.a" if number % 5 else ""
        lines += [
            f"  {here}:",
            f"    title: {_quoted(text)}",
            "    owner: boss",
            "    tasks:",
            (
                f"      a: {{title: {_quoted(text)}, no: {_quoted(text[:20])}, "
                f"duration: 2d{after}, "
                f"tags: [{_quoted(_SEPARATORS.sub(' ', text[:40]))}], "
                f"note: {_quoted(text)}, place: {_quoted(text)}, "
                f"deliverable: {_quoted(text)}, checklist: [{_quoted(text)}], "
                f"days: {{1: {_quoted(text)}}}, deadline: 2021-03-09}}"
            ),
            (
                f"      b: {{title: {_quoted(text)}, each: all, lead: boss, time: 09:00, "
                f"on: 2021-03-0{number % 5 + 5}, target: {{count: 5, unit: {_quoted(text)}}}}}"
            ),
        ]
        paths += [f"{here}.a", f"{here}.b"]
    (folder / "plan.yaml").write_text("\n".join([*lines, ""]), encoding="utf-8")
    rows = [f'u{n},"{text.replace(chr(34), chr(34) * 2)}"' for n, text in enumerate(TEXTS)]
    (folder / "units.csv").write_text("\n".join(["id,title", *rows, ""]), encoding="utf-8")
    return paths
