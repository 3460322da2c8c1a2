"""What the documents show, made real: plans whole, files beside them, commands run on them."""

import re
import shlex
import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.markdown import DOCUMENTS, ROOT, Block, blocks
from tests.terminal import on_screen

LANGUAGE = ROOT / "docs" / "plan-language.md"
_PROMPT = re.compile(r"[$>] (rectify\b.*)")


def shown_in(language: str) -> list[Block]:
    """All blocks of a language, in all documents."""
    return [block for path in DOCUMENTS for block in blocks(path) if block.language == language]


PLANS = [block for block in shown_in("yaml") if "file" not in block.notes]
SCREENS = shown_in("console")


def keys_of(text: str) -> list[str]:
    """The keys at the top of a YAML text."""
    return [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]


@cache
def head_of(document: Path) -> tuple[str, ...]:
    """The lines with which the fragments of a document begin: its own, else the language's."""
    for path in (document, LANGUAGE):
        for block in blocks(path):
            if "head" in block.notes:
                return tuple(block.text.splitlines())
    raise AssertionError("no document has a head")


def whole(block: Block) -> str:
    """The plan that a block shows, its head added where it leaves that out."""
    return completed(block.text, head_of(block.document))


def completed(text: str, head: Sequence[str]) -> str:
    """A plan whole: the lines of the head that it leaves out, then its own."""
    written = keys_of(text)
    if "rectify" in written:
        return text
    lacking = [line for line in head if line.partition(":")[0] not in written]
    return "".join(f"{line}\n" for line in lacking) + text


def lay_out_files(document: Path, folder: Path, beside: Block | None = None) -> None:
    """The files that a document shows, in a folder.

    Reports that stand behind a plan are that plan's alone: where `beside` is given, only those
    right behind it are laid out.
    """
    before: Block | None = None
    for block in blocks(document):
        is_report = ".progress/" in block.notes.get("file", "")
        is_of_another = is_report and beside is not None and before != beside
        before = block
        if "file" in block.notes and not is_of_another:
            path = folder / block.notes["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


def set_the_scene(block: Block, folder: Path) -> None:
    """The files that a command of a document is to find."""
    where = block.notes.get("in")
    plan = _plan_before(block)
    if where == "nothing":
        return
    if where == "plans" or plan is None:
        shutil.copytree(ROOT / "plans", folder / "plans")
        lay_out_files(block.document, folder)
        return
    lay_out_files(block.document, folder)
    text = whole(plan)
    if "typed" in block.notes:
        old, new = block.notes["typed"].split(" > ")
        assert text.count(old) == 1, f"{block.name}: '{old}' stands {text.count(old)} times"
        text = text.replace(old, new)
    (folder / "plan.yaml").write_text(text, encoding="utf-8")


def _plan_before(block: Block) -> Block | None:
    """The whole plan that a document showed last before a block."""
    shown = [
        plan
        for plan in PLANS
        if plan.document == block.document
        and plan.line < block.line
        and "rectify" in keys_of(plan.text)
        and "head" not in plan.notes
    ]
    return shown[-1] if shown else None


def redrawn(block: Block) -> list[str]:
    """The lines of a screen as the program shows it now: each command, and what it leaves."""
    lines: list[str] = []
    with TemporaryDirectory() as folder:
        set_the_scene(block, Path(folder))
        for command in _commands(block):
            screen = on_screen(Path(folder), *shlex.split(command)[1:])
            lines += ["", f"$ {command}", *screen.strip("\n").splitlines()]
    return lines[1:]


def _commands(block: Block) -> Iterator[str]:
    for line in block.text.splitlines():
        prompt = _PROMPT.fullmatch(line)
        if prompt is not None:
            yield prompt[1]
