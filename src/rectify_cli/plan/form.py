"""How a field of a document is declared: the reader of its node, and its JSON Schema.

A reader takes the syntax node, reports what is wrong with it, and gives the field's default where
the value is bad.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.reading import Reading
from rectify_cli.syntax.node import Node

T = TypeVar("T")

Reader = Callable[[Node, Reading], T]
Schema = dict[str, Any]


class Form(Struct, Generic[T]):
    """What may stand in a field: `Annotated[WrittenDay | None, Form(read_day, {...})]`."""

    read: Reader[T]
    schema: Schema
