"""`rectify plan import --into`: a table's changes go into a plan; the rest of its text stays."""

from pathlib import Path

import pytest

from tests.commands.program import rectify

_PLAN = """\
# The office's plan.
rectify: 1
title: Office    # as agreed
start: 2026-03-02
deadline: 2026-05-29
owners:
  office: {title: The office}   # us
phases:
  prepare:
    title: Preparation
    tasks:
      kickoff:
        title: Kick-off  # in the hall
        no: 1
        owner: office
        on: 2026-03-02
      reading:  # quiet
        title: Reading
        no: 2
        owner: office
        after:
          - kickoff
        start: 2026-03-05
        finish: 2026-03-10   # agreed
      talks: {title: Talks, no: 3, owner: office, after: kickoff, duration: 2d}
"""


def _table(folder: Path, *rows: str) -> None:
    head = "no,phase,task,owner,start,finish,duration,deadline,after,note"
    (folder / "t.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def _taken(folder: Path, plan: str, *rows: str) -> str:
    """The plan's text after a table went into it."""
    (folder / "plan.yaml").write_bytes(plan.encode())
    _table(folder, *rows)
    ran = rectify(folder, "plan", "import", "t.csv", "--into", "plan.yaml")
    assert ran.code == 0, ran.out + ran.err
    assert rectify(folder, "check").code == 0
    return (folder / "plan.yaml").read_bytes().decode()


_SAME = (
    "1,Preparation,Kick-off,The office,2026-03-02,2026-03-02,,,,",
    "2,,Reading,office,2026-03-05,2026-03-10,,,1,",
    "3,,Talks,office,,,2,,1,",
)


def test_what_says_the_same_changes_nothing(tmp_path: Path) -> None:
    assert _taken(tmp_path, _PLAN, *_SAME) == _PLAN


def test_changed_cells_change_and_everything_else_stays(tmp_path: Path) -> None:
    text = _taken(
        tmp_path,
        _PLAN,
        "1,Preparation,Kick-off,,2026-03-03,2026-03-03,,2026-03-04,,all",
        "2,,Reading aloud,Legal,2026-03-06,2026-03-06,,,,",
        "3,,Talks,,,,3,2026-03-20,2,",
    )
    assert text == _PLAN.replace(
        "title: Kick-off  # in the hall\n",
        "title: Kick-off  # in the hall\n        deadline: 2026-03-04\n        note: all\n",
    ).replace("on: 2026-03-02", "on: 2026-03-03").replace(
        "title: Reading\n", "title: Reading aloud\n        on: 2026-03-06\n"
    ).replace("owner: office\n        after:", "owner: legal\n        after:").replace(
        "        start: 2026-03-05\n        finish: 2026-03-10   # agreed\n", "        # agreed\n"
    ).replace(
        "after: kickoff, duration: 2d}", "after: reading, duration: 3d, deadline: 2026-03-20}"
    ).replace("# us\n", "# us\n  legal: {title: Legal}\n")


def test_new_rows_go_to_the_end_of_their_phase(tmp_path: Path) -> None:
    text = _taken(
        tmp_path,
        _PLAN,
        *_SAME,
        "4,Preparation,More talks,office,,,1d,,3SS,",
        "5,After,Report,office,,,1d,,More talks,",
    )
    assert text == _PLAN + (
        "      more-talks:\n        title: More talks\n        no: 4\n        owner: office\n"
        "        after: talks SS\n        duration: 1d\n"
        "  after:\n    title: After\n    tasks:\n      report:\n        title: Report\n"
        "        no: 5\n        owner: office\n        after: more-talks\n        duration: 1d\n"
    )


def test_again_and_again_changes_nothing_more(tmp_path: Path) -> None:
    rows = (*_SAME, "4,Preparation,More talks,Legal,,,1d,,3SS,why")
    once = _taken(tmp_path, _PLAN, *rows)
    assert _taken(tmp_path, once, *rows) == once


def test_lines_that_end_in_crlf_still_do(tmp_path: Path) -> None:
    text = _taken(
        tmp_path, _PLAN.replace("\n", "\r\n"), *_SAME, "4,Preparation,More,office,,,1d,,,x"
    )
    assert text.count("\n") == text.count("\r\n")
    assert "note: x" in text


def test_tasks_without_a_row_stay_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    assert rectify(tmp_path, "done", "talks", "--on", "2026-03-05", "--by", "me").code == 0
    _table(tmp_path, _SAME[0])
    ran = rectify(tmp_path, "plan", "import", "t.csv", "--into", "plan.yaml")
    assert "2  Reading\tno row: stays" in ran.out
    assert "3  Talks\tno row: stays, with 1 report" in ran.out
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == _PLAN


def test_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    _table(tmp_path, "3,,Talks,office,,,5,,,")
    ran = rectify(tmp_path, "plan", "import", "t.csv", "--into", "plan.yaml", "--dry-run")
    assert (ran.code, "3  Talks\tduration\t2d\t5d" in ran.out) == (0, True), ran.out
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == _PLAN


def test_what_would_break_the_plan_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    _table(tmp_path, "3,,Talks,,,,,,2,", "2,,Reading,,,,,,3,")
    ran = rectify(tmp_path, "plan", "import", "t.csv", "--into", "plan.yaml")
    assert ran.code == 1
    assert "nothing was written" in ran.err


@pytest.mark.parametrize("name", ["iso27001", "wuwei"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_plan_table_changes_nothing_in_its_plan(name: str, ending: str, tmp_path: Path) -> None:
    plans = Path(__file__).parents[2] / "plans"
    for file in plans.rglob("*"):
        if file.is_file():
            target = tmp_path / file.relative_to(plans)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(file.read_bytes())
    table, plan = f"t.{ending}", f"{name}.yaml"
    cached = {"RECTIFY_NO_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for _ in range(2):
        words = ["plan", "build", plan, "--product", "plan-table", "-o", table]
        assert rectify(tmp_path, *words, **cached).code == 0
    ran = rectify(tmp_path, "plan", "import", table, "--into", plan, **cached)
    assert ran.code == 0, ran.err
    assert (tmp_path / plan).read_bytes() == (plans / plan).read_bytes()


def test_a_phase_changes_as_its_tasks_do_and_owners_are_named(tmp_path: Path) -> None:
    other = _PLAN.replace("title: Preparation", "title: Preparations\n    deadline: 2026-04-01")
    other = other.replace("The office", "Our office").replace("2026-05-29", "2026-05-28")
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    words = ["plan", "build", "other.yaml", "--product", "plan-table", "-o", "t.xlsx"]
    assert rectify(tmp_path, *words).code == 0
    ran = rectify(tmp_path, "plan", "import", "t.xlsx", "--into", "plan.yaml")
    assert ran.code == 1
    assert "'owners.office.title' is 'Our office' in the table; change it by hand" in ran.err
    assert "'deadline' is '2026-05-28' in the table" in ran.err
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert text == _PLAN.replace(
        "title: Preparation", "title: Preparations\n    deadline: 2026-04-01"
    )
