"""A scalar may have 20,000 characters: a reader that is quadratic in them would make these hang."""

import pytest

from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.document import OwnerDocument, PlanDocument, TaskDocument
from rectify_cli.plan.part import Part
from rectify_cli.plan.read_part import read_part
from rectify_cli.plan.reading import Reading
from rectify_cli.syntax.node import Mapping, Scalar

N = 20_000
NASTY = [
    "0" * N,
    "1" * N + "!",
    "x+" + "1" * N + "!",
    "x" + "+1" * (N // 2),
    "-1d" * (N // 3),
    "." * N + " ",
    "a" + " " * (N - 2) + "b",
    "a" + " ," * (N // 2),
    "1-" * (N // 2),
    "1-1-1" + " " * N,
    "1." * (N // 2),
    "FREQ=DAILY;" * (N // 11),
    "BYDAY=" + "MO," * (N // 3),
    "a@" * (N // 2),
    "https://" + "a" * N + '"',
    "1:" * (N // 2),
    "甲" * N,
    "a.b" * (N // 3),
    "２" * N,
]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: text[:8])
@pytest.mark.parametrize("model", [PlanDocument, TaskDocument, OwnerDocument])
def test_long_texts_in_every_field(model: type[Part], text: str) -> None:
    source = SourceText("plan.yaml", text)
    mapping = Mapping(source, 0)
    for key in model.keys():  # noqa: SIM118 - a model's keys, not a mapping's
        mapping.keys[key] = Scalar(source, 0, 1, key, quoted=False)
        mapping.values[key] = Scalar(source, 0, 1, text, quoted=True)
    reading = Reading()
    assert read_part(model, mapping, reading).bad
    assert reading.findings
