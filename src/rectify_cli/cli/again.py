"""A view of which nothing has changed is said again, without the modules that would make it.

`main` asks here before it dispatches; what a view writes is copied on its way to the screen.
"""

from collections.abc import Callable
from typing import TextIO, cast

from rectify_cli.app.here import Here
from rectify_cli.app.kept.answers import Answer, Stream, answer_anew, answer_key, recall_answer
from rectify_cli.cli.console import Console
from rectify_cli.cli.global_options import GlobalOptions


def said_again(
    options: GlobalOptions, screen: Console, here: Here, view: Callable[[Console], int]
) -> int:
    """The exit code of a view, which is made anew only if anything it looks at has changed."""
    key = answer_key((*options.rest, repr(options[1:])), _facts(screen), here)
    if key is None:
        return view(screen)
    known = recall_answer(key, here)
    if known is not None:
        for stream, text in known.said:
            (screen.put_again if stream == "out" else screen.tell_again)(text)
        return known.code
    said: list[tuple[Stream, str]] = []
    copied = screen._replace(
        out=_copied(screen.out, "out", said), err=_copied(screen.err, "err", said)
    )
    return answer_anew(key, here, lambda: Answer(view(copied), tuple(said))).code


def _facts(screen: Console) -> tuple[object, ...]:
    """All that the words on a screen depend on."""
    encodings = (getattr(each, "encoding", None) for each in (screen.out, screen.err))
    return (*screen[2:], *encodings, screen.out is None, screen.err is None)


class _Copied:
    """A stream that remembers what was written to it; in all else, the stream itself."""

    def __init__(self, stream: TextIO, name: Stream, said: list[tuple[Stream, str]]) -> None:
        self._stream = stream
        self._name = name
        self._said = said

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        self._said.append((self._name, text))
        return self._stream.write(text)


def _copied(stream: TextIO | None, name: Stream, said: list[tuple[Stream, str]]) -> TextIO | None:
    return None if stream is None else cast("TextIO", _Copied(stream, name, said))
