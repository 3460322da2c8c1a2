"""The task book as a Word document that an office edits, on its own letterhead if it has one."""

from collections.abc import Iterator, Sequence

from rectify_cli.render.book.cards import card_rows
from rectify_cli.render.book.markdown import Block, Code, Grid, Heading, Run, Text, blocks_of
from rectify_cli.render.word.body import Cell, Span, page_break, paragraph, table, text_cell
from rectify_cli.render.word.document import Paper
from rectify_cli.report.book import Book, Chapter, Entry
from rectify_cli.report.book_facts import Fact
from rectify_cli.report.words import Words

_TICK = "[  ] "
_LIST_SHARES = (7, 36, 21, 20, 16)
"""How the list of all tasks parts the page's width: number, task, unit, leader, deadline."""
_CARD_SHARES = (17, 35, 14, 34)
_SHORT_CARD = 14
_SHORT_TEXT = 20_000
"""A card of no more rows, and of no more characters of XML, stays on one page."""


def to_docx(book: Book, template: bytes | None = None) -> Iterator[bytes]:
    """The document; `template`: a Word file whose pages, styles, head and foot it takes."""
    paper = Paper(book.language, template)
    body = "".join(_Writing(book, paper).whole())
    yield paper.written(body, book.title, book.edition)


class _Writing:
    """Writes one book on one paper."""

    def __init__(self, book: Book, paper: Paper) -> None:
        self._book = book
        self._paper = paper
        self._words = Words(book.language)

    def whole(self) -> Iterator[str]:
        """The title, the list of all tasks, then each task on its own."""
        book, style = self._book, self._paper.styles
        yield paragraph(book.title, style["Title"], centred=True)
        yield paragraph(book.subtitle, style["Subtitle"], centred=True)
        for fact in book.facts:
            yield paragraph("    ".join(fact), centred=True)
        yield paragraph(self._words("book-contents"), style["Heading 1"])
        yield self._list()
        for chapter in book.chapters:
            yield page_break()
            yield from self._chapter(chapter)

    def _list(self) -> str:
        keys = ("book-number", "book-task", "owner", "lead", "task-deadline")
        cell = self._cell
        rows = [[cell(self._words(key), head=True) for key in keys]]
        for chapter in self._book.chapters:
            if chapter.title:
                rows.append([cell(chapter.title, columns=len(keys), head=True)])
            for entry in chapter.entries:
                cells = (entry.number, entry.title, entry.owner, entry.lead, entry.deadline)
                rows.append([cell(text) for text in cells])
        return table(rows, self._widths(_LIST_SHARES), self._paper.table_style)

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        if chapter.title:
            yield paragraph(chapter.title, self._paper.styles["Heading 1"], with_next=True)
        if chapter.facts:
            yield paragraph("    ".join(chapter.facts))
        for entry in chapter.entries:
            yield from self._entry(entry)

    def _entry(self, entry: Entry) -> Iterator[str]:
        yield paragraph(entry.name, self._paper.styles["Heading 2"], with_next=True)
        rows = [
            [self._cell(entry.name, columns=4, head=True)],
            *map(self._row, card_rows(entry.facts)),
        ]
        if entry.checklist:
            ticked = "\n".join(_TICK + item for item in entry.checklist)
            rows.append(self._labelled(self._words("book-checklist"), ticked))
        text = sum(len(cell.paragraphs) for row in rows for cell in row)
        together = len(rows) <= _SHORT_CARD and text <= _SHORT_TEXT
        widths = self._widths(_CARD_SHARES)
        yield table(rows, widths, self._paper.table_style, together=together)
        yield paragraph("")
        if entry.plan is not None:
            heading = self._words("book-plan")
            yield paragraph(heading, self._paper.styles["Heading 3"], with_next=True)
            for block in blocks_of(entry.plan):
                yield self._block(block)

    def _row(self, facts: Sequence[Fact]) -> list[Cell]:
        if len(facts) == 1:
            return self._labelled(facts[0].label, facts[0].text)
        return [cell for fact in facts for cell in self._pair(fact)]

    def _pair(self, fact: Fact) -> tuple[Cell, Cell]:
        return self._cell(fact.label, head=True), self._cell(fact.text)

    def _labelled(self, label: str, text: str) -> list[Cell]:
        return [self._cell(label, head=True), self._cell(text, columns=3)]

    def _cell(self, text: str, *, columns: int = 1, head: bool = False) -> Cell:
        return text_cell(text, self._paper.cell_style, columns=columns, head=head)

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return paragraph(_spans(_headed(block.runs)), with_next=True)
        if isinstance(block, Text):
            return paragraph(_spans(block.runs), depth=block.depth, marker=block.marker)
        if isinstance(block, Code):
            return paragraph([Span(block.text, mono=True)], depth=1)
        return self._grid(block)

    def _grid(self, grid: Grid) -> str:
        columns = max((len(row) for row in grid.rows), default=0)
        if not columns:
            return ""
        rows = [
            [
                self._runs_cell(_headed(runs) if at == 0 else runs, head=at == 0)
                for runs in (*row, *([()] * (columns - len(row))))
            ]
            for at, row in enumerate(grid.rows)
        ]
        widths = self._widths((1,) * columns)
        return table(rows, widths, self._paper.table_style) + paragraph("")

    def _runs_cell(self, runs: Sequence[Run], *, head: bool) -> Cell:
        return Cell(paragraph(_spans(runs), self._paper.cell_style), head=head)

    def _widths(self, shares: Sequence[int]) -> list[int]:
        return [self._paper.width * share // sum(shares) for share in shares]


def _headed(runs: Sequence[Run]) -> list[Run]:
    return [run._replace(bold=True) for run in runs]


def _spans(runs: Sequence[Run]) -> Iterator[Span]:
    """The stretches; a link's address stands after its words, since paper cannot be clicked."""
    for run in runs:
        yield Span(run.text, run.bold, run.italic, run.code)
        if run.link and run.link != run.text:
            yield Span(f" ({run.link})")
