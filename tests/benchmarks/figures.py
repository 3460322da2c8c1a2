"""Measures all that has a target and prints the table of `docs/performance.md`.

`python -m tests.benchmarks.figures` takes some minutes; `--quick` leaves out the largest plans.
Every target is a ratio to a floor that is measured in turn with it: F, the interpreter that does
nothing, and the drain, the C parser's events over the same file.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.cost import Cost, cost_of, installed_environment

ROOT = Path(__file__).parent.parent.parent
_RECTIFY = (sys.executable, "-c", "from rectify_cli.cli.main import run; run()")
_FURTHER = 20
_ROUNDS = 15
_ROUNDS_OF_LARGE = 2


class Run(NamedTuple):
    """A command line of `rectify`, and how often it is measured.

    Before each run a plan is `edited`, or a folder of `reports` is taken away.
    """

    words: str
    rounds: int = _ROUNDS
    edited: str | None = None
    reports: str | None = None


_EVERY = " ".join(f"real/{n}.yaml" for n in range(_FURTHER + 1))
_RUNS = {
    "version": Run("--version"),
    "help": Run("--help"),
    "check 58": Run("check real/0.yaml"),
    "status 58": Run("status --plan real/0.yaml"),
    "today 58": Run("today --plan real/0.yaml"),
    "report 58": Run(
        "done study.kickoff --plan real/said.yaml --by x --on 2021-03-05",
        reports="real/said.progress",
    ),
    "edited check 58": Run("check real/edited.yaml", edited="real/edited.yaml"),
    "edited status 58": Run("status --plan real/edited.yaml", edited="real/edited.yaml"),
    "check all 58": Run(f"check {_EVERY}"),
    "build 58": Run("plan build --plan real/0.yaml --json"),
    "check 1000": Run("check 1000.yaml"),
    "build 1000": Run("plan build --plan 1000.yaml --json"),
    "check 10000": Run("check 10000.yaml"),
    "build 10000": Run("plan build --plan 10000.yaml --json"),
    "edited check 10000": Run("check edited.yaml", edited="edited.yaml"),
    "edited build 10000": Run("plan build --plan edited.yaml --json", 3, edited="edited.yaml"),
    "edited status 10000": Run("status --plan edited.yaml --json", 3, edited="edited.yaml"),
    "build 58x311": Run("plan build --plan 58x311.yaml --json"),
    "status 10000": Run("status --plan 10000.yaml --json"),
    "status 58x311": Run("status --plan 58x311.yaml --as-of 2021-06-01 --json"),
}
_LARGE_RUNS = {
    "check 100000": Run("check 100000.yaml", _ROUNDS_OF_LARGE, edited="100000.yaml"),
    "build 100000": Run("plan build --plan 100000.yaml --json", 1),
    "status 100000": Run("status --plan 100000.yaml --json", 1),
    "check 58x10000": Run("check 58x10000.yaml", _ROUNDS_OF_LARGE),
    "build 58x10000": Run("plan build --plan 58x10000.yaml --json", 1),
}


class Row(NamedTuple):
    """A line of the table: what it cost, beside what, and the most that it should."""

    what: str
    cost: Cost
    floor: float
    unit: str
    target: float | None


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="leave out the largest plans")
    quick = options.parse_args().quick
    runs = _RUNS if quick else _RUNS | _LARGE_RUNS
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _lay_out(work, quick=quick)
        environment = installed_environment(work)
        _report_on_every_unit(work, environment)
        stages = _stages(work, environment)
        costs = _measure(runs, work, environment)
    print("\n".join(_table(_rows(costs, stages))))


def _lay_out(work: Path, *, quick: bool) -> None:
    """The plans to be measured: the real one several times over, and those made by rule."""
    shutil.copytree(ROOT / "plans", work / "real")
    text = (work / "real" / "wuwei.yaml").read_text(encoding="utf-8")
    for n in range(_FURTHER + 1):
        (work / "real" / f"{n}.yaml").write_text(f"# {n}\n{text}", encoding="utf-8")
    for name in ("edited", "said"):
        shutil.copy(work / "real" / "0.yaml", work / "real" / f"{name}.yaml")
    for size in ("1000", "10000", "58x311", *(() if quick else ("100000", "58x10000"))):
        # In a process of its own: a child is counted at least the memory of its parent.
        command = [sys.executable, "-m", "tests.benchmarks.big_plans", *size.split("x")]
        with (work / f"{size}.yaml").open("wb") as file:
            subprocess.run(command, cwd=ROOT, stdout=file, check=True)
    shutil.copy(work / "10000.yaml", work / "edited.yaml")


def _report_on_every_unit(work: Path, environment: Mapping[str, str]) -> None:
    """18,038 reports beside the plan of 58 tasks, each done by 311 units."""
    tasks = [f"phase-0.task-{n}" for n in range(58)]
    words = ["done", *tasks, "--all-units", "--on", "2021-04-01", "--plan", "58x311.yaml"]
    cost_of([*_RECTIFY, *words], environment, work)


def _stages(work: Path, environment: Mapping[str, str]) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.inside", str(work / "10000.yaml"), "5"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def _measure(
    runs: Mapping[str, Run], work: Path, environment: Mapping[str, str]
) -> dict[str, Cost]:
    """The least cost of each run, one after the other in every round, F before each."""
    first = cost_of([*_RECTIFY, "check", "real/0.yaml"], environment, work)
    shutil.rmtree(work / "cache")
    costs = {"first check 58": cost_of([*_RECTIFY, "check", "real/0.yaml"], environment, work)}
    assert first.bytes
    for turn in range(_ROUNDS):
        for name, run in runs.items():
            if turn < run.rounds:
                nothing = cost_of([sys.executable, "-c", "pass"], environment, work)
                _keep_least(costs, _floor_of(name), nothing)
                words = run.words.split()
                if run.edited is not None:
                    with (work / run.edited).open("a", encoding="utf-8") as file:
                        file.write(f"# {turn}\n")
                if run.reports is not None:
                    shutil.rmtree(work / run.reports, ignore_errors=True)
                _keep_least(costs, name, cost_of([*_RECTIFY, *words], environment, work))
    return costs


def _floor_of(name: str) -> str:
    """The F of a run: the least of as many as it has, since of more the least is less."""
    return f"F beside {name}"


def _keep_least(costs: dict[str, Cost], name: str, cost: Cost) -> None:
    known = costs.get(name, cost)
    costs[name] = Cost(min(known.seconds, cost.seconds), max(known.bytes, cost.bytes))


def _rows(costs: Mapping[str, Cost], stages: Mapping[str, float]) -> list[Row]:
    one = {name: costs[_floor_of(name)].seconds for name in costs if _floor_of(name) in costs}
    drain, parse = stages["drain"], stages["parse"]
    all_58, memory = costs["check all 58"]
    further = Cost((all_58 - costs["check 58"].seconds) / _FURTHER, memory)
    rows = [
        Row("`rectify --version`", costs["version"], one["version"], "F", 6),
        Row("`rectify --help`", costs["help"], one["help"], "F", 6),
        Row(
            "`check`, 58 tasks, holidays not yet kept",
            costs["first check 58"],
            one["check 58"],
            "F",
            None,
        ),
        Row("`status`, 58 tasks, nothing changed", costs["status 58"], one["status 58"], "F", 8),
        Row("`today`, 58 tasks, nothing changed", costs["today 58"], one["today 58"], "F", 8),
        Row(
            "`done`, 58 tasks: one report, kept for good",
            costs["report 58"],
            one["report 58"],
            "F",
            12,
        ),
        Row(
            "`status`, 58 tasks, after an edit",
            costs["edited status 58"],
            one["edited status 58"],
            "F",
            16,
        ),
        Row(
            "`check`, 58 tasks, after an edit",
            costs["edited check 58"],
            one["edited check 58"],
            "F",
            16,
        ),
        Row("`check`, 58 tasks, nothing changed", costs["check 58"], one["check 58"], "F", None),
        Row("`check`, each further plan of 58 tasks", further, one["check 58"], "F", 0.5),
        Row("`plan build --json`, 58 tasks", costs["build 58"], one["build 58"], "F", None),
        Row("`plan build --json`, 1,000 tasks", costs["build 1000"], one["build 1000"], "F", None),
        Row("parsing alone, 10,000 tasks", Cost(parse, 0), drain, "drain", 2),
        Row("critical path alone, 10,000 tasks", Cost(stages["passes"], 0), parse, "parsing", 0.15),
        Row("`check`, 10,000 tasks, after an edit", costs["edited check 10000"], drain, "drain", 4),
        Row(
            "`plan build --json`, 10,000, after an edit",
            costs["edited build 10000"],
            drain,
            "drain",
            None,
        ),
        Row(
            "`status --json`, 10,000, after an edit",
            costs["edited status 10000"],
            drain,
            "drain",
            None,
        ),
        Row("`check`, 10,000 tasks, nothing changed", costs["check 10000"], drain, "drain", None),
        Row("`plan build --json`, 10,000 tasks", costs["build 10000"], drain, "drain", None),
        Row(
            "`plan build --json`, 58 tasks × 311 units",
            costs["build 58x311"],
            one["build 58x311"],
            "F",
            None,
        ),
        Row("`status --json`, 10,000 tasks", costs["status 10000"], drain, "drain", None),
        Row(
            "`status --json`, 58 × 311, 18,000 reports",
            costs["status 58x311"],
            one["status 58x311"],
            "F",
            40,
        ),
    ]
    return rows + _large_rows(costs) if "check 100000" in costs else rows


_SHOWN = {"check": "`check`", "build": "`plan build --json`", "status": "`status --json`"}


def _large_rows(costs: Mapping[str, Cost]) -> list[Row]:
    def beside(name: str, floor: str, unit: str, target: float | None) -> Row:
        command, _, size = name.partition(" ")
        tasks, _, units = size.partition("x")
        size = f"{int(tasks):,} tasks" + (f" × {int(units):,} units" if units else "")
        shown = _SHOWN[command]
        return Row(f"{shown}, {size}", costs[name], costs[floor].seconds, unit, target)

    return [
        beside("check 100000", "edited check 10000", "10,000", 12),
        beside("build 100000", "edited build 10000", "10,000", 12),
        beside("status 100000", "edited status 10000", "10,000", 12),
        beside("check 58x10000", _floor_of("check 58x10000"), "F", None),
        beside("build 58x10000", "build 58x311", "58 × 311", None),
    ]


def _table(rows: Sequence[Row]) -> list[str]:
    head = ["| what | CPU time | memory | beside its floor | target |", "|---|--:|--:|--:|--:|"]
    return head + [_line(row) for row in rows]


def _line(row: Row) -> str:
    memory = f"{row.cost.bytes / 1e6:,.0f} MB" if row.cost.bytes else ""
    ratio = row.cost.seconds / row.floor
    target = f"≤ {row.target:g}" if row.target is not None else ""
    seconds = row.cost.seconds
    shown = f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
    return f"| {row.what} | {shown} | {memory} | {ratio:.3g} × {row.unit} | {target} |"


if __name__ == "__main__":
    main()
