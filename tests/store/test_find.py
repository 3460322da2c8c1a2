"""Where plans are looked for, and which files are plans."""

from pathlib import Path

import pytest

from rectify_cli.store import find
from rectify_cli.store.find import folders_upward, plans_here, plans_under, says_plan


@pytest.mark.parametrize(
    "text",
    [
        "rectify: 1\n",
        "\ufeffrectify: 1\n",
        "# a comment\n\ntitle: x\nrectify: 1\n",
        '"rectify": 1\n',
        "{rectify: 1, title: x}\n",
        "rectify:1\n",
        "rectify：1\n",
        "a: 1\r\nrectify: 2\r\n",
    ],
)
def test_a_plan_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    assert says_plan(path)


@pytest.mark.parametrize(
    "text", ["", "title: x\n", "a:\n  rectify: 1\n", "# rectify: ignore cycle\n", "rectify-x: 1"]
)
def test_another_yaml_file_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    assert not says_plan(path)


def test_a_plan_in_utf16_is_found_so_that_it_can_be_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("rectify: 1\n", encoding="utf-16")
    assert says_plan(path)


def test_a_plan_that_is_too_large_to_look_into_counts_by_its_name(tmp_path: Path) -> None:
    for name in ("plan.yaml", "other.yaml"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(65 * 1024 * 1024)
    assert says_plan(tmp_path / "plan.yaml")
    assert not says_plan(tmp_path / "other.yaml")


def test_plans_of_a_folder(tmp_path: Path) -> None:
    wanted = ["plan.yaml", "plans/a.yaml", "plans/b.YML", "plans/deep/er/c.yml"]
    passed_over = ["other.yaml", "plans/.hidden.yaml", "plans/.git/d.yaml", "plans/e.txt"]
    for name in wanted + passed_over:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("rectify: 1\n")
    (tmp_path / "plans" / "folder.yaml").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in plans_here(tmp_path)] == wanted
    assert plans_under(tmp_path / "absent") == []


def test_looking_upward_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    deep = tmp_path / "repo" / "a" / "b"
    assert list(folders_upward(deep, None)) == [deep, deep.parent, tmp_path / "repo"]


def test_looking_upward_ends_at_home(tmp_path: Path) -> None:
    deep = tmp_path / "home" / "work"
    assert list(folders_upward(deep, tmp_path / "home")) == [deep, tmp_path / "home"]


def test_of_many_files_only_the_first_are_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "_MAX_FILES", 2)
    for name in ("c", "a", "b"):
        (tmp_path / f"{name}.yaml").write_text("rectify: 1\n")
    assert [path.name for path in plans_under(tmp_path)] == ["a.yaml", "b.yaml"]
