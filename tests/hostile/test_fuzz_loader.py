"""A short run of the fuzzer; the long one is started by hand, its figures are in the docs."""

import pytest

from tests.hostile.fuzz_loader import MEGABYTES, SECONDS, corpus, fuzz, trial


def test_no_mutated_plan_brings_the_check_down() -> None:
    """Never an exception, never more than 2 s, never more than 500 MB, nothing that acts."""
    outcome = fuzz(7, range(2_000))
    assert not outcome.failures, "\n\n".join(outcome.failures[:3])
    assert outcome.tried == 2_000
    assert outcome.dated > 600, "hardly any input reached the scheduler"
    assert len(outcome.rules) > 30, "the inputs break too few rules"


def test_an_input_can_be_made_again() -> None:
    source = corpus()
    assert [trial(3, n, source) for n in range(50)] == [trial(3, n, source) for n in range(50)]
    assert pytest.approx(2) == SECONDS
    assert MEGABYTES == 500
