"""Drafts written as plan files: the loader, which did not write them, reads what was in them."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.app.inputs import Inputs
from rectify_cli.app.load import load_data
from rectify_cli.intake.draft import (
    DraftCalendar,
    DraftMap,
    DraftOwner,
    DraftPhase,
    DraftPlan,
    DraftTask,
)
from rectify_cli.intake.write_plan import plan_text
from rectify_cli.plan.model import Plan

_HARD = st.sampled_from(
    r"""no / on / ~ / null / true / 12:30 / 010 / 1e3 / 0x1F / 1_000 / 3,5 / .inf / -1 / +1 / ---
    - x / - / # x / x # y / a: b / a: / 'q' / "q" / say "x" / \ / C:\new / {x} / [x / a, b / &a
    << / *b / !c / | / > / %d / @a / `b` / ? / ? x / 任务：会议 / ： / 2021-03-05 / 2021-03-05 10:00
    = / =cmd|x / é / … / ...x / 😀 / it's / 50 % / a & b""".replace("\n", " / ").split(" / ")
)
_TEXT = _HARD | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
_ONE = st.lists(_TEXT, min_size=1, max_size=3).map(lambda parts: " ".join(" ".join(parts).split()))
_TITLES = _ONE.map(lambda text: text[:200].strip()).filter(bool)


def _load(text: str) -> Plan:
    folder = Path()
    loaded = load_data(Path("plan.yaml"), "plan.yaml", text.encode(), Inputs(folder, folder, {}))
    assert not [each for each in loaded.findings if each.is_error], (text, loaded.findings)
    assert loaded.plan is not None
    return loaded.plan


@given(st.lists(_TITLES, min_size=6, max_size=6))
def test_any_text_survives(texts: list[str]) -> None:
    title, owner, phase, task, inner, deliverable = texts
    summary = DraftTask("sum", task, children=(DraftTask("in", inner, deliverable=deliverable),))
    draft = DraftPlan(
        title=title,
        start=date(2021, 3, 5),
        calendar=DraftCalendar(days_off=((date(2021, 3, 8), phase),)),
        owners=(DraftOwner("o", owner),),
        phases=(DraftPhase("p", phase, tasks=(summary,)),),
        tasks=(DraftTask("t", task, no=inner[:64].strip(), owner="o", note=f"{title}\n{task}"),),
    )
    plan = _load(plan_text(draft))
    assert plan.title == title
    assert plan.owners["o"].title == owner
    assert [each.title for each in plan.tasks] == [phase, task, inner, task]
    assert plan.tasks[2].deliverable == deliverable
    assert plan.tasks[3].no == inner[:64].strip()
    assert plan.tasks[3].note == f"{title}\n{task}"
    assert [each.label for each in plan.calendar.overlays[0].days_off] == [phase]


def test_what_no_plan_may_hold_is_left_out() -> None:
    text = "a\x00b\u202ec\r\nd\u2028 e\ufeff"
    plan = _load(plan_text(DraftPlan(text, date(2021, 3, 5), remarks=(text,))))
    assert plan.title == "abc d e"


def test_a_chain_of_summaries_is_written_without_recursion() -> None:
    task = DraftTask("x")
    for _ in range(3000):
        task = DraftTask("s", children=(task,))
    assert plan_text(DraftPlan("Deep", date(2021, 3, 5), tasks=(task,))).count("\n") > 6000


def test_it_looks_as_people_write_it() -> None:
    task = DraftTask(
        "kickoff",
        "Kick-off: all",
        no="1",
        owner="plc",
        participants=("a", "b"),
        on=date(2021, 3, 5),
        after=("x", "y SS + 1d"),
        tags=("new",),
        more=(("target", DraftMap((("count", 3), ("unit", "talks")))),),
    )
    draft = DraftPlan(
        "Programme",
        date(2021, 3, 5),
        deadline=date(2021, 7, 30),
        calendar=DraftCalendar("CN", week=("mon", "tue")),
        language="zh",
        default_duration="to-deadline",
        owners=(DraftOwner("plc", "政法委", "organ"),),
        phases=(DraftPhase("study", "学习", tasks=(task,)),),
        remarks=("From tasks.xlsx.",),
    )
    assert plan_text(draft) == _SHOWN


_SHOWN = """\
# yaml-language-server: $schema=plan.schema.json
# From tasks.xlsx.

rectify: 1
title: Programme
start: 2021-03-05
deadline: 2021-07-30
language: zh
calendar:
  country: CN
  week: [mon, tue]
defaults: {duration: to-deadline}

owners:
  plc: {title: 政法委, kind: organ}

phases:
  study:
    title: 学习
    tasks:
      kickoff:
        title: "Kick-off: all"
        no: 1
        owner: plc
        participants: [a, b]
        on: 2021-03-05
        after: [x, y SS + 1d]
        target: {count: 3, unit: talks}
        tags: [new]
"""
