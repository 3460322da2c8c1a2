"""The page around a view: its head, a policy that lets only our own style and script in, its foot.

What a plan says is text in a page, whatever it looks like: templates escape, and this cleans.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from rectify_cli.foundation.struct import Struct
from rectify_cli.render.clean import clean
from rectify_cli.render.office.foot import Foot, foot_of
from rectify_cli.render.office.texts import cut_units
from rectify_cli.report.edition import Edition
from rectify_cli.report.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_SAFE = ("http://", "https://", "mailto:")
_MOST_OF_A_TITLE = 120
_PAPER = """
@page { size: %s; margin: 14mm 12mm 16mm;
  @top-left { content: "%s"; font: 8pt sans-serif; }
  @bottom-left { content: "%s"; font: 8pt sans-serif; }
  @bottom-right { content: "%s" counter(page) "%s" counter(pages) "%s"; font: 8pt sans-serif; } }
@page :first { @top-left { content: none; } }
"""
_HEAD = """\
<!DOCTYPE html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{ policy|safe }}">
<title>{{ title|c }}</title>
<style>{{ style|safe }}</style>
</head>
<body>
"""
_FOOT = """
{% if foot %}<footer>{{ foot|c }}</footer>
{% endif %}{% if script %}<script>{{ script|safe }}</script>
{% endif %}</body>
</html>
"""
_BASIC = """
:root { color-scheme: light dark; --ink: #1c2733; --paper: #fff; --faint: #52606d; --line: #c3cad2;
  --head: #e8ecf1; --link: #17609c; --off: #e6e9ee; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --paper: #14191f; --faint: #a3afbb;
  --line: #3d4854; --head: #252d36; --link: #86bdf0; --off: #232a33; } }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444;
  --line: #bbb; --head: #eee; --link: #000; --off: #e2e5e9; } }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans", sans-serif;
  color: var(--ink); background: var(--paper); margin: 0; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
h3 { font-size: 1rem; margin: 0 0 .2rem; }
a { color: var(--link); }
.facts { color: var(--faint); margin: 0; }
.facts span { display: inline-block; margin-inline-end: 1.5em; }
footer { border-top: 1px solid var(--line); color: var(--faint); font-size: .85rem;
  margin-top: 2rem; padding-top: .5rem; }
[hidden] { display: none !important; }
@media print { body { padding: 0; font-size: 10pt; } footer { display: none; }
  a { color: inherit; text-decoration: none; } * { print-color-adjust: exact; } }
"""


class Page(Struct):
    """A view's own part of a page; `paper` is what it is printed on.

    The body has gone through a template of `environment`, and may be made while it is read.
    """

    title: str
    language: str
    body: Iterable[str]
    style: str
    edition: Edition | None
    paper: str = "A4"
    script: str = ""


def environment() -> "Environment":
    """Templates that escape; `c` cleans a text, `web` says whether an address may be followed."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - only who writes one pays

    made = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    made.filters["c"] = _shown
    made.tests["web"] = _may_be_followed
    return made


def page_of(page: Page) -> Iterator[str]:
    """The whole page, in parts."""
    foot = foot_of(page.edition, Words(page.language))
    style = _BASIC + page.style + _on_paper(page, foot)
    templates = environment()
    yield templates.from_string(_HEAD).render(
        title=page.title,
        language=page.language,
        style=style,
        policy=_policy(style, page.script),
    )
    yield from page.body
    yield templates.from_string(_FOOT).render(foot=foot.left, script=page.script)


def _policy(style: str, script: str) -> str:
    """Nothing comes from outside, and of what is inside only what has the hash of ours."""
    parts = ["default-src 'none'", f"style-src '{_hash(style)}'"]
    if script:
        parts.append(f"script-src '{_hash(script)}'")
    return "; ".join((*parts, "base-uri 'none'", "form-action 'none'"))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _on_paper(page: Page, foot: Foot) -> str:
    """What every sheet says: the title from the second on, the foot on all."""
    title = cut_units(_shown(page.title), _MOST_OF_A_TITLE)
    return _PAPER % (page.paper, *map(_quoted, (title, foot.left, *foot.page)))


def _quoted(text: str) -> str:
    """A text as a style sheet holds it: every character by its number."""
    return "".join(f"\\{ord(each):x} " for each in text)


def _shown(text: object) -> str:
    return clean(str(text)).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _may_be_followed(address: str) -> bool:
    return clean(address) == address and address.lower().startswith(_SAFE)
