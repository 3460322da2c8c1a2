"""The caret stands under what is wrong, whatever the line and the width."""

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.foundation.source import SourceText
from rectify_cli.render.cells import cell_width
from rectify_cli.render.diagnostics.excerpt import excerpt

_LINES = st.text(st.sampled_from("ab 动员会\t\x1b，😀"), max_size=300)


@given(_LINES, st.data(), st.integers(0, 200))
def test_the_caret_stands_inside_the_line(line: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    source = SourceText("p.yaml", f"first\n{line}\nlast\n")
    shown = excerpt(source, source.span(6 + start, 6 + end), room)
    assert shown.length >= 1
    assert shown.indent + shown.length <= max(cell_width(shown.text), shown.indent + 1)
    assert cell_width(shown.text) <= max(room, 24) + 6


def test_wide_characters_push_the_caret() -> None:
    source = SourceText("p.yaml", "标题: x\n")
    shown = excerpt(source, source.span(4, 5), 80)
    assert (shown.text, shown.indent, shown.length) == ("标题: x", 6, 1)


def test_a_long_line_is_cut_round_the_place() -> None:
    source = SourceText("p.yaml", "a" * 1000 + "bcd" + "e" * 1000)
    shown = excerpt(source, source.span(1000, 1003), 40)
    assert shown.text[shown.indent : shown.indent + shown.length] == "bcd"
    assert shown.text.startswith("...a")
    assert shown.text.endswith("e...")


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    source = SourceText("p.yaml", "a: {b: 1,\n  c: 2}\n")
    shown = excerpt(source, source.span(3, 17), 80)
    assert (shown.text, shown.indent, shown.length) == ("a: {b: 1,", 3, 6)


def test_a_place_behind_the_last_line() -> None:
    source = SourceText("p.yaml", "")
    shown = excerpt(source, source.span(0, 0), 80)
    assert (shown.text, shown.indent, shown.length) == ("", 0, 1)
