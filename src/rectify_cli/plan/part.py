"""What every part of a document is: a frozen record with slots that keeps its mapping.

pydantic's core makes the records and refuses unknown and missing keys. Its front, which turns
annotations into such a schema, would take longer to load than a check of a plan takes.
"""

from functools import cache
from typing import Any, ClassVar, NamedTuple, NoReturn, Self, TypeVar

from pydantic_core import SchemaValidator, core_schema

from rectify_cli.foundation.finding import Message
from rectify_cli.plan.form import Form
from rectify_cli.syntax.node import Mapping

# No key of a file can hold NUL, so no file can set these two.
WHERE = "\0where"
BAD = "\0bad"

_REQUIRED: Any = object()

C = TypeVar("C", bound=type)


class Field(NamedTuple):
    """One key of a part: what is said of it, and what stands for it where it is not written.

    A field without a default is required, and `example` is what to write there. `alias` is the
    key as it is written where Python could not have it as a name.
    """

    description: str
    example: str
    alias: str | None
    default: object

    @property
    def is_required(self) -> bool:
        """Whether the key must be written."""
        return self.default is _REQUIRED


def field(
    description: str, *, default: object = _REQUIRED, example: str = "…", alias: str | None = None
) -> Any:  # noqa: ANN401 - the annotation beside it tells the type, as with dataclasses
    """What a class says of a key, in place of its default."""
    return Field(description, example, alias, default)


def part(model: C) -> C:
    """Make a class a part: its fields become slots, which take a fifth of a dictionary."""
    declared = {name: each for name, each in vars(model).items() if isinstance(each, Field)}
    left_out = {"__dict__", "__weakref__", *declared}
    body = {name: each for name, each in vars(model).items() if name not in left_out}
    forms = {name: _form_of(model.__annotations__[name]) for name in declared}
    body |= {"__slots__": tuple(declared), "declared": declared, "forms": forms}
    made: C = type(model)(model.__name__, model.__bases__, body)
    return made


class Part:
    """One thing that a plan file says: the plan, a calendar, an owner, a task.

    `where` is its mapping; `bad` names the keys whose values were in error and left out (whole or
    in part), so that what hangs on them can be left alone. `noun` and `example` are for messages.
    """

    __slots__ = ("bad", "where")

    noun: ClassVar[Message]
    example: ClassVar[Message]
    declared: ClassVar[dict[str, Field]]
    forms: ClassVar[dict[str, Form[Any]]]

    where: Mapping
    bad: frozenset[str]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """A part is what its file says, and stays so."""
        message = f"{type(self).__name__}.{name} cannot be set"
        raise AttributeError(message)

    @classmethod
    @cache
    def fields(cls) -> dict[str, Field]:
        """Its fields by the keys that its mapping may have, as they are written."""
        return {each.alias or name: each for name, each in cls.declared.items()}

    @classmethod
    @cache
    def keys(cls) -> tuple[str, ...]:
        """The keys that its mapping may have."""
        return tuple(cls.fields())

    @classmethod
    @cache
    def required(cls) -> dict[str, str]:
        """The keys that its mapping must have, each with an example of its value."""
        return {key: each.example for key, each in cls.fields().items() if each.is_required}

    @classmethod
    @cache
    def validator(cls) -> SchemaValidator:
        """Makes parts of the nodes of a mapping, by key; the reading is its context."""
        fields = [
            _argument("where", WHERE, core_schema.any_schema()),
            _argument("bad", BAD, _or_else(core_schema.any_schema(), frozenset())),
            *(cls._argument_of(name, each) for name, each in cls.declared.items()),
        ]
        arguments = core_schema.dataclass_args_schema(cls.__name__, fields)
        names = [each["name"] for each in fields]
        config = core_schema.CoreConfig(extra_fields_behavior="forbid")
        return SchemaValidator(
            core_schema.dataclass_schema(
                cls, arguments, names, frozen=True, slots=True, config=config
            )
        )

    @classmethod
    def _argument_of(cls, name: str, declared: Field) -> core_schema.DataclassField:
        schema = cls.forms[name].core_schema()
        if not declared.is_required:
            schema = _or_else(schema, declared.default)
        return _argument(name, declared.alias or name, schema)

    @classmethod
    def made_of(cls, values: dict[str, object], context: object) -> Self:
        """The part that nodes by key make, with what the readers of its forms need to report.

        Raises:
            ValidationError: a key is unknown, or one that is required is missing.
        """
        made: Self = cls.validator().validate_python(values, context=context)
        return made


def _form_of(annotation: Any) -> Form[Any]:  # noqa: ANN401 - whatever stands behind the colon
    return next(each for each in annotation.__metadata__ if isinstance(each, Form))


def _argument(name: str, key: str, schema: core_schema.CoreSchema) -> core_schema.DataclassField:
    return core_schema.dataclass_field(name, schema, kw_only=True, validation_alias=key)


def _or_else(schema: core_schema.CoreSchema, default: object) -> core_schema.CoreSchema:
    return core_schema.with_default_schema(schema, default=default)
