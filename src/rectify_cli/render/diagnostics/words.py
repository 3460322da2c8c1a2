"""The few words that stand round findings, in the languages of the screens."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rectify_cli.foundation.rules import Severity


class Words(NamedTuple):
    """Labels and sentences; `counts` takes the errors, the warnings and the plans.

    `of_both` takes the errors and the warnings; `pause` stands between a sentence and its remedy;
    `columns` are the headings over severity, rule, place and sentence.
    """

    severity: Mapping[Severity, str]
    more: str
    more_related: str
    line: str
    at_line: str
    not_checked: str
    passes: str
    fails: str
    broken: str
    beyond: str
    pause: str
    mended: str
    would_mend: str
    nothing_to_mend: str
    fixable: str
    columns: tuple[str, str, str, str]
    of_both: Callable[[int, int], str]
    counts: Callable[[int, int, int], str]


def _counts_en(errors: int, warnings: int, plans: int) -> str:
    return f"{_of_both_en(errors, warnings) or 'No findings'} in {_many(plans, 'plan')}."


def _of_both_en(errors: int, warnings: int) -> str:
    of = [_many(errors, "error"), _many(warnings, "warning")]
    return " and ".join(each for each in of if not each.startswith("0 "))


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _counts_zh(errors: int, warnings: int, plans: int) -> str:
    return f"{plans} 个计划：{_of_both_zh(errors, warnings) or '没有发现问题'}。"


def _of_both_zh(errors: int, warnings: int) -> str:
    of = [f"{errors} 处错误" if errors else "", f"{warnings} 处警告" if warnings else ""]
    return "，".join(each for each in of if each)


WORDS: dict[str, Words] = {
    "en": Words(
        severity={"error": "error", "warning": "warning"},
        more="... and {n} more in {path} (all of them: --format json)",
        more_related="... and {n} more",
        line="line {n}",
        at_line="line {n}: {said}",
        not_checked=" Dates that hang on an error were not checked.",
        passes=" (exit 0; with --strict 1)",
        fails=" (exit 1, since warnings count here)",
        broken="{counts} What hangs on an error is left out.  rectify check",
        beyond="{counts} more than GitHub shows here; the step's log has all of them",
        pause="; ",
        mended="Mended {n} in {paths}.",
        would_mend="rectify check --fix mends {n}; nothing was written.",
        nothing_to_mend="There is nothing that --fix can mend.",
        fixable="rectify check --fix mends {n} of them; --fix --diff shows how.",
        columns=("Severity", "Rule", "Where", "What is wrong, and what to type instead"),
        of_both=_of_both_en,
        counts=_counts_en,
    ),
    "zh": Words(
        severity={"error": "错误", "warning": "警告"},
        more="... {path} 里还有 {n} 处（全部列出：--format json）",
        more_related="... 还有 {n} 处",
        line="第 {n} 行",
        at_line="第 {n} 行：{said}",
        not_checked="与错误有关的日期没有检查。",
        passes="（退出码 0；加 --strict 为 1）",
        fails="（退出码 1：此处警告也算不通过）",
        broken="{counts}与错误有关的部分没有列出。  rectify check",
        beyond="还有 {counts} GitHub 没有在这里列出，全部见这一步的日志",
        pause="；",
        mended="已改 {n} 处：{paths}。",
        would_mend="rectify check --fix 可改 {n} 处；没有写入任何内容。",
        nothing_to_mend="没有 --fix 可改之处。",
        fixable="rectify check --fix 可改其中 {n} 处，先看：rectify check --fix --diff",
        columns=("级别", "规则", "位置", "问题和改法"),
        of_both=_of_both_zh,
        counts=_counts_zh,
    ),
}
