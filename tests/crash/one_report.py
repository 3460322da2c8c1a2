"""Records one command's reports, given by their seed, and says what became of them.

Run under strace by `test_faults`: the calls of the system between the two marks are those of a
write.
"""

import os
import sys
from pathlib import Path

from rectify_cli.app.record_events import NotRecorded
from rectify_cli.progress.ulid import ulids
from tests.crash.a_store import notes, recorded

BEGIN, END = "/rectify-write-begins", "/rectify-write-ends"


def main(folder: Path) -> None:
    """Write three reports; always the same ones."""
    ids = ulids(1_772_614_800_000, bytes(10), 3)
    reports = [
        each._replace(event=each.event._replace(id=name))
        for name, each in zip(ids, notes(3, "ana", "a note"), strict=True)
    ]
    os.path.exists(BEGIN)  # noqa: PTH110 - one plain call of the system
    answer = recorded(folder, reports)
    os.path.exists(END)  # noqa: PTH110
    print(str(answer.why) if isinstance(answer, NotRecorded) else "recorded")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
