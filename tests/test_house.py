"""The house: a floor imports only floors below it, files and functions stay small."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "rectify_cli"
MODULES = sorted(SOURCE.rglob("*.py"))

_CORE = ("foundation", "syntax", "plan", "workdays", "schedule")
_FLOORS: dict[str, tuple[str, ...]] = {
    "foundation": (),
    "syntax": ("foundation",),
    "plan": ("foundation", "syntax"),
    "workdays": ("foundation", "plan"),
    "schedule": ("foundation", "plan", "workdays"),
    "progress": ("foundation", "plan", "workdays", "schedule"),
    "report": ("foundation", "plan", "workdays", "schedule", "progress"),
    "render": ("foundation", "report"),
    "intake": ("foundation", "syntax", "plan", "progress"),
    "store": ("foundation",),
    "app": (*_CORE, "progress", "report", "render", "intake", "store"),
    "cli": ("foundation", "app", "render"),
}
_THIRD_PARTY: dict[str, set[str]] = {
    "syntax": {"yaml"},
    "plan": {"pydantic", "pydantic_core"},
    "workdays": {"holidays", "dateutil"},
    "schedule": {"dateutil", "ortools"},
    "render": {"rich", "jinja2", "xlsxwriter", "docx", "icalendar", "markdown_it", "typst"},
    "intake": {"openpyxl", "defusedxml"},
    "cli": {"typer", "rich"},
}
_OURS = "rectify_cli"
_TOUCHES_THE_WORLD = {
    "os", "pathlib", "shutil", "socket", "subprocess", "sys", "tempfile", "urllib",
}  # fmt: skip
_VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base"}


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _floor(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else ""


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)}:{node.lineno} imports relatively"
            yield node.module or ""


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", [p for p in MODULES if _floor(p)], ids=_name)
def test_a_floor_imports_only_floors_below_it(path: Path) -> None:
    floor = _floor(path)
    allowed = {floor, "", *_FLOORS[floor]}
    for module in _imports(path):
        root, _, rest = module.partition(".")
        if root == _OURS:
            assert rest.partition(".")[0] in allowed, f"{floor} imports {module}"


@pytest.mark.parametrize("path", [p for p in MODULES if _floor(p)], ids=_name)
def test_a_floor_uses_only_its_libraries(path: Path) -> None:
    known = {name for names in _THIRD_PARTY.values() for name in names} | {"click"}
    foreign = {module.partition(".")[0] for module in _imports(path)} & known
    assert foreign <= _THIRD_PARTY.get(_floor(path), set())


@pytest.mark.parametrize(
    "path", [p for p in MODULES if _floor(p) not in {"", "app", "cli", "store"}], ids=_name
)
def test_only_two_rooms_touch_the_world(path: Path) -> None:
    touched = {module.partition(".")[0] for module in _imports(path)} & _TOUCHES_THE_WORLD
    # The library's own package is searched in `sys.modules`, and Python's version asked for.
    asks_python = _name(path) in {"workdays/library.py", "foundation/struct.py"}
    assert touched <= ({"sys"} if asks_python else set())
    opened = [
        node
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ]
    assert not opened


def test_no_module_imports_itself_round_a_circle() -> None:
    graph = {_dotted(path): set(_imports_of_ours(path)) for path in MODULES}
    done: set[str] = set()
    for start, imported in graph.items():
        stack = [(start, iter(sorted(imported)))]
        chain = [start]
        while stack:
            following = next((m for m in stack[-1][1] if m in graph and m not in done), None)
            if following is None:
                done.add(stack.pop()[0])
                chain.pop()
                continue
            assert following not in chain, " > ".join([*chain, following])
            chain.append(following)
            stack.append((following, iter(sorted(graph[following]))))


def _dotted(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports_of_ours(path: Path) -> Iterator[str]:
    for node in _tree(path).body:  # those inside functions happen later
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_OURS):
            yield node.module or ""


def test_functions_are_small() -> None:
    lengths = {
        f"{_name(path)}:{name}": lines for path in MODULES for name, lines in _functions(path)
    }
    assert {name: lines for name, lines in lengths.items() if lines > 60} == {}
    within_30 = sum(lines <= 30 for lines in lengths.values())
    assert within_30 >= 0.9 * len(lengths)
    assert median(lengths.values()) <= 12


def test_files_are_small() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert median(lengths.values()) <= 150
    assert sum(lines > 300 for lines in lengths.values()) <= 0.05 * len(lengths)


def test_names_say_what_is_in_a_file() -> None:
    assert [_name(path) for path in MODULES if path.stem in _VAGUE] == []


def test_every_file_says_where_in_the_flow_it_stands() -> None:
    assert [_name(path) for path in MODULES if not ast.get_docstring(_tree(path))] == []


def test_nothing_is_put_off() -> None:
    texts = {_name(path): path.read_text(encoding="utf-8") for path in MODULES}
    marks = ("TO" + "DO", "FIX" + "ME", "XXX")
    assert [name for name, text in texts.items() if any(mark in text for mark in marks)] == []
