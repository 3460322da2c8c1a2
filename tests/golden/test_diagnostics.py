"""What people and scripts see of findings, kept as files: one broken plan in every form.

A changed look is written anew with `RECTIFY_WRITE_GOLDENS=1 pytest tests/golden`, and reviewed.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli.app.check import check_plans, found_by
from rectify_cli.app.here import Here
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Look

FOLDER = Path(__file__).parent / "diagnostics"

LOOKS = {
    "text-piped": ("text", Look()),
    "text-80": ("text", Look(width=80)),
    "text-40": ("text", Look(width=40)),
    "text-200-colour": ("text", Look(width=200, colour=True)),
    "text-zh": ("text", Look(width=80, language="zh")),
    "json": ("json", Look()),
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_look(name: str) -> None:
    form, look = LOOKS[name]
    here = Here(FOLDER, None, None, None, datetime(2026, 3, 2, tzinfo=UTC))
    checked = check_plans([Path("plan.yaml")], here, (), ())
    text = FORMATS[form].write(found_by(checked, here, strict=False), look)
    golden = FOLDER / f"{name}.txt"
    if os.environ.get("RECTIFY_WRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
