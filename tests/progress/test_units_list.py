"""Lists pasted from a chat or a sheet: what they name, and what is held back, never guessed."""

import pytest

from rectify_cli.progress.events import EventKind
from rectify_cli.progress.list_line import Line
from rectify_cli.progress.units_list import read_units
from tests.pipeline import schedule_of

_PLAN = """\
rectify: 1
title: T
start: 2021-03-05
owners:
  甲县公安局: {kind: o}
  甲县公安局刑侦支队: {kind: o}
  乙县法院: {kind: o}
  丙县一所: {kind: o}
  丁县司法局: {kind: o}
  u5: {title: 戊县检察院, kind: o, was: [wu]}
  u6: {title: 城关所, kind: o}
  u7: {title: 城关所, kind: o}
  u8: {title: 县局(直属), kind: o}
  u9: {title: 第3中队, kind: o}
  hr: {title: "Staff, all", kind: o}
  crm: {title: Customers, kind: o}
  outside: {title: 外单位, kind: x}
groups: {all: {kind: o}}
tasks:
  meeting: {each: all, duration: 3d}
"""


def _read(text: str, kind: EventKind = "done") -> tuple[list[str], list[int], int]:
    plan = schedule_of(_PLAN).plan
    lines = [
        Line(number, tuple(line.split("\t"))) for number, line in enumerate(text.split("\n"), 1)
    ]
    read = read_units(lines, plan, plan.tasks[0], kind)
    return list(read.lines), [each.line for each in read.held], read.repeated


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("1. 甲县公安局 已召开\n2、乙县法院\n（3）丙县一所", "甲县公安局 乙县法院 丙县一所"),
        ("⑥ 第3中队\n七、乙县法院", "u9 乙县法院"),
        ("- 甲县公安局\n* 乙县法院：\n• 丙县一所，已完成", "甲县公安局 乙县法院 丙县一所"),
        ("4）丁县司法局\n· 丙县一所。", "丁县司法局 丙县一所"),
        ("１．甲县公安局　已召开\n２：乙县法院", "甲县公安局 乙县法院"),
        ("\n\n甲县公安局\n\n  乙县法院  \n\n", "甲县公安局 乙县法院"),
        ("3. 第3中队", "u9"),
        ("县局（直属）已开", "u8"),
        ("u6\nU7", "u6 u7"),
        ("wu", "u5"),
        ("#接龙\n各单位动员会\n1. 甲县公安局\n2. 乙县法院 ✅", "甲县公安局 乙县法院"),
        ("@张三 乙县法院 已召开", "乙县法院"),
        ("\ufeff甲县公安局\u200b", "甲县公安局"),
        ("单位\t状态\n甲县公安局\t已完成\n乙县法院\t", "甲县公安局 乙县法院"),
        ("u6\t城关所\t完成", "u6"),
        ("Staff, all: done\ncustomers", "hr crm"),
        ("甲县公安局、乙县法院，丙县一所 已召开", "甲县公安局 乙县法院 丙县一所"),
        ("crm, hr;u9", "crm hr u9"),
    ],
)  # fmt: skip
def test_a_list_names_units_whatever_stands_round_them(text: str, units: str) -> None:
    assert _read(text) == (units.split(), [], 0)


@pytest.mark.parametrize(
    "line",
    [
        "城关所",
        "丁县司反局",
        "丙县一所 明天开",
        "甲县公安局 未开",
        "乙县法院 未完成",
        "外单位",
        "张三 甲县公安局",
        "12.",
        "@甲县公安局",
        "甲县公安局 @张三未召开",
        "甲县公安局@李四还没开",
        "甲县公安局 @王五❌",
        "甲县公安局 @王五50%",
        "甲县公安局、王五",
        "甲县公安局、城关所",
        "甲县公安局、外单位",
        "u6\t甲县公安局",
        "甲县公安局\t未完成",
        "甲縣公安局",
        "甲县公安局" + " " * 500 + "x",
    ],
)
def test_a_doubtful_line_is_held_back_and_the_others_are_not(line: str) -> None:
    assert _read(f"乙县法院\n{line}\n丙县一所") == (["乙县法院", "丙县一所"], [2], 0)


def _why(line: str) -> str:
    plan = schedule_of(_PLAN).plan
    (held,) = read_units([Line(1, (line,))], plan, plan.tasks[0], "done").held
    return str(held.why)


def test_a_slip_in_a_longer_name_is_no_word_behind_a_shorter_one() -> None:
    assert "did you mean '甲县公安局刑侦支队'" in _why("3. 甲县公安局刑侦支对")
    assert "'明天开' follows" in _why("甲县公安局 明天开")
    assert "'未开' follows" in _why("甲县公安局刑侦支队 未开")


def test_a_unit_named_again_counts_once() -> None:
    assert _read("crm\nhr\nCRM\ncrm、hr") == (["crm", "hr"], [], 3)


def test_what_a_line_may_say_depends_on_the_report() -> None:
    assert _read("crm started", "start") == (["crm"], [], 0)
    assert _read("crm started", "done") == ([], [1], 0)
    assert _read("crm done", "block") == ([], [1], 0)
