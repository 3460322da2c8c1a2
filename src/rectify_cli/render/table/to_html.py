"""A report as one page that asks for nothing: one table, its sections one below the other."""

from collections.abc import Iterator

from rectify_cli.render.cells import cell_width
from rectify_cli.render.page.shell import Page, environment, page_of
from rectify_cli.render.table.cells import cell_text
from rectify_cli.report.table import Column, Report, Row

_ACROSS = 6
"""With more columns the paper lies on its side."""

_STRIP = "bar"
"""The column of a chart's signs, each of which stands for some days."""
_SHORT = 14
"""A text of so few columns of a terminal stays on one line."""

_STYLE = """
main { margin-top: 1rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .2rem .6rem .2rem 0; text-align: start;
  vertical-align: top; }
.wide { font-size: .85rem; } .wide td:last-child { min-width: 16em; }
thead th { white-space: nowrap; color: var(--faint); font-size: .85em; font-weight: normal; }
tbody th { padding-top: 1rem; }
tbody th span { margin-inline-end: 1em; }
.number { text-align: end; } .number, .short, .strip { white-space: nowrap; }
.strip { font-family: monospace; }
td, th { overflow-wrap: break-word; }
.strong { font-weight: bold; } .faint, td div { color: var(--faint); }
td div { font-weight: normal; font-size: .9rem; }
.good { color: var(--good); } .calm { color: var(--link); } .notice { color: var(--notice); }
.bad { color: var(--bad); }
:root { --good: #0b7a3e; --notice: #8a6100; --bad: #b5341a; }
@media (prefers-color-scheme: dark) {
  :root { --good: #5fd394; --notice: #f0c14b; --bad: #ff8a6b; } }
@media (max-width: 600px) {
  .told thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  .told tr { display: flex; flex-wrap: wrap; gap: 0 .8rem; padding: .2rem 0;
    border-bottom: 1px solid var(--line); }
  .told td, .told th { border: 0; padding: 0; text-align: start; }
  .told td:empty { display: none; }
}
@media print {
  :root { --good: #0b7a3e; --notice: #8a6100; --bad: #b5341a; }
  .wide { font-size: 7pt; } .wide td:last-child { min-width: 14em; }
  .wide thead th { white-space: normal; }
  main { overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .head { break-after: avoid; }
}
"""

_TEMPLATE = """\
<header>
<h1>{{ report.title|c }}</h1>
{% for fact in report.facts %}<p class="facts">{% for part in fact %}<span>{{ part|c }}</span>\
{% endfor %}</p>
{% endfor %}</header>
<main><table class="{{ "wide" if across else "headed" if report.headed else "told" }}">
<thead><tr>{% for column in columns %}<th scope="col"\
{% if column.kind == "number" %} class="number"{% endif %}>{{ column.heading|c }}</th>\
{% endfor %}</tr></thead>
{% for section in report.sections %}<tbody>
{% if section.heading %}<tr class="head"><th colspan="{{ columns|length }}" scope="rowgroup" \
class="{{ section.tone }}">{% for part in section.heading %}<span>{{ part|c }}</span>{% endfor %}\
</th></tr>
{% endif %}{% for row in section.rows %}<tr{% if row.tone != "plain" %} class="{{ row.tone }}"\
{% endif %}>{% for look, text, details in cells(row) %}<td{% if look %} class="{{ look }}"\
{% endif %}>{{ text }}{% for detail in details %}<div>{{ detail }}</div>\
{% endfor %}</td>{% endfor %}</tr>
{% endfor %}</tbody>
{% endfor %}</table></main>
{% for note in report.notes %}<p>{{ note|c }}</p>
{% endfor %}"""


def to_html(report: Report) -> Iterator[str]:
    """The page, made while the sections are read. What a plan says is text in it."""
    kept = [at for at, column in enumerate(report.columns) if column.kind != "key"]

    def cells(row: Row) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Look, text and details of the cells that a person reads; details belong to the last."""
        for at in kept:
            details = tuple(map(cell_text, row.details)) if at == kept[-1] else ()
            text = cell_text(row.cells[at])
            yield _look(report.columns[at], text), text, details

    columns = [report.columns[at] for at in kept]
    template = environment().from_string(_TEMPLATE)
    across = len(kept) > _ACROSS
    body = template.generate(report=report, columns=columns, cells=cells, across=across)
    paper = "A4 landscape" if across else "A4"
    yield from page_of(Page(report.title, report.language, body, _STYLE, report.edition, paper))


def _look(column: Column, text: str) -> str:
    if column.kind == "number":
        return "number"
    if column.key == _STRIP:
        return "strip"
    return "short" if 0 < len(text) <= _SHORT and cell_width(text) <= _SHORT else ""
