"""References to tasks become their indices; those that name nothing, or several, become findings."""

from collections.abc import Container
from dataclasses import dataclass

from rectify_cli.foundation.finding import Finding, Message, Related, say
from rectify_cli.plan.names import MAX_LISTED, Names
from rectify_cli.plan.read_date import spaced
from rectify_cli.syntax.node import Mapping, Node


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a reference: a task, or the plan of a file itself, which is `task` None.

    `inside` is the path of what is directly around it, `scope` the number of its plan file and
    `week_days` how many workdays `1w` means there.
    """

    task: int | None
    inside: str
    scope: int
    week_days: int


class References:
    """All that references can name, and what is found wrong with those that are looked up.

    Args:
        names: The index of names.
        wheres: Where each task is defined.
        unread: The phases of included plans that could not be read: what they hold is not known.
        lost: Ids of tasks that were in error and left out; who names them is not to blame.
    """

    def __init__(
        self,
        names: Names,
        wheres: list[Mapping],
        unread: Container[int] = (),
        lost: Container[str] = (),
    ) -> None:
        self.names = names
        self.findings: list[Finding] = []
        self._wheres = wheres
        self._unread = unread
        self._lost = lost

    def find(self, reference: str, where: Node, speaker: Speaker) -> int | None:
        """The task that a reference means; None, and a finding, where it means none or several."""
        found = self.names.find(reference, speaker.inside, speaker.scope)
        if len(found) == 1:
            return found[0]
        if found:
            self.findings.append(self._ambiguous(reference, where, speaker, found))
        elif not self._is_excused(reference, speaker):
            self.findings.append(self._unknown(reference, where, speaker))
        return None

    def _is_excused(self, reference: str, speaker: Speaker) -> bool:
        mount = self.names.mount(reference, speaker.scope)
        return mount in self._unread or any(part in self._lost for part in reference.split("."))

    def _unknown(self, reference: str, where: Node, speaker: Speaker) -> Finding:
        message = say("no task '{name}'", name=reference)
        return Finding("unknown-reference", where.span, message, self._remedy(reference, speaker))

    def _remedy(self, reference: str, speaker: Speaker) -> Message | None:
        apart = spaced(reference)
        if apart is not None:
            name = apart.split(" ", 1)[0]
            if self.names.find(name, speaker.inside, speaker.scope):
                return say("write {text}: spaces stand round the sign", text=apart)
        near = self.names.guess(reference, speaker.inside, speaker.scope)
        if not near:
            return None
        return say("did you mean {names}?", names=" or ".join(f"'{name}'" for name in near))

    def _ambiguous(
        self, reference: str, where: Node, speaker: Speaker, found: tuple[int, ...]
    ) -> Finding:
        shortest = [self.names.shortest(each, speaker.inside, speaker.scope) for each in found]
        more = " …" if len(found) == MAX_LISTED else ""
        return Finding(
            "ambiguous-reference",
            where.span,
            say("'{name}' may mean several tasks", name=reference),
            say("write one of: {names}", names=", ".join(shortest) + more),
            tuple(
                Related(self._wheres[each].span, say("'{name}' is here", name=name))
                for each, name in zip(found, shortest, strict=True)
            ),
        )

