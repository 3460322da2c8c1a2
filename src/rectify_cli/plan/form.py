"""How a field of a document is declared: the reader of its node, and its JSON Schema.

pydantic calls the reader with the syntax node; a reader reports into the context and gives the
field's default where the value is bad, so that nothing but unknown and missing keys is left for
pydantic to refuse.
"""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic_core import CoreSchema, core_schema

from rectify_cli.plan.reading import Reading
from rectify_cli.syntax.node import Node

T = TypeVar("T")

Reader = Callable[[Node, Reading], T]
Schema = dict[str, Any]


class Form(NamedTuple, Generic[T]):
    """What may stand in a field: `Annotated[WrittenDay | None, Form(read_day, {...})]`."""

    read: Reader[T]
    schema: Schema

    def core_schema(self) -> CoreSchema:
        """The reader as a validator; None stands in for a required key that is missing."""
        read: Callable[[Node, Any], T] = self.read

        def validate(node: Node | None, info: core_schema.ValidationInfo) -> T | None:
            return None if node is None else read(node, info.context)

        return core_schema.with_info_plain_validator_function(validate)
