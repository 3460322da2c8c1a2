"""Large plans for measuring, made by rule: the same numbers in, the same text out.

`python -m tests.benchmarks.big_plans TASKS [UNITS]` prints one.
"""

import sys
from collections.abc import Callable

UNITS = 311
TASKS_IN_A_PHASE = 100
_HEAD = """\
rectify: 1
title: Large
start: 2021-03-05
goal: phase-0
groups: {organs: {kind: organ}, all-units: {kind: unit}}
owners:
  plc: {title: Political-legal committee, kind: organ}
"""
_TASK = """\
      task-{n}:
        title: Task number {n} of the programme, with a title
        owner: unit-{unit}
        participants: [organs, unit-{other}]
        after: {after}
        duration: {days}d
        deadline: 2035-06-29
        checklist:
          - Agenda approved {n}
          - {{id: printing, item: "Materials printed", due: start - 2d}}
"""
_FANNED = """\
      task-{n}:
        title: Task number {n} of the programme
        each: all-units
        after: {after}
        duration: {days}d
        deadline: 2035-06-29
"""


def large_plan(tasks: int) -> str:
    """A plan of so many tasks, 340 characters each, in phases of a hundred.

    The phases run side by side, so that a plan of any size stays within the same few years.
    """
    return _HEAD + _owners(UNITS) + _phases(tasks, _task)


def fanned_plan(tasks: int, units: int) -> str:
    """A plan whose every task is done by each of so many units, which wait for themselves only."""
    return _HEAD + _owners(units) + _phases(tasks, _fanned_task)


def _owners(units: int) -> str:
    return "".join(f"  unit-{n}: {{title: Unit {n}, kind: unit}}\n" for n in range(units))


def _phases(tasks: int, written: Callable[[int], str]) -> str:
    parts = ["phases:\n"]
    for n in range(tasks):
        if n % TASKS_IN_A_PHASE == 0:
            parts.append(f"  phase-{n // TASKS_IN_A_PHASE}:\n    tasks:\n")
        parts.append(written(n))
    return "".join(parts)


def _task(n: int) -> str:
    after = f"{{task: task-{n - 1}, link: FS, lag: 2d}}" if n % TASKS_IN_A_PHASE else "[]"
    return _TASK.format(n=n, unit=n % UNITS, other=n % 7, days=n % 9 + 1, after=after)


def _fanned_task(n: int) -> str:
    after = f"{{task: task-{n - 1}, each: same}}" if n % TASKS_IN_A_PHASE else "[]"
    return _FANNED.format(n=n, days=n % 9 + 1, after=after)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    print(large_plan(*numbers) if len(numbers) == 1 else fanned_plan(*numbers), end="")
