"""Parsing with positions against the bare drain of the C parser's events, both in one run.

`pytest tests/benchmarks/test_bench_parse.py --benchmark-only -s` prints the ratio; the target is 2.
"""

from time import perf_counter
from typing import Any

import yaml

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.parse import parse

_TASK = """\
      task-{n}:
        title: Task number {n} of the programme, with a title
        owner: unit-{unit}
        participants: [organs, unit-{other}]
        after: {{task: task-{before}, link: FS, lag: 2d}}
        duration: {days}d
        deadline: 2021-06-30
        checklist:
          - Agenda approved {n}
          - {{id: printing, item: "Materials printed", due: start - 2d}}
"""


def a_plan_of(tasks: int) -> str:
    """A plan's text with so many tasks, 340 characters each."""
    head = "rectify: 1\ntitle: Large\nstart: 2021-03-05\nphases:\n  all:\n    tasks:\n"
    return head + "".join(
        _TASK.format(n=n, unit=n % 311, other=n % 7, before=max(n - 1, 0), days=n % 9 + 1)
        for n in range(tasks)
    )


def _drained(text: str) -> float:
    begin = perf_counter()
    for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
        pass
    return perf_counter() - begin


def test_parse_ten_thousand_tasks(benchmark: Any) -> None:
    text = a_plan_of(10_000)
    root, findings = benchmark.pedantic(parse, args=(SourceText("p.yaml", text),), rounds=5)
    assert root is not None
    assert not findings
    drain = min(_drained(text) for _ in range(5))
    best = benchmark.stats.stats.min
    print(f"\n{len(text) / 1e6:.1f} MB: parse {best:.3f} s, drain {drain:.3f} s, ", end="")
    print(f"ratio {best / drain:.2f} (target 2)")
