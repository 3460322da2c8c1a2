"""Critical paths of a public library of projects (PSPLIB j30), known from elsewhere."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.judges.rectify_run import build_json

INSTANCES = Path(__file__).parents[2].parent / "shared" / "data" / "psplib-j30.jsonl"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not INSTANCES.is_file(), reason="no psplib-j30.jsonl in ../shared/data"),
]


def as_plan(instance: dict[str, Any]) -> str:
    """An instance in a week of seven workdays, so that its days are dates."""
    waits_for: dict[int, list[int]] = {}
    for number, successors in enumerate(instance["successors"], start=1):
        for successor in successors:
            waits_for.setdefault(successor, []).append(number)
    lines = [
        "rectify: 1",
        f"title: {instance['name']}",
        "start: 2021-01-01",
        "calendar: {week: [mon, tue, wed, thu, fri, sat, sun]}",
        "tasks:",
    ]
    for number, duration in enumerate(instance["duration"], start=1):
        after = ", ".join(f"j{before}" for before in waits_for.get(number, []))
        lines.append(f"  j{number}: {{duration: {duration}d, after: [{after}]}}")
    return "\n".join(lines) + "\n"


def length(answer: dict[str, Any]) -> int:
    start, finish = (date.fromisoformat(answer["plan"][edge]) for edge in ("start", "finish"))
    return (finish - start).days + 1


def test_critical_paths_are_met() -> None:
    instances = [json.loads(line) for line in INSTANCES.read_text(encoding="utf-8").splitlines()]
    wrong = {
        instance["name"]: (found, instance["critical_path"])
        for instance in instances
        if (found := length(build_json(as_plan(instance)))) != instance["critical_path"]
    }
    assert not wrong
    assert len(instances) == 480
