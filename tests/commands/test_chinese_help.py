"""Help and usage errors in Chinese: no page and no refusal of a line says anything in English.

That no text of the help lacks its translation, `tests/catalogues` proves of all of them.
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

import pytest
import typer

from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.usage_errors import TEMPLATES, usage_error
from rectify_cli.foundation.finding import Message
from rectify_cli.render.cells import cell_width
from rectify_cli.render.spoken import spoken
from tests.cli_parameters import parameters
from tests.commands.program import GOOD, rectify, write

PAGES = ("", *GROUPS, *COMMANDS)
_ENGLISH = re.compile(
    r"[A-Za-z']{2,} [a-z']{2,} [a-z]{2,}|Usage|Options|Arguments|Commands|default:|required"
)
_COMMAND = re.compile("rectify [a-z]+(?: [a-z]+)?")


def _english_in(said: str) -> list[str]:
    lines = (line for line in said.splitlines() if not re.match(r" +rectify [a-z]", line))
    return [line for line in lines if _ENGLISH.search(_COMMAND.sub("", line))]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_english_left(tmp_path: Path, page: str) -> None:
    ran = rectify(tmp_path, *page.split(), "--help", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert _english_in(ran.out) == []
    english = rectify(tmp_path, *page.split(), "--help").out
    assert _english_in(english)
    assert ran.out.count("\n    rectify ") == english.count("\n    rectify ")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_fits_its_columns(tmp_path: Path, name: str, language: str) -> None:
    """A Chinese character takes two of them."""
    page = rectify(tmp_path, *name.split(), "--help", "--lang", language).out
    for line in page.splitlines():
        assert cell_width(line) <= 80 or line.strip().startswith(("rectify", "--")), line


def test_options_stand_in_the_same_order_in_both_languages(tmp_path: Path) -> None:
    for name in COMMANDS:
        pages = [
            rectify(tmp_path, *name.split(), "--help", "--lang", language).out
            for language in ("en", "zh")
        ]
        english, chinese = (re.findall(r"(?m)^  (-\S+)", page) for page in pages)
        assert english == chinese


def test_the_plan_says_the_language_of_what_comes_before_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD + "language: zh\n")
    for line in (["--help"], ["plan", "--help"], ["status", "--help"]):
        assert "用法：" in rectify(tmp_path, *line).out
        assert "Usage: " in rectify(tmp_path, *line, "--lang", "en").out
    for line in (["--foo"], ["stauts"], ["status", "--foo"], ["plan", "x"], ["--color", "blue"]):
        ran = rectify(tmp_path, *line)
        assert (ran.code, ran.out, _english_in(ran.err)) == (2, "", []), ran.err
        assert _english_in(rectify(tmp_path, "--lang=en", *line).err)
    assert rectify(tmp_path, "explain", "cycle").out.startswith("错误[cycle]")


@pytest.mark.parametrize("language", ["language: tlh\n", "", "  language: zh\n", "language:\n"])
def test_else_it_is_english(tmp_path: Path, language: str) -> None:
    write(tmp_path, "plan.yaml", GOOD + language)
    assert "Usage: " in rectify(tmp_path, "--help").out


def _mistyped() -> Iterator[tuple[str, ...]]:
    for name in COMMANDS:
        words = tuple(name.split())
        yield (*words, "--xyzzy")
        yield (*words, "-?")
        yield (*words, "--json=3")
        of_command = parameters(name)
        if all(each.nargs == 1 for each in of_command if each.param_type_name == "argument"):
            yield (*words, *"abcde")
        if any(each.required for each in of_command):
            yield words
        valued = (each for each in of_command if getattr(each, "is_flag", None) is False)
        yield from ((*words, each.opts[0]) for each in islice(valued, 1))


@pytest.mark.parametrize("line", sorted(set(_mistyped())), ids=" ".join)
def test_a_mistyped_line_is_refused_in_chinese(tmp_path: Path, line: tuple[str, ...]) -> None:
    ran = rectify(tmp_path, *line, "--lang", "zh")
    english = rectify(tmp_path, *line)
    assert (ran.code, ran.out) == (english.code, english.out) == (2, "")
    assert _english_in(ran.err) == []
    assert english.err.isascii()


def test_every_value_is_a_text_or_a_flag() -> None:
    """Typer then refuses no value: what is wrong with one, our own sentences say."""
    kinds = {type(each.type).__name__ for name in COMMANDS for each in parameters(name)}
    assert kinds == {"StringParamType", "BoolParamType"}


def _command(
    name: str,
    number: Annotated[int, typer.Option("--number")] = 0,
    pair: Annotated[tuple[str, str], typer.Option("--pair")] = ("", ""),
    *,
    needed: Annotated[str, typer.Option("--needed")],
    loud: Annotated[bool, typer.Option("--loud")] = False,
) -> None:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("line", "chinese"),
    [
        (["x", "--needed", "y", "--lod"], "没有选项 --lod（是不是 --loud？）"),
        (["x", "--needed", "y", "--qqqqq"], "没有选项 --qqqqq"),
        (["x", "--needed", "y", "z"], "多出了参数（z）"),
        (["x", "--needed", "y", "z", "(z)"], "多出了参数（z (z)）"),
        (["--needed", "y"], "缺少参数“name”。"),
        (["x"], "缺少选项“--needed”。"),
        (["x", "--needed"], "选项 --needed 后面要写值。"),
        (["x", "--needed", "y", "--pair", "1"], "选项 --pair 后面要写 2 个值。"),
        (["x", "--needed", "y", "--loud=1"], "选项 --loud 后面不写值。"),
        (["x", "--needed", "y", "--number", "q'q"], "“--number”的值不对："),
    ],
)
def test_the_words_of_typer_are_taken_apart(line: list[str], chinese: str) -> None:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(_command)
    with pytest.raises(Exception, match=r".") as raised:
        typer.main.get_command(app).main(line, standalone_mode=False)
    said = usage_error(raised.value)
    assert isinstance(said, Message)
    assert str(said) == raised.value.format_message()  # type: ignore[attr-defined]
    assert spoken(said, "zh").startswith(chinese)
    assert said.template in {each.template for each in TEMPLATES}


def test_what_typer_says_anew_is_said_as_it_is() -> None:
    class Newer(Exception):  # noqa: N818 - as Typer names its own
        def format_message(self) -> str:
            return "The stars are wrong"

    assert usage_error(Newer()) == "The stars are wrong"
    assert usage_error(ValueError("x")) is None
