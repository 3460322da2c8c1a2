"""The JSON Schema of the plan language (draft 2020-12), for editors: `rectify plan schema`.

Keys, their order and what is said of them come from the models of `plan.document`; the forms that
a value may have are spelt out here. Editors read scalars as YAML does (`no: 1` is a number), so
that a text may be one here; what they cannot know (references, real days) is left to `check`.
"""

from collections.abc import Mapping as Map

from rectify_cli.foundation.rules import RULES
from rectify_cli.foundation.translations import LANGUAGES
from rectify_cli.plan.document import (
    CalendarDocument,
    CheckDocument,
    ChecklistDocument,
    DefaultsDocument,
    LampsDocument,
    OverrideDocument,
    OwnerDocument,
    PhaseDocument,
    PlanDocument,
    SelectorDocument,
    TaskDocument,
)
from rectify_cli.plan.form import Schema
from rectify_cli.plan.forms import ref
from rectify_cli.plan.part import Part
from rectify_cli.plan.read_calendar import WEEKDAYS
from rectify_cli.plan.read_link import LinkPart
from rectify_cli.plan.read_measure import EstimatePart, TargetPart
from rectify_cli.plan.read_repeat import RepeatPart
from rectify_cli.plan.read_text import MAX_LINE, MAX_NUMBER_LABEL, MAX_TITLE

# Letters of any script: every regular expression dialect can say what is none in ASCII.
_ID = r"(?!(?:start|finish)(?:$|[\s.]))[^\s!-,./:-@\[-^`{-~]{1,64}"
_DAY = r"(?:19[7-9][0-9]|2[01][0-9]{2})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_DAYS_OFF = rf"{_DAY}(?:\s*\.\.\.?\s*{_DAY})?"
_COUNT = r"(?:0|[1-9][0-9]{0,3})"
_POSITIVE_COUNT = r"[1-9][0-9]{0,3}"
_OFFSET = rf"\s+[+-]\s+{_COUNT}(?:d|w|ed|ew)"
_PATH = rf"{_ID}(?:\.{_ID})*"
_RELATIVE = (
    rf"(?![0-9]+(?:[-/.][0-9]+[-/.][0-9]+)?(?:\s|$))(?:(?:{_PATH})(?:\.(?:start|finish))?"
    rf"|start|finish)(?:{_OFFSET})?"
)
_LINK = rf"{_PATH}(?:\s+(?:FS|SS|FF|SF))?(?:{_OFFSET})?"


def plan_schema() -> Schema:
    """The schema of a plan file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:rectify:plan:1",
        "title": "rectify plan",
        **_object_of(PlanDocument),
        "$defs": {**_parts(), **_texts(), **_numbers(), **_dates(), **_collections()},
    }


def _object_of(model: type[Part]) -> Schema:
    """A model's keys in their order; no other key."""
    properties: dict[str, Schema] = {}
    for (key, field), form in zip(model.fields().items(), model.forms.values(), strict=True):
        properties[key] = {"description": field.description, **form.schema}
    schema: Schema = {
        "type": "object",
        "description": (model.__doc__ or "").partition("\n")[0],
        "properties": properties,
        "additionalProperties": False,
    }
    if model.required():
        schema["required"] = list(model.required())
    return schema


def _parts() -> Schema:
    models: Map[str, type[Part]] = {
        "calendar": CalendarDocument,
        "owner": OwnerDocument,
        "selector": SelectorDocument,
        "checklist-item": ChecklistDocument,
        "override": OverrideDocument,
        "defaults": DefaultsDocument,
        "lamps": LampsDocument,
        "check": CheckDocument,
        "phase": PhaseDocument,
        "task": TaskDocument,
        "link": LinkPart,
        "target": TargetPart,
        "estimate": EstimatePart,
        "recurrence": RepeatPart,
    }
    return {name: _object_of(model) for name, model in models.items()}


def _texts() -> Schema:
    return {
        "title": _text(most=MAX_TITLE),
        "line": _text(most=MAX_LINE),
        "note": _text(most=20_000),
        "name": _text(most=MAX_TITLE),
        "path": _text(most=MAX_LINE),
        "no": _text(most=MAX_NUMBER_LABEL),
        "id": _text(pattern=f"^{_ID}$"),
        "reference": _text(pattern=f"^{_PATH}$"),
        "email": _string(r"^[^@\s<>,;\"]+@[^@\s<>,;\"]+$"),
        "url": _string(r"^(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S+$"),
        "country": _string("^[A-Z]{2}$"),
        "timezone": _string(r"^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}$"),
        "language": {"enum": [*LANGUAGES]},
        "alap": {"enum": ["asap", "alap"]},
        "on-day-off": {"enum": ["earlier", "later", "skip"]},
        "link-type": {"enum": ["FS", "SS", "FF", "SF"]},
        "single-name": _text(most=MAX_TITLE, pattern=r"^[^,;、，；]*$"),
    }


def _numbers() -> Schema:
    return {
        "version": {"enum": [1, "1"]},
        "flag": {"enum": [True, False, "true", "false"]},
        "whole": _number("^(?:0|[1-9][0-9]{0,9})$", kind="integer", minimum=0),
        "positive-whole": _number("^[1-9][0-9]{0,9}$", kind="integer", minimum=1),
        "amount": _number(r"^(?:0|[1-9][0-9]{0,9})(?:\.[0-9]+)?$", minimum=0),
        "positive": _number(
            r"^(?!0(?:\.0+)?$)(?:0|[1-9][0-9]{0,9})(?:\.[0-9]+)?$", exclusiveMinimum=0
        ),
        "percent": _string(r"^(?!0+(?:\.0+)?\s?%)(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?)\s?%$"),
    }


def _dates() -> Schema:
    return {
        "day": _string(f"^{_DAY}$"),
        "date": _string(f"^(?:{_DAY}|{_RELATIVE})$"),
        "days-off": _string(f"^{_DAYS_OFF}$"),
        "weekday": {"enum": list(WEEKDAYS)},
        "length": _string(f"^{_POSITIVE_COUNT}(?:d|w|ed|ew)$"),
        "workday-length": _string(f"^{_COUNT}(?:d|w)$"),
        "duration": {"anyOf": [{"const": "to-deadline"}, ref("workday-length")]},
        "lag": _string(f"^-?{_COUNT}(?:d|w|ed|ew)$"),
        "time": _string(r"^(?:[01][0-9]|2[0-3]):[0-5][0-9](?:-(?:[01][0-9]|2[0-3]):[0-5][0-9])?$"),
        "every": {"enum": ["day", "week", "month", "quarter", "year"]},
        "repeat-on": _one_or_list(
            _text(
                pattern=r"^(?:(?:(?:first|second|third|fourth|last) )?"
                rf"(?:{'|'.join(WEEKDAYS)})|last|[1-9]|[12][0-9]|3[01]|[01][0-9]-[0-3][0-9])$"
            )
        ),
        "repeat": {"anyOf": [ref("recurrence"), _string("[Ff][Rr][Ee][Qq] *=")]},
    }


def _collections() -> Schema:
    group_member = {"anyOf": [ref("selector"), ref("name")]}
    return {
        "lines": _one_or_list(ref("line")),
        "names": _one_or_list(ref("single-name")),
        "references": _one_or_list(ref("single-name")),
        "tags": _one_or_list(ref("single-name")),
        "paths": _one_or_list(ref("path")),
        "urls": _one_or_list(ref("url")),
        "week": _one_or_list(ref("weekday")),
        "after": _one_or_list({"anyOf": [_text(pattern=f"^{_LINK}$"), ref("link")]}),
        "checklist": _one_or_list({"anyOf": [ref("title"), ref("checklist-item")]}),
        "day-labels": {
            "anyOf": [
                _one_or_list(ref("days-off")),
                _matching(f"^{_DAYS_OFF}$", {"type": [*_TEXT_TYPES, "null"]}),
            ]
        },
        "days": _matching(r"^[1-9][0-9]{0,3}(?:\s?-\s?[1-9][0-9]{0,3})?$", ref("line")),
        "uses": {"type": "object", "additionalProperties": ref("positive")},
        "overrides": {"type": "object", "additionalProperties": ref("override")},
        "ignore": {
            "anyOf": [
                _one_or_list({"enum": list(RULES)}),
                {
                    "type": "object",
                    "properties": {
                        name: {"description": rule.summary, "type": [*_TEXT_TYPES, "null"]}
                        for name, rule in RULES.items()
                    },
                    "additionalProperties": False,
                },
            ]
        },
        "owners": _by_id(ref("owner")),
        "groups": _by_id(_one_or_list(group_member)),
        "include": _by_id(ref("path")),
        "phases": _by_id(ref("phase")),
        "tasks": _by_id(
            {
                "if": {
                    "required": ["tasks"],
                    "properties": {"tasks": {"type": "object", "minProperties": 1}},
                },
                "then": ref("summary"),
                "else": ref("task"),
            }
        ),
        "summary": {**ref("phase"), "description": "A task with tasks of its own."},
    }


_TEXT_TYPES = ["string", "number", "boolean"]


def _text(*, most: int | None = None, pattern: str | None = None) -> Schema:
    """A text, which YAML may read as a number or as true and false."""
    schema: Schema = {"type": _TEXT_TYPES, "pattern": pattern or r"\S"}
    return schema if most is None else {**schema, "maxLength": most}


def _string(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def _number(pattern: str, *, kind: str = "number", **bounds: int) -> Schema:
    """A number, plain or in quotes."""
    return {"type": [kind, "string"], "pattern": pattern, "maximum": 1_000_000_000, **bounds}


def _one_or_list(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _matching(pattern: str, value: Schema) -> Schema:
    return {"type": "object", "patternProperties": {pattern: value}, "additionalProperties": False}


def _by_id(value: Schema) -> Schema:
    return _matching(f"^{_ID}$", value)
