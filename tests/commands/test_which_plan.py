"""Which plan a command takes when none, one or several could be meant."""

from pathlib import Path

from tests.commands.program import GOOD, LATE, rectify, write


def test_no_plan(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "check")
    assert (ran.code, ran.out) == (2, "")
    assert "no plan here" in ran.err


def test_a_plan_further_up(tmp_path: Path) -> None:
    write(tmp_path, "plans/p.yaml", LATE)
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    ran = rectify(deep, "check", HOME=str(tmp_path))
    assert ran.out.startswith("../../plans/p.yaml:4:11: warning[deadline-missed]")


def test_the_nearest_plans_count(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    write(tmp_path, "inner/plans/p.yaml", LATE)
    assert "plans/p.yaml:4:11" in rectify(tmp_path / "inner", "check").out


def test_check_takes_all_of_them(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    write(tmp_path, "plans/a.yaml", GOOD)
    write(tmp_path, "plans/deep/b.yaml", GOOD)
    write(tmp_path, "plans/other.yaml", "title: no plan\n")
    assert rectify(tmp_path, "check").out == "No findings in 3 plans.\n"
    assert rectify(tmp_path, "check", "plans").out == "No findings in 2 plans.\n"
    assert rectify(tmp_path, "check", "plans", "plans/a.yaml").out == "No findings in 2 plans.\n"


def test_a_folder_without_plans(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = rectify(tmp_path, "check", "empty")
    assert ran.code == 2
    assert "no plan under empty" in ran.err


def test_others_take_one_and_list_several(tmp_path: Path) -> None:
    write(tmp_path, "plans/a.yaml", GOOD)
    write(tmp_path, "plans/b.yaml", GOOD)
    ran = rectify(tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "--plan plans/a.yaml" in ran.err
    assert "--plan plans/b.yaml" in ran.err
    assert rectify(tmp_path, "--plan", "plans/a.yaml").code == 0
    assert rectify(tmp_path, RECTIFY_PLAN="plans/a.yaml").code == 0
    assert rectify(tmp_path, "--plan=plans/c.yaml").code == 2


def test_a_plan_that_another_includes_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, "plans/top.yaml", GOOD + "include: {part: parts/p.yaml}\n")
    write(tmp_path, "plans/parts/p.yaml", GOOD)
    assert rectify(tmp_path, "check").out == "No findings in 1 plan.\n"
    assert rectify(tmp_path, "check", "plans/parts/p.yaml").code == 0


def test_plans_that_include_each_other_all_count(tmp_path: Path) -> None:
    write(tmp_path, "plans/a.yaml", GOOD + "include: {b: b.yaml}\n")
    write(tmp_path, "plans/b.yaml", GOOD + "include: {a: a.yaml}\n")
    ran = rectify(tmp_path, "check")
    assert "error[include-cycle]" in ran.out
    assert "in 2 plans." in ran.out


def test_a_file_named_outright_counts_though_it_is_no_plan(tmp_path: Path) -> None:
    write(tmp_path, "other.yaml", "title: x\nstart: 2026-03-02\n")
    ran = rectify(tmp_path, "check", "other.yaml")
    assert ran.code == 1
    assert "other.yaml:1:1: error[missing-key]" in ran.out
