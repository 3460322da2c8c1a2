import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.document import PlanDocument, TaskDocument
from rectify_cli.plan.schema import plan_schema
from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.parse import parse

ACCEPTED = sorted((Path(__file__).parent.parent / "cases" / "accept").glob("*.yaml"))
VALIDATOR = Draft202012Validator(plan_schema())
HEAD = {"rectify": 1, "title": "A plan", "start": "2021-03-05"}


def as_written(node: Node) -> Any:
    """The values as texts."""
    if isinstance(node, Scalar):
        return None if node.is_empty else node.text
    if isinstance(node, Mapping):
        return {key: as_written(value) for key, value in node.values.items()}
    return [as_written(item) for item in node]


def as_editors_see_it(value: Any) -> Any:
    """Texts that YAML 1.2 reads as numbers, true and false, as such."""
    if isinstance(value, dict):
        return {key: as_editors_see_it(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_editors_see_it(each) for each in value]
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value
    return found if isinstance(found, int | float) else value


def complaints(plan: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(plan)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(plan_schema())


def test_every_definition_that_is_named_is_there() -> None:
    schema = plan_schema()
    named = {part.split('"')[0] for part in json.dumps(schema).split("#/$defs/")[1:]}
    assert named == set(schema["$defs"])


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.stem)
def test_accepted_plans_are_valid_however_their_scalars_are_read(path: Path) -> None:
    root, _ = parse(SourceText(path.name, path.read_text(encoding="utf-8")))
    assert root is not None
    written = as_written(root)
    assert complaints(written) == []
    assert complaints(as_editors_see_it(written)) == []


def test_keys_are_in_the_order_of_the_models_with_words_for_each() -> None:
    schema = plan_schema()
    assert tuple(schema["properties"]) == PlanDocument.keys()
    task = schema["$defs"]["task"]
    assert tuple(task["properties"]) == TaskDocument.keys()
    assert schema["required"] == ["rectify", "title", "start"]
    for name, definition in {"plan": schema, **schema["$defs"]}.items():
        for key, value in definition.get("properties", {}).items():
            assert value.get("description"), (name, key)


@pytest.mark.parametrize("key", sorted(HEAD))
def test_what_is_required(key: str) -> None:
    assert complaints(HEAD) == []
    assert complaints({name: value for name, value in HEAD.items() if name != key})


@pytest.mark.parametrize(
    "change",
    [
        {"rectify": 2},
        {"titel": "x"},
        {"start": "2021-3-5"},
        {"start": "kickoff"},
        {"start": "1969-12-31"},
        {"title": "x" * 201},
        {"title": ["x"]},
        {"title": None},
        {"language": "fr"},
        {"calendar": "CN"},
        {"calendar": {"country": "cn"}},
        {"calendar": {"week": ["monday"]}},
        {"calendar": {"days_off": {"2021-13-01": "x"}}},
        {"lamps": {"due_soon": "3ed"}},
        {"check": {"strict": "yes"}},
        {"check": {"ignore": ["no-such-rule"]}},
        {"check": {"ignore": {"no-such-rule": "x"}}},
        {"owners": {"a b": {}}},
        {"owners": {"start": {}}},
        {"owners": {"x": "hall"}},
        {"owners": {"x": {"capacity": -1}}},
        {"groups": {"g": {"knd": "x"}}},
        {"include": {"a": ["x"]}},
        {"phases": {"p": {"duration": "3d"}}},
        {"phases": ["p"]},
        {"tasks": {"a" * 65: {}}},
        {"tasks": {"a.b": {}}},
        {"tasks": {"s": {"on": "2021-03-05", "tasks": {"a": {}}}}},
        {"tasks": {"s": {"tasks": {"a": {"duration": "x"}}}}},
    ],
)
def test_what_is_no_plan(change: dict[str, Any]) -> None:
    assert complaints({**HEAD, **change})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("duration", "15 days"),
        ("duration", 3),
        ("duration", "1.5d"),
        ("duration", "-3d"),
        ("duration", "3ed"),
        ("duration", "010d"),
        ("deadline", "kickoff+2d"),
        ("deadline", "2021/03/05"),
        ("deadline", "5"),
        ("deadline", 20210305),
        ("after", "x+2d"),
        ("after", "x ss"),
        ("after", "x.start"),
        ("after", {"link": "SS"}),
        ("after", {"task": "x", "each": "all"}),
        ("after", [["x"]]),
        ("time", "9:00"),
        ("time", "25:00"),
        ("complete_at", "250%"),
        ("complete_at", "0%"),
        ("complete_at", 0.9),
        ("weight", 0),
        ("weight", "1_000"),
        ("priority", 1.5),
        ("uses", {"hall": 0}),
        ("target", {"unit": "x"}),
        ("estimate", {"likely": "3d"}),
        ("days", {"0": "x"}),
        ("repeat", "every friday"),
        ("repeat", {"every": "hour"}),
        ("links", "javascript:alert(1)"),
        ("participants", "a, b"),
        ("checklist", [{"id": "x"}]),
        ("overrides", {"x": {"owner": "y"}}),
        ("schedule", "late"),
        ("report_every", "0d"),
        ("durration", "3d"),
    ],
)
def test_what_is_no_task(key: str, value: object) -> None:
    assert complaints({**HEAD, "tasks": {"a": {key: value}}})
