"""What running a program costs: CPU time and memory of a child process, as the system counted them.

CPU time, since a shared machine stretches the time on the clock and not this one; a program of one
thread on an idle machine takes as long on the clock.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from compileall import compile_dir
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import rectify_cli

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


def installed_environment(folder: Path) -> dict[str, str]:
    """An environment in which the program stands in a folder as an installer leaves it.

    That is: the package with its byte code, and beside it the list of its files, by which the
    program knows its own code; from a working copy it reads all of that at every run.
    """
    package, site = Path(rectify_cli.__file__).parent, folder / "site"
    shutil.copytree(package, site / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    compile_dir(site, quiet=1)
    listed = site / f"rectify_cli-{rectify_cli.__version__}.dist-info"
    listed.mkdir()
    digests = [
        f"{path.relative_to(site)},{sha256(path.read_bytes()).hexdigest()}"
        for path in sorted((site / package.name).rglob("*.*"))
        if path.is_file()
    ]
    (listed / "RECORD").write_text("\n".join(digests), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.pop("RECTIFY_PLAN", None)
    return kept | {
        "PYTHONPATH": str(site),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LC_ALL": "C.UTF-8",
    }
