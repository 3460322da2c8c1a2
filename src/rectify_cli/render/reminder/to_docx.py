"""Slips for what is overdue (督办单) as a Word document, a page for each unit or leader."""

from collections.abc import Iterator, Sequence

from rectify_cli.render.clean import clean_line
from rectify_cli.render.office.texts import office_text
from rectify_cli.render.word.body import page_break, paragraph, table, text_cell
from rectify_cli.render.word.document import Paper
from rectify_cli.report.edition import Edition
from rectify_cli.report.reminders import Errand, Reminder
from rectify_cli.report.words import Words

_HEAD = ("no", "title", "return-due", "slip-overdue", "deliverable", "slip-answer")
_SHARES = (7, 27, 15, 17, 15, 19)
"""The columns' shares of the page's width, in hundredths."""
_LONGEST = 2_000


def to_docx(
    slips: Sequence[Reminder],
    language: str,
    edition: Edition | None = None,
    template: bytes | None = None,
) -> bytes:
    """The document's bytes; the same slips give the same bytes.

    Args:
        slips: Who is late with what, each of them a page.
        language: The language of the words.
        edition: What every page says at its foot.
        template: A Word file whose pages, styles, head and foot it takes.
    """
    words = Words(language)
    paper = Paper(language, template)
    body = paragraph(words("remind-nobody"))
    if slips:
        body = page_break().join("".join(_slip(slip, words, paper)) for slip in slips)
    return paper.written(body, words("slip-title"), edition)


def _slip(slip: Reminder, words: Words, paper: Paper) -> Iterator[str]:
    yield paragraph(words("slip-title"), paper.styles["Title"], centred=True)
    yield paragraph(_one_line(words("slip-to", name=slip.name)))
    day = words.full(slip.as_of)
    yield paragraph(_one_line(words("slip-from", plan=slip.plan_title, day=day)))
    yield paragraph(words("slip-asks"))
    style = paper.cell_style
    head = [text_cell(words(key), style, head=True) for key in _HEAD]
    rows = (
        [text_cell(_one_line(text), style) for text in _cells(errand, words)]
        for errand in slip.errands
    )
    widths = [paper.width * share // 100 for share in _SHARES]
    yield table([head, *rows], widths, paper.table_style)
    yield paragraph("")
    yield paragraph(words("slip-signed"))


def _cells(errand: Errand, words: Words) -> tuple[str, ...]:
    late = words.workdays(errand.overdue)
    return (errand.no, errand.title, errand.due.isoformat(), late, errand.deliverable, "")


def _one_line(text: str) -> str:
    """What a cell of a slip may hold: one line, of a sensible length."""
    return office_text(clean_line(text), _LONGEST)
