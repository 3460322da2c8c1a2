"""Throws mutated plans at everything that `rectify check` does, and at the views behind it.

Each input is made from a seed and its number alone, so that a failing one can be made again:

    python -m tests.hostile.fuzz_loader --seed 1 --count 1000000 --jobs 2
    python -m tests.hostile.fuzz_loader --seed 1 --only 4711
"""

import argparse
import re
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType

from rectify_cli.app.build import build_record, build_report, select
from rectify_cli.app.chart import draw_chart
from rectify_cli.app.here import Here
from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import load_and_schedule
from rectify_cli.app.show import TaskView, show_task
from rectify_cli.app.why import explain_dates
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.to_json import to_json as findings_json
from rectify_cli.render.diagnostics.to_text import to_text
from rectify_cli.render.formats import FORMATS, writer_of
from rectify_cli.render.record.to_json import to_json
from rectify_cli.render.table.to_screen import to_screen
from rectify_cli.render.timeline.to_terminal import to_terminal
from rectify_cli.report.catalogue import AS_WRITTEN, WITH_STATUS, product
from rectify_cli.report.edition import Edition
from rectify_cli.report.selection import Selection
from rectify_cli.report.source import Source
from rectify_cli.schedule.model import Schedule
from rectify_cli.store.cache import Cache
from tests.hostile.extremes import extreme_plan
from tests.hostile.mutate import mutated

ROOT = Path(__file__).parents[2]
SECONDS = 2.0
MEGABYTES = 500
_NOW = datetime(2021, 4, 8, 9, 0, tzinfo=UTC)
_STUCK_AFTER = 20.0
_CHARACTERS_A_SECOND = 1_000_000
"""A view of thirty years of days may take longer, as it is longer."""
_SMALL = 8_000
_YEARS_SHOWN = 30

ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that no output has; a tab is for pipes alone."""

HOST = """\
rectify: 1
title: A host of files
start: 2021-03-05
deadline: 2021-07-30
calendar: {country: CN, frozen: days.yaml}
owners_from: [units.csv]
groups: {organs: {kind: organ}}
include: {part: other.yaml}
tasks:
  a: {owner: u1, each: organs, duration: 2d}
  b: {after: part, document: units.csv, duration: 1w}
"""
UNITS = """\
id,title,kind,parent,lead,email,tags,joined,left
u1,One,organ,,,one@example.org,a b,,
u2,第二,organ,u1,u1,,,2021-01-01,2021-12-31
"""
DAYS = """\
rectify-calendar: 1
country: "CN"
source: "holidays 0.92"
years: [2021]
days_off:
  2021-04-05: "清明节"
workdays:
  2021-04-25: "make-up day"
"""
OTHER = """\
rectify: 1
title: Another
start: 2021-03-08
owners: {x: {title: X, kind: person}}
tasks:
  a: {owner: x, duration: 3d}
  b: {after: a SS + 1d, deadline: a + 1w, duration: 2d}
"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts that inputs are made from; most plans are small, so that many can be tried."""

    small: Sequence[bytes]
    large: Sequence[bytes]
    texts: Sequence[str]


def corpus() -> Corpus:
    """The real plans, pieces of them, and every plan of the reject and accept cases."""
    paths = [*sorted((ROOT / "tests" / "cases").rglob("*.yaml"))]
    cases = [path.read_bytes() for path in paths]
    plans = [path.read_bytes() for path in sorted((ROOT / "plans").glob("*.yaml"))]
    small = [data for data in cases if len(data) < _SMALL]
    pieces = [piece for plan in plans for piece in _pieces(plan)]
    texts = [data.decode("utf-8", "replace") for data in (*small, *plans)]
    return Corpus([*small, *pieces], plans, texts)


def _pieces(plan: bytes) -> Iterator[bytes]:
    """A real plan's head with some of its lines behind it, which may or may not fit together."""
    lines = plan.splitlines(keepends=True)
    head = b"".join(lines[:12])
    for first in range(12, len(lines), 20):
        yield head + b"".join(lines[first : first + 40])


@dataclass(frozen=True, slots=True)
class Trial:
    """An input: files by name, `plan.yaml` among them; and whether the views are tried too."""

    files: dict[str, bytes]
    views: bool


def trial(seed: int, number: int, source: Corpus) -> Trial:
    """The input of this number, always the same one."""
    random = Random(f"{seed}/{number}")
    files = {
        "units.csv": UNITS.encode(),
        "days.yaml": DAYS.encode(),
        "other.yaml": OTHER.encode(),
        "plan.yaml": HOST.encode(),
    }
    name = random.choices(("plan.yaml", *files), (85, 4, 3, 4, 4))[0]
    text, share = files[name], 1.0
    if name == "plan.yaml":
        large = random.random() < 0.004
        text = random.choice(source.large if large else source.small)
        if random.random() < 0.08:
            text = extreme_plan(random)
            share = 0.2
    files[name] = mutated(random, text, source.texts) if random.random() < share else text
    return Trial(files, random.random() < 0.125)


class TooSlowError(Exception):
    """An input took so long that it was given up."""


@dataclass(slots=True)
class Outcome:
    """What became of many inputs."""

    tried: int = 0
    dated: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = -1
    megabytes: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        """Count another's inputs too."""
        if other.slowest > self.slowest:
            self.slowest, self.slowest_number = other.slowest, other.slowest_number
        self.tried += other.tried
        self.dated += other.dated
        self.seconds += other.seconds
        self.megabytes = max(self.megabytes, other.megabytes)
        self.rules += other.rules
        self.failures += other.failures


def fuzz(seed: int, numbers: Sequence[int], until: float | None = None) -> Outcome:
    """Try the inputs of these numbers; `until`: the moment (`time.time`) at which to stop."""
    outcome = Outcome(megabytes=_megabytes())
    source = corpus()
    signal.signal(signal.SIGVTALRM, _give_up)
    with TemporaryDirectory(prefix="rectify-fuzz-") as folder:
        here = Here(Path(folder), None, None, Cache(Path(folder, "cache")), _NOW)
        for number in numbers:
            if until is not None and time.time() > until:
                break
            _try_one(trial(seed, number, source), number, here, outcome)
    return outcome


def _give_up(_: int, frame: FrameType | None) -> None:
    raise TooSlowError("".join(traceback.format_stack(frame)[-3:]))


def _try_one(attempt: Trial, number: int, here: Here, outcome: Outcome) -> None:
    for name, data in attempt.files.items():
        (here.folder / name).write_bytes(data)
    signal.setitimer(signal.ITIMER_VIRTUAL, _STUCK_AFTER)
    began = time.process_time()
    try:
        for text in exercise(here, outcome, views=attempt.views):
            _count_time(time.process_time() - began, len(text), number, outcome)
            assert not ACTS.search(text), f"a character that acts: {ACTS.search(text)}"
            text.encode("utf-8")
            began = time.process_time()
    except Exception:  # noqa: BLE001 - any at all is what is looked for
        outcome.failures.append(f"{number}: {traceback.format_exc(limit=-6)}")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    used = _megabytes()
    if used > max(MEGABYTES, outcome.megabytes):
        outcome.failures.append(f"{number}: took {used} MB")
    outcome.tried += 1
    outcome.megabytes = max(used, outcome.megabytes)


def _megabytes() -> int:
    """The most memory that this process had at any time."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _count_time(took: float, shown: int, number: int, outcome: Outcome) -> None:
    outcome.seconds += took
    if took > outcome.slowest:
        outcome.slowest, outcome.slowest_number = took, number
    if took > SECONDS + shown / _CHARACTERS_A_SECOND:
        outcome.failures.append(f"{number}: took {took:.1f} s")


def exercise(here: Here, outcome: Outcome, *, views: bool) -> Iterator[str]:
    """Check the plan in a folder: its findings, then all views of its schedule, each as a text."""
    scheduled = load_and_schedule(Path("plan.yaml"), here)
    assert not isinstance(scheduled, Unread)
    outcome.rules.update(finding.rule for finding in scheduled.findings)
    found = Found(scheduled.findings, scheduled.loaded.sources)
    language = "en" if scheduled.loaded.plan is None else scheduled.loaded.plan.language
    yield to_text(found, Look(80, colour=False, language=language))
    for finding in scheduled.findings:
        source = scheduled.loaded.sources.get(finding.span.path)
        assert finding.span.line >= 1
        assert finding.span.column >= 1
        assert source is None or finding.span.line <= source.text.count("\n") + 1
    if views:
        yield findings_json(found, Look())
    if scheduled.schedule is not None:
        outcome.dated += 1
        if views and _is_short(scheduled.schedule):
            yield from all_views(scheduled.schedule, language)


def _is_short(schedule: Schedule) -> bool:
    """Whether its days fill no more than some thousand lines."""
    last = schedule.finish or schedule.start
    days = [day for each in schedule.timings for day in (each.start, each.finish, each.deadline)]
    years = [day.year for day in (schedule.start, last, *days) if day is not None]
    return max(years) - min(years) <= _YEARS_SHOWN


_TEXT_ENDINGS = frozenset({".json", ".csv", ".md"})


def all_views(schedule: Schedule, language: str) -> Iterator[str]:
    """Everything that is shown of a schedule, as text; tabs that part cells taken out."""
    selection = select(schedule, None, None, None, None)
    assert isinstance(selection, Selection)
    for width in (80, None):
        report = build_report(schedule, selection, language)
        yield "".join(to_screen(report, width=width, colour=False)).replace("\t", "")
    yield "".join(to_json(build_record(schedule, selection)))
    source = Source(schedule, selection, language, Edition(date(2021, 4, 8), "0123abcd"))
    for form in FORMATS:
        # Without reports there is no ledger, and a plan from the cache has not all of its text;
        # workbooks and documents have tests of their own.
        if form.ending not in _TEXT_ENDINGS or form.view in WITH_STATUS:
            continue
        if form.product in AS_WRITTEN:
            continue
        for part in writer_of(form)(product(form.view, source)):
            yield part if isinstance(part, str) else ""
    view = draw_chart(schedule, selection, date(2021, 4, 8), language)
    yield "".join(to_terminal(view.timeline, width=80, colour=False))
    for task in (*schedule.plan.tasks[:2], *schedule.plan.tasks[-1:]):
        for shown in (
            show_task(schedule, task.path, language),
            explain_dates(schedule, task.path, None, language),
        ):
            if isinstance(shown, TaskView):
                yield "".join(to_screen(shown.report, width=40, colour=False))
                yield "".join(to_json(shown.record))


def _worker(seed: int, numbers: range, until: float | None) -> Outcome:
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    return fuzz(seed, numbers, until)


def _run(seed: int, first: int, count: int, jobs: int, seconds: float | None) -> Outcome:
    whole = Outcome()
    until = None if seconds is None else time.time() + seconds
    step = 5_000
    with ProcessPoolExecutor(jobs) as pool:
        parts = [
            pool.submit(_worker, seed, range(at, min(at + step, first + count)), until)
            for at in range(first, first + count, step)
        ]
        for part in parts:
            whole.add(part.result())
            if part.result().tried:
                print(
                    f"{whole.tried} tried, {whole.dated} dated, slowest {whole.slowest:.2f} s "
                    f"(#{whole.slowest_number}), {whole.megabytes} MB, "
                    f"{len(whole.failures)} failures",
                    flush=True,
                )
            for failure in part.result().failures[:5]:
                print(failure, flush=True)
    return whole


def main() -> int:
    """Run from the command line; exit 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=None, help="Stop after so long.")
    parser.add_argument("--only", type=int, default=None, help="One input: shown, and tried.")
    options = parser.parse_args()
    if options.only is not None:
        for name, data in trial(options.seed, options.only, corpus()).files.items():
            print(f"--- {name}")
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
        outcome = fuzz(options.seed, [options.only])
        print(*outcome.failures, sep="\n")
        print(f"{outcome.slowest:.2f} s")
    else:
        outcome = _run(options.seed, options.first, options.count, options.jobs, options.seconds)
        print(outcome.rules.most_common())
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
