"""The tree that a text becomes: scalars as written, sequences, mappings, each with its place."""

from collections.abc import Iterator

from rectify_cli.foundation.source import SourceText, Span


class _Placed:
    """A node's place: offsets into its text, made a span when somebody asks."""

    __slots__ = ("source", "start")

    source: SourceText
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        raise NotImplementedError

    @property
    def span(self) -> Span:
        """Where the node stands."""
        return self.source.span(self.start, self.end)


class Scalar(_Placed):
    """A single value as its text says it; the field it stands in decides what it means."""

    __slots__ = ("length", "quoted", "text")

    def __init__(
        self,
        source: SourceText,
        start: int,
        end: int,
        text: str,
        quoted: bool,  # noqa: FBT001 - called once a scalar: a keyword costs a tenth of the parse
    ) -> None:
        self.source = source
        self.start = start
        # A small number is no object of its own, as an offset is: a tenth of a large plan's memory.
        self.length = end - start
        self.text = text
        self.quoted = quoted

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + self.length

    def move(self, start: int, end: int) -> None:
        """Let it stand elsewhere."""
        self.start, self.length = start, end - start

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written (`key:` alone)."""
        return not self.text and not self.quoted


class Alias(Scalar):
    """What stands where an alias is used: an error already, its value not looked up, so empty."""

    __slots__ = ()


class Sequence(_Placed):
    """A list of nodes."""

    __slots__ = ("end", "items")

    end: int

    def __init__(self, source: SourceText, start: int) -> None:
        self.source = source
        self.start = self.end = start
        self.items: list[Node] | tuple[Node, ...] = []

    def move(self, start: int, end: int) -> None:
        """Let it stand elsewhere."""
        self.start, self.end = start, end

    def __iter__(self) -> Iterator["Node"]:
        """The items, in order."""
        return iter(self.items)


MERGE_KEY = "<<"


class Mapping(_Placed):
    """Keys and their values, in the order of the text; a key that stood twice is kept once.

    `places` has where each key begins, or the key itself where it is more than its characters:
    keys are made from them when somebody asks, which few do and none of every mapping.
    """

    __slots__ = ("end", "keys", "places", "values")

    end: int
    keys: dict[str, Scalar]

    def __init__(self, source: SourceText, start: int) -> None:
        self.source = source
        self.start = self.end = start
        self.places: list[int | Scalar] | tuple[int | Scalar, ...] = []
        self.values: dict[str, Node] = {}

    def move(self, start: int, end: int) -> None:
        """Let it stand elsewhere."""
        self.start, self.end = start, end

    def __getattr__(self, name: str) -> object:
        """Python asks here for a slot that has nothing in it yet."""
        if name != "keys":
            raise AttributeError(name)
        pairs = zip(self.values, self.places, strict=False)
        self.keys = {text: self.key(text, place) for text, place in pairs}
        return self.keys

    def key_places(self) -> dict[str, tuple[int, int]]:
        """Where each key stands, for less than the keys themselves."""
        if len(self.places) != len(self.values):
            return {text: (key.start, key.end) for text, key in self.keys.items()}
        return {
            text: (place.start, place.end)
            if isinstance(place, Scalar)
            else (place, place + len(text))
            for text, place in zip(self.values, self.places, strict=True)
        }

    def key(self, text: str, place: "int | Scalar") -> Scalar:
        """The key of this text at a place of the form that `places` has."""
        if isinstance(place, Scalar):
            return place
        return Scalar(self.source, place, place + len(text), text, False)  # noqa: FBT003 - see Scalar

    @property
    def has_merge_key(self) -> bool:
        """Whether a merge key, an error already, hides some of its keys: it alone has no value."""
        return len(self.places) > len(self.values) and MERGE_KEY in self.keys

    def at(self, key: str) -> Span:
        """The place of a key's value, else of the mapping's own beginning."""
        value = self.values.get(key)
        if value is None:
            return self.span
        if isinstance(value, Scalar) and value.is_empty:
            return self.keys[key].span
        return value.span

    def at_key(self, key: str) -> Span:
        """The place of the key itself."""
        return self.keys[key].span


Node = Scalar | Sequence | Mapping
