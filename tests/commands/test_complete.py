"""What a shell is told while a line is typed."""

from pathlib import Path

import pytest

from rectify_cli.app.init import TEMPLATES
from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.complete import _CHOICES
from rectify_cli.cli.completion import SHELLS
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.formats import products
from tests.commands.program import rectify, write

PLAN = """\
rectify: 1
title: A plan
start: nonsense
owners: {ana: {title: "Ana\\tA"}, b: 3}
phases:
  fix: {title: Mending, tasks: {access: {title: Access}, deep: {tasks: {er: {}}}}}
  prove: [1]
tasks: {alone: }
"""


_FIRST_WORDS = " ".join([*(name for name in COMMANDS if " " not in name), *GROUPS])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", _FIRST_WORDS),
        ("pl", "plan"),
        ("plan ", " ".join(name.split()[1] for name in COMMANDS if name.startswith("plan "))),
        ("--lang zh calendar f", "freeze"),
        ("plan why ", "alone fix fix.access fix.deep fix.deep.er prove"),
        ("plan show fix.a", "fix.access"),
        ("plan build --owner ", "ana b"),
        ("plan build --phase f", "fix"),
        ("check --select deadline", "deadline-before-start deadline-missed"),
        ("explain cy", "cycle"),
        ("check --fo", ""),
        ("check --c", "--color"),
        ("--lang ", "en zh"),
        ("check pla", ""),
        ("plan nonsense ", ""),
        ("--color=blue plan why ", ""),
        ("--plan absent.yaml plan why ", ""),
    ],
)
def test_words(tmp_path: Path, typed: str, words: str) -> None:
    write(tmp_path, "plan.yaml", PLAN)
    ran = rectify(tmp_path, *typed.split(" "), _RECTIFY_COMPLETE="1")
    assert (ran.code, ran.err) == (0, "")
    assert " ".join(line.split("\t")[0] for line in ran.out.splitlines()) == words


def test_what_a_word_is_stands_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", PLAN)
    ran = rectify(tmp_path, "plan", "build", "--owner", "a", _RECTIFY_COMPLETE="1")
    assert ran.out == "ana\tAna A\n"


def test_without_a_plan_there_are_no_tasks(tmp_path: Path) -> None:
    assert rectify(tmp_path, "plan", "why", "", _RECTIFY_COMPLETE="1").out == ""
    write(tmp_path, "plan.yaml", "rectify: [")
    assert rectify(tmp_path, "plan", "why", "", _RECTIFY_COMPLETE="1").out == ""


def test_a_letterhead_is_a_file_and_a_plan_s_template_a_word(tmp_path: Path) -> None:
    for words in (("plan", "build"), ("brief",), ("remind",)):
        assert rectify(tmp_path, *words, "--template", "", _RECTIFY_COMPLETE="1").out == ""
    ran = rectify(tmp_path, "init", "--template", "st", _RECTIFY_COMPLETE="1")
    assert ran.out == "starter\t\n"


def test_choices_are_those_that_commands_take() -> None:
    assert _CHOICES["--product"] == products()
    assert _CHOICES["--format"] == tuple(FORMATS)
    assert _CHOICES["--template"] == tuple(TEMPLATES)


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts(tmp_path: Path, shell: str) -> None:
    ran = rectify(tmp_path, "completion", shell)
    assert ran.code == 0
    assert "_RECTIFY_COMPLETE=1" in ran.out


def test_an_unknown_shell(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "completion", "csh")
    assert ran.code == 2
    assert "bash, zsh, fish" in ran.err
