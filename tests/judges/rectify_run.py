"""Runs the program on a plan's text, in this process, and hands back what `--json` prints."""

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rectify_cli.app.here import Here
from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import load_and_schedule
from rectify_cli.render.record.to_json import to_json
from rectify_cli.report.plan_record import plan_record
from rectify_cli.report.selection import Selection


def build_json(yaml_text: str) -> dict[str, Any]:
    """What `rectify plan build --json` prints for a plan."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.yaml").write_text(yaml_text, encoding="utf-8")
        here = Here(folder, home=None, plan=None, cache=None, now=datetime.now(UTC))
        scheduled = load_and_schedule(Path("plan.yaml"), here)
    if isinstance(scheduled, Unread) or scheduled.schedule is None or scheduled.has_errors:
        raise AssertionError(f"{scheduled}\n{yaml_text}")
    answer = json.loads("".join(to_json(plan_record(scheduled.schedule, Selection()))))
    assert isinstance(answer, dict)
    return answer
