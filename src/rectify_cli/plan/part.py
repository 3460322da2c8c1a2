"""What every part of a document is: a tuple with names, one of which is its mapping.

pydantic's core refuses unknown and missing keys. Its front, which turns annotations into a schema,
would take longer to load than a check of a plan takes.
"""

from functools import cache
from typing import Any, ClassVar, NoReturn, TypeVar

from pydantic_core import SchemaValidator, ValidationError, core_schema

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct, item
from rectify_cli.plan.form import Form, Reader
from rectify_cli.syntax.node import Mapping

# The items that every part has, and in this order.
WHERE, BAD = 0, 1

_REQUIRED: Any = object()
_MOST_SHAPES = 1_000

C = TypeVar("C", bound=type)


class Field(Struct):
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
    """Make a class a part: its fields become the items of a tuple, behind those of every part."""
    declared = {name: each for name, each in vars(model).items() if isinstance(each, Field)}
    left_out = {"__dict__", "__weakref__"}
    body = {name: each for name, each in vars(model).items() if name not in left_out}
    forms = {name: _form_of(model.__annotations__[name]) for name in declared}
    body |= {"__slots__": (), "declared": declared, "forms": forms}
    body |= {name: item(place) for place, name in enumerate(declared, BAD + 1)}
    made: Any = type(model)(model.__name__, model.__bases__, body)
    made.shapes = Shapes(made)
    kept: C = made
    return kept


class Shape(Struct):
    """What becomes of mappings that have the same keys: a plan has many, and few such sets of keys.

    `blank` is the row of the part without them. `fields` are those that are written, in the order
    of the part: place in its row, key, reader.
    """

    blank: list[object]
    fields: tuple[tuple[int, str, Reader[Any]], ...]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]


class Shapes(dict[tuple[str, ...], Shape]):
    """The shapes of a part by the keys of mappings, each made when it is first asked for."""

    def __init__(self, model: type["Part"]) -> None:
        super().__init__()
        self._model = model

    def __missing__(self, keys: tuple[str, ...]) -> Shape:
        """The shape of keys that no mapping had yet."""
        shape = self._model.shape(keys)
        if len(self) < _MOST_SHAPES:
            self[keys] = shape
        return shape


class Part(tuple[Any, ...]):
    """One thing that a plan file says: the plan, a calendar, an owner, a task. Made of a row.

    `where` is its mapping; `bad` names the keys whose values were in error and left out (whole or
    in part), so that what hangs on them can be left alone. `noun` and `example` are for messages.
    """

    __slots__ = ()

    noun: ClassVar[Message]
    example: ClassVar[Message]
    declared: ClassVar[dict[str, Field]]
    forms: ClassVar[dict[str, Form[Any]]]
    shapes: ClassVar[Shapes]

    where: Mapping = item(WHERE)
    bad: frozenset[str] = item(BAD)

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
    def shape(cls, keys: tuple[str, ...]) -> Shape:
        """What becomes of a mapping with these keys; `shapes` keeps the answers."""
        declared = zip(cls.fields(), cls.forms.values(), strict=True)
        fields = tuple(
            (place, key, form.read)
            for place, (key, form) in enumerate(declared, BAD + 1)
            if key in keys
        )
        try:
            cls._validator().validate_python(dict.fromkeys(keys))
        except ValidationError as error:
            refused = error.errors(include_url=False, include_input=False)
        else:
            return Shape(cls.blank(), fields, (), ())
        unknown = tuple(str(each["loc"][0]) for each in refused if each["type"] != "missing")
        missing = tuple(str(each["loc"][0]) for each in refused if each["type"] == "missing")
        return Shape(cls.blank(), fields, unknown, missing)

    @classmethod
    @cache
    def _validator(cls) -> SchemaValidator:
        """Refuses keys that are unknown, and the lack of those that are required."""
        fields = {
            key: core_schema.typed_dict_field(core_schema.any_schema(), required=each.is_required)
            for key, each in cls.fields().items()
        }
        return SchemaValidator(core_schema.typed_dict_schema(fields, extra_behavior="forbid"))

    @classmethod
    @cache
    def blank(cls) -> list[object]:
        """The row of a part of which no key is written; whoever fills one takes a copy."""
        defaults = (None if each.is_required else each.default for each in cls.declared.values())
        return [None, frozenset(), *defaults]


def _form_of(annotation: Any) -> Form[Any]:  # noqa: ANN401 - whatever stands behind the colon
    return next(each for each in annotation.__metadata__ if isinstance(each, Form))
