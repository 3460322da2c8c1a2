"""The screen: data to stdout, everything else to stderr, all of it cleaned on the way.

What cannot be written ends the command: 141 where the reader went away, 2 where the disk is full.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TextIO

from rectify_cli.foundation.struct import Struct
from rectify_cli.render.cells import cell_width
from rectify_cli.render.clean import clean, clean_json, json_without_commands, without_commands

_BETWEEN = "    "

ColourChoice = Literal["auto", "always", "never"]


class ReaderGone(Exception):  # noqa: N818 - no error: somebody has read enough
    """The other end of the pipe was closed."""


class OutputLost(Exception):  # noqa: N818 - the boundary says it in words
    """Standard output is closed, or what it writes to is full."""


class Console(Struct):
    """Where output goes and how it may look.

    `width` is the columns of the terminal that stdout is, None where it is none: then there are
    no colours (unless asked for), no boxes, no folding, and tables are separated by tabs.
    `runner`: GitHub's runner reads along. `hints`: a person sees stderr.
    """

    out: TextIO | None
    err: TextIO | None
    width: int | None
    colour: bool
    runner: bool
    hints: bool

    def put(self, text: str) -> None:
        """Write data, cleaned, as it is: whoever calls ends its lines."""
        self.put_clean(clean(text))

    def put_clean(self, text: str) -> None:
        """Write data whose parts were cleaned when it was rendered: colours, tabs stay."""
        _write(self.out, without_commands(text) if self.runner else text)

    def put_lines(self, lines: Iterable[str]) -> None:
        """Write clean lines as they are made."""
        for line in lines:
            self.put_clean(line)

    def put_json(self, text: str) -> None:
        """Write JSON, in ASCII where the output's encoding is not UTF-8."""
        text = clean_json(text)
        if self.runner:
            text = json_without_commands(text)
        _write(self.out, text if self.speaks_utf8 else _ascii_json(text))

    def put_xml(self, text: str) -> None:
        """Write XML whose texts were escaped, in ASCII where the output's encoding is not UTF-8."""
        _write(self.out, text if self.speaks_utf8 else _ascii_xml(text))

    def put_commands(self, text: str) -> None:
        """Write commands that GitHub's runner is to carry out; what they say was escaped."""
        _write(self.out, text)

    def tell(self, text: str) -> None:
        """Say something about the data, a line on stderr."""
        line = clean(text) + "\n"
        self.tell_again(without_commands(line) if self.runner else line)

    def put_again(self, text: str) -> None:
        """Write what went through this console to stdout before."""
        _write(self.out, text)

    def tell_again(self, text: str) -> None:
        """Write what went through this console to stderr before."""
        if self.err is None:
            return
        try:
            self.err.write(text)
            self.err.flush()
        except (OSError, ValueError):
            return  # nobody listens

    def hint(self, text: str) -> None:
        """Say what to type next, on stderr, if a person is there to type it."""
        if self.hints:
            for line in text.split("\n"):
                for part in packed(line.split(_BETWEEN), self.width):
                    self.tell(part)

    def flush(self) -> None:
        """Hand everything that was written to the system."""
        if self.out is not None:
            _guarded(self.out.flush)

    @property
    def speaks_utf8(self) -> bool:
        """Whether every character can be written."""
        encoding = (getattr(self.out, "encoding", None) or "ascii").casefold()
        return encoding.replace("-", "").replace("_", "") in {"utf8", "cp65001"}


def packed(parts: Iterable[str], width: int | None) -> list[str]:
    """The parts of a hint in as few lines as fit the columns; none is cut."""
    lines = [""]
    for part in parts:
        longer = _BETWEEN.join(filter(None, (lines[-1], part)))
        if lines[-1] and width is not None and cell_width(longer) > width:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def console(
    out: TextIO | None, err: TextIO | None, environment: Mapping[str, str], colour: ColourChoice
) -> Console:
    """The console of this process. Characters that an encoding lacks will be written as escapes."""
    for stream in (out, err):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    terminal = _is_terminal(out)
    return Console(
        out,
        err,
        width=_columns(out, environment) if terminal else None,
        colour=_in_colour(colour, environment, terminal=terminal),
        runner=environment.get("GITHUB_ACTIONS") == "true",
        hints=terminal and _is_terminal(err),
    )


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _columns(out: TextIO | None, environment: Mapping[str, str]) -> int:
    told = environment.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and 0 < int(told[:6]) < 10_000:
        return int(told[:6])
    try:
        return os.get_terminal_size(out.fileno()).columns or 80 if out is not None else 80
    except (OSError, ValueError):
        return 80


def _in_colour(choice: ColourChoice, environment: Mapping[str, str], *, terminal: bool) -> bool:
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        raise OutputLost("it is closed")
    _guarded(lambda: stream.write(text))


def _guarded(act: Callable[[], object]) -> None:
    try:
        act()
    except BrokenPipeError as error:
        raise ReaderGone from error
    except (OSError, ValueError) as error:
        raise OutputLost(getattr(error, "strerror", None) or "it is closed") from error


def _ascii_json(text: str) -> str:
    if text.isascii():
        return text
    escaped = []
    for character in text:
        if character.isascii():
            escaped.append(character)
        else:
            units = character.encode("utf-16-be", "surrogatepass").hex()
            escaped += [f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)]
    return "".join(escaped)


def _ascii_xml(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
