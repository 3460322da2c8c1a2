"""A hostile plan through every command and output: it is shown, and does nothing."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from rectify_cli.render.diagnostics import FORMATS
from tests.commands.program import Ran, rectify
from tests.hostile.hostile_plan import REFUSED, TEXTS, write_hostile_plan
from tests.terminal import on_screen

ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
TABS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

VIEWS = (
    ("plan", "build"),
    ("plan", "build", "--week", "--from", "2021-03-05"),
    ("plan", "build", "--phase", "t3"),
    ("plan", "build", "--owner", "u3"),
    ("plan", "show", "t0.a"),
    ("plan", "show", "t11.b"),
    ("plan", "why", "t4.a"),
    ("plan", "why", "t7.b"),
    ("plan", "chart"),
    ("calendar", "show"),
    ("--as-of", "2021-03-09"),
    ("check",),
)
ANSWERS = (
    ("plan", "show", "absent"),
    ("plan", "show", "::error::x"),
    ("plan", "show", "\x1b[31m\u202e"),
    ("plan", "why", "a"),
    ("plan", "build", "--owner", "cmd"),
    ("plan", "build", "--phase", "\x1b]8;;x\x07"),
    ("plan", "build", "--from", "\x1b[2J"),
    ("plan", "build", "\x1b[2J.yaml"),
    ("check", "##[error]x.yaml"),
    ("check", "--format", "\x1b[2J"),
    ("check", "--select", "\u202e"),
    ("explain", "\x1b[2J"),
    ("\x1b[2J",),
    ("calendar", "show", "\x1b[2J"),
)


def _shown(ran: Ran, *, acts: re.Pattern[str] = ACTS) -> None:
    assert ran.code in {0, 1, 2}
    for text in (ran.out, ran.err):
        assert not acts.search(text), acts.search(text)
        assert "Traceback" not in text
    assert "bug in rectify" not in ran.err


def test_none_of_it_is_an_error(tmp_path: Path) -> None:
    write_hostile_plan(tmp_path)
    found = json.loads(rectify(tmp_path, "check", "--format", "json").out)
    assert [each for each in found["findings"] if each["severity"] == "error"] == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_a_view_in_a_pipe_and_on_screens(
    tmp_path: Path, view: tuple[str, ...], language: str
) -> None:
    write_hostile_plan(tmp_path, language)
    _shown(rectify(tmp_path, *view), acts=TABS)
    for columns in (40, 80, 200):
        screen = on_screen(tmp_path, *view, columns=columns)
        assert not ACTS.search(screen)
        assert "Traceback" not in screen
        assert "bug in rectify" not in screen


@pytest.mark.parametrize("view", [view for view in VIEWS if view[0] in {"plan", "calendar"}])
def test_a_view_as_json(tmp_path: Path, view: tuple[str, ...]) -> None:
    write_hostile_plan(tmp_path)
    ran = rectify(tmp_path, *view, "--json", GITHUB_ACTIONS="true")
    _shown(ran)
    assert "##[" not in ran.out
    assert json.loads(ran.out)["format"] == 1


@pytest.mark.parametrize("view", [*VIEWS, *ANSWERS], ids=repr)
def test_a_runner_that_reads_along_finds_no_command(tmp_path: Path, view: tuple[str, ...]) -> None:
    write_hostile_plan(tmp_path)
    ran = rectify(tmp_path, *view, GITHUB_ACTIONS="true")
    _shown(ran, acts=TABS)
    for line in (ran.out + ran.err).splitlines():
        assert not line.strip().startswith("::")
        assert not re.search(r"##\w*\[", line)


@pytest.mark.parametrize("answer", ANSWERS, ids=repr)
def test_what_is_typed_is_said_back_safely(tmp_path: Path, answer: tuple[str, ...]) -> None:
    write_hostile_plan(tmp_path)
    ran = rectify(tmp_path, *answer)
    _shown(ran)
    assert ran.code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_findings_about_hostile_texts(tmp_path: Path, form: str) -> None:
    write_hostile_plan(tmp_path)
    path = tmp_path / "plan.yaml"
    broken = path.read_text(encoding="utf-8").replace("owner: boss", "ownr: boss")
    extra = "".join(f"{json.dumps('k' + text[:50], ensure_ascii=False)}: 1\n" for text in TEXTS)
    path.write_text(broken + extra, encoding="utf-8")
    ran = rectify(tmp_path, "check", "--format", form)
    assert ran.code == 1
    _shown(ran)


def test_a_csv_runs_nothing(tmp_path: Path) -> None:
    write_hostile_plan(tmp_path)
    ran = rectify(tmp_path, "plan", "build", "-o", "out.csv")
    assert ran.code in {0, 1}
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert not ACTS.search(text)
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert any(cell.startswith("'=cmd|") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]


def test_a_markdown_table_has_no_markup_of_the_plan(tmp_path: Path) -> None:
    write_hostile_plan(tmp_path)
    assert rectify(tmp_path, "plan", "build", "-o", "out.md").code in {0, 1}
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert not ACTS.search(text)
    plain = re.sub(r"\\.", "", text)
    assert "<script" not in plain
    assert "](" not in plain
    assert "://" not in plain
    rows = [line for line in plain.splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in rows}) == 1


@pytest.mark.parametrize("raw", [True, False], ids=["raw", "escaped"])
@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_what_acts_is_refused_where_it_stands(tmp_path: Path, text: str, raw: bool) -> None:  # noqa: FBT001
    written = f'"a{text}b"' if raw else json.dumps(f"a{text}b")
    plan = f"rectify: 1\ntitle: {written}\nstart: 2021-03-05\n"
    (tmp_path / "plan.yaml").write_bytes(plan.encode())
    for form in FORMATS:
        ran = rectify(tmp_path, "check", "--format", form)
        _shown(ran)
        assert ran.code == 1
    found = json.loads(rectify(tmp_path, "check", "--format", "json").out)["findings"]
    assert [(each["rule"], each["line"]) for each in found][:1] in (
        [("yaml-syntax", 2)],
        [("bad-encoding", 2)],
    )


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_every_locale_can_show_it(tmp_path: Path, view: tuple[str, ...], encoding: str) -> None:
    write_hostile_plan(tmp_path, "zh")
    ran = rectify(tmp_path, *view, encoding=encoding)
    assert ran.code in {0, 1}
    assert "bug in rectify" not in ran.err
