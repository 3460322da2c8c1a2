"""The groups of every plan file; files that hold and know the same share what they come to."""

from rectify_cli.foundation.finding import Finding
from rectify_cli.plan.fan_out import Groups
from rectify_cli.plan.groups import Resolved, Selection, resolve_groups, selection_of
from rectify_cli.plan.known_in import Known
from rectify_cli.plan.mounts import Scope
from rectify_cli.plan.owners import Owners

_NOBODY: Known = {}


class GroupReader:
    """Makes the groups of one file after the other; `findings` are what was wrong so far."""

    def __init__(self, owners: Owners) -> None:
        self.findings: list[Finding] = []
        self._owners = owners
        self._place = {identity: number for number, identity in enumerate(owners.by_id)}
        # By the objects, which the plan's files and whoever asks hold all the while.
        self._selections: dict[int, Selection] = {}
        self._resolved: dict[tuple[int, int], Resolved] = {}

    def of(self, scope: Scope, known: Known | None) -> Groups:
        """The groups of a file; none where it is not known whom it knows."""
        known = _NOBODY if known is None else known
        if id(known) not in self._selections:
            self._selections[id(known)] = selection_of(known, self._owners, self._place)
        selection = self._selections[id(known)]
        if known is _NOBODY:
            nothing = Resolved({}, frozenset(), frozenset(), {}, {})
            return Groups(nothing, selection, self._owners, scope.prefix, lost=True)
        plan = scope.document.plan
        key = id(scope.document), id(known)
        if key not in self._resolved:
            self._resolved[key], found = resolve_groups(plan.groups, selection, self._owners)
            self.findings += found
        lost = "groups" in plan.bad and not plan.groups
        return Groups(self._resolved[key], selection, self._owners, scope.prefix, lost=lost)
