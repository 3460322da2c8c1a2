"""The JSON Schema of the plan language, as editors read it."""

import json

from rectify_cli.plan.schema import plan_schema


def schema_text() -> str:
    """The schema as JSON, the keys in the order of the language's description."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"
