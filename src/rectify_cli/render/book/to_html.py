"""The task book as one page that asks for nothing: to read, to search, to print."""

from collections.abc import Iterator

from rectify_cli.render.book.cards import card_rows
from rectify_cli.render.book.markdown import Block, Code, Grid, Heading, Text, blocks_of
from rectify_cli.render.page.shell import Page, environment, page_of
from rectify_cli.report.book import Book
from rectify_cli.report.words import Words

_KEYS = ("book-number", "book-task", "owner", "lead", "task-deadline")

_STYLE = """
body { line-height: 1.6; max-width: 60rem; margin: 0 auto; }
h1, .under { text-align: center; margin: .3rem 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start;
  vertical-align: top; }
th { background: var(--head); }
.card th { width: 15%; }
.lines { white-space: pre-line; }
.item { margin: .2rem 0; }
.in1 { margin-inline-start: 1.5em; } .in2 { margin-inline-start: 3em; }
.in3 { margin-inline-start: 4.5em; } .in4 { margin-inline-start: 6em; }
h5 { font-size: 1rem; margin: .8rem 0 .2rem; }
pre { overflow-x: auto; }
@media (max-width: 500px) {
  .card, .card tbody, .card tr, .card th, .card td { display: block; width: auto; }
  .list { font-size: .8rem; }
}
@media print {
  body { max-width: none; font-size: 10.5pt; }
  .chapter { break-before: page; }
  h2, h3, h4, h5 { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""

_BODY = """\
<header>
<h1>{{ book.title|c }}</h1>
<p class="under"><strong>{{ book.subtitle }}</strong></p>
{% for fact in book.facts %}<p class="under">{{ fact|join("\u2003")|c }}</p>
{% endfor %}</header>
<main>
<nav><h2>{{ words("book-contents") }}</h2>
<table class="list">
<thead><tr>{% for key in keys %}<th scope="col">{{ words(key) }}</th>{% endfor %}</tr></thead>
{% for chapter in book.chapters %}<tbody>
{% if chapter.title %}<tr><th colspan="5" scope="rowgroup">{{ chapter.title|c }}</th></tr>
{% endif %}{% set outer = loop.index %}{% for entry in chapter.entries %}<tr>\
<td>{{ entry.number|c }}</td>\
<td><a href="#t{{ outer }}-{{ loop.index }}">{{ entry.title|c }}</a></td>\
<td>{{ entry.owner|c }}</td><td>{{ entry.lead|c }}</td>\
<td class="lines">{{ entry.deadline|c }}</td></tr>
{% endfor %}</tbody>
{% endfor %}</table></nav>
{% for chapter in book.chapters %}<section class="chapter">
{% if chapter.title %}<h2>{{ chapter.title|c }}</h2>
{% endif %}{% if chapter.facts %}<p>{{ chapter.facts|join("\u2003")|c }}</p>
{% endif %}{% set outer = loop.index %}{% for entry in chapter.entries %}\
<article id="t{{ outer }}-{{ loop.index }}">
<h3>{{ entry.name|c }}</h3>
<table class="card"><tbody>
{% for row in rows(entry.facts) %}<tr>{% for fact in row %}<th scope="row">{{ fact.label }}</th>\
<td{% if row|length == 1 %} colspan="3"{% endif %} class="lines">{{ fact.text|c }}</td>\
{% endfor %}</tr>
{% endfor %}{% if entry.checklist %}<tr><th scope="row">{{ words("book-checklist") }}</th>\
<td colspan="3">{% for item in entry.checklist %}<div>[&nbsp;&nbsp;] {{ item|c }}</div>\
{% endfor %}</td></tr>
{% endif %}</tbody></table>
{% if entry.plan is not none %}<h4>{{ words("book-plan") }}</h4>
{% for block in blocks(entry.plan) %}{{ block_of(block) }}
{% endfor %}{% endif %}</article>
{% endfor %}</section>
{% endfor %}</main>
"""

_BLOCKS = """\
{% macro runs_of(runs) %}{% for run in runs %}{% if run.bold %}<strong>{% endif %}\
{% if run.italic %}<em>{% endif %}{% if run.link %}\
<a href="{{ run.link }}" rel="noopener noreferrer">{% endif %}\
{% if run.code %}<code>{{ run.text }}</code>{% elif run.text == "\\n" %}<br>\
{% else %}{{ run.text }}{% endif %}{% if run.link %}</a>{% endif %}\
{% if run.italic %}</em>{% endif %}{% if run.bold %}</strong>{% endif %}{% endfor %}{% endmacro %}
{% macro block_of(block) %}{% set kind = kind_of(block) %}\
{% if kind == "Heading" %}<h5>{{ runs_of(block.runs) }}</h5>\
{% elif kind == "Text" %}<p class="item in{{ [block.depth, 4]|min }}">\
{% if block.marker %}{{ block.marker }} {% endif %}{{ runs_of(block.runs) }}</p>\
{% elif kind == "Code" %}<pre>{{ block.text }}</pre>\
{% else %}<table>{% for row in block.rows %}<tr>{% set head = loop.first %}\
{% for cell in row %}<{{ "th" if head else "td" }}>{{ runs_of(cell) }}\
</{{ "th" if head else "td" }}>{% endfor %}</tr>{% endfor %}</table>{% endif %}{% endmacro %}
"""


def to_html(book: Book) -> Iterator[str]:
    """The page. What the plan says is text in it, whatever it looks like."""
    words = Words(book.language)
    body = (
        environment()
        .from_string(_BLOCKS.strip() + _BODY)
        .generate(
            book=book,
            words=words,
            keys=_KEYS,
            rows=card_rows,
            blocks=blocks_of,
            kind_of=_kind_of,
        )
    )
    title = f"{book.title} - {book.subtitle}"
    yield from page_of(Page(title, book.language, body, _STYLE, book.edition))


def _kind_of(block: Block) -> str:
    kinds: tuple[type, ...] = (Heading, Text, Code, Grid)
    return next(kind.__name__ for kind in kinds if isinstance(block, kind))
