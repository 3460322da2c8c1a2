"""Messages in Chinese: the values that they carry are said in it, too."""

from rectify_cli.foundation.finding import Message, say
from rectify_cli.render.spoken import spoken
from rectify_cli.render.translated import translated


def in_chinese(message: Message) -> str:
    return translated(message, "zh")


def test_values_are_said_too() -> None:
    message = say("{name} ends {day}, {late} after its deadline",
                  name="a or b", day="Mon 2026-03-02", late="1 workday")  # fmt: skip
    assert in_chinese(message) == "a or b 2026-03-02 周一 结束，超过时限 1 个工作日"
    inner = say(
        "'{path}' cannot be read: {why}",
        path="x",
        why=say("it is {kind}, not a file", kind=say("a pipe")),
    )
    assert in_chinese(inner) == "读不出“x”：这是管道，不是文件"
    forms = say("write {forms}", forms="15d (workdays) or 15ed (calendar days)")
    assert in_chinese(forms) == "写 15d（工作日） 或 15ed（日历日）"


def test_what_is_not_known_is_said_in_english() -> None:
    assert spoken(say("nobody said {this}", this="yet"), "zh") == "nobody said yet"
    assert spoken(say("did you mean '{name}'?", name="x"), "en") == "did you mean 'x'?"


def test_the_sides_of_an_assertion_have_chinese_weekdays() -> None:
    said = "2021-05-07 (Fri) <= 2021-04-30 (Fri)"
    message = say("{text} does not hold: {said}", text="a <= b", said=said)
    assert in_chinese(message) == "a <= b 不成立：2021-05-07（周五） <= 2021-04-30（周五）"


def test_a_way_round_is_said_in_chinese() -> None:
    message = say("{name} waits for itself: {way}", name="a", way="a after b ... and 3 more ... c")
    assert in_chinese(message) == "a 等来等去等到自己（a 等 b ... 另有 3 项 ... c）"
