"""What every part of a document is: a frozen pydantic dataclass that keeps its mapping."""

from functools import cache
from typing import Annotated, ClassVar, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, SkipValidation
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from rectify_cli.foundation.finding import Message
from rectify_cli.syntax.node import Mapping

# No key of a file can hold NUL, so no file can set these two.
WHERE = "\0where"
BAD = "\0bad"

C = TypeVar("C", bound=type)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def part(model: C) -> C:
    """Make a class a part: with slots, which hold its many fields in a fifth of a dictionary."""
    config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
    made = dataclass(config=config, frozen=True, slots=True, kw_only=True, eq=False, repr=False)
    return cast("C", made(model))


@part
class Part:
    """One thing that a plan file says: the plan, a calendar, an owner, a task.

    `where` is its mapping; `bad` names the keys whose values were in error and left out (whole or
    in part), so that what hangs on them can be left alone. `noun` and `example` are for messages.
    """

    noun: ClassVar[Message]
    example: ClassVar[Message]

    where: Annotated[Mapping, SkipValidation] = Field(alias="\0where")
    bad: Annotated[frozenset[str], SkipValidation] = Field(default=frozenset(), alias="\0bad")

    @classmethod
    @cache
    def fields(cls) -> dict[str, FieldInfo]:
        """Its fields by the keys that its mapping may have, as they are written."""
        found: dict[str, FieldInfo] = cls.__pydantic_fields__  # type: ignore[attr-defined]
        keyed = {field.alias or name: field for name, field in found.items()}
        return {key: field for key, field in keyed.items() if key not in {WHERE, BAD}}

    @classmethod
    @cache
    def keys(cls) -> tuple[str, ...]:
        """The keys that its mapping may have."""
        return tuple(cls.fields())

    @classmethod
    @cache
    def required(cls) -> dict[str, str]:
        """The keys that its mapping must have, each with an example of its value."""
        return {
            key: (field.examples or ["…"])[0]
            for key, field in cls.fields().items()
            if field.is_required()
        }
