"""The words that only the views of a calendar use, in each language."""

from rectify_cli.report.words import Words

_WORDS: dict[str, tuple[str, str]] = {
    "month": ("month", "月份"),
    "workdays": ("workdays", "工作日数"),
    "days": ("days", "天数"),
    "last": ("to", "止"),
    "label": ("name", "名称"),
    "source": ("source", "依据"),
    "the-plan": ("the plan", "计划"),
    "workday": ("workday", "工作日"),
    "number": ("workday no.", "第几个工作日"),
    "not-announced": (
        "Not announced yet: {years}. Make-up workdays are unknown there, and dates may move.",
        "尚未公布放假安排：{years} 年。其中的调休未知，日期可能变动。",
    ),
    "what": ("what", "内容"),
    "was": ("was", "原为"),
    "now": ("would be", "将为"),
    "from-to": ("{was} > {now}", "{was} > {now}"),
    "changed-days": ("Days", "日期"),
    "changed-tasks": ("Tasks that would move", "将移动的任务"),
    "as-the-week": ("as the week", "按周"),
    "no-days-change": ("Nothing would change.", "没有变化。"),
    "no-task-moves": ("No task would move.", "没有任务移动。"),
    "finish-stays": ("The plan's finish would stay.", "计划的完成日期不变。"),
    "finish-moves": (
        "The plan's finish would move from {was} to {now}.",
        "计划的完成日期将从 {was} 变为 {now}。",
    ),
}


def calendar_words(words: Words, key: str, /, **values: object) -> str:
    """A label in the language of `words`, its values put in."""
    english, chinese = _WORDS[key]
    return (chinese if words.language == "zh" else english).format(**values)
