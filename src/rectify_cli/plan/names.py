"""What a reference means: an index of every task's names, built once, asked once a reference.

A reference names a sibling first, then outward, then a full path, then a unique tail of a path.
Every plan file has its own scope: a name never reaches out of the file that says it, and reaches
into an included plan only through the id that mounts it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from rectify_cli.foundation.slips import is_slip
from rectify_cli.plan.nearest import nearest

MAX_LISTED = 5
_GUESSES = 1_500_000
"""How many letters all guesses of one run may be compared with: a broken plan of 100,000 tasks gets
its findings in bounded time, the last of them without a guess."""
_ONE_GUESS = 500
"""A guess takes as long as comparing so many letters, though there be few names."""


class Names:
    """The names of all tasks of a plan.

    `paths` are the tasks' full paths, `scopes[i]` is the scope of task i, and `prefixes` holds for
    each scope the path of the phase that mounts it, empty for the top file. A mounting phase
    itself belongs to the scope around it.
    """

    def __init__(
        self, paths: Sequence[str], scopes: Sequence[int], prefixes: Sequence[str]
    ) -> None:
        self.paths = paths
        self._scopes = scopes
        self._prefixes = prefixes
        self._by_path = {path: index for index, path in enumerate(paths)}
        self._mounts = {prefix: scope for scope, prefix in enumerate(prefixes) if scope}
        self._of_length: dict[tuple[int, int], frozenset[str]] = {}
        self._nowhere: set[tuple[str, str, int]] = set()
        self._guesses_left = _GUESSES
        self._guessed: dict[tuple[str, int], tuple[str | None, bool]] = {}

    def find(self, reference: str, inside: str, scope: int) -> tuple[int, ...]:
        """The tasks that a reference may mean, said by a task whose parent's path is `inside`.

        One: that is it. None: nothing has this name. Several: a tail that is not unique, of which
        the first few are given.
        """
        nearest = self.outward(reference, inside, scope)
        return (nearest,) if nearest is not None else self.tails_of(reference, scope)

    def outward(self, reference: str, inside: str, scope: int) -> int | None:
        """The task that a reference means to itself: a sibling, one further out, a full path."""
        prefix = self._prefixes[scope]
        by_path = self._by_path
        key = reference, inside, scope
        if key in self._nowhere:
            return None
        while inside:
            found = by_path.get(f"{inside}.{reference}")
            if found is not None:
                return found
            if inside == prefix:
                self._nowhere.add(key)
                return None
            inside = inside.rpartition(".")[0]
        found = by_path.get(reference)
        if found is None:
            self._nowhere.add(key)
        return found

    def tails_of(self, reference: str, scope: int) -> tuple[int, ...]:
        """The tasks of this scope whose path ends so, and those of a plan mounted in it."""
        found = self._in_tails(reference, scope)
        inner, rest = self._enter(reference, scope)
        if inner != scope:
            found += self._in_tails(rest, inner)
        return found[:MAX_LISTED]

    def full(self, reference: str, scope: int) -> str:
        """The path that a reference spells out in full, from the top of the top plan."""
        prefix = self._prefixes[scope]
        return f"{prefix}.{reference}" if prefix else reference

    def shortest(self, task: int, inside: str, scope: int) -> str:
        """The shortest reference that means this task where it is said."""
        own = self._scopes[task]
        lead = "" if own == scope else self._local(self._prefixes[own], scope) + "."
        parts = self._local(self.paths[task], own).split(".")
        for first in range(len(parts) - 1, 0, -1):
            reference = lead + ".".join(parts[first:])
            if self.find(reference, inside, scope) == (task,):
                return reference
        return lead + ".".join(parts)

    def _local(self, path: str, scope: int) -> str:
        prefix = self._prefixes[scope]
        return path[len(prefix) + 1 :] if prefix else path

    def guess(self, reference: str, inside: str, scope: int) -> tuple[str, ...]:
        """The references that were probably meant by one that names nothing: none, one or a few."""
        inner, rest = self._enter(reference, scope)
        near, _ = self._near(rest, inner)
        if near is None:
            return ()
        meant = reference[: len(reference) - len(rest)] + near
        found = self.find(meant, inside, scope)
        if len(found) == 1 and "." in reference:
            return (meant,)
        return tuple(self.shortest(each, inside, scope) for each in found)

    def mounted(self, reference: str, inside: str, scope: int) -> tuple[str, ...]:
        """The references to what has this name in the plans that a plan file includes, a few."""
        prefix = self._prefixes[scope]
        found: list[int] = []
        for path, inner in self._mounts.items():
            if path.startswith(f"{prefix}." if prefix else "") and len(found) < MAX_LISTED:
                found += self._in_tails(reference, inner)
        return tuple(self.shortest(each, inside, scope) for each in found[:MAX_LISTED])

    def is_slip(self, reference: str, scope: int) -> bool:
        """Whether what `guess` gives is all that can have been meant."""
        inner, rest = self._enter(reference, scope)
        return self._near(rest, inner)[1]

    def _enter(self, reference: str, scope: int) -> tuple[int, str]:
        """The innermost scope that a dotted reference leads into, and what is left of it there."""
        while "." in reference:
            head, _, rest = reference.partition(".")
            prefix = self._prefixes[scope]
            inner = self._mounts.get(f"{prefix}.{head}" if prefix else head)
            if inner is None:
                break
            scope, reference = inner, rest
        return scope, reference

    def _in_tails(self, reference: str, scope: int) -> tuple[int, ...]:
        keys, tasks, ids = self._tails[scope]
        if reference.rpartition(".")[2] not in ids:
            return ()
        wanted = _backwards(reference)
        first = bisect_left(keys, wanted)
        last = bisect_left(keys, wanted[:-1] + "\x01", lo=first)
        return tuple(tasks[first : min(last, first + MAX_LISTED)])

    @cached_property
    def _tails(self) -> list[tuple[list[str], list[int], frozenset[str]]]:
        """For each scope its paths, last part first, in order, so that equal tails stand together.

        With the tasks that they are of, and the last parts alone.
        An index of all tails would hold a deep plan many times over.
        """
        pairs: list[list[tuple[str, int]]] = [[] for _ in self._prefixes]
        for index, path in enumerate(self.paths):
            scope = self._scopes[index]
            pairs[scope].append((_backwards(self._local(path, scope)), index))
        for each in pairs:
            each.sort()
        return [
            (
                [key for key, _ in each],
                [task for _, task in each],
                frozenset([key.partition("\0")[0] for key, _ in each]),
            )
            for each in pairs
        ]

    def _near(self, reference: str, scope: int) -> tuple[str | None, bool]:
        """The name that is near to a mistyped one, and whether it was but a slip."""
        key = (reference, scope)
        if key not in self._guessed:
            keys = self._tails[scope][0]
            if self._guesses_left >= 0:
                self._guesses_left -= _ONE_GUESS + sum(map(len, keys))
            if self._guesses_left < 0:
                return None, False
            known = self._as_long(reference.count(".") + 1, scope)
            near = _near_in(reference, known)
            self._guessed[key] = near, near is not None and is_slip(reference, near, known)
        return self._guessed[key]

    def _as_long(self, parts: int, scope: int) -> frozenset[str]:
        """The distinct tails that have so many parts, or all that a path has."""
        if (parts, scope) not in self._of_length:
            keys = self._tails[scope][0]
            self._of_length[parts, scope] = frozenset(
                ".".join(reversed(key.split("\0", parts)[:parts])).strip(".") for key in keys
            )
        return self._of_length[parts, scope]


def _backwards(path: str) -> str:
    """A path from its last part to its first, each part closed: a tail becomes a beginning."""
    if "." not in path:
        return path + "\0"
    return "\0".join(reversed(path.split("."))) + "\0"


def _near_in(reference: str, known: frozenset[str]) -> str | None:
    """The name that is near to a reference; where all but its last part is right, that last part.

    Else a long beginning that is right would make any ending near.
    """
    head, dot, last = reference.rpartition(".")
    lead = f"{head}{dot}"
    beside = {each[len(lead) :] for each in known if dot and each.startswith(lead)}
    if not beside:
        return nearest(reference, known)
    near = nearest(last, beside)
    return None if near is None else lead + near
