"""A list that a person pastes at the terminal, or that a pipe brings: standard input as bytes."""

import os
import select
import sys
from collections.abc import Iterator
from typing import BinaryIO

from rectify_cli.cli.console import Console

_STILL_COMING = 0.2
"""Seconds: what is pasted comes at once, and a list from a chat has empty lines in it."""


def pasted(most: int, screen: Console, prompt: str) -> bytes:
    """At most so many bytes of standard input; at a terminal up to an empty line."""
    stream = sys.stdin.buffer
    if not sys.stdin.isatty():
        return stream.read(most)
    screen.tell(prompt)
    return b"".join(_lines(stream))[:most]


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines that are typed or pasted; empty ones before and within them end nothing."""
    begun = False
    for line in iter(stream.readline, b""):
        if not line.strip():
            if begun and not _more_is_coming(stream):
                return
        else:
            begun = True
        yield line


def _more_is_coming(stream: BinaryIO) -> bool:
    if os.name == "nt":
        return False  # consoles cannot be waited for
    try:
        ready, _, _ = select.select([stream], [], [], _STILL_COMING)
    except (OSError, ValueError):
        return False
    return bool(ready)
