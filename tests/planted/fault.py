"""A fault that can be planted into any plan, by itself, with where it is found.

`‹rule›` stands right before the character at which the finding begins, and is taken away before
the plan is written. `{n}` is the number of the fault in its plan, so that names stay apart. What a
fault names besides is in every plan of `tests.planted.bases`.
"""

import re
from dataclasses import dataclass, field

MARK = re.compile("‹([a-z-]+)›")
PARTS = ("tasks", "phases", "owners", "groups", "head", "ignores", "asserts", "includes")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the text that makes it so, by where in a plan it belongs.

    `fields` are those of one task, which stands in any shape and place; the other parts are lines.
    `only` names a key that a plan has once. `hides` are the rules about names that may stand where
    the fault keeps one from looking. `fan` says that the task may be a fan-out as well.
    """

    name: str
    fields: tuple[str, ...] = ()
    tasks: str = ""
    phases: str = ""
    owners: str = ""
    groups: str = ""
    head: str = ""
    ignores: str = ""
    asserts: str = ""
    includes: str = ""
    files: dict[str, str] = field(default_factory=dict)
    only: str = ""
    hides: tuple[str, ...] = ()
    fan: bool = True

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it plants."""
        parts = (getattr(self, each) for each in PARTS)
        return (*self.fields, *self.files.values(), *parts)

    @property
    def rules(self) -> frozenset[str]:
        """The rules that find it."""
        return frozenset(MARK.findall("".join(self.texts)))


def of_task(name: str, *fields: str, fan: bool = True) -> Fault:
    """A fault in the fields of one task; `fan` as above."""
    return Fault(name, fields, fan=fan)
