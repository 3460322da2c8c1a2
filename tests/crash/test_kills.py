"""Eight writers, killed eight hundred times: nothing acknowledged is lost, nothing is torn."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.test_program import ENVIRONMENT, PROGRAM
from tests.crash.a_store import lay_plan, stored_in

ROOT = Path(__file__).parents[2]
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")


def _acknowledged(folder: Path) -> set[str]:
    lists = sorted(folder.glob("acknowledged-*"))
    # An id that its writer could not write to the end was not acknowledged.
    return {line[:-1] for each in lists
            for line in each.read_text(encoding="ascii").splitlines(keepends=True)
            if line.endswith("\n")}  # fmt: skip


@needs_fork
@pytest.mark.parametrize("kills", [60, pytest.param(800, marks=pytest.mark.slow)])
def test_eight_writers_that_are_killed(tmp_path: Path, kills: int) -> None:
    lay_plan(tmp_path)
    line = [sys.executable, "-m", "tests.crash.storm", str(tmp_path), "8", str(kills), "20261127"]
    with subprocess.Popen(line, cwd=ROOT, stderr=subprocess.PIPE, text=True) as storm:
        looks = 0
        while storm.poll() is None:
            # A reader in the middle of it sees all that was acknowledged before it looked.
            before = _acknowledged(tmp_path)
            reports = stored_in(tmp_path)
            assert reports.damaged == ()
            assert before <= {each.event.id for each in reports.stored}
            looks += 1
            time.sleep(0.3)
        assert storm.stderr is not None
        assert (storm.returncode, storm.stderr.read()) == (0, "")
    reports = stored_in(tmp_path)
    ids = [each.event.id for each in reports.stored]
    assert reports.damaged == ()
    assert len(ids) == len(set(ids))
    acknowledged = _acknowledged(tmp_path)
    assert acknowledged <= set(ids)
    assert looks > 0
    assert len(acknowledged) > kills


@pytest.mark.slow
@needs_fork
@pytest.mark.parametrize("delay", [step / 100 for step in range(2, 42, 2)])
def test_the_program_killed_at_any_moment(tmp_path: Path, delay: float) -> None:
    lay_plan(tmp_path)
    line = [*PROGRAM, "progress", "first", "40", "--on", "2026-03-04", "--by", "ana"]
    with subprocess.Popen(
        line, cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        try:
            said = program.communicate(timeout=delay)[0]
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            said = program.communicate()[0]
    reports = stored_in(tmp_path)
    assert reports.damaged == ()
    assert len(reports.stored) <= 1
    if b"Recorded as" in said:
        assert len(reports.stored) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_waits_until_it_is_said(tmp_path: Path, number: signal.Signals) -> None:
    """The signal comes while the report is written; the answer is there all the same."""
    lay_plan(tmp_path)
    script = (
        "import os, signal, sys\n"
        # Whoever runs the tests in the background has it ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from rectify_cli.store import record_file\n"
        "whole = record_file._prepared\n"
        f"def interrupted(new): os.kill(os.getpid(), {int(number)}); return whole(new)\n"
        "record_file._prepared = interrupted\n"
        "from rectify_cli.cli.main import main\n"
        "code = main(sys.argv[1:], os.environ)\n"
        "sys.stdout.flush()\n"
        "os._exit(code)\n"
    )
    words = ["done", "first", "--on", "2026-03-04", "--by", "ana"]
    ran = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Recorded as" in ran.stdout
    assert ran.returncode == (130 if number == signal.SIGINT else -number)
    assert len(stored_in(tmp_path).stored) == 1
