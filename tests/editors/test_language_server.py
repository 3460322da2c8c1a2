"""What an editor marks while a plan is typed: by the language server, and by the schema alone.

The server is npm's `yaml-language-server`, in `node_modules` here or on the path.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from rectify_cli.app.init import SCHEMA_FILE, TEMPLATES
from rectify_cli.app.schema import schema_text
from tests.commands.program import rectify, write
from tests.editors.language_server import Server, command, running
from tests.golden.test_diagnostics import found_in
from tests.markdown import ROOT

LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
HEAD = f"{LINE}rectify: 1\ntitle: 计划\nstart: 2026-03-02\ndeadline: 2026-12-31\n"
EXAMPLES = sorted((ROOT / "plans").glob("*.yaml"))
STARTERS = [f"{template}.{language}" for template in TEMPLATES for language in ("en", "zh")]
_START = command()


@dataclass(frozen=True, slots=True)
class Case:
    """What is added to a plan, the key in it that is unknown, and the keys that lead to it."""

    text: str
    key: str
    within: tuple[str | int, ...] = ()


CASES = {
    "plan": Case("asert: []\n", "asert"),
    "calendar": Case("calendar:\n  country: CN\n  weak: [mon]\n", "weak", ("calendar",)),
    "owner": Case("owners: {ana: {title: Ana, capacty: 1}}\n", "capacty", ("owners", "ana")),
    "task": Case("tasks:\n  a:\n    duratoin: 3d\n", "duratoin", ("tasks", "a")),
    "task in a phase": Case(
        "phases:\n  p:\n    tasks:\n      a: {duration: 1d}\n      b: {duration: 1d, aftr: a}\n",
        "aftr",
        ("phases", "p", "tasks", "b"),
    ),
    "task in a summary": Case(
        "tasks:\n  s:\n    tasks:\n      a:\n        ownr: x\n",
        "ownr",
        ("tasks", "s", "tasks", "a"),
    ),
    "fan-out": Case(
        "owners: {u: {kind: organ}}\ngroups: {g: {kind: organ}}\n"
        "tasks:\n  a: {each: g, exept: [u]}\n",
        "exept",
        ("tasks", "a"),
    ),
    "behind Chinese": Case(
        "tasks:\n  动员: {title: 全市动员部署会, durtion: 1d}\n", "durtion", ("tasks", "动员")
    ),
    "behind pairs of units": Case(
        "tasks:\n  a: {title: 😀😀, durtion: 1d}\n", "durtion", ("tasks", "a")
    ),
    "link": Case(
        "tasks:\n  a: {duration: 1d}\n  b: {after: [{task: a, lagg: 1d}]}\n",
        "lagg",
        ("tasks", "b", "after"),
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `rectify init` leaves it, but for the plan."""
    made = tmp_path_factory.mktemp("plans")
    (made / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    if _START is None:
        pytest.skip("no yaml-language-server: npm install --prefix . yaml-language-server")
    with running(_START, folder) as started:
        yield started


def place_in_units(text: str, key: str) -> dict[str, Any]:
    """Where a key stands, as editors count: from 0, in units of UTF-16."""
    before = text[: text.index(f"{key}:")]
    left = before.rpartition("\n")[2]
    line, begin = before.count("\n"), len(left.encode("utf-16-le")) // 2
    return {
        "start": {"line": line, "character": begin},
        "end": {"line": line, "character": begin + len(key)},
    }


@pytest.mark.parametrize("name", CASES)
def test_an_editor_marks_an_unknown_key_where_it_stands(
    server: Server, folder: Path, name: str
) -> None:
    text = HEAD + CASES[name].text
    told = server.diagnostics(folder / f"{name}.yaml", text)
    assert place_in_units(text, CASES[name].key) in [each["range"] for each in told]


@pytest.mark.parametrize("name", CASES)
def test_the_check_reports_the_same_key_at_the_same_place(tmp_path: Path, name: str) -> None:
    text = HEAD + CASES[name].text
    write(tmp_path, "plan.yaml", text)
    (found,) = [
        each.span for each in found_in(tmp_path, "plan.yaml").findings if each.rule == "unknown-key"
    ]
    line = text.splitlines()[found.line - 1]
    assert line[found.column - 1 : found.end_column - 1] == CASES[name].key
    assert found.line - 1 == place_in_units(text, CASES[name].key)["start"]["line"]


@pytest.mark.parametrize("name", CASES)
def test_the_schema_refuses_the_same_key_at_the_same_place(name: str) -> None:
    case = CASES[name]
    plan = yaml.safe_load(HEAD + case.text)
    plan["start"], plan["deadline"] = "2026-03-02", "2026-12-31"
    found = list(_innermost(Draft202012Validator(json.loads(schema_text())).iter_errors(plan)))
    assert [each for each in found if f"'{case.key}'" in each.message], found
    for each in found:
        if f"'{case.key}'" in each.message:
            assert tuple(each.absolute_path)[: len(case.within)] == case.within


def _innermost(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """The errors, those of alternatives one by one."""
    for error in errors:
        yield error
        yield from _innermost(error.context or ())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_editor_has_nothing_against_an_example(server: Server, path: Path) -> None:
    assert server.diagnostics(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", STARTERS)
def test_an_editor_has_nothing_against_a_starter(server: Server, tmp_path: Path, name: str) -> None:
    template, language = name.split(".")
    rectify(tmp_path, "init", "--template", template, "--lang", language)
    path = tmp_path / "plan.yaml"
    assert server.diagnostics(path, path.read_text(encoding="utf-8")) == []


def test_an_editor_offers_the_keys_of_a_task(server: Server, folder: Path) -> None:
    path, text = folder / "begun.yaml", f"{HEAD}tasks:\n  a:\n    dur\n"
    server.diagnostics(path, text)
    offered = server.completions(path, len(text.splitlines()) - 1, 7)
    assert {"duration", "deadline", "after"} <= set(offered)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_examples_first_line_names_the_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert named != first
    assert (path.parent / named).read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("name", STARTERS)
def test_a_starters_first_line_names_the_schema_beside_it(tmp_path: Path, name: str) -> None:
    template, language = name.split(".")
    rectify(tmp_path, "init", "--template", template, "--lang", language)
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8").startswith(LINE)
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()


def test_a_schema_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, SCHEMA_FILE, "mine")
    assert rectify(tmp_path, "init").code == 0
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == "mine"
