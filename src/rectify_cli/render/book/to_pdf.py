"""The task book as PDF, set by typst: the book is handed to it as data, never as source text."""

from collections.abc import Iterator
from typing import Any

from rectify_cli.render.book.cards import card_rows
from rectify_cli.render.book.markdown import Block, Code, Heading, Run, Text, blocks_of
from rectify_cli.render.clean import clean
from rectify_cli.render.office.foot import foot_of
from rectify_cli.render.pdf.typeset import typeset
from rectify_cli.report.book import Book, Chapter, Entry
from rectify_cli.report.words import Words

_SOURCE = """\
#set page(paper: "a4", margin: (x: 20mm, top: 18mm, bottom: 20mm), footer: foot)
#set table(stroke: 0.5pt + gray, inset: 5pt)
#show table.cell: set text(size: 9.5pt)
#let lines(text) = text.split("\\n").map(line => [#line]).join(linebreak())
#let head(text) = table.cell(fill: rgb("#e8ecf1"))[*#lines(text)*]
#let runs(list) = for run in list {
  let body = if run.code { raw(run.text) } else { lines(run.text) }
  if run.bold { body = strong(body) }
  if run.italic { body = emph(body) }
  body
  if run.link != "" and run.link != run.text [ (#run.link)]
}
#let block-of(block) = {
  if block.kind == "heading" { strong(runs(block.runs)) + parbreak() }
  if block.kind == "text" {
    pad(left: 1.4em * block.depth, {
      if block.marker != "" { box(width: 1.4em, block.marker) }
      runs(block.runs)
    })
  }
  if block.kind == "code" { raw(block.text, block: true) }
  if block.kind == "grid" and block.columns > 0 {
    table(columns: (1fr,) * block.columns, table.header(repeat: block.repeat,
      ..block.head.map(cell => table.cell(
      fill: rgb("#e8ecf1"), strong(runs(cell))))), ..block.cells.map(cell => runs(cell)))
  }
}
#align(center)[
  #text(size: 20pt, weight: "bold", d.title) \\
  #text(size: 13pt, weight: "bold", d.subtitle)

  #for fact in d.facts [#fact \\ ]
]
#heading(level: 1, d.contents)
#table(columns: (3em, 1fr, 22%, 19%, 6.2em), table.header(..d.keys.map(head)),
  ..d.list.map(row => if row.len() == 1 {
    (table.cell(colspan: 5, fill: rgb("#e8ecf1"), strong(row.at(0))),)
  } else { row.map(lines) }).flatten())
#for chapter in d.chapters {
  pagebreak()
  if chapter.title != "" { heading(level: 1, chapter.title) }
  chapter.facts
  for entry in chapter.entries {
    heading(level: 2, entry.name)
    table(columns: (16%, 34%, 15%, 35%),
      table.header(repeat: entry.repeat,
        table.cell(colspan: 4, fill: rgb("#e8ecf1"), strong(entry.name))),
      ..entry.rows.map(row => if row.len() == 2 {
        (head(row.at(0)), table.cell(colspan: 3, lines(row.at(1))))
      } else {
        (head(row.at(0)), lines(row.at(1)), head(row.at(2)), lines(row.at(3)))
      }).flatten())
    if entry.plan != none {
      heading(level: 3, d.plan)
      for block in entry.plan { block-of(block) }
    }
  }
}
"""
_KEYS = ("book-number", "book-task", "owner", "lead", "task-deadline")
_TICK = "[  ] "
_REPEATED = 300


def to_pdf(book: Book) -> Iterator[bytes]:
    """The document's bytes, its fonts in it."""
    words = Words(book.language)
    data: dict[str, Any] = {
        "title": clean(book.title),
        "subtitle": book.subtitle,
        "facts": [clean("\u2003".join(fact)) for fact in book.facts],
        "contents": words("book-contents"),
        "plan": words("book-plan"),
        "keys": [words(key) for key in _KEYS],
        "list": [row for chapter in book.chapters for row in _listed(chapter)],
        "chapters": [_chapter(chapter, words) for chapter in book.chapters],
    }
    yield typeset(_SOURCE, data, book.language, foot_of(book.edition, words), book.edition)


def _listed(chapter: Chapter) -> Iterator[list[str]]:
    if chapter.title:
        yield [clean(chapter.title)]
    for entry in chapter.entries:
        cells = (entry.number, entry.title, entry.owner, entry.lead, entry.deadline)
        yield [clean(text) for text in cells]


def _chapter(chapter: Chapter, words: Words) -> dict[str, Any]:
    return {
        "title": clean(chapter.title),
        "facts": clean("\u2003".join(chapter.facts)),
        "entries": [_entry(entry, words) for entry in chapter.entries],
    }


def _entry(entry: Entry, words: Words) -> dict[str, Any]:
    rows = [
        [clean(text) for fact in facts for text in (fact.label, fact.text)]
        for facts in card_rows(entry.facts)
    ]
    if entry.checklist:
        items = "\n".join(_TICK + clean(item) for item in entry.checklist)
        rows.append([words("book-checklist"), items])
    plan = None if entry.plan is None else [_block(block) for block in blocks_of(entry.plan)]
    name = clean(entry.name)
    return {"name": name, "repeat": _may_repeat(name), "rows": rows, "plan": plan}


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "runs": _runs(block.runs)}
    if isinstance(block, Text):
        runs = _runs(block.runs)
        return {"kind": "text", "runs": runs, "depth": block.depth, "marker": block.marker}
    if isinstance(block, Code):
        return {"kind": "code", "text": block.text}
    columns = max((len(row) for row in block.rows), default=0)
    padded = [[_runs(cell) for cell in (*row, *((),) * (columns - len(row)))] for row in block.rows]
    head, *others = padded or [[]]
    return {
        "kind": "grid",
        "columns": columns,
        "repeat": _may_repeat("".join(run["text"] for cell in head for run in cell)),
        "head": head,
        "cells": [cell for row in others for cell in row],
    }


def _may_repeat(heading: str) -> bool:
    """Whether a table's heading leaves room below it: a page of headings would never end."""
    return len(heading) <= _REPEATED


def _runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [run._asdict() for run in runs]
