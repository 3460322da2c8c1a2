"""Laws of `check --fix`, over plans with random slips in them."""

import codecs
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.app.check import Checked, check_plans
from rectify_cli.app.fix import Fixed, fix_plans, write_fixed
from rectify_cli.app.here import Here

PLAN = """\
rectify: 1
title: 教育整顿日程   # 标题：照原样
start: 2021-03-05
deadline: 2021-07-30  # the plan's own: kickoff+2d
owners:
  city:   {title: City committee, kind: office}
  宣传组: {title: "宣传组：五人", parent: city}
groups:
  organs: {kind: office}

phases:
  study:
    title: Study and education
    tasks:
      kickoff: {title: 'Kick-off', owner: city, on: 2021-03-08}
      reading:
        owner: 宣传组
        after: kickoff + 1d     # 学习 ： reading
        duration: 3d
        days: {1: 开始, 2-3: 学习}
      report: {after: [reading, "kickoff + 2d"], duration: 2d, owner: city, schedule: asap}
      returns:
        each: organs
        start: 2021-03-12
        finish: reading + 5d
        repeat: {every: week, on: fri}
"""
_PLACES = st.integers(0, len(PLAN) - 1)


def _swapped(text: str, at: int) -> str:
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _one_less(text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]


def _one_more(text: str, at: int) -> str:
    return text[:at] + text[at : at + 1] + text[at:]


def _next(old: str, new: str, text: str, at: int) -> str:
    at = text.find(old, at)
    return text if at < 0 else text[:at] + new + text[at + len(old) :]


_TURNS: tuple[Callable[[str, int], str], ...] = (
    _swapped,
    _one_less,
    _one_more,
    partial(_next, ": ", "："),
    partial(_next, ": ", ":"),
    partial(_next, " + ", "+"),
    partial(_next, "-0", "-"),
    partial(_next, "3d", "3 days"),
    partial(_next, "-", "/"),
)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """The plan with up to six slips; line ends and a mark as they come."""
    text = PLAN
    for _ in range(draw(st.integers(1, 6))):
        text = draw(st.sampled_from(_TURNS))(text, draw(_PLACES))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from(["", "\ufeff"])) + text


def _errors(checked: Checked) -> list[tuple[int, str]]:
    return sorted((each.span.line, each.rule) for each in checked.findings if each.is_error)


def _fixed(paths: Sequence[Path], here: Here) -> Fixed:
    fixed = fix_plans(paths, here, (), ())
    assert write_fixed(fixed.files, here) == []
    return fixed


@given(text=slips())
def test_a_mend_changes_little_mends_for_good_and_breaks_nothing(text: str) -> None:
    with TemporaryDirectory() as name:
        here = Here(Path(name), None, None, None, datetime(2021, 4, 8, tzinfo=UTC))
        plan, paths = here.folder / "plan.yaml", [Path("plan.yaml")]
        plan.write_bytes(text.encode())
        fixed = _fixed(paths, here)
        after = plan.read_bytes()

        before = _errors(fixed.first)
        left = _errors(fixed.checked)
        assert len(left) <= len(before) - fixed.mended
        assert {line for line, _ in left} <= {line for line, _ in before}
        assert _errors(check_plans(paths, here)) == left

        _only_mended_lines_differ(text.encode(), after, {line for line, _ in before})

        again = _fixed(paths, here)
        assert (again.mended, again.files) == (0, ())
        assert plan.read_bytes() == after


def _only_mended_lines_differ(before: bytes, after: bytes, faulty: set[int]) -> None:
    assert before.startswith(codecs.BOM_UTF8) == after.startswith(codecs.BOM_UTF8)
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    for number, (one, other) in enumerate(zip(old, new, strict=True), 1):
        if one == other:
            continue
        assert number in faulty
        assert one.endswith(b"\r") == other.endswith(b"\r")
        assert one.partition(b" #")[2] == other.partition(b" #")[2]
        assert len(one) - len(one.lstrip()) == len(other) - len(other.lstrip())
