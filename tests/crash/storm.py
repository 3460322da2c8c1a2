"""Writers that are killed at random, again and again: run by `test_kills`, in a process of its own.

Each writer records commands of one to five reports and, once `record` has said that they are
there, writes their ids to its list of acknowledged ones. A writer that was killed is started anew.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from rectify_cli.app.record_events import Recorded
from tests.crash.a_store import notes, recorded


def storm(folder: Path, writers: int, kills: int, seed: int) -> None:
    """Run the writers until so many were killed; then let each end what it is at."""
    chance = random.Random(seed)
    running = {_started(folder, number): number for number in range(writers)}
    for _ in range(kills):
        time.sleep(chance.uniform(0.0005, 0.006))
        process = chance.choice(sorted(running))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        number = running.pop(process)
        running[_started(folder, number)] = number
    (folder / "stop").touch()
    for process in running:
        _, status = os.waitpid(process, 0)
        if status:
            sys.exit(f"a writer ended with {status}")


def _started(folder: Path, number: int) -> int:
    process = os.fork()
    if process:
        return process
    try:
        _write_on(folder, number)
    except BaseException as error:  # noqa: BLE001 - the process ends here, whatever it was
        sys.stderr.write(f"{error!r}\n")
        os._exit(1)
    os._exit(0)


def _write_on(folder: Path, number: int) -> None:
    chance = random.Random(os.urandom(8))
    acknowledged = os.open(
        folder / f"acknowledged-{number}", os.O_WRONLY | os.O_CREAT | os.O_APPEND
    )
    while not (folder / "stop").exists():
        reports = notes(chance.randint(1, 5), f"writer-{number}", "x" * chance.randint(0, 3000))
        answer = recorded(folder, reports)
        assert isinstance(answer, Recorded), answer
        os.write(acknowledged, "".join(each.event.id + "\n" for each in reports).encode("ascii"))


if __name__ == "__main__":
    storm(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
