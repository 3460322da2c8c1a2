"""What every part of a document is: a frozen pydantic model that keeps the mapping it came from."""

from functools import cache
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from rectify_cli.foundation.finding import Message
from rectify_cli.syntax.node import Mapping

# No key of a file can hold NUL, so no file can set these two.
WHERE = "\0where"
BAD = "\0bad"


class Part(BaseModel):
    """One thing that a plan file says: the plan, a calendar, an owner, a task.

    `where` is its mapping; `bad` names the keys whose values were in error and left out (whole or
    in part), so that what hangs on them can be left alone. `noun` and `example` are for messages.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True
    )

    noun: ClassVar[Message]
    example: ClassVar[Message]

    where: Annotated[Mapping, SkipValidation] = Field(alias="\0where", exclude=True, repr=False)
    bad: Annotated[frozenset[str], SkipValidation] = Field(
        default=frozenset(), alias="\0bad", exclude=True, repr=False
    )

    @classmethod
    @cache
    def keys(cls) -> tuple[str, ...]:
        """The keys that its mapping may have, as they are written."""
        aliases = (field.alias or name for name, field in cls.model_fields.items())
        return tuple(key for key in aliases if key not in {WHERE, BAD})

    @classmethod
    @cache
    def required(cls) -> dict[str, str]:
        """The keys that its mapping must have, each with an example of its value."""
        return {
            field.alias or name: (field.examples or ["…"])[0]
            for name, field in cls.model_fields.items()
            if field.is_required() and field.alias != WHERE
        }
