"""A fault at every call of the system that a write makes: what is said of it is true.

strace lets one call after the other fail, or kills the process there. Afterwards either nothing is
there and nothing else was said, or all is; no reader finds anything damaged; and the same command,
given again, ends with the reports there once.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.commands.test_program import ENVIRONMENT
from tests.crash.a_store import lay_plan, stored_in
from tests.crash.one_report import BEGIN, END

ROOT = Path(__file__).parents[2]
LINE = [sys.executable, "-S", "-m", "tests.crash.one_report"]
SITE = next(path for path in sys.path if path.endswith("site-packages"))
_CALL = re.compile(r"^(?:\d+ +)?([a-z0-9_]+)\(")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace injects the faults"),
]


def _run(folder: Path, *strace: str) -> subprocess.CompletedProcess[str]:
    environment = {**ENVIRONMENT, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}:{SITE}",
                   "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
    return subprocess.run(
        [*strace, *LINE, str(folder)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def _calls_of_a_write() -> list[tuple[str, int]]:
    """Every call of a first write, by its name and by which of that name it is in the process."""
    folder = Path(mkdtemp(prefix="rectify-faults-"))
    lay_plan(folder)
    _run(folder)  # what is compiled on the way is compiled now
    shutil.rmtree(folder / "plan.progress")
    trace = folder / "trace"
    assert _run(folder, "strace", "-o", str(trace)).stdout == "recorded\n"
    counted: Counter[str] = Counter()
    calls: list[tuple[str, int]] = []
    writing = False
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        call = _CALL.match(line)
        if call is None:
            continue
        counted[call[1]] += 1
        writing = (writing or BEGIN in line) and END not in line
        if writing and BEGIN not in line:
            calls.append((call[1], counted[call[1]]))
    shutil.rmtree(folder)
    return calls


calls_of_a_write = cache(_calls_of_a_write)


def _is_first_again(folder: Path) -> None:
    """The same reports once more, without a fault."""
    assert _run(folder).stdout == "recorded\n"
    reports = stored_in(folder)
    assert (len(reports.stored), reports.damaged) == (3, ())


@pytest.mark.parametrize("error", ["EIO", "ENOSPC", "EACCES"])
def test_every_call_that_fails(tmp_path: Path, error: str) -> None:
    calls = calls_of_a_write()
    assert {"fsync", "write", "rename", "mkdir"} <= {name for name, _ in calls}
    answers: Counter[str] = Counter()
    for at, (name, number) in enumerate(calls):
        if name in {"rt_sigprocmask", "munmap", "brk", "mmap"}:
            continue  # memory and signals have no disk behind them
        folder = tmp_path / str(at)
        lay_plan(folder)
        inject = f"inject={name}:error={error}:when={number}"
        ran = _run(folder, "strace", "-o", "/dev/null", "-e", inject)
        told = f"{name} {number}: {ran.stdout}{ran.stderr}"
        assert ran.returncode == 0, told
        reports = stored_in(folder)
        assert reports.damaged == (), told
        answer = ran.stdout.partition(":")[0].strip()
        answers[answer] += 1
        there = {"recorded": 3, "recorded, not confirmed durable": 3, "nothing was recorded": 0}
        assert len(reports.stored) == there[answer], told
        if name == "fsync":
            assert answer != "recorded", told
        _is_first_again(folder)
    assert answers["nothing was recorded"] > 3, answers
    assert answers["recorded, not confirmed durable"] > 0, answers


def test_killed_at_every_call(tmp_path: Path) -> None:
    for at, (name, number) in enumerate(calls_of_a_write()):
        folder = tmp_path / str(at)
        lay_plan(folder)
        inject = f"inject={name}:signal=KILL:when={number}"
        ran = _run(folder, "strace", "-o", "/dev/null", "-e", inject)
        told = f"{name} {number}: {ran.stdout}{ran.stderr}"
        assert ran.stdout == "", told
        reports = stored_in(folder)
        assert reports.damaged == (), told
        assert len(reports.stored) in {0, 3}, told
        _is_first_again(folder)
