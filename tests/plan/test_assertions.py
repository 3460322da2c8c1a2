"""What `assert` may say: how its text is read, what its names mean, what goes together."""

import pytest

from rectify_cli.plan.assertions.fault import Fault
from rectify_cli.plan.assertions.kinds import FACTS, FUNCTIONS
from rectify_cli.plan.assertions.meaning import Constant, Fact
from rectify_cli.plan.assertions.parse import MAX_DEPTH, MAX_TEXT, parse
from rectify_cli.plan.assertions.show import show
from rectify_cli.plan.assertions.tree import Call, Chain, Not, Word
from rectify_cli.plan.assertions_of import MAX_ASSERTIONS
from rectify_cli.plan.model import Assertion
from tests.markdown import ROOT, blocks, codes
from tests.pipeline import schedule_and_findings
from tests.plan.resolved import plan_of, resolve_text

DOCUMENT = ROOT / "docs" / "assertions.md"

PLAN = """
rectify: 1
title: Test
start: 2021-03-01
owners: {a: {}, b: {}, c: {}}
groups: {units: [a, b], kickoff: [a], empty: []}
phases:
  study:
    deadline: 2021-04-30
    tasks:
      kickoff: {owner: a, duration: 1d}
      reading: {each: units, overrides: {b: {deadline: 2021-04-01}}}
      float: {owner: a}
tasks:
  end-phase: {owner: a}
  2021-03-05: {owner: a}
"""


def fault(text: str) -> tuple[str, str, str, str]:
    """The rule, the part that is shown, the message and the remedy."""
    found = parse(text)
    assert isinstance(found, Fault), found
    return (
        found.rule,
        text[found.place.begin : found.place.end],
        str(found.message),
        str(found.fix),
    )


def assertion(text: str, plan: str = PLAN) -> Assertion:
    (found,) = plan_of(f'{plan}assert: ["{text}"]\n').assertions
    return found


def refused(text: str, plan: str = PLAN) -> list[tuple[str, str, str | None]]:
    """The rule, the message and the remedy of each finding at the assertion."""
    resolved, findings = resolve_text(f'{plan}assert: ["{text}"]\n')
    assert resolved is None or not resolved.assertions
    line = plan.count("\n") + 1
    return [
        (each.rule, str(each.message), None if each.fix is None else str(each.fix))
        for each in findings
        if each.span.line == line
    ]


def meaning(word: str, plan: str = PLAN) -> Constant | Fact:
    return assertion(f"{word} == {word}", plan).meanings[Word(word)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a<=b", "a <= b"),
        ("a = b", "a == b"),
        ("a-b  !=\tc", "a-b != c"),
        ("count( a )>=3", "count(a) >= 3"),
        ("min(a,b ,c) < d", "min(a, b, c) < d"),
        ("((a)) < (b)", "a < b"),
        ("(a < b)", "a < b"),
        ("(a < b) and (c < d)", "a < b and c < d"),
        ("(a < b or c < d) and e < f", "(a < b or c < d) and e < f"),
        ("a < b or (c < d and e < f)", "a < b or c < d and e < f"),
        ("not (a < b)", "not a < b"),
        ("not (a < b and c < d)", "not (a < b and c < d)"),
        ("not not a < b", "not not a < b"),
        ("a < b + 2d - 1ed", "a < b + 2d - 1ed"),
        ("a < b + (2d - 1d)", "a < b + (2d - 1d)"),
        ("动员.会 >= 清单2", "动员.会 >= 清单2"),
        ("study.end-phase < -2", "study.end-phase < -2"),
    ],
)
def test_a_text_has_one_plain_form(text: str, plain: str) -> None:
    tree = parse(text)
    assert not isinstance(tree, Fault), tree.message
    assert show(tree) == plain


def test_not_binds_tighter_than_and_and_and_tighter_than_or() -> None:
    a, b, c = Word("a"), Word("b"), Word("c")
    assert parse("not a and b or c") == Chain(Chain(Not(a), (("and", b),)), (("or", c),))
    assert parse("not a < b") == Not(Chain(a, (("<", b),)))
    assert parse("f(a, b) < c") == Chain(Call("f", (a, b)), (("<", c),))


@pytest.mark.parametrize(
    ("text", "shown", "message", "fix"),
    [
        ("a <=", "<=", "is missing at the end", "study.finish <= 2021-04-30"),
        ("<= a", "<=", "'<=' stands where a name", "study.finish"),
        ("a < b < c", "<", "two sides", "a <= b and b <= c"),
        ("a b", "b", "before 'b'", "study.finish"),
        ("a < b OR c < d", "OR", "before 'OR'", "write or"),
        ("a < b 且 c < d", "且", "before '且'", "write and"),
        ("a < b，c", "，", "'，' is no sign", "write ,"),
        ("a ＜ b", "＜", "'＜' is no sign", "write <"),
        ("a => b", "=>", "'=>' is no sign", "write >="),
        ("a =< b", "=<", "'=<' is no sign", "write <="),
        ("a <> b", "<>", "'<>' is no sign", "write !="),
        ("!a", "!", "'!' is no sign", "write not"),
        ("a < b || c < d", "||", "'||' is no sign", "write or"),
        ("a < 2021/3/5", "/", "'/' is no sign", "a date like 2021-03-05"),
        ('a < "b"', '"', "is no sign", "without quotes"),
        ("a * 2 < b", "*", "'*' is no sign", "the signs are"),
        ("a+2d < b", "+", "spaces stand round '+'", "kickoff + 2d"),
        ("a +2d < b", "+", "spaces stand round '+'", "kickoff + 2d"),
        ("a -2d < b", "-2d", "spaces stand round '-'", "kickoff - 2d"),
        ("a- 2d < b", "2d", "spaces stand round '-'", "kickoff - 2d"),
        ("count(a)-2 < 1", "-2", "spaces stand round '-'", "kickoff - 2d"),
        ("(a)-(b) < 1", "-", "spaces stand round '-'", "kickoff - 2d"),
        ("- 2 < a", "-", "something on both sides", "kickoff - 2d"),
        ("(a < b", "(", "not closed", "add )"),
        ("f(a < b", "(", "not closed", "add )"),
        ("a < b)", ")", "')' stands where", "take it out"),
        ("a, b", ",", "',' stands where", "take it out"),
        ("(a, b)", ",", "',' stands where", "take it out"),
        ("f(a,) < 1", ")", "')' stands where a name", "study.finish"),
        ("f(a b) < 1", "b", "before 'b'", "study.finish"),
        ("a == not b", "not", "'not' stands where", "study.finish"),
        ("a(b)(c) < 1", "(", "'(' stands where", "take it out"),
        ("  ", "  ", "is missing at the end", "study.finish"),
    ],
)
def test_what_cannot_be_read_is_shown_with_what_to_write(
    text: str, shown: str, message: str, fix: str
) -> None:
    rule, part, said, remedy = fault(text)
    assert (rule, part) == ("bad-value", shown)
    assert message in said
    assert fix in remedy


def test_length_and_depth_are_bounded() -> None:
    longest = "a < " + "b" * (MAX_TEXT - 4)
    assert not isinstance(parse(longest), Fault)
    assert fault(longest + "b")[0] == "too-large"
    for opening, closing in (("(", ")"), ("not ", ""), ("f(", ")")):
        deepest = opening * MAX_DEPTH + "a" + closing * MAX_DEPTH
        assert not isinstance(parse(deepest), Fault)
        assert fault(opening + deepest + closing)[0] == "too-deep"
    assert not isinstance(parse("(a) < (b) and " * 60 + "c"), Fault)


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("310", Constant("number", 310)),
        ("-2", Constant("number", -2)),
        ("3d", Constant("workdays", 3)),
        ("-3d", Constant("workdays", -3)),
        ("2w", Constant("workdays", 10)),
        ("3ed", Constant("days", 3)),
        ("1ew", Constant("days", 7)),
        ("2021-03-05", Constant("day", 737854)),
        ("kickoff", Fact(1, "finish", "day")),
        ("study.kickoff", Fact(1, "finish", "day")),
        ("kickoff.start", Fact(1, "start", "day")),
        ("kickoff.float", Fact(1, "float", "workdays")),
        ("study.deadline", Fact(0, "deadline", "day")),
        ("reading.deadline", Fact(2, "deadline", "day")),
        ("study.float", Fact(3, "finish", "day")),
        ("study.float.float", Fact(3, "float", "workdays")),
        ("start", Fact(None, "start", "day")),
        ("plan", Fact(None, "finish", "day")),
        ("plan.workdays", Fact(None, "workdays", "workdays")),
    ],
)
def test_a_word_means_a_value_or_a_fact(word: str, means: Constant | Fact) -> None:
    assert meaning(word) == means


def test_a_week_is_as_long_as_the_plans() -> None:
    week = PLAN.replace("owners:", "calendar: {week: [mon, tue, wed, thu, fri, sat]}\nowners:", 1)
    assert meaning("2w", week) == Constant("workdays", 12)


def test_a_task_wins_over_the_plan_and_over_a_group() -> None:
    with_plan = PLAN + "  plan: {owner: a}\n"
    assert meaning("plan", with_plan) == Fact(6, "finish", "day")
    assert meaning("plan.start", with_plan) == Fact(6, "start", "day")
    assert meaning("start", with_plan) == Fact(None, "start", "day")
    counted = assertion("count(kickoff) == count(units)").meanings
    assert counted[Call("count", (Word("kickoff"),))] == Fact(1, "count", "number")
    assert counted[Call("count", (Word("units"),))] == Constant("number", 2)


@pytest.mark.parametrize("name", sorted(FACTS.keys() - {"float", "critical"}))
def test_a_function_of_a_task_is_the_same_as_its_fact(name: str) -> None:
    found = assertion(f"{name}(study) == study.{name}")
    asked = Fact(0, *FACTS[name])
    assert found.meanings[Call(name, (Word("study"),))] == asked
    assert found.meanings[Word(f"study.{name}")] == asked


def test_a_fact_that_is_a_condition_stands_alone() -> None:
    found = assertion("kickoff.critical and not critical(kickoff)")
    asked = Fact(1, "critical", "truth")
    assert set(found.meanings.values()) == {asked}


INCLUDING = """
rectify: 1
title: Top
start: 2021-03-01
include: {west: west.yaml}
groups: {}
tasks:
  outer: {}
"""


def included(text: str) -> tuple[Assertion | None, list[str]]:
    west = f"{PLAN}assert: ['{text}']\n"
    plan, findings = resolve_text(INCLUDING, {"west.yaml": west})
    assert plan is not None
    found = plan.assertions[0] if plan.assertions else None
    return found, [str(each.message) for each in findings if each.is_error]


def test_an_included_plan_speaks_of_itself() -> None:
    found, errors = included("plan.start < plan.finish and kickoff < finish")
    assert found is not None, errors
    assert found.meanings[Word("plan.start")] == Constant("day", 737850)
    assert found.meanings[Word("plan.finish")] == Fact(1, "finish", "day")
    assert found.meanings[Word("finish")] == Fact(1, "finish", "day")
    assert found.meanings[Word("kickoff")] == Fact(3, "finish", "day")


def test_an_included_plan_does_not_see_out() -> None:
    assert included("outer < finish") == (None, ["no task 'outer'"])
    assert included("plan.deadline < finish") == (None, ["the plan has no deadline of its own"])


def test_what_names_something_that_could_not_be_read_is_left_alone() -> None:
    missing = INCLUDING + "assert: west.study <= 2021-04-30\n"
    plan, findings = resolve_text(missing, {})
    assert plan is not None
    assert plan.assertions == ()
    assert [each.rule for each in findings if each.is_error] == ["missing-file"]


def test_nothing_is_counted_in_groups_that_are_in_error() -> None:
    plan = PLAN.replace("units: [a, b]", "units: [a, bb]")
    assert refused("count(units) > 1", plan) == []
    ((rule, _, fix),) = refused("count(unitz) > 1", plan)
    assert (rule, fix) == ("unknown-reference", "did you mean 'units'?")


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("kickof < start", "no task 'kickof'", "did you mean 'kickoff'?"),
        ("study.finsh < start", "and study has no 'finsh'", "did you mean 'study.finish'?"),
        ("plan.finsh < start", "and plan has no 'finsh'", "did you mean 'plan.finish'?"),
        ("units < start", "'units' is a group", "did you mean count(units)?"),
        ("count(unit) > 1", "no task or group 'unit'", "did you mean 'units'?"),
        ("count(kickof) > 1", "no task 'kickof'", "did you mean 'kickoff'?"),
        ("count(zzz) > 1", "no task or group 'zzz'", "name a task, a phase, a group, or plan"),
        ("float(unit) > 1", "no task 'unit'", None),
        ("kickoff-2d < start", "no task 'kickoff-2d'", "write kickoff - 2d"),
    ],
)
def test_an_unknown_name_is_a_reference(text: str, message: str, fix: str | None) -> None:
    ((rule, said, remedy),) = refused(text)
    assert rule == "unknown-reference"
    assert message in said
    assert (fix or "") in (remedy or "")


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("kickoff", "'kickoff' is a day, not a condition", "compare it"),
        ("3", "'3' is a number, not a condition", "compare it"),
        ("not start", "'start' is a day, not a condition", "compare it"),
        ("start or 3 < 4", "'start' is a day, not a condition", "compare it"),
        ("start < 3", "cannot be compared", "workdays(a, b)"),
        ("3d < 3ed", "cannot be compared", "count both in workdays"),
        ("critical(study) == 1", "cannot be compared", "by itself"),
        ("critical(study) == critical(study)", "cannot be compared", "by itself"),
        ("min(start, 3) < start", "cannot be compared", "compare days with days"),
        ("start + 5 < start", "'+' stands between a day and a number", "write 5d (workdays)"),
        ("start + (2 + 3) < start", "a day and a number", "add lengths to days"),
        ("start - start < 5", "'-' stands between a day and a day", "workdays(a, b)"),
        ("2d + start < start", "workdays and a day", "the day comes first"),
        ("3d + 3ed < 3", "'+' stands between", "like to like"),
        ("critical(study) + 1 < 3", "'+' stands between a condition", "like to like"),
        ("workdays(3, start) < 3", "'3' is a number, not a day", "name a day"),
        ("days(start, study < start) < 3", "is a condition, not a day", "name a day"),
        ("dais(start, finish) < 3", "no function 'dais'", "did you mean 'days'?"),
        ("qqqqq(start) < 3", "no function 'qqqqq'", "the functions are start, finish"),
        ("days(start) < 3", "days() takes two days, and has 1", "days(kickoff, report)"),
        ("workdays() < 3", "two days, or one name, and has 0", "workdays(kickoff, report)"),
        ("min(3) < 3", "two values or more, and has 1", "min(kickoff, report)"),
        ("float(study, study) < 3", "float() takes one name, and has 2", "float(kickoff)"),
        ("float(3d) < 3", "asked of a task by its name", "float(kickoff)"),
        ("float(study + 2d) < 3", "asked of a task by its name", "float(kickoff)"),
        ("float(study.finish) < 3", "not of its finish", "write float(study)"),
        ("float(plan.finish) < 3", "not of its finish", "write float(plan)"),
        ("kickoff.deadline < start", "kickoff has no deadline", "give it one"),
        ("plan.deadline < start", "the plan has no deadline", "give it one"),
        ("a..b < start", "'a..b' is not a name", "study.kickoff"),
        (".start < start", "'.start' is not a name", "study.kickoff"),
        ("1.5 < 2", "'1.5' is not a number", "a whole number"),
        ("1_000 < 2", "'1_000' is not a number", "a whole number"),
        ("1234567890 < 2", "'1234567890' is not a number", "nine digits"),
        ("٣ < 2", "'٣' is not a number", "a whole number"),
    ],
)
def test_what_does_not_go_together_is_a_bad_value(text: str, message: str, fix: str) -> None:
    ((rule, said, remedy),) = refused(text)
    assert rule == "bad-value"
    assert message in said
    assert fix in (remedy or "")


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("start < 2021-3-5", "bad-date", "write 2021-03-05"),
        ("start < 2021年3月5日", "bad-date", "write 2021-03-05"),
        ("start < 2021-02-30", "bad-date", "28 days"),
        ("start < 2500-01-01", "too-large", "1970"),
        ("start < start + 3days", "bad-length", "3d (workdays)"),
        ("float(study) < 2weeks", "bad-length", "2w"),
        ("start < start + 9999d", "too-large", "5000d"),
    ],
)
def test_values_are_written_as_everywhere(text: str, rule: str, fix: str) -> None:
    ((found, _, remedy),) = refused(text)
    assert (found, fix in (remedy or "")) == (rule, True)


def test_all_that_is_wrong_with_an_assertion_is_said_at_once() -> None:
    rules = [rule for rule, _, _ in refused("kickof < 2021-02-30 and maxx(reeding, a.b) < 2")]
    assert sorted(rules) == [
        "bad-date", "bad-value", "unknown-reference", "unknown-reference", "unknown-reference",
    ]  # fmt: skip
    assert len(refused("start < 3 and start + 5 < 2 and min(1, start) < 2")) == 3


def test_an_ambiguous_name_is_one_here_too() -> None:
    plan = PLAN.replace("tasks:\n  end", "tasks:\n  other: {tasks: {kickoff: {}}}\n  end")
    ((rule, _, fix),) = refused("kickoff < start", plan)
    assert (rule, fix) == ("ambiguous-reference", "write one of: other.kickoff, study.kickoff")


def place(text: str) -> tuple[int, int, int, int]:
    _, findings = resolve_text(PLAN + text)
    (span,) = [each.span for each in findings if each.is_error]
    first = PLAN.count("\n")
    return span.line - first, span.column, span.end_line - first, span.end_column


def test_a_finding_stands_at_its_part_of_the_line() -> None:
    assert place("assert: start < kickof.start\n") == (1, 17, 1, 23)
    assert place("assert: ['start < 清单 + 2d']\n") == (1, 19, 1, 21)
    assert place("assert:\n  - start <\n      kickof\n") == (2, 5, 3, 13)
    assert place('assert: "start < \\u006bickof"\n') == (1, 9, 1, 30)
    assert place('assert: "start < \\u006bickof.start"\n') == (1, 9, 1, 36)


def test_the_number_of_assertions_is_bounded() -> None:
    def rules(count: int) -> list[tuple[str, int]]:
        _, findings = resolve_text(PLAN + "assert:\n" + "- 1 < 2\n" * count)
        return [(each.rule, each.span.line) for each in findings if each.is_error]

    assert rules(MAX_ASSERTIONS) == []
    assert rules(MAX_ASSERTIONS + 5) == [("too-large", PLAN.count("\n") + MAX_ASSERTIONS + 2)]


def test_thousands_of_wrong_ones_are_findings_up_to_a_bound() -> None:
    texts = "".join("- nobody >\n" for _ in range(MAX_ASSERTIONS + 5))
    _, findings = resolve_text(f"{PLAN}assert:\n{texts}")
    rules = [each.rule for each in findings if each.rule not in {"no-owner", "no-deadline"}]
    assert len(rules) == MAX_ASSERTIONS + 1
    # More assertions than there may be, and more findings.
    assert rules.count("too-large") == 2


def _in_tables() -> list[str]:
    rows = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("| `")]
    return [code for row in rows for code in row.split("|")[1].split("`")[1::2]]


@pytest.mark.parametrize("code", _in_tables())
def test_every_example_in_the_tables_of_the_document_can_be_asked(code: str) -> None:
    plan = next(blocks(DOCUMENT)).text.partition("assert:")[0]
    text = f"min({code}, {code}) == {code}"
    if code == "critical":
        text = "critical(build) or not critical(build)"
    elif code in FACTS:
        text = f"{code}(build) == build.{code}"
    _, findings = schedule_and_findings(f"{plan}assert: {text}\n")
    assert [str(each.message) for each in findings if each.is_error] == []


def test_the_document_names_every_fact_and_function() -> None:
    shown = set(_in_tables())
    assert set(FACTS) <= shown
    asked = "".join(shown) + "".join(codes(DOCUMENT))
    assert all(f"{name}(" in asked for name in FUNCTIONS)
