"""Fan-out: the units of a task with `each`, and what `except` and `overrides` may name."""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Mapping as Map

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.document import TaskDocument
from rectify_cli.plan.groups import Resolved, Selection, unknown_group
from rectify_cli.plan.owners import Owners
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Scalar

MAX_UNITS = 1_000_000
"""So many units all fan-outs may have together, those that share theirs counted once."""
MAX_PARTS = 1_000_000
"""So many parts, one for each task and unit: a view looks at every one of them."""
_SEE = say("see its kind:, parent: and tags:, and those of the owners")


class Groups:
    """The groups of one plan file, and which of them have been found empty where they are used.

    `prefix` is the path under which the file is mounted. `unsure` are the groups of which something
    was in error, so that it proves nothing that they are empty. `meant` is what those
    that are nobody were probably to say. `lost`: all of the file's were in error.
    `called`: names that were found to be known, with the plan's names for them.
    """

    def __init__(
        self, resolved: Resolved, selection: Selection, owners: Owners, prefix: str, *, lost: bool
    ) -> None:
        self.members: Map[str, tuple[str, ...]] = resolved.members
        self.unsure = resolved.unsure
        self.vague = resolved.vague
        self.meant = resolved.meant
        self.selection = selection
        self.owners = owners
        self.prefix = prefix
        self.lost = lost
        self.reported: set[str] = set()
        self.expanded = resolved.expanded
        self.called: dict[str, str] = {}

    def in_order(self, units: Iterable[str]) -> tuple[str, ...]:
        """Owners, each once, in the owners' order."""
        return self.selection.in_order(units)

    def may_hold(self, name: str) -> bool:
        """Whether an unknown name may be that of a group or owner that could not be read."""
        return self.lost or self.owners.may_hold(name, self.members)

    def name(self, group: str) -> str:
        """The name by which the plan knows a group of this file."""
        return f"{self.prefix}.{group}" if self.prefix and group in self.members else group


class FanOut(Struct):
    """The units of one task, and the names that `each` gives; in doubt where one is unknown.

    `unsure`: there may be more units than are known. `vague`: who is one is not known at all.
    """

    units: tuple[str, ...]
    each: str
    doubtful: bool
    unsure: bool = False
    vague: bool = False


def fan_out(fields: TaskDocument, groups: Groups, findings: list[Finding]) -> FanOut:
    """The units of a task that has `each`: its groups' members, without those of `except`."""
    known = _known(fields.each, groups, findings)
    each = {name.text for name in known}
    vague = (
        "each" in fields.bad or len(known) < len(fields.each) or not each.isdisjoint(groups.vague)
    )
    units = _members(known, groups)
    report_empty(known, groups, findings)
    inside = set(units) if fields.except_ and units and not vague else None
    left_out = [name for name in fields.except_ if _is_left_out(name, inside, groups, findings)]
    doubtful = vague or "except" in fields.bad or len(left_out) < len(fields.except_)
    unsure = doubtful or not each.isdisjoint(groups.unsure)
    kept = units
    if left_out:
        gone = set(_members(left_out, groups))
        kept = tuple(unit for unit in units if unit not in gone)
        if units and not kept and not unsure:
            message = say("except: leaves nobody of the fan-out")
            where = fields.where.at("except")
            findings.append(Finding("empty-group", where, message, say("leave somebody in")))
    if "except" in fields.bad:  # who is left out is not sure
        kept = units
    doubtful = doubtful or (unsure and not kept)
    called = ", ".join(groups.name(name.text) for name in known)
    return FanOut(kept, called, doubtful, unsure, vague)


def _known(names: Sequence[Text], groups: Groups, findings: list[Finding]) -> list[Text]:
    """Those of the names that are groups or owners; each of the others is a finding."""
    known = []
    for name in names:
        if _is_known(name, groups):
            known.append(name)
        elif not groups.may_hold(name.text):
            findings.append(unknown_group(name, groups.members, groups.owners))
    return known


def participants(names: Sequence[Text], groups: Groups, findings: list[Finding]) -> tuple[str, ...]:
    """The owners and groups that take part, as written; groups by the plan's name for them."""
    called = groups.called
    try:
        return tuple([called[name.text] for name in names])
    except KeyError:
        # A name that stands for nobody is reported again wherever it stands.
        found = [name for name in names if _takes_part(name, groups, findings)]
    report_empty(found, groups, findings)
    called.update((name.text, groups.name(name.text)) for name in found)
    return tuple(groups.name(name.text) for name in found)


def _takes_part(name: Text, groups: Groups, findings: list[Finding]) -> bool:
    if _is_known(name, groups):
        return True
    if not groups.may_hold(name.text):
        findings.append(groups.owners.unknown(name, groups.members))
    return False


def is_unit(
    key: Scalar, units: Collection[str], owners: Owners, findings: list[Finding], *, vague: bool
) -> bool:
    """Whether the key of an override is a unit of the fan-out; a finding where it is surely not.

    `vague`: it is not known who is one, and any owner may be.
    """
    if key.text in units:
        return True
    if key.text in owners.by_id:
        if vague or key.text in owners.in_doubt:
            return True
        message = say("'{name}' is no unit of this fan-out", name=key.text)
        fix = say("take it out, or add it to the group")
        findings.append(Finding("bad-value", key.span, message, fix))
    elif not owners.may_hold(key.text, units):
        findings.append(owners.unknown(key, units))
    return False


def report_empty(names: Sequence[Text], groups: Groups, findings: list[Finding]) -> None:
    """Report each group that has no members, where it is first used."""
    for name in names:
        group = name.text
        if groups.members.get(group) == () and group not in groups.reported | groups.unsure:
            groups.reported.add(group)
            message = say("the group '{name}' has no members", name=group)
            fix = groups.meant.get(group) or _SEE
            findings.append(Finding("empty-group", name.span, message, fix))


def _is_known(name: Text, groups: Groups) -> bool:
    return name.text in groups.members or name.text in groups.owners.by_id


def _members(names: Sequence[Text], groups: Groups) -> tuple[str, ...]:
    """The units that names stand for, in the owners' order; equal names share one tuple."""
    key = tuple(name.text for name in names)
    found = groups.expanded.get(key)
    if found is None:
        if len(key) == 1 and key[0] in groups.members:
            found = groups.members[key[0]]
        else:
            found = groups.in_order(
                unit for name in key for unit in groups.members.get(name, (name,))
            )
        groups.expanded[key] = found
    return found


def _is_left_out(
    name: Text, units: set[str] | None, groups: Groups, findings: list[Finding]
) -> bool:
    """Whether a name of `except` is known; one that is no unit anyway is reported.

    `units` is None where it is not known who is one.
    """
    if name.text in groups.members:
        return True
    if name.text not in groups.owners.by_id:
        if not groups.may_hold(name.text):
            findings.append(groups.owners.unknown(name, groups.members))
        return False
    if units is not None and not (name.text in units or name.text in groups.owners.in_doubt):
        message = say("'{name}' is no unit of this fan-out", name=name.text)
        fix = say("take it out of except:")
        findings.append(Finding("bad-value", name.span, message, fix))
    return True
