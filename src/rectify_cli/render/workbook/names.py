"""Names of sheets that every spreadsheet program takes."""

from rectify_cli.render.office.texts import first_units, office_text

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\\n", " "))
_LONGEST = 31
_RESERVED = "history"


class SheetNames:
    """Gives each title a name of its own: no forbidden signs, 31 units, in any case once."""

    def __init__(self) -> None:
        self._taken: set[str] = {_RESERVED}

    def name(self, title: str) -> str:
        """The name for a title, with a number after it where another sheet has it already."""
        plain = " ".join(office_text(title, 1_000).translate(_FORBIDDEN).split()).strip("' ")
        name = _cut(plain, _LONGEST)
        number = 2
        while name.casefold() in self._taken:
            end = f" {number}"
            name = _cut(plain, _LONGEST - len(end)) + end
            number += 1
        self._taken.add(name.casefold())
        return name


def _cut(text: str, limit: int) -> str:
    """A name's beginning that does not end in a sign which no name may end in."""
    return first_units(text, limit).rstrip("' ") or "-"
