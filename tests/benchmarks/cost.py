"""What running a program costs: CPU time and memory of a child process, as the system counted them.

CPU time, since a shared machine stretches the time on the clock and not this one; a program of one
thread on an idle machine takes as long on the clock.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_KILOBYTE = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """User and system seconds, and the most bytes that the process ever held."""

    seconds: float
    bytes: int


def cost_of(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Cost:
    """Run a command, its output thrown away, and tell its cost.

    Raises:
        RuntimeError: it ended with another code than 0.
    """
    with subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * _KILOBYTE)


def clean_environment(cache: Path) -> dict[str, str]:
    """An environment in which byte code is kept as an installed program's is, in `cache`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.pop("RECTIFY_PLAN", None)
    return kept | {
        "PYTHONPYCACHEPREFIX": str(cache / "bytecode"),
        "XDG_CACHE_HOME": str(cache / "cache"),
        "LC_ALL": "C.UTF-8",
    }
