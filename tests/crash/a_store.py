"""A small plan with a store: what the tests of crashes and of several writers write to."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from rectify_cli.app.here import Here
from rectify_cli.app.load import Loaded, load_plan
from rectify_cli.app.record_events import NotRecorded, Recorded, record
from rectify_cli.app.reports import Reports, read_reports
from rectify_cli.plan.model import Plan
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Stored
from rectify_cli.progress.ulid import ulids
from tests.commands.program import write

PLAN = """\
rectify: 1
title: A plan with reports
start: 2026-03-02
deadline: 2026-06-30
owners:
  a: {title: Ana}
  u1: {title: One, kind: school}
  u2: {title: Two, kind: school}
  u3: {title: Three, kind: school}
groups: {schools: {kind: school}}
tasks:
  first: {title: The first, owner: a, duration: 3d}
  second: {title: The second, owner: a, after: first, duration: 20d}
  papers: {title: Papers, owner: a, duration: 20d, target: {count: 500, unit: papers}}
  meetings: {title: Meetings, owner: a, each: schools, duration: 5d}
"""
DAY = date(2026, 3, 4)


def lay_plan(folder: Path) -> None:
    """The plan as `plan.yaml` in a folder."""
    write(folder, "plan.yaml", PLAN)


def here_in(folder: Path) -> Here:
    """The surroundings of a command that runs there."""
    return Here(folder, None, None, None, datetime(2026, 3, 4, 9, tzinfo=UTC))


def plan_in(folder: Path) -> Plan:
    """The plan there."""
    loaded = load_plan(Path("plan.yaml"), folder)
    assert isinstance(loaded, Loaded)
    assert loaded.plan is not None
    return loaded.plan


def stored_in(folder: Path) -> Reports:
    """What is recorded there."""
    return read_reports(plan_in(folder), folder)


def notes(count: int, by: str, text: str = "", moment: int = 1_772_614_800_000) -> list[Stored]:
    """So many reports of one command, with new ids."""
    ids = ulids(moment, os.urandom(10), count)
    return [
        Stored(Event(name, "2026-03-04T09:00:00.000000Z", by, "note", DAY, task="first", note=text),
               "plan.yaml")
        for name in ids
    ]  # fmt: skip


def recorded(folder: Path, reports: list[Stored]) -> Recorded | NotRecorded:
    """Record reports there."""
    return record(reports, here_in(folder))
