"""How the cells of a workbook look, by what they hold and how their row is meant."""

from typing import Any

from rectify_cli.report.table import ColumnKind, Tone

_FONTS = {"zh": "Microsoft YaHei", "en": "Calibri"}
_LINE_HEIGHTS = {"zh": 16.5, "en": 13.5}
"""How high a line of these fonts is at ten points."""
_PLAIN: dict[str, Any] = {
    "font_size": 10, "valign": "top", "bottom": 4, "bottom_color": "#C9CFD6"
}  # fmt: skip
_HEAD: dict[str, Any] = {
    "font_size": 10, "bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8ECF1",
    "bottom": 1,
}  # fmt: skip
# The words say the same: a print in black and white loses nothing.
_TONES: dict[Tone, dict[str, Any]] = {
    "plain": {},
    "strong": {"bold": True},
    "faint": {"font_color": "#5A6572"},
    "good": {"font_color": "#1B6E35"},
    "calm": {"font_color": "#1F5A8A"},
    "notice": {"font_color": "#8A5A00"},
    "bad": {"font_color": "#B3261E"},
}
_DATE = "yyyy-mm-dd"


def font_of(language: str) -> str:
    """A font that has the language's characters wherever Office is."""
    return _FONTS.get(language, _FONTS["en"])


class Looks:
    """The formats of one workbook, each made when the first cell needs it."""

    def __init__(self, book: Any, language: str) -> None:  # noqa: ANN401 - xlsxwriter says no types
        self._book = book
        self._font = {"font_name": font_of(language)}
        self.line_height = _LINE_HEIGHTS.get(language, _LINE_HEIGHTS["en"])
        self._made: dict[tuple[str, Tone, bool, bool], Any] = {}
        self.head = book.add_format({**self._font, **_HEAD})
        self.title = book.add_format({**self._font, "bold": True, "font_size": 14})
        self.line = book.add_format(
            {**self._font, "font_size": 10, "text_wrap": True, "valign": "top"}
        )

    def of(self, kind: ColumnKind, tone: Tone, *, opens: bool = False, quoted: bool = False) -> Any:  # noqa: ANN401
        """The format of a cell.

        Args:
            kind: What its column holds.
            tone: How its row is meant.
            opens: A line stands above it: a day, a group begins.
            quoted: It stays a text when somebody edits it.
        """
        key = (kind, tone, opens, quoted)
        found = self._made.get(key)
        if found is None:
            look = {**self._font, **_PLAIN, **_TONES[tone]}
            if kind == "date":
                look |= {"num_format": _DATE, "align": "left"}
            elif kind == "number":
                look |= {"align": "center"}
            else:
                look |= {"text_wrap": True}
            if opens:
                look |= {"top": 1, "top_color": "#7B8794"}
            if quoted:
                look |= {"quote_prefix": True}
            found = self._made[key] = self._book.add_format(look)
        return found
