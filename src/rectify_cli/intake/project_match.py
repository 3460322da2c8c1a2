"""Rows of a project file → the tasks of the plan that they mean, where the file goes into a plan.

A row that rectify wrote says its path. A row of another program is known by its title: inside what
is around it first, where the same titles are taken in their order, then by a title that is there
once.
"""

from collections.abc import Iterable
from unicodedata import normalize

from rectify_cli.intake.known import Named, Path


class Places:
    """The tasks and phases of a plan, each of which one row takes."""

    def __init__(self, things: Iterable[Named] = ()) -> None:
        things = list(things)
        self._paths = {former: each.path for each in things for former in each.was}
        self._paths |= {".".join(each.path): each.path for each in things}
        self._inside: dict[tuple[Path, str], list[Path]] = {}
        self._titled: dict[str, list[Path]] = {}
        for each in things:
            title = _folded(each.title)
            self._inside.setdefault((each.path[:-1], title), []).append(each.path)
            self._titled.setdefault(title, []).append(each.path)
        self._taken: set[Path] = set()

    @property
    def ids(self) -> frozenset[str]:
        """Every id that is there, folded."""
        return frozenset(path[-1].casefold() for path in self._paths.values())

    def take(self, kept: str, title: str, around: str | None) -> str | None:
        """The path of the task that a row means, which no row has had; None where it is new.

        `kept` is the path that rectify wrote, empty where it wrote none; `around` is the path of
        the row above.
        """
        path = self._paths.get(kept) if kept else self._by_title(title, around)
        if path is None or path in self._taken:
            return None
        self._taken.add(path)
        return ".".join(path)

    def _by_title(self, title: str, around: str | None) -> Path | None:
        above = () if around is None else tuple(around.split("."))
        here = self._inside.get((above, _folded(title)), [])
        free = next((path for path in here if path not in self._taken), None)
        everywhere = self._titled.get(_folded(title), [])
        return free or (everywhere[0] if len(everywhere) == 1 else None)


def _folded(title: str) -> str:
    return " ".join(normalize("NFKC", title).casefold().split())
