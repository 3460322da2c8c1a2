"""The one cleaning at the edge: whatever a file says, a terminal and a CI log only show it.

Control characters, C1 and everything that turns the reading direction become visible escapes.
Where GitHub's runner reads along, what it would take for a command is broken up.
"""

import re

# Line ends are the caller's own; a tab in data would shift what follows it.
# Not compiled until a text holds something unusual: that takes half a millisecond of every start.
_DANGEROUS = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but the line end, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reading direction
    "\u2028\u2029"  # line ends of Unicode
    "\ud800-\udfff"  # halves of characters
    "\ufeff\U000e0000-\U000e007f]"  # marks and tags that nobody sees
)
_COMMAND_LINE = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_COMMAND_ANYWHERE = re.compile(r"##(?=\w*\[)")


def clean(text: str) -> str:
    """The text with every character that could act made visible; line ends stay."""
    # Asked first, since it takes half of the search's time.
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_DANGEROUS, _visible, text)


def clean_line(text: str) -> str:
    """The text as one line: line ends become visible too."""
    # Most lines hold nothing else, and thousands of findings have several each.
    return text if text.isprintable() else clean(text.replace("\n", "\\n"))


def clean_json(text: str) -> str:
    """JSON text in which the same characters are escaped, so that it still says the same."""
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_DANGEROUS, _json_escape, text)


def without_commands(text: str) -> str:
    """Whole lines in which a CI runner finds no command.

    It acts on `::command` at a line's beginning, blanks aside, and on `##[command]` anywhere.
    """
    if "::" in text:
        text = _COMMAND_LINE.sub(r"\1:\\", text)
    return _COMMAND_ANYWHERE.sub(r"#\\#", text) if "##" in text else text


def json_without_commands(text: str) -> str:
    """The same for JSON, where a mark stands only in a string and may be escaped there."""
    return _COMMAND_ANYWHERE.sub(r"#\\u0023", text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\t":
        return "\\t"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(match: re.Match[str]) -> str:
    if match[0] in "\t\r":  # blanks between the values
        return match[0]
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
