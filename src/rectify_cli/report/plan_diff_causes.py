"""Why a task stands on other days: what is written of it, what it follows, what is around it.

A written change that binds nothing is told too: it is what a reviewer would ask about.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.baseline import Agreed, Baseline, KeptTask

Stretch = tuple[date, date]
CauseKind = Literal["term", "link", "follows", "around", "plan-start", "calendar"]

_TOKEN = re.compile(r"[^\s,;:]+")
_POINT = re.compile(r"\.(start|finish)$")
_AROUND = ("start", "after", "deadline")


class Cause(Struct):
    """One reason.

    `term`: the plan says `was` > `now` for `key`. `link`: a link is new (`was` None) or gone.
    `follows`: `task`, which sets its start, has moved or is new. `around`: as `term`, said by the
    phase or summary `task`. `plan-start`: the plan starts on another day. `calendar`: nothing that
    is written of it; so its workdays are others.
    """

    kind: CauseKind
    key: str = ""
    was: str | None = None
    now: str | None = None
    task: str | None = None


class Causes:
    """Finds why tasks moved, between two states whose tasks were paired."""

    def __init__(
        self, was: Baseline, now: Baseline, both: Sequence[tuple[KeptTask, KeptTask]]
    ) -> None:
        self._was, self._now = was, now
        self._paths = {old.path: new.path for old, new in both}
        self._pairs = {new.path: (old, new) for old, new in both}
        stands = {old.path: _stretches(old) for old, _ in both}
        self._restless = {new.path for old, new in both if stands[old.path] != _stretches(new)} | {
            task.path for task in now.tasks if task.path not in self._pairs
        }

    def of(self, old: KeptTask, new: KeptTask, was: Agreed, now: Agreed) -> tuple[Cause, ...]:
        """The reasons for a task, or for some of its units, to stand elsewhere."""
        found = list(self._written(old, new))
        if was.start != now.start:
            found += self._followed(was, now)
        return tuple(found or self._from_outside(new))

    def _written(self, old: KeptTask, new: KeptTask) -> Iterator[Cause]:
        was, now = dict(old.terms), dict(new.terms)
        hammock = "to-deadline" in {was.get("duration"), now.get("duration")}
        for key in dict.fromkeys((*was, *now)):
            before, after = self._renewed(was.get(key)), now.get(key)
            if before == after or (key == "deadline" and not hammock):
                continue
            if key == "after":
                yield from _links(before, after)
            else:
                yield Cause("term", key, before, after)

    def _renewed(self, text: str | None) -> str | None:
        """A text of the old side with the paths that its tasks have on the new one."""
        return None if text is None else _TOKEN.sub(self._new_path, text)

    def _new_path(self, token: re.Match[str]) -> str:
        word = token[0]
        if word in self._paths:
            return self._paths[word]
        path = _POINT.sub("", word)
        return self._paths[path] + word[len(path) :] if path in self._paths else word

    def _followed(self, was: Agreed, now: Agreed) -> list[Cause]:
        before = [self._paths.get(path, path) for path in was.follows]
        for paths in (now.follows, before):
            moved = [Cause("follows", task=path) for path in paths if path in self._restless]
            if moved:
                return moved
        return []

    def _from_outside(self, new: KeptTask) -> list[Cause]:
        outer = new.path.rpartition(".")[0]
        while outer:
            if outer in self._pairs:
                found = [
                    each._replace(kind="around", key=each.key or "after", task=outer)
                    for each in self._written(*self._pairs[outer])
                    if each.kind == "link" or each.key in _AROUND
                ]
                if found:
                    return found
            outer = outer.rpartition(".")[0]
        if self._was.start != self._now.start:
            days = self._was.start.isoformat(), self._now.start.isoformat()
            return [Cause("plan-start", "", *days)]
        return [Cause("calendar")]


def _links(before: str | None, after: str | None) -> Iterator[Cause]:
    was, now = (text.split(", ") if text else [] for text in (before, after))
    for link in was:
        if link not in now:
            yield Cause("link", "after", link, None)
    for link in now:
        if link not in was:
            yield Cause("link", "after", None, link)


def _stretches(task: KeptTask) -> list[tuple[tuple[str, ...], date, date]]:
    return [(each.units or (), each.start, each.finish) for each in task.dates]
