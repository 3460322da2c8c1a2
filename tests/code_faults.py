"""A trial of the tests: one fault at a time is put into a copy of the program; does a test notice?

    python -m tests.code_faults --count 200 --seed 1 --floor schedule --floor workdays

What no test notices is printed. It is a test that is wanting, or no fault: the same in other words.
"""

import argparse
import ast
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parent.parent
_CLOSEST = {
    "syntax": ("tests/syntax", "tests/test_cases.py", "tests/plan/test_read_text.py"),
    "plan": ("tests/test_cases.py", "tests/plan", "tests/commands/test_check_fix.py"),
    "store": ("tests/store", "tests/commands/test_which_plan.py", "tests/commands/test_log.py"),
    "workdays": ("tests/workdays", "tests/schedule", "tests/test_cases.py"),
    "schedule": ("tests/schedule", "tests/progress", "tests/test_cases.py"),
    "progress": (
        *("tests/progress", "tests/commands/test_conversations.py"),
        *("tests/commands/test_dropped.py", "tests/commands/test_baseline.py"),
        *("tests/commands/test_log.py", "tests/commands/test_status.py"),
    ),
}
"""The everyday tests of each floor, the quickest first."""

_LAWS = {
    "syntax": ("tests/laws/test_syntax.py",),
    "plan": ("tests/laws/test_resolve.py", "tests/laws/test_assertions.py"),
    "store": ("tests/store/test_git.py",),
    "workdays": ("tests/laws/test_workdays.py", "tests/laws/test_painted.py"),
    "schedule": (
        *("tests/laws/test_schedule.py", "tests/laws/test_floats.py"),
        *("tests/laws/test_hours.py", "tests/laws/test_overloads.py"),
    ),
    "progress": (
        *("tests/laws/test_events.py", "tests/laws/test_progress.py"),
        *("tests/commands/test_reporting.py", "tests/returns"),
    ),
}
"""Slow tests of each floor, for what the everyday ones do not notice."""

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.And: ast.Or, ast.Or: ast.And,
    ast.Continue: ast.Break, ast.AugAssign: ast.Pass,
}  # fmt: skip
_NAMES = {
    "min": "max", "max": "min", "any": "all", "all": "any",
    "bisect_left": "bisect_right", "bisect_right": "bisect_left",
}  # fmt: skip
_LARGE = 200
"""From here on a number is a bound that might as well be higher by one."""
_OF_TYPES = {"annotation", "returns", "decorator_list", "bases"}


class Fault(NamedTuple):
    """A module with one fault: its path, the line that is changed, what it said and says now."""

    path: Path
    line: int
    was: str
    now: str
    text: str


class _Place(NamedTuple):
    """Where a node hangs in a tree, and what it is to be replaced by."""

    holder: ast.AST
    field: str
    place: int | None
    other: ast.AST
    line: int

    def put(self) -> None:
        if self.place is None:
            setattr(self.holder, self.field, self.other)
        else:
            getattr(self.holder, self.field)[self.place] = self.other


def _places(tree: ast.AST) -> Iterator[_Place]:
    """Every place of a module where one thing can be wrong, in an order that holds."""
    stack = [(tree, 1)]
    while stack:
        node, line = stack.pop()
        line = getattr(node, "lineno", line)
        for field, value in ast.iter_fields(node):
            for index, child in enumerate(value if isinstance(value, list) else [value]):
                if field in _OF_TYPES or not isinstance(child, ast.AST):
                    continue
                other = _other(node, field, child)
                if other is not None:
                    yield _Place(node, field, index if isinstance(value, list) else None, other,
                                 getattr(child, "lineno", line))  # fmt: skip
                stack.append((child, line))


def _other(holder: ast.AST, field: str, node: ast.AST) -> ast.AST | None:
    """What a node would be if it were wrong; None where nothing is thought of."""
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.Constant(value=bool(value)):
            return ast.Constant(not value)
        case ast.Constant(value=int(value)) if value < _LARGE:
            return ast.Constant(value + 1)
        case ast.Name(id=name) if field == "func" and name in _NAMES:
            return ast.Name(_NAMES[name], ast.Load())
        case ast.Expr(value=ast.Call()):
            return ast.Pass()
        case ast.expr() if field == "test" and isinstance(holder, ast.If | ast.IfExp):
            return ast.Constant(value=False)
    swapped = _SWAPPED.get(type(node))
    return None if swapped is None else swapped()


def faults(floors: Sequence[str], count: int, seed: int) -> list[Fault]:
    """So many faults, drawn from all of these floors; the same for the same seed."""
    found: list[tuple[Path, int]] = []
    for floor in floors:
        for path in sorted((_ROOT / "src" / "rectify_cli" / floor).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += ((path, number) for number, _ in enumerate(_places(tree)))
    drawn = random.Random(seed).sample(found, min(count, len(found)))
    return [_fault(path, number) for path, number in sorted(drawn)]


def _fault(path: Path, number: int) -> Fault:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    place = next(each for at, each in enumerate(_places(tree)) if at == number)
    lines = ast.unparse(tree).splitlines()
    place.put()
    text = ast.unparse(ast.fix_missing_locations(tree))
    pairs = zip(lines, text.splitlines(), strict=False)
    was, now = next(((was, now) for was, now in pairs if was != now), ("", ""))
    return Fault(path.relative_to(_ROOT), place.line, was.strip(), now.strip(), text)


def noticed(fault: Fault, copy: Path, seconds: float) -> bool:
    """Whether a test fails, or does not end, with a fault in the copy of the program."""
    target = copy / fault.path
    whole = target.read_text(encoding="utf-8")
    _write(target, fault.text)
    try:
        return _floor_fails(fault.path.parts[2], copy, seconds)
    finally:
        _write(target, whole)


def _write(target: Path, text: str) -> None:
    target.write_text(text, encoding="utf-8")
    for compiled in target.parent.glob(f"__pycache__/{target.stem}.*.pyc"):
        compiled.unlink()  # one of the same second and size would pass for the new text's


def _floor_fails(floor: str, copy: Path, seconds: float) -> bool:
    if _fail(("-m", "not slow", *_CLOSEST[floor]), copy, seconds):
        return True
    laws = _LAWS[floor]
    return bool(laws) and _fail(("-k", "not Scale", *laws), copy, seconds)


def _fail(asked: Sequence[str], copy: Path, seconds: float) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *asked]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(copy / "src"), str(copy)))}
    with subprocess.Popen(
        command, cwd=copy, env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    ) as running:  # fmt: skip
        try:
            return running.wait(seconds) != 0
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return True


def main() -> int:
    """Run the trial; 1 if a fault was not noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--floor", action="append", choices=sorted(_CLOSEST))
    parser.add_argument("--seconds", type=float, default=120)
    asked = parser.parse_args()
    drawn = faults(asked.floor or sorted(_CLOSEST), asked.count, asked.seed)
    missed = 0
    with TemporaryDirectory() as name:
        copy = Path(name).resolve()
        for part in ("src", "tests", "plans", "docs", "pyproject.toml", "CHANGELOG.md"):
            _copy(_ROOT / part, copy / part)
        for floor in {fault.path.parts[2] for fault in drawn}:
            assert not _floor_fails(floor, copy, asked.seconds), f"{floor} fails without a fault"
        for fault in drawn:
            if not noticed(fault, copy, asked.seconds):
                missed += 1
                print(f"{fault.path}:{fault.line}: {fault.was} -> {fault.now}", flush=True)
    print(f"{len(drawn) - missed} of {len(drawn)} faults noticed")
    return int(missed > 0)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


if __name__ == "__main__":
    sys.exit(main())
