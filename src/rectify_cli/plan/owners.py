"""Everyone and everything that carries work: the owners of all files, in one tree.

Owners of the plan, of its `owners_from` and of the plans it includes merge; two definitions of
one id that differ are an `owner-clash`.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from rectify_cli.foundation.finding import (
    MAX_FINDINGS,
    Finding,
    Message,
    Related,
    more_than_listed,
    say,
)
from rectify_cli.foundation.slips import is_slip
from rectify_cli.plan.document import OwnerDocument
from rectify_cli.plan.model import Owner
from rectify_cli.plan.nearest import nearest
from rectify_cli.plan.unread import NOTHING, Unread
from rectify_cli.plan.written import Entry, Text
from rectify_cli.syntax.rewrite import rewrite

OwnerEntry = Entry[OwnerDocument]

_NAMED = 5
_GROUPED_BY = frozenset({"kind", "parent", "tags"})
_GUESSES = 400_000
"""How many ids all guesses of one run may be compared with; see `plan.names`."""


class Owners:
    """The merged owners, while a plan is resolved, and what could not be read of them."""

    def __init__(self, unread: Unread = NOTHING) -> None:
        self.by_id: dict[str, Owner] = {}
        self.entries: dict[str, OwnerEntry] = {}
        self.unread = unread
        self.in_doubt: dict[str, frozenset[str]] = {}
        """By owner, which of `kind`, `parent` and `tags` were in error: any group may have it."""
        self._guesses_left = _GUESSES
        self._findings_left = MAX_FINDINGS
        self._more: Finding | None = None

    def known(self, name: Text | None, findings: list[Finding]) -> str | None:
        """The id of an owner that is named; an unknown one is an `unknown-owner`, and None."""
        if name is None:
            return None
        if name.text in self.by_id:
            return name.text
        if not self.may_hold(name.text):
            findings.append(self.unknown(name))
        return None

    def may_hold(self, name: str, besides: Collection[str] = ()) -> bool:
        """Whether a name that is not known may stand in what could not be read.

        One that is but a slip for a known owner, or for one of `besides`, does not.
        """
        if self.unread.may_say(name):
            return True
        if not self.unread.more:
            return False
        candidates = self._candidates(besides)
        near = nearest(name, candidates)
        return near is None or not is_slip(name, near, candidates)

    def unknown(self, name: Text, besides: Collection[str] = ()) -> Finding:
        """The finding about an owner that nobody defined; `besides` may be meant as well."""
        message = say("no owner '{name}'", name=name.text)
        return self.mistyped("unknown-owner", message, name, besides)

    def mistyped(
        self, rule: str, message: Message, name: Text, besides: Collection[str] = ()
    ) -> Finding:
        """The finding with its remedy: the owner, or other thing, that is near to the name.

        Beyond as many as are listed of a plan it is that there are more, always the same object.
        """
        if self._more is not None:
            return self._more
        self._findings_left -= 1
        if self._findings_left < 0:
            self._more = more_than_listed(name.source.path)
            return self._more
        candidates = self._candidates(besides)
        near = nearest(name.text, candidates)
        if near is None:
            fix = say("name one that stands under owners:, or add it there")
            if rule == "unknown-group":
                fix = say("name one that stands under groups: or owners:, or add it there")
            return Finding(rule, name.span, message, fix)
        fix, edit = say("did you mean '{name}'?", name=near), None
        if is_slip(name.text, near, candidates):
            edit = rewrite(name, name.text, near)
        return Finding(rule, name.span, message, fix, edit=edit)

    def _candidates(self, besides: Collection[str]) -> list[str]:
        if self._guesses_left >= 0:
            self._guesses_left -= len(self.by_id) + len(besides)
        return [*self.by_id, *besides] if self._guesses_left >= 0 else []


def merge_owners(entries: Iterable[OwnerEntry], unread: Unread) -> tuple[Owners, list[Finding]]:
    """All owners, the first definition of each id, their parents and leads known ones."""
    findings: list[Finding] = []
    owners = Owners(unread)
    for entry in entries:
        _add(owners, entry, findings)
    for identity, owner in owners.by_id.items():
        owners.by_id[identity] = _connected(owner, owners, findings)
    _break_circles(owners, findings)
    return owners, findings


def _add(owners: Owners, entry: OwnerEntry, findings: list[Finding]) -> None:
    owner = owner_of(entry)
    first = owners.by_id.get(owner.id)
    if first is None:
        owners.by_id[owner.id] = owner
        owners.entries[owner.id] = entry
        if entry.value.bad and not entry.value.bad.isdisjoint(_GROUPED_BY):
            owners.in_doubt[owner.id] = entry.value.bad & _GROUPED_BY
    elif len(findings) <= MAX_FINDINGS and first._replace(where=owner.where) != owner:
        is_last = len(findings) == MAX_FINDINGS
        clash = _clash(entry, owners.entries[owner.id])
        findings.append(more_than_listed(entry.key.source.path) if is_last else clash)


def _clash(entry: OwnerEntry, first: OwnerEntry) -> Finding:
    return Finding(
        "owner-clash",
        entry.key.span,
        say("owner '{name}' is defined twice, and not alike", name=entry.name),
        say("take one of the two away, or give one of them another id"),
        (Related(first.key.span, say("the other definition")),),
    )


def owner_of(entry: OwnerEntry) -> Owner:
    """What an entry of `owners`, or a row of `owners_from`, says."""
    written = entry.value
    return Owner(
        id=entry.name,
        title=written.title.text if written.title else entry.name,
        kind=written.kind.text if written.kind else "unit",
        parent=written.parent.text if written.parent else None,
        lead=written.lead.text if written.lead else None,
        email=written.email.text if written.email else None,
        capacity=written.capacity,
        days_off=written.days_off,
        joined=written.joined.value if written.joined else None,
        left=written.left.value if written.left else None,
        tags=tuple(tag.text for tag in written.tags),
        was=tuple(former.text for former in written.was),
        where=entry.key,
    )


def _connected(owner: Owner, owners: Owners, findings: list[Finding]) -> Owner:
    if owner.parent is None and owner.lead is None and owner.left is None:
        return owner
    written = owners.entries[owner.id].value
    parent = owners.known(written.parent, findings)
    lead = owners.known(written.lead, findings)
    if owner.joined is not None and written.left and written.left.value < owner.joined:
        message = say(
            "'{name}' left before it joined, {joined}", name=owner.id, joined=owner.joined
        )
        fix = say("write {joined} or a later day", joined=owner.joined)
        findings.append(Finding("bad-value", written.left.where.span, message, fix))
    if parent == owner.parent and lead == owner.lead:
        return owner
    return owner._replace(parent=parent, lead=lead)


def _break_circles(owners: Owners, findings: list[Finding]) -> None:
    """Report each circle of parents once, at its first owner, and cut it there."""
    done: set[str] = set()
    for identity in owners.by_id:
        circle = circle_from(identity, lambda each: owners.by_id[each].parent, done)
        if not circle:
            continue
        first = owners.by_id[circle[0]]
        parent = owners.entries[first.id].value.parent
        where = parent or first.where
        findings.append(
            Finding(
                "cycle",
                where.span,
                say(
                    "'{name}' is above itself: {path}",
                    name=first.id,
                    path=" > ".join(shortened(circle)),
                ),
                say("take one of these parents away"),
            )
        )
        owners.by_id[first.id] = first._replace(parent=None)


def shortened(names: Sequence[str], first: int = 0) -> list[str]:
    """The names from a place on; of a long way the beginning and the end."""
    if len(names) - first <= _NAMED + 2:
        return list(names[first:])
    return [*names[first : first + _NAMED], "…", *names[-2:]]


def circle_from(start: str, following: Callable[[str], str | None], done: set[str]) -> list[str]:
    """The circle that a walk ends in, from a node to the same again; empty where it ends well.

    Walks stop at what is `done`, which they add to.
    """
    path: list[str] = []
    places: dict[str, int] = {}
    at: str | None = start
    while at is not None and at not in done:
        if at in places:
            done.update(path)
            return [*path[places[at] :], at]
        places[at] = len(path)
        path.append(at)
        at = following(at)
    done.update(path)
    return []
