"""Running text is folded at blanks, beside Chinese characters, and not before a closing mark."""

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.render.cells import cell_width
from rectify_cli.render.fold import fold

_TEXTS = st.text("ab ，。（）任务日程 `", min_size=1, max_size=200).map(
    lambda text: " ".join(text.split())
)


def test_chinese_is_cut_anywhere_but_before_a_closing_mark() -> None:
    assert fold("任务排在休息日的，提示在那一天上，不提示别的。", 24) == [
        "任务排在休息日的，提示在",
        "那一天上，不提示别的。",
    ]
    assert fold("任务排在休息日也要提示的，不提示别的。", 24) == [
        "任务排在休息日也要提示",
        "的，不提示别的。",
    ]


def test_words_are_kept_whole() -> None:
    assert fold("日历可以用 rectify calendar show 列出来", 24) == [
        "日历可以用 rectify",
        "calendar show 列出来",
    ]


@given(_TEXTS, st.integers(24, 60))
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    lines = fold(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_width(line) <= width for line in lines)
