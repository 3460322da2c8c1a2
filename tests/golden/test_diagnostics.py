"""What people and scripts see of findings, kept as files: broken plans in every form.

A changed look is written anew with `RECTIFY_WRITE_GOLDENS=1 pytest tests/golden`, and reviewed.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli import __version__
from rectify_cli.app.check import check_plans, found_by
from rectify_cli.app.here import Here
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.to_step_summary import to_step_summary

FOLDER = Path(__file__).parent / "diagnostics"
MANY = ("日程 100%.yaml", "good.yaml", "late.yaml")

LOOKS = {
    "text-piped": ("text", Look()),
    "text-80": ("text", Look(width=80)),
    "text-40": ("text", Look(width=40)),
    "text-200-colour": ("text", Look(width=200, colour=True)),
    "text-zh": ("text", Look(width=80, language="zh")),
    "json": ("json", Look()),
    "github": ("github", Look()),
    "sarif": ("sarif", Look()),
    "gitlab": ("gitlab", Look()),
    "junit": ("junit", Look()),
}
LOOKS_AT_MANY = ("text", "json", "github", "sarif", "gitlab", "junit")


def found_in(folder: Path, *names: str) -> Found:
    """What a check of plans in a folder finds."""
    here = Here(folder, None, None, None, datetime(2026, 3, 2, tzinfo=UTC))
    return found_by(check_plans([Path(name) for name in names], here, (), ()), here, strict=False)


def compare(name: str, text: str) -> None:
    """Compare a text with its golden, or write it anew."""
    golden = FOLDER / f"{name}.txt"
    text = text.replace(f'"version": "{__version__}"', '"version": "VERSION"')
    if os.environ.get("RECTIFY_WRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOOKS)
def test_a_look(name: str) -> None:
    form, look = LOOKS[name]
    compare(name, FORMATS[form].write(found_in(FOLDER, "plan.yaml"), look))


@pytest.mark.parametrize("form", LOOKS_AT_MANY)
def test_a_look_at_many_findings_in_several_files(form: str) -> None:
    found = found_in(FOLDER / "many", *MANY)
    compare(f"many-{form}", FORMATS[form].write(found, Look(language="zh")))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_step_summary(language: str) -> None:
    found = found_in(FOLDER / "many", *MANY)
    compare(f"many-summary-{language}", to_step_summary(found, Look(language=language)))
