"""The examples on the rules' pages, made real: laid out in a folder, completed, checked."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rectify_cli.app.check import check_plans, found_by
from rectify_cli.app.here import Here
from rectify_cli.render.diagnostics.found import Found
from rectify_cli.report.rule_page import PLAN, ExampleFile
from tests.scenes import LANGUAGE, completed, head_of

_NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def as_it_is(text: str) -> str:
    """A plan that nobody changes."""
    return text


def check_example(files: Sequence[ExampleFile], change: Callable[[str], str] = as_it_is) -> Found:
    """What a check finds in an example, whose plan is completed like those in the documents."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in files:
            path = folder / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = file.text
            if file.name == PLAN:
                text = change(completed(text, head_of(LANGUAGE)))
            path.write_bytes(text.encode(file.encoding))
        here = Here(folder=folder, home=None, plan=None, cache=None, now=_NOW)
        return found_by(check_plans([Path(PLAN)], here, (), ()), here, strict=False)
