"""Named sets of owners: selectors narrow, lists unite, groups may hold groups.

A group of an included plan is made of the owners that this plan knows when it stands alone, so
that a fan-out has the same units wherever it is read from.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.document import GroupMember, SelectorDocument
from rectify_cli.plan.nearest import nearest
from rectify_cli.plan.owners import Owners, shortened
from rectify_cli.plan.written import Entry, Text

GroupEntry = Entry[tuple[GroupMember, ...]]

MAX_MEMBERSHIPS = 2_500_000
# To look for near words costs time; a file with more that pick nobody has other troubles.
_MOST_EXPLAINED = 50


class Selection:
    """The owners that one plan file knows, by what a selector asks for, in the owners' order."""

    def __init__(self, place: dict[str, int]) -> None:
        self.place = place
        self.by_kind: dict[str, list[str]] = defaultdict(list)
        self.by_tag: dict[str, list[str]] = defaultdict(list)
        self.below: dict[str, list[str]] = defaultdict(list)

    def in_order(self, members: Iterable[str]) -> tuple[str, ...]:
        """Members, each once, in the owners' order."""
        return tuple(sorted(set(members), key=self.place.__getitem__))

    def descendants(self, owner: str) -> list[str]:
        """The owners below one, at any depth."""
        found: list[str] = []
        rest = list(self.below.get(owner, ()))
        while rest:
            each = rest.pop()
            found.append(each)
            rest.extend(self.below.get(each, ()))
        return found


def selection_of(known: Iterable[str], owners: Owners, place: dict[str, int]) -> Selection:
    """The index of the owners of one plan file; `known` are their ids, `place` their order."""
    selection = Selection(place)
    for identity in sorted(set(known), key=place.__getitem__):
        owner = owners.by_id[identity]
        selection.by_kind[owner.kind].append(identity)
        for tag in owner.tags:
            selection.by_tag[tag].append(identity)
        if owner.parent is not None:
            selection.below[owner.parent].append(identity)
    return selection


class Resolved(Struct):
    """The members of each group of a file, and the groups of which something was in error.

    `unsure` may have more members than are known; of those that are `vague` too it is not even
    known who of the known ones is in them. `meant` is what a group that is nobody was to say.
    `expanded`: the units that lists of names were found to stand for, as fan-outs ask for them.
    """

    members: dict[str, tuple[str, ...]]
    unsure: frozenset[str]
    vague: frozenset[str]
    meant: dict[str, Message]
    expanded: dict[tuple[str, ...], tuple[str, ...]]


def resolve_groups(
    entries: Sequence[GroupEntry], selection: Selection, owners: Owners
) -> tuple[Resolved, list[Finding]]:
    """The members of each group of one plan file, in the owners' order."""
    members = _Members({entry.name: entry for entry in entries}, selection, owners)
    total = 0
    for name in _innermost_first(members):
        found = members.of_group(name)
        total += len(found)
        if total > MAX_MEMBERSHIPS:
            members.findings.append(_too_many(members.written[name]))
            members.unsure.update(members.written)
            members.vague.update(members.written)
            break
        members.known[name] = selection.in_order(found)
    groups = {name: members.known.get(name, ()) for name in members.written}
    unsure, vague = frozenset(members.unsure), frozenset(members.vague)
    return Resolved(groups, unsure, vague, members.meant, {}), members.findings


class _Members:
    """The groups whose members are known so far, and what tells those of the others."""

    def __init__(
        self, written: dict[str, GroupEntry], selection: Selection, owners: Owners
    ) -> None:
        self.written = written
        self.selection = selection
        self.owners = owners
        self.known: dict[str, tuple[str, ...]] = {}
        self.findings: list[Finding] = []
        self.unsure: set[str] = set()
        self.vague: set[str] = set()
        self.meant: dict[str, Message] = {}
        self._explained = 0
        self._sets: dict[tuple[str | None, ...], frozenset[str] | None] = {}

    def of_group(self, name: str) -> set[str]:
        """The members; the group is unsure where one of what it says is."""
        found: set[str] = set()
        for member in self.written[name].value:
            if isinstance(member, SelectorDocument):
                sure = self._is_sure(member)
                selected = self._selected(member)
                found.update(selected)
                if sure and not selected:
                    self._explain(name, member)
            else:
                sure = self._is_known(member)
                found.update(self._named(member))
            if not sure:
                self.unsure.add(name)
            if self._is_vague(member):
                self.vague.add(name)
        if not self.written[name].value:  # what it says was all in error
            self.unsure.add(name)
            self.vague.add(name)
        return found

    def _is_vague(self, member: GroupMember) -> bool:
        """Whether it is not known who of the known owners a part of a group means."""
        if isinstance(member, SelectorDocument):
            parent = member.parent
            return bool(member.bad) or (parent is not None and parent.text not in self.owners.by_id)
        if member.text in self.written:
            return member.text in self.vague
        return member.text not in self.owners.by_id

    def _is_known(self, member: Text) -> bool:
        if member.text in self.written:
            return member.text not in self.unsure
        return member.text in self.owners.by_id

    def _named(self, member: Text) -> Iterable[str]:
        if member.text in self.written:
            return self.known.get(member.text, ())
        if member.text in self.owners.by_id:
            return (member.text,)
        if not self.owners.may_hold(member.text, self.written):
            self.findings.append(unknown_group(member, self.written, self.owners))
        return ()

    def _is_sure(self, selector: SelectorDocument) -> bool:
        """Whether nothing that could not be read may be selected, too."""
        unread = self.owners.unread
        parent = selector.parent
        if selector.bad or unread.more or (parent and parent.text not in self.owners.by_id):
            return False
        words = [selector.kind, parent, *selector.tags]
        if any(word is not None and unread.may_say(word.text) for word in words):
            return False
        said = {"kind": selector.kind, "parent": parent, "tags": selector.tags}
        asked = {key for key, value in said.items() if value}
        return all(asked.isdisjoint(bad) for bad in self.owners.in_doubt.values())

    def _explain(self, name: str, selector: SelectorDocument) -> None:
        """Tell of a selector that picks nobody the near word that it may have meant.

        One among others is a finding by itself: the group has members, and nobody would notice.
        """
        self._explained += 1
        near = None
        if self._explained <= _MOST_EXPLAINED:
            near = _near_word(selector, self.selection)
        if near is None:
            return
        wrong, fix = near
        if len(self.written[name].value) == 1:
            self.meant[name] = fix
            return
        message = say(
            "the group '{name}': nobody is picked by '{word}'", name=name, word=wrong.text
        )
        self.findings.append(Finding("empty-group", wrong.span, message, fix))

    def _selected(self, selector: SelectorDocument) -> Collection[str]:
        """The owners that a selector asks for."""
        parent = self.owners.known(selector.parent, self.findings)
        if selector.bad:
            return ()
        narrowing = [self._set_of(*_asked(selector))]
        if selector.parent is not None:
            narrowing.append(self.selection.descendants(parent) if parent else ())
        found = [each for each in narrowing if each is not None]
        return frozenset(found[0]).intersection(*found[1:]) if found else ()

    def _set_of(self, kind: str | None, tags: tuple[str, ...]) -> Collection[str] | None:
        """The owners of a kind with these tags, None where both are left open.

        Thousands of groups may ask for the same.
        """
        key = kind, *tags
        if key not in self._sets:
            narrowing = [self.selection.by_tag.get(tag, ()) for tag in tags]
            if kind is not None:
                narrowing.append(self.selection.by_kind.get(kind, ()))
            sets = [*map(frozenset, narrowing)]
            self._sets[key] = frozenset.intersection(*sets) if sets else None
        return self._sets[key]


def _asked(selector: SelectorDocument) -> tuple[str | None, tuple[str, ...]]:
    kind = selector.kind.text if selector.kind is not None else None
    return kind, tuple(tag.text for tag in selector.tags)


def _near_word(selector: SelectorDocument, selection: Selection) -> tuple[Text, Message] | None:
    """The kind or tag of a selector that nobody has, and the near one that somebody has."""
    words = [(selector.kind, selection.by_kind)] if selector.kind is not None else []
    words += [(tag, selection.by_tag) for tag in selector.tags]
    for word, known in words:
        near = None if word.text in known else nearest(word.text, known.keys())
        if near is not None:
            return word, say("did you mean '{name}'?", name=near)
    return None


def _innermost_first(members: _Members) -> list[str]:
    """The groups, each after those it holds; a group that holds itself is reported once."""
    written = members.written
    inner = {
        name: [each for each in entry.value if isinstance(each, Text) and each.text in written]
        for name, entry in written.items()
    }
    order: dict[str, None] = {}
    for name in written:
        trail = _Trail()
        trail.enter(name)
        while trail.names:
            at = trail.names[-1]
            taken = trail.taken[-1]
            if at in order or taken == len(inner[at]):
                order[at] = None
                if trail.leave():
                    members.unsure.add(at)
                continue
            trail.taken[-1] += 1
            following = inner[at][taken]
            if following.text in trail.places:
                members.findings.append(_circle(following, trail.close(following.text)))
            else:
                trail.enter(following.text)
    return list(order)


class _Trail:
    """The groups from one down to one that it holds, and how many of its own each has seen to.

    `closes` is, for each group, the highest place that it or one it holds leads back to.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.taken: list[int] = []
        self.closes: list[int] = []
        self.places: dict[str, int] = {}

    def enter(self, name: str) -> None:
        """Go down to a group."""
        self.places[name] = len(self.names)
        self.names.append(name)
        self.taken.append(0)
        self.closes.append(len(self.names))

    def close(self, name: str) -> list[str]:
        """Note that the last group holds one of the trail; gives the circle, that one twice."""
        place = self.places[name]
        self.closes[-1] = min(self.closes[-1], place)
        return [*shortened(self.names, place), name]

    def leave(self) -> bool:
        """Go back up from the last group; whether it stands in a circle."""
        del self.places[self.names.pop()]
        self.taken.pop()
        place, highest = len(self.names), self.closes.pop()
        if highest < place:
            self.closes[-1] = min(self.closes[-1], highest)
        return highest <= place


def _circle(closing: Text, circle: Sequence[str]) -> Finding:
    message = say(
        "the group '{name}' holds itself: {path}", name=closing.text, path=" > ".join(circle)
    )
    return Finding("cycle", closing.span, message, say("take it out of one of these groups"))


def _too_many(entry: GroupEntry) -> Finding:
    message = say("the groups have more than {bound} members in all", bound=MAX_MEMBERSHIPS)
    return Finding("too-large", entry.key.span, message, say("make fewer groups of groups"))


def unknown_group(name: Text, groups: Collection[str], owners: Owners) -> Finding:
    """The finding about a name that is neither a group nor an owner."""
    message = say("no group '{name}'", name=name.text)
    return owners.mistyped("unknown-group", message, name, besides=groups)
