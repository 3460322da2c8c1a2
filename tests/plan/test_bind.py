import pytest

from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.bind import bind
from rectify_cli.plan.document import PhaseDocument, TaskDocument
from rectify_cli.plan.reading import MAX_FINDINGS
from rectify_cli.syntax.parse import parse
from tests.plan.reading_kit import HEAD, bound, places, value_of

NESTED = """\
phases:
  p:
    tasks:
      a: {}
      s:
        tasks:
          b: {duration: 2d}
          c: {tasks: {d: {}}}
      e: {tasks: {}}
  q: {}
tasks:
  f: {}
"""


def test_tasks_lie_flat_in_the_order_of_the_file_parents_before_children() -> None:
    document, findings = bound(HEAD + NESTED)
    assert not findings
    assert [(each.id, each.parent, each.kind) for each in document.tasks] == [
        ("p", None, "phase"),
        ("a", 0, "task"),
        ("s", 0, "summary"),
        ("b", 2, "task"),
        ("c", 2, "summary"),
        ("d", 4, "task"),
        ("e", 0, "task"),
        ("q", None, "phase"),
        ("f", None, "task"),
    ]
    kinds = {"phase": PhaseDocument, "summary": PhaseDocument, "task": TaskDocument}
    assert all(isinstance(each.fields, kinds[each.kind]) for each in document.tasks)


def test_a_task_keeps_its_place() -> None:
    document, _ = bound(HEAD + NESTED)
    b = document.tasks[3]
    assert b.key.span.line == 10
    assert b.fields.where.at("duration").column == 25


@pytest.mark.parametrize("text", ["[a]", "just words"])
def test_what_is_no_mapping_is_no_plan(text: str) -> None:
    document, findings = bind(value_of(text))
    assert document is None
    assert [each.rule for each in findings] == ["wrong-type"]


def test_what_is_missing_is_said_at_the_plan_which_lives_on() -> None:
    document, findings = bound("tasks: {a: {duration: x}}\n")
    assert places(findings) == [
        ("missing-key", 1, 1),
        ("missing-key", 1, 1),
        ("missing-key", 1, 1),
        ("bad-length", 1, 23),
    ]
    assert [str(each.fix) for each in findings[:3]] == [
        "add rectify: 1",
        "add title: What the plan is called",
        "add start: 2021-03-05",
    ]
    assert document.plan.title is None
    assert document.plan.bad >= {"rectify", "title", "start"}
    assert document.tasks[0].fields.bad == {"duration"}


def test_an_unknown_key_stands_at_the_key_and_hides_nothing() -> None:
    text = HEAD + "tasks:\n  a: {durration: 3d, owner: [x], affter: b, titel: A}\n"
    document, findings = bound(text)
    assert sorted(places(findings)) == [
        ("unknown-key", 5, 7),
        ("unknown-key", 5, 34),
        ("unknown-key", 5, 45),
        ("wrong-type", 5, 29),
    ]
    fixes = {str(each.fix) for each in findings}
    assert {"did you mean 'duration'?", "did you mean 'after'?", "did you mean 'title'?"} < fixes
    # What a mistyped key meant is as lost as a mistyped value.
    assert document.tasks[0].fields.bad == {"duration", "owner", "after", "title"}


def test_one_typo_one_message() -> None:
    _, findings = bound("rectify: 1\ntittle: A plan\nstart: 2021-03-05\n")
    assert places(findings) == [("unknown-key", 2, 1)]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("depends_on", "after"),
        ("assignee", "owner"),
        ("责任单位", "owner"),
        ("Weight", "weight"),
        ("asignee", "owner"),
        ("depends-on", "after"),
        ("责任部门", "owner"),
    ],
)
def test_words_of_other_tools(key: str, meant: str) -> None:
    _, findings = bound(HEAD + f"tasks:\n  a: {{{key}: 1}}\n")
    assert [str(each.fix) for each in findings] == [f"did you mean '{meant}'?"]


def test_where_nothing_is_near_the_keys_are_listed_if_they_are_few() -> None:
    _, findings = bound(HEAD + "qqqqqq: 1\nlamps: {zzzz: 1}\n")
    assert [str(each.fix) for each in findings] == ["None", "its keys are due_soon"]


def test_an_empty_value_is_said_at_its_key() -> None:
    document, findings = bound(HEAD + "deadline:\ntasks:\n  a:\n    duration:\n    owner: x\n")
    assert places(findings) == [("wrong-type", 4, 1), ("wrong-type", 7, 5)]
    assert document.plan.bad == {"deadline"}
    assert document.tasks[0].fields.bad == {"duration"}
    assert document.tasks[0].fields.owner is not None


@pytest.mark.parametrize("key", ["on", "finish", "duration", "each", "repeat", "estimate", "days"])
def test_phases_and_summaries_have_no_dates_of_their_own(key: str) -> None:
    text = f"phases:\n  p:\n    {key}: x\n    tasks:\n      s: {{{key}: x, tasks: {{a: {{}}}}}}\n"
    document, findings = bound(HEAD + text)
    assert places(findings) == [("unknown-key", 6, 5), ("unknown-key", 8, 11)]
    assert str(findings[0].message) == f"a phase takes no '{key}'"
    assert str(findings[1].message) == f"a summary takes no '{key}'"
    assert len(document.tasks) == 3


def test_what_is_no_task_lives_on_in_its_place_and_name() -> None:
    text = "phases:\n  p: text\ntasks:\n  a:\n  b: [x]\n  c: {tasks: none}\n"
    document, findings = bound(HEAD + text)
    assert places(findings) == [
        ("wrong-type", 5, 6),
        ("wrong-type", 7, 3),
        ("wrong-type", 8, 6),
        ("wrong-type", 9, 14),
    ]
    assert [(each.id, each.kind) for each in document.tasks] == [
        ("p", "phase"),
        ("a", "task"),
        ("b", "task"),
        ("c", "task"),
    ]
    assert "duration" in document.tasks[1].fields.bad
    assert document.tasks[3].fields.bad == {"tasks"}


def test_a_bad_id_is_said_at_the_key_and_the_thing_lives_on() -> None:
    text = 'tasks:\n  "a b": {}\n  start: {}\nowners:\n  x y: {}\ngroups:\n  g!: {kind: x}\n'
    document, findings = bound(HEAD + text + "include:\n  i.j: a.yaml\n")
    assert sorted(places(findings)) == [
        ("bad-id", 5, 3),
        ("bad-id", 6, 3),
        ("bad-id", 8, 3),
        ("bad-id", 10, 3),
        ("bad-id", 12, 3),
    ]
    assert [each.id for each in document.tasks] == ["a b", "start"]
    assert [each.name for each in document.plan.owners] == ["x y"]
    assert [each.name for each in document.plan.groups] == ["g!"]
    assert [each.name for each in document.plan.include] == ["i.j"]


def test_a_week_is_as_long_as_the_plan_says() -> None:
    text = HEAD + "calendar: {week: [mon, tue, wed, thu, fri, sat]}\ntasks:\n"
    _, findings = bound(text + "  a: {duration: 833w}\n  b: {duration: 834w}\n")
    assert places(findings) == [("too-large", 7, 17)]


def test_the_week_of_a_task_is_not_the_plans() -> None:
    text = "tasks:\n  a: {calendar: {week: [mon]}}\n  b: {duration: 1001w}\n"
    _, findings = bound(HEAD + text)
    assert places(findings) == [("too-large", 6, 17)]


def test_thousands_of_mistakes_take_no_time_to_speak_of() -> None:
    lines = "".join(f"  a{n}: {{durration{n}: 1d}}\n" for n in range(MAX_FINDINGS))
    _, findings = bound(HEAD + "tasks:\n" + lines)
    assert len(findings) == MAX_FINDINGS


def test_of_a_file_with_more_mistakes_the_rest_is_not_read() -> None:
    lines = "".join(f"  a{n}: {{durration{n}: 1d}}\n" for n in range(2 * MAX_FINDINGS))
    root, _ = parse(SourceText("plan.yaml", HEAD + "tasks:\n" + lines))
    assert root is not None
    document, findings = bind(root)
    assert document is None
    assert [each.rule for each in findings[-2:]] == ["unknown-key", "too-large"]
    assert len(findings) == MAX_FINDINGS + 1


@pytest.mark.parametrize("key", ["where", "bad", "except_", "assertions", "model_config", "noun"])
def test_names_of_ours_are_no_keys(key: str) -> None:
    _, findings = bound(HEAD + f"{key}: x\ntasks:\n  a: {{{key}: x}}\n")
    assert places(findings) == [("unknown-key", 4, 1), ("unknown-key", 6, 7)]
