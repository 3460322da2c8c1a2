"""A check and the views of records that are built to be slow are made in bounded time."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.program import rectify
from tests.hostile.heavy_plans import HEAD
from tests.hostile.heavy_records import HEAVY_RECORDS, Record

_SECONDS = 2.0


def _seconds(folder: Path, *words: str) -> float:
    # As in the program: the collector would walk through all that the tests before this one made.
    gc.disable()
    began = time.process_time()
    ran = rectify(folder, *words)
    took = time.process_time() - began
    gc.enable()
    assert ran.code in {0, 1}
    return took


@pytest.mark.parametrize("words", ["check plan.yaml", "status plan.yaml", "log --plan plan.yaml"])
@pytest.mark.parametrize("record", HEAVY_RECORDS, ids=lambda record: record.__name__)
def test_a_heavy_record_is_read_in_time(
    tmp_path: Path, record: Callable[[], Record], words: str
) -> None:
    plan, name, content = record()
    assert len(plan) + len(content) < 1_000_000
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    file = tmp_path / "plan.progress" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert _seconds(tmp_path, *words.split()) < _SECONDS


@pytest.mark.parametrize("words", ["status", "today", "plan build", "plan chart", "brief"])
def test_fan_outs_of_millions_of_parts_are_cut_off(tmp_path: Path, words: str) -> None:
    units = "".join(f"  u{n}: {{}}\n" for n in range(5_000))
    repeat = "start: 2019-03-01, finish: 2032-04-01, repeat: {every: day}"
    tasks = "".join(f"  t{n}: {{each: g, {repeat}}}\n" for n in range(40))
    plan = f"{HEAD}{units}groups: {{g: {{kind: unit}}}}\ntasks:\n{tasks}"
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert _seconds(tmp_path, *words.split(), "plan.yaml") < _SECONDS
    assert "1000000 times counted for each unit" in rectify(tmp_path, "check").out
