"""Runs the program in this process, with streams, folder and environment of its own."""

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from rectify_cli.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a run came to."""

    code: int
    out: str
    err: str


def rectify(folder: Path, *words: str, encoding: str = "utf-8", **environment: str) -> Ran:
    """Run a command line in a folder; nothing of the tests' own environment is seen."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
    environment = {"RECTIFY_NO_CACHE": "1", "HOME": str(folder), **environment}
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        code = main(words, environment)
    return Ran(code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(stream.encoding)


GOOD = """\
rectify: 1
title: A small plan
start: 2026-03-02
deadline: 2026-04-03
owners: {a: {title: Ana}}
tasks:
  first: {title: The first, no: 1, owner: a, duration: 3d}
  second: {title: The second, no: 2, owner: a, after: first, duration: 2d}
"""

LATE = GOOD.replace("2026-04-03", "2026-03-05")
BROKEN = GOOD.replace("after: first", "after: frist")


def write(folder: Path, name: str, text: str) -> Path:
    """A file in a folder, with the folders around it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path
