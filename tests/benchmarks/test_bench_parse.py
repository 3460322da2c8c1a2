"""Parsing with positions against the bare drain of the C parser's events, both in one run.

`pytest tests/benchmarks --benchmark-only -s` prints the ratio; the target is 2.
"""

from time import perf_counter
from typing import Any

import yaml

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.parse import parse
from tests.benchmarks.big_plans import large_plan


def _drained(text: str) -> float:
    begin = perf_counter()
    for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
        pass
    return perf_counter() - begin


def test_parse_ten_thousand_tasks(benchmark: Any) -> None:
    text = large_plan(10_000)
    root, findings = benchmark.pedantic(parse, args=(SourceText("p.yaml", text),), rounds=5)
    assert root is not None
    assert not findings
    drain = min(_drained(text) for _ in range(5))
    best = benchmark.stats.stats.min
    print(f"\n{len(text) / 1e6:.1f} MB: parse {best:.3f} s, drain {drain:.3f} s, ", end="")
    print(f"ratio {best / drain:.2f} (target 2)")
