"""A rule's page → text for people, and a line for each rule where none is asked for."""

from collections.abc import Iterator, Sequence

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.cells import cell_width, pad_to_cells
from rectify_cli.render.diagnostics.found import Look
from rectify_cli.render.diagnostics.words import finding_words
from rectify_cli.render.fold import fold
from rectify_cli.render.paint import Piece, paint
from rectify_cli.render.spoken import spoken
from rectify_cli.report.rule_page import UNREAD, UTF_8, ExampleFile, RulePage, headings
from rectify_cli.report.table import Tone

_INDENT = "  "
_WIDEST = 80


class _Silence(Struct):
    """How a rule is silenced: the heading, the places, what to write there instead of a reason."""

    heading: str
    line: str
    plan: str
    run: str
    why: str


_SILENCE = (
    say("How to silence it"),
    say("on one line"),
    say("in the plan"),
    say("in one run"),
    say("why"),
)


def page_text(page: RulePage, look: Look) -> str:
    """The whole page, folded to at most 80 columns where it goes to a terminal."""
    width = look.width and min(look.width, _WIDEST)
    return paint(list(_page(page, width, look.language)), colour=look.colour)


def list_text(pages: Sequence[RulePage], look: Look) -> str:
    """A line for each rule; without a terminal, three columns with tabs between them."""
    names = finding_words(look.language).severity
    if look.width is None:
        rows = [(page.rule.name, page.rule.severity, page.summary) for page in pages]
        return "".join("\t".join(row) + "\n" for row in rows)
    widest = max(len(page.rule.name) for page in pages)
    column = max(cell_width(name) for name in names.values())
    pieces: list[Piece] = []
    for page in pages:
        severity = pad_to_cells(names[page.rule.severity], column)
        pieces += [
            (f"{page.rule.name:<{widest}}  ", "strong"),
            (f"{severity}  ", _tone(page)),
            (f"{page.summary}\n", "plain"),
        ]
    return paint(pieces, colour=look.colour)


def more_of_one(rule: str, language: str) -> str:
    """What to type next after the list, a rule for instance."""
    return spoken(say("The whole page of a rule:  rectify explain {rule}", rule=rule), language)


def _silence(language: str) -> _Silence:
    return _Silence(*(spoken(each, language) for each in _SILENCE))


def _tone(page: RulePage) -> Tone:
    return "bad" if page.rule.severity == "error" else "notice"


def _page(page: RulePage, width: int | None, language: str) -> Iterator[Piece]:
    severity = f"{finding_words(language).severity[page.rule.severity]}[{page.rule.name}]"
    sentence, *more = fold(f"{severity}: {page.summary}", width)
    yield severity, _tone(page)
    yield sentence.removeprefix(severity) + "\n", "plain"
    for line in more:
        yield f"{line}\n", "plain"
    asks, why, bad, good, notes = headings(language)
    yield from _prose(asks, page.asks, width)
    yield from _prose(why, page.why, width)
    yield from _example(bad, page.bad, language)
    yield from _example(good, page.good, language)
    yield from _prose(notes, page.notes, width)
    yield from _how_to_silence(page.rule.name, _silence(language))


def _heading(heading: str) -> Iterator[Piece]:
    yield "\n", "plain"
    yield heading, "strong"
    yield "\n", "plain"


def _prose(heading: str, paragraphs: Sequence[str], width: int | None) -> Iterator[Piece]:
    if not paragraphs:
        return
    yield from _heading(heading)
    for number, paragraph in enumerate(paragraphs):
        yield ("\n" if number else ""), "plain"
        for line in fold(paragraph, width and width - len(_INDENT)):
            yield f"{_INDENT}{line}\n", "plain"


def _example(heading: str, files: Sequence[ExampleFile], language: str) -> Iterator[Piece]:
    if not files:
        return
    yield from _heading(heading)
    for number, file in enumerate(files):
        if number:
            yield f"\n{_INDENT}{file.name}\n", "faint"
        if file.encoding != UTF_8:
            saved = spoken(say("saved as {encoding}:", encoding=file.encoding.upper()), language)
            yield f"{_INDENT}{saved}\n", "faint"
        for line in file.text.splitlines():
            yield f"{_INDENT}{_INDENT}{line}".rstrip() + "\n", "plain"


def _how_to_silence(rule: str, words: _Silence) -> Iterator[Piece]:
    yield from _heading(words.heading)
    ways = {words.run: f"rectify check --ignore {rule}"}
    if rule not in UNREAD:
        ways = {
            words.line: f"# rectify: ignore {rule}, {words.why}",
            words.plan: f"check: {{ignore: {{{rule}: {words.why}}}}}",
            **ways,
        }
    widest = max(cell_width(place) for place in ways)
    for place, typed in ways.items():
        yield f"{_INDENT}{pad_to_cells(place, widest)}  {typed}\n", "plain"
