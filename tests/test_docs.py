"""The documents are true: commands run, screens are what is seen, links lead somewhere."""

import re
import shlex
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.global_options import GLOBAL_OPTIONS
from tests.cli_parameters import parameters
from tests.commands.program import rectify
from tests.generate import stale_files
from tests.markdown import DOCUMENTS, ROOT, Block, blocks, codes, links
from tests.scenes import SCREENS, redrawn, set_the_scene, shown_in

CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
_COMMAND = re.compile(r"(?:\.venv/bin/)?rectify\b(?P<words>.*)")
# How it is set up is compared with what CI does.
_MODULE = re.compile(r"\.venv/bin/python -m ([\w.]+).*")
_SETS_UP = ("python3 -m venv .venv", ".venv/bin/pip install ")
_TEXTS = {".py", ".md", ".yaml", ".toml", ".csv", ".json", ".txt", ".expect", ""}


def _commands(block: Block) -> Iterator[str]:
    for line in block.text.splitlines():
        yield from (each.strip() for each in line.split(" && "))


@pytest.mark.parametrize("block", shown_in("sh"), ids=lambda block: block.name)
def test_a_command_runs(block: Block, tmp_path: Path) -> None:
    set_the_scene(block, tmp_path)
    for command in _commands(block):
        found = _COMMAND.fullmatch(command)
        if found is None:
            module = _MODULE.fullmatch(command)
            assert command.startswith(_SETS_UP) or (module and find_spec(module[1])), command
            continue
        words = shlex.split(found["words"])
        target = words.index(">") if ">" in words else len(words)
        ran = rectify(tmp_path, *words[:target])
        assert ran.code == 0, ran.err
        if target < len(words):
            (tmp_path / words[target + 1]).write_text(ran.out, encoding="utf-8")


@pytest.mark.parametrize("block", SCREENS, ids=lambda block: block.name)
def test_a_screen_is_what_the_program_shows(block: Block) -> None:
    assert block.text.splitlines() == redrawn(block), "python -m tests.generate"


def test_what_sets_up_and_tests_is_the_same_everywhere() -> None:
    first, second = (block.text for block in blocks(ROOT / "README.md") if block.language == "sh")
    contributing = next(b.text for b in blocks(ROOT / "CONTRIBUTING.md") if b.language == "sh")
    assert second == contributing
    assert f"\n{second}" in CI
    make, install, build = first.rstrip().split(" && ")
    assert second.startswith(f"{make} && {install.removesuffix(' .')} ")
    assert build.startswith(".venv/bin/rectify plan build plans/")


_CODES = sorted({code for document in DOCUMENTS for code in codes(document)})


@pytest.mark.parametrize("code", [code for code in _CODES if code.startswith("rectify ")])
def test_a_command_that_is_named_is_one(code: str) -> None:
    words = code.split()[1:]
    if words[0].startswith("-") or words in [[group] for group in GROUPS]:
        return
    name = next(each for each in (words[0], " ".join(words[:2])) if each in COMMANDS)
    assert {word for word in words if word.startswith("-")} <= _options(name) | _EVERYWHERE


_EVERYWHERE = {option.split()[0] for option in GLOBAL_OPTIONS}


def _options(name: str) -> set[str]:
    return {option for each in parameters(name) for option in each.opts}


@pytest.mark.parametrize("code", [code for code in _CODES if re.match("--?[a-z]", code)])
def test_an_option_that_is_named_is_one_of_some_command(code: str) -> None:
    assert code.split(maxsplit=1)[0] in _EVERYWHERE.union(*map(_options, COMMANDS))


_SOURCE = ROOT / "src" / "rectify_cli"
_FOLDERS = {path.name for folder in (ROOT, _SOURCE) for path in folder.iterdir() if path.is_dir()}
_PATHS = [code for code in _CODES if re.fullmatch(r"[\w.-]+(/[\w.*<>-]+)+/?|[\w.-]+/", code)]


@pytest.mark.parametrize("code", [each for each in _PATHS if each.split("/")[0] in _FOLDERS])
def test_a_path_that_is_named_is_there(code: str) -> None:
    pattern = re.sub("<[^>]*>", "*", code.rstrip("/"))
    assert any(any(folder.glob(pattern)) for folder in (ROOT, _SOURCE))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in links(document):
        if not target.startswith(("https://", "mailto:")):
            path, _, part = target.partition("#")
            led = document.parent / path if path else document
            assert led.is_file(), target
            assert not part or part in _anchors(led), target


@pytest.mark.parametrize("plan", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda p: p.name)
def test_an_editor_finds_the_schema_that_a_plan_names(plan: Path) -> None:
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", plan.read_text(encoding="utf-8"))
    assert named is None or (plan.parent / named[1]).resolve() == ROOT / "docs/plan.schema.json"


def _anchors(document: Path) -> set[str]:
    """What the headings of a document are called in links, as GitHub does."""
    headings = re.findall(r"(?m)^#+ (.*)$", document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def test_generated_files_are_current() -> None:
    assert [path for path, _ in stale_files()] == [], "python -m tests.generate"


def _tracked() -> Iterator[Path]:
    """The text files that make up the project."""
    for path in ROOT.iterdir():
        # In a second working tree .git is a file.
        no_part = path.name == ".git" or path.name.startswith(".coverage")
        if path.is_file() and path.suffix in _TEXTS and not no_part:
            yield path
    for folder in ("src", "tests", "docs", "plans", ".ci"):
        for path in sorted((ROOT / folder).rglob("*")):
            hidden = any(
                part.startswith((".", "__")) for part in path.relative_to(ROOT).parts[1:-1]
            )
            if path.is_file() and path.suffix in _TEXTS and not hidden:
                yield path


# Each is put together here, so that this file does not name it.
_OF_A_MACHINE = "|".join(
    [
        rf"(?<![\w.)/]){'/'}(?:work|root)(?=[/\s\"'`),]|$)",
        f"{'/'}tmp/venv",
        f"{'py'}pi\\.org",
        f"{'python'}hosted\\.org",
        f"{'issue'} #",
    ]
)
_OF_PROSE = rf"\b{'ses' + 'sion'}\b"


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    found = []
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", errors="replace")
        asked = _OF_A_MACHINE
        if path.suffix in {".md", ".yaml", ".toml"}:
            asked = f"{asked}|{_OF_PROSE}"
        for match in re.finditer(asked, text, re.MULTILINE | re.IGNORECASE):
            line = text.count("\n", 0, match.start()) + 1
            found.append(f"{path.relative_to(ROOT).as_posix()}:{line}: {match.group()}")
    assert not found, "\n".join(found)
