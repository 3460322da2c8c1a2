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


def test_a_new_row_with_a_deadline_alone_works_until_then(tmp_path: Path) -> None:
    rows = (*_SAME, "4,Preparation,Files,office,,,,2026-03-20,,", "5,,More,office,,,1,2026-03-20,,")
    text = _taken(tmp_path, _PLAN, *rows)
    assert text == _PLAN + (
        "      files:\n        title: Files\n        no: 4\n        owner: office\n"
        "        duration: to-deadline\n        deadline: 2026-03-20\n"
        "      more:\n        title: More\n        no: 5\n        owner: office\n"
        "        duration: 1d\n        deadline: 2026-03-20\n"
    )
    assert _taken(tmp_path, text, *rows) == text


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


def _workbook_of(folder: Path, plan: str) -> None:
    """The plan table of another state of the plan, beside the plan as it was."""
    (folder / "other.yaml").write_text(plan, encoding="utf-8")
    (folder / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    words = ["plan", "build", "other.yaml", "--product", "plan-table", "-o", "t.xlsx"]
    assert rectify(folder, *words).code == 0


def test_phases_owners_and_the_plan_itself_change_as_tasks_do(tmp_path: Path) -> None:
    other = _PLAN
    for old, new in (
        ("title: Preparation", "title: Preparations\n    deadline: 2026-04-01"),
        ("The office}", "Our office, email: a@example.org}"),
        ("2026-05-29", "2026-05-28"),
        ("title: Office ", "title: The year "),
        ("owners:", "timezone: Asia/Shanghai\nowners:"),
    ):
        other = other.replace(old, new)
    _workbook_of(tmp_path, other)
    for _ in range(2):
        ran = rectify(tmp_path, "plan", "import", "t.xlsx", "--into", "plan.yaml")
        assert ran.code == 0, ran.err
        text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
        zone = "timezone: Asia/Shanghai\n"
        added = other.replace(zone, "").replace("# as agreed\n", f"# as agreed\n{zone}")
        assert text == added
    assert "stays as it is" in ran.err


def test_owners_of_a_table_of_their_own_are_named(tmp_path: Path) -> None:
    other = _PLAN.replace("owners:", "owners_from: [units.csv]\nowners:")
    (tmp_path / "units.csv").write_text("id,title\nnorth,North\n", encoding="utf-8")
    _workbook_of(tmp_path, other)
    (tmp_path / "units.csv").write_text("id,title\nnorth,South\n", encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(other, encoding="utf-8")
    ran = rectify(tmp_path, "plan", "import", "t.xlsx", "--into", "plan.yaml")
    assert ran.code == 1
    assert "'owners.north.title' is 'North' in the file; change it by hand" in ran.err


def test_a_row_put_in_between_moves_the_numbers_and_no_task(tmp_path: Path) -> None:
    text = _taken(
        tmp_path,
        _PLAN,
        _SAME[0],
        "2,,Invitations,office,,,1,,,",
        "3,,Reading,office,2026-03-05,2026-03-10,,,1,",
        "4,,Talks,office,,,2,,1,",
    )
    assert text == _PLAN.replace("no: 3", "no: 4").replace("no: 2", "no: 3") + (
        "      invitations:\n        title: Invitations\n        no: 2\n"
        "        owner: office\n        duration: 1d\n"
    )


def test_titles_that_are_there_twice_are_taken_in_their_order(tmp_path: Path) -> None:
    rows = [f",Preparation,Talks,office,,,{days},,," for days in (3, 4)]
    plan = _PLAN.replace(", no: 3", "")
    once = _taken(tmp_path, plan, *rows)
    assert once.count("title: Talks") == 2
    assert "duration: 3d}" in once
    assert "duration: 4d\n" in once
    assert _taken(tmp_path, once, *rows) == once


def test_a_former_path_is_the_task_that_had_it(tmp_path: Path) -> None:
    plan = _PLAN.replace("talks: {title: Talks", "speeches: {title: Speeches, was: [prepare.talks]")
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    head = "id,phase,task,duration"
    (tmp_path / "t.csv").write_text(f"{head}\nprepare.talks,Preparation,Talks,5\n")
    ran = rectify(tmp_path, "plan", "import", "t.csv", "--into", "plan.yaml")
    assert ran.code == 0, ran.err
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert text == plan.replace("title: Speeches", "title: Talks").replace(": 2d}", ": 5d}")


def test_a_phase_that_all_rows_call_otherwise_has_another_title(tmp_path: Path) -> None:
    rows = [row.replace("Preparation", "Before") for row in _SAME]
    new = "4,Before,More,office,,,1,,,"
    text = _taken(tmp_path, _PLAN, *rows, new)
    assert text == _PLAN.replace("title: Preparation", "title: Before") + (
        "      more:\n        title: More\n        no: 4\n        owner: office\n"
        "        duration: 1d\n"
    )


def test_a_row_in_another_phase_is_named_and_moved_by_hand(tmp_path: Path) -> None:
    plan = _PLAN + "  after:\n    title: Afterwards\n    tasks: {rest: {duration: 1d}}\n"
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    _table(tmp_path, _SAME[0], "2,Afterwards,Reading,office,,,,,,")
    ran = rectify(tmp_path, "plan", "import", "t.csv", "--into", "plan.yaml")
    assert ran.code == 1
    assert "t.csv: B3: it stands in 'Afterwards' in the file; move it by hand" in ran.err
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == plan


def test_prune_takes_out_what_has_no_row_and_no_report(tmp_path: Path) -> None:
    plan = _PLAN.replace("      talks:", "      # a comment of its own\n      talks:") + (
        "      summary: {title: Summary, after: [talks, reading], duration: 1d}\n"
        "  after:\n    title: Afterwards\n    tasks:\n      rest: {duration: 1d}\n"
    )
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert rectify(tmp_path, "done", "kickoff", "--on", "2026-03-02", "--by", "me").code == 0
    _table(tmp_path, "5,Preparation,Reading,,,,,,,", "6,,Summary,,,,,,,")
    words = ["plan", "import", "t.csv", "--into", "plan.yaml", "--prune"]
    ran = rectify(tmp_path, *words, "--dry-run")
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == plan
    assert "1  Kick-off\tno row: stays, with 1 report" in ran.out
    assert "3  Talks\tno row: goes" in ran.out
    assert rectify(tmp_path, *words).code == 0
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    kept = plan.replace("no: 2", "no: 5").replace("after: [talks, reading]", "after: reading")
    kept = kept.replace("duration: 1d}\n  after:", "duration: 1d, no: 6}\n  after:")
    kept = kept[: kept.index("  after:\n    title: Afterwards")]
    talks = next(line for line in kept.splitlines() if line.lstrip().startswith("talks:"))
    assert text == kept.replace(f"{talks}\n", "")
    assert rectify(tmp_path, "check").code == 0


def test_prune_is_for_a_plan(tmp_path: Path) -> None:
    _table(tmp_path, *_SAME)
    ran = rectify(tmp_path, "plan", "import", "t.csv", "--prune")
    assert (ran.code, "--into PLAN" in ran.err) == (2, True)


def test_the_dates_that_move_are_shown_too(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    _table(tmp_path, "3,,Talks,,,,5,,,")
    ran = rectify(tmp_path, "plan", "import", "t.csv", "--into", "plan.yaml", "--dry-run")
    assert "moved\tprepare.talks\tTalks\t+3d" in ran.out
