"""Stages of reading a plan, each timed by itself in a process of its own.

`python -m tests.benchmarks.inside PLAN ROUNDS` prints the least CPU seconds of each as JSON: the
bare drain of the C parser's events, `parse`, and the scheduler's passes over the network.
"""

import gc
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import yaml

from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.bind import bind
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.plan.resolve import resolve
from rectify_cli.plan.wanted import Files
from rectify_cli.schedule.connect import connect
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.passes import run_passes
from rectify_cli.syntax.parse import parse
from rectify_cli.workdays.calendar import Calendar


def stages(text: str, rounds: int) -> dict[str, float]:
    """The least seconds of each stage, in turn, over so many rounds."""
    gc.disable()
    source = SourceText("plan.yaml", text)
    network = _network(source)
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, work in (
            ("drain", lambda: _drain(text)),
            ("parse", lambda: parse(source)),
            ("passes", lambda: _all_passes(network)),
        ):
            best[name] = min(best.get(name, 1e9), _seconds(work))
    return best


def _drain(text: str) -> None:
    for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
        pass


def _all_passes(network: Network) -> None:
    """The passes for the dates and those for the floats, which are made when asked for."""
    passes = run_passes(network)
    assert passes.late
    assert passes.room
    assert passes.critical is not None


def _network(source: SourceText) -> Network:
    root, _ = parse(source)
    assert root is not None
    document, _ = bind(root)
    assert document is not None
    plan, _ = resolve(document, Files())
    assert plan is not None
    calendars: dict[CalendarSpec, Calendar] = {}

    def calendar_of(spec: CalendarSpec) -> Calendar:
        return calendars.setdefault(spec, Calendar(spec, date(2021, 3, 5), None))

    return connect(plan, calendar_of)


def _seconds(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin


if __name__ == "__main__":
    plan = Path(sys.argv[1]).read_text(encoding="utf-8")
    print(json.dumps(stages(plan, int(sys.argv[2]))))
