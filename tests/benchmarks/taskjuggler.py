"""The plans of `big_plans` as TaskJuggler reads them, and what it costs beside `rectify`.

`python -m tests.benchmarks.taskjuggler` prints a table; it needs `tj3` (Debian: `apt-get install
tj3`). Both programs date every task; TaskJuggler writes a CSV table of them, `rectify plan build
--json` the tasks and all workdays. TaskJuggler's tasks have working-day lengths and no resources.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.big_plans import TASKS_IN_A_PHASE, fanned_plan, large_plan
from tests.benchmarks.cost import Cost, cost_of, installed_environment

_HEAD = 'project large "Large" 2021-03-05 +4y {{ timezone "UTC" }}\n{tasks}{report}'
_REPORT = 'taskreport "out" { formats csv columns id, name, start, end, duration, criticalness }\n'
_RECTIFY = (sys.executable, "-m", "rectify_cli", "plan", "build", "--json", "--plan")


def large(tasks: int) -> str:
    """`large_plan`, as TaskJuggler reads it."""
    return _project(_phases(tasks, gap=2))


def fanned(tasks: int, units: int) -> str:
    """`fanned_plan`: what rectify says in one line, TaskJuggler needs for every unit anew."""
    parts = (f'task u{n} "Unit {n}" {{\n{_phases(tasks, gap=0)}}}\n' for n in range(units))
    return _project("".join(parts))


def _project(tasks: str) -> str:
    return _HEAD.format(tasks=tasks, report=_REPORT)


def _phases(tasks: int, *, gap: int) -> str:
    parts = []
    for first in range(0, tasks, TASKS_IN_A_PHASE):
        last = min(first + TASKS_IN_A_PHASE, tasks)
        inside = "".join(_task(n, first=n == first, gap=gap) for n in range(first, last))
        parts.append(f'task p{first} "Phase {first}" {{\n{inside}}}\n')
    return "".join(parts)


def _task(n: int, *, first: bool, gap: int) -> str:
    lag = f" {{ gaplength {gap}d }}" if gap else ""
    depends = "" if first else f" depends !t{n - 1}{lag}"
    return f'  task t{n} "Task number {n}" {{ length {n % 9 + 1}d{depends} }}\n'


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--fanned", action="store_true", help="58 × 311 too: minutes")
    cases = [(f"{n:,} tasks", large_plan(n), large(n)) for n in (1_000, 5_000)]
    if options.parse_args().fanned:
        cases.append(("58 tasks × 311 units", fanned_plan(58, 311), fanned(58, 311)))
    print("| plan | TaskJuggler | `rectify` | times faster |\n|---|--:|--:|--:|")
    for name, ours, theirs in cases:
        slow, edited, kept = _costs(ours, theirs)
        for how, fast in (("after an edit", edited), ("the plan kept", kept)):
            ratio = slow.seconds / fast.seconds
            print(f"| {name}, {how} | {slow.seconds:.1f} s | {fast.seconds:.2f} s | {ratio:.0f} |")


def _costs(ours: str, theirs: str) -> tuple[Cost, Cost, Cost]:
    """The costs of both over the same plan: of ours when it is new, and when it is kept."""
    program = shutil.which("tj3")
    if program is None:
        raise SystemExit("there is no tj3 here")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "plan.yaml").write_text(ours, encoding="utf-8")
        (work / "plan.tjp").write_text(theirs, encoding="utf-8")
        environment = installed_environment(work)
        slow = cost_of([program, "--silent", "plan.tjp"], environment, work)
        edited = []
        for turn in range(4):
            (work / "plan.yaml").write_text(f"{ours}# {turn}\n", encoding="utf-8")
            edited.append(cost_of([*_RECTIFY, "plan.yaml"], environment, work))
        kept = [cost_of([*_RECTIFY, "plan.yaml"], environment, work) for _ in range(4)]
    return slow, min(edited), min(kept)


if __name__ == "__main__":
    main()
