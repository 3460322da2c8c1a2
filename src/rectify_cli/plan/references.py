"""References to tasks become indices; those that name nothing, or several, become findings."""

from collections.abc import Collection

from rectify_cli.foundation.finding import (
    MAX_FINDINGS,
    Finding,
    Message,
    Related,
    more_than_listed,
    say,
)
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.slips import is_slip
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.names import MAX_LISTED, Names
from rectify_cli.plan.read_date import spaced
from rectify_cli.syntax.node import Mapping, Node
from rectify_cli.syntax.rewrite import rewrite

_MOST_EXPLAINED = 1_000
"""So many different references that mean several tasks are told which, and of so many that mean
none it is asked whether a word was meant; a plan with more has other troubles."""
# What others call the points of a task.
_OTHER_WORDS = {
    "begin": "start",
    "end": "finish",
    "开始": "start",
    "完成": "finish",
    "结束": "finish",
}


class Besides(Struct):
    """What may be written where a task is named: words behind its name, and words alone."""

    points: Collection[str] = ()
    alone: Collection[str] = ()


NOTHING = Besides()


class Speaker(Struct):
    """Who says a reference: a task, or the plan of a file itself, which is `task` None.

    `inside` is the path of what is directly around it, `scope` the number of its plan file and
    `week_days` how many workdays `1w` means there.
    """

    task: int | None
    inside: str
    scope: int
    week_days: int


class References:
    """All that references can name; what is wrong with one goes to `findings`, which all share.

    Args:
        names: The index of names.
        wheres: Where each task is defined.
        unread: Paths of included plans that could not be read: what they hold is not known.
        findings: What is found wrong is added here.
        top: The path of the top plan, where it is said that not all is.
    """

    def __init__(
        self,
        names: Names,
        wheres: list[Mapping],
        unread: Collection[str],
        findings: list[Finding],
        top: str,
    ) -> None:
        self.names = names
        self.findings = findings
        self._wheres = wheres
        self._unread = frozenset(unread)
        self._top = top
        self._left = MAX_FINDINGS
        self._explained: dict[tuple[str, str, int], tuple[Message, tuple[Related, ...]]] = {}
        self._looked = 0
        self._words: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def find(
        self, reference: str, where: Node, speaker: Speaker, besides: Besides = NOTHING
    ) -> int | None:
        """The task that a reference means; None, and a finding, where it means none or several.

        Of more findings than are listed of a plan only the first are made.

        `besides`: what else may be written in its place.
        """
        nearest = self.names.outward(reference, speaker.inside, speaker.scope)
        if nearest is not None:
            return nearest
        found = self.names.tails_of(reference, speaker.scope)
        if len(found) == 1:
            return found[0]
        if not found and self._is_unread(self.names.full(reference, speaker.scope)):
            return None
        self._left -= 1
        if self._left < 0:
            if self._left == -1:
                self.findings.append(more_than_listed(self._top))
        elif found:
            self.findings.append(self._ambiguous(reference, where, speaker, found))
        else:
            self.findings.append(self._unknown(reference, where, speaker, besides))
        return None

    def _is_unread(self, path: str) -> bool:
        while self._unread and path:
            if path in self._unread:
                return True
            path = path.rpartition(".")[0]
        return False

    def _unknown(self, reference: str, where: Node, speaker: Speaker, besides: Besides) -> Finding:
        head, _, last = reference.rpartition(".")
        of_known = bool(head and self.names.find(head, speaker.inside, speaker.scope))
        message = say("no task '{name}'", name=reference)
        if of_known and besides.points:
            message = no_such_point(reference, head, last)
        fix, meant = None, None
        if of_known or not head:
            fix, meant = self._word_meant(head, last, besides)
        if meant is None:
            fix, meant = self._remedy(reference, speaker, fix)
        edit = None if meant is None else rewrite(named_in(where), reference, meant)
        return Finding("unknown-reference", named_in(where).span, message, fix, edit=edit)

    def _word_meant(
        self, head: str, last: str, besides: Besides
    ) -> tuple[Message | None, str | None]:
        """The word that another behind a task's name, or alone, may have meant, else the task."""
        words = besides.points if head else besides.alone
        near = _OTHER_WORDS.get(last.casefold())
        if near not in words:
            near = self._nearest(last, tuple(words))
        if near is not None:
            meant = f"{head}.{near}" if head else near
            sure = is_slip(last, near, words)
            return say("did you mean '{name}'?", name=meant), meant if sure else None
        return (say("did you mean '{name}'?", name=head) if head else None), None

    def _nearest(self, word: str, words: tuple[str, ...]) -> str | None:
        key = word, words
        if key not in self._words and len(self._words) < _MOST_EXPLAINED:
            self._words[key] = did_you_mean(word, words)
        return self._words.get(key)

    def _remedy(
        self, reference: str, speaker: Speaker, otherwise: Message | None
    ) -> tuple[Message | None, str | None]:
        """What to write instead of an unknown name, and what it was meant to be, if sure."""
        apart = spaced(reference)
        if apart is not None:
            name = apart.split(" ", 1)[0]
            if self.names.find(name, speaker.inside, speaker.scope):
                return say("write {text}: spaces stand round the sign", text=apart), apart
        near = self.names.guess(reference, speaker.inside, speaker.scope)
        if not near and otherwise is None and self._looked < _MOST_EXPLAINED:
            self._looked += 1
            near = self.names.mounted(reference, speaker.inside, speaker.scope)
        if not near:
            return otherwise or say(
                "name a task or phase by its id, or by its path with dots"
            ), None
        fix = say("did you mean {names}?", names=" or ".join(f"'{name}'" for name in near))
        is_sure = len(near) == 1 and self.names.is_slip(reference, speaker.scope)
        return fix, near[0] if is_sure else None

    def _ambiguous(
        self, reference: str, where: Node, speaker: Speaker, found: tuple[int, ...]
    ) -> Finding:
        key = reference, speaker.inside, speaker.scope
        if key not in self._explained and len(self._explained) < _MOST_EXPLAINED:
            self._explained[key] = self._several(speaker, found)
        fix, related = self._explained.get(key, (None, ()))
        message = say("'{name}' may mean several tasks", name=reference)
        return Finding("ambiguous-reference", named_in(where).span, message, fix, related)

    def _several(
        self, speaker: Speaker, found: tuple[int, ...]
    ) -> tuple[Message, tuple[Related, ...]]:
        """What to write for each of several tasks, and where they are."""
        shortest = [self.names.shortest(each, speaker.inside, speaker.scope) for each in found]
        more = " …" if len(found) == MAX_LISTED else ""
        related = tuple(
            Related(self._wheres[each].span, say("'{name}' is here", name=name))
            for each, name in zip(found, shortest, strict=True)
        )
        return say("write one of: {names}", names=", ".join(shortest) + more), related


def no_such_point(name: str, head: str, last: str) -> Message:
    """That a task of this name has nothing called like the last word."""
    return say("no task '{name}', and {head} has no '{last}'", name=name, head=head, last=last)


def named_in(where: Node) -> Node:
    """The node that says a reference: of a link that is a mapping, its task."""
    return where.values.get("task", where) if isinstance(where, Mapping) else where
