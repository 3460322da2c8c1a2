"""Many faults in one plan: each is found in one run, at its line and column, and nothing else.

The mixes are drawn from seeds, so that a failing one can be planted again: its number is its name.
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from rectify_cli.app.check import check_plans, found_by
from rectify_cli.app.here import Here
from rectify_cli.foundation.rules import RULES
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.spoken import spoken
from tests.planted.bases import BASES, IN_PHASES, Files
from tests.planted.fault import Fault
from tests.planted.faults import FAULTS
from tests.planted.mix import Planted, mixed, planted
from tests.render.read_back import READ_BACK

_NOW = datetime(2026, 4, 8, 9, 0, tzinfo=UTC)
# What a lost report is, only a folder of reports can tell: see the reject cases of the rule.
_NOT_PLANTED = {"unknown-report"}
_MANY = 30

Find = Callable[[Planted], Found]


def _found(plan: Planted, folder: Path) -> Found:
    """What a check finds in a plan that is written to a folder."""
    for name, data in plan.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    here = Here(folder=folder, home=None, plan=None, cache=None, now=_NOW)
    return found_by(check_plans([Path("plan.yaml")], here, (), ()), here, strict=False)


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Checks a plan in a folder of its own."""
    return lambda plan: _found(plan, tmp_path)


def _assert_found(plan: Planted, found: Found) -> None:
    places = [(f.span.path, f.span.line, f.span.column, f.rule) for f in found.findings]
    wanted, got = Counter(plan.places), Counter(places)
    assert got == wanted, f"hidden: {sorted(wanted - got)}, unasked: {sorted(got - wanted)}"
    assert places == plan.places


@pytest.mark.parametrize("base", range(len(BASES)))
def test_a_plan_without_faults_gives_nothing(base: int, find: Find) -> None:
    assert find(planted(BASES[base], [], Random(base))).findings == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_gives_one_finding_at_its_place(fault: Fault, find: Find) -> None:
    assert sum(text.count("‹") for text in fault.texts) == 1
    plan = planted(BASES[0], [fault], Random(fault.name))
    _assert_found(plan, find(plan))


@pytest.mark.parametrize("seed", range(30))
def test_thirty_faults_are_found_in_one_run_and_nothing_else(seed: int, find: Find) -> None:
    plan = mixed(Random(seed), _MANY)
    assert len(plan.places) == _MANY
    _assert_found(plan, find(plan))


@pytest.mark.parametrize("seed", [1000, 1001])
def test_they_are_the_same_in_the_same_order_in_all_formats(seed: int, find: Find) -> None:
    plan = mixed(Random(seed), _MANY)
    found = find(plan)
    wanted = [(RULES[rule].severity, rule, *place) for *place, rule in plan.places]
    for name, form in FORMATS.items():
        told = list(READ_BACK[name](form.write(found, Look())))
        # GitHub shows ten of a level: there the errors stand before the warnings.
        first = sorted(wanted, key=lambda each: str(each[0])) if name == "github" else wanted
        assert told == first, name


_QUOTED = re.compile('“[^”]*”|"[^"]*"')
_ENGLISH = re.compile(r"(?<![\w.-])(?:write|is|not|the|of|or|and|may|add|take|an?|to|did)(?![\w-])")


@pytest.mark.parametrize("seed", range(2000, 2006))
def test_what_is_found_is_said_in_chinese(seed: int, find: Find) -> None:
    """A sentence is translated, and so is what it is filled with, save what the plan says."""
    for each in find(mixed(Random(seed), 100)).findings:
        for message in (each.message, each.fix, *(other.message for other in each.related)):
            said = "" if message is None else spoken(message, "zh")
            assert not _ENGLISH.search(_QUOTED.sub("", said)), said


# What hangs on the plan's first day and on nothing that is written cannot be told without it.
_OF_THE_START = {"deadline-missed", "link-broken"}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("start", ["", "start: ‹bad-date›2026-02-30\n"])
def test_a_plan_that_lacks_its_start_is_checked_all_the_same(
    seed: int, start: str, find: Find
) -> None:
    plan = mixed(Random(seed), _MANY, bases=[_without_start(IN_PHASES, start)])
    wanted = [each for each in plan.places if each[3] not in _OF_THE_START]
    if not start:
        wanted = sorted([*wanted, ("plan.yaml", 1, 1, "missing-key")])
    got = [(f.span.path, f.span.line, f.span.column, f.rule) for f in find(plan).findings]
    assert got == wanted


def _without_start(base: Files, start: str) -> Files:
    return {**base, "plan.yaml": base["plan.yaml"].replace("start: 2026-03-02\n", start, 1)}


def test_every_rule_can_be_planted() -> None:
    assert set().union(*(fault.rules for fault in FAULTS)) == RULES.keys() - _NOT_PLANTED


@pytest.mark.slow
@pytest.mark.parametrize("count", [2, 10, 30, 60])
def test_any_mix_is_found(count: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    for seed in range(2000, 2060):
        plan = mixed(Random(seed), count)
        _assert_found(plan, _found(plan, tmp_path_factory.mktemp("mix")))
