"""The resources of a project file as owners, and who carries each row."""

from collections.abc import Iterable, Mapping

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import is_id
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftMap, DraftOwner, More, Value
from rectify_cli.intake.project_days import off_days
from rectify_cli.intake.project_file import FileResource, ProjectFile
from rectify_cli.intake.project_tree import new_id

_WORK = 1


class Owners(Struct):
    """The owners by the resource's number; the members of each group; who carries which row."""

    drafts: tuple[DraftOwner, ...]
    ids: Mapping[int, str]
    groups: Mapping[str, tuple[str, ...]]
    carriers: Mapping[int, tuple[str, ...]]

    @property
    def known(self) -> frozenset[str]:
        """Every name that may stand for owners: theirs, and groups'."""
        return frozenset({*self.ids.values(), *self.groups})

    def groups_value(self) -> More:
        """`groups:` of the plan."""
        entries: tuple[tuple[str, Value], ...] = tuple(self.groups.items())
        return (("groups", DraftMap(entries)),) if entries else ()


def owners_of(file: ProjectFile, known: Iterable[DraftOwner] = ()) -> tuple[Owners, list[Message]]:
    """The owners, and the resources that are none: material and cost.

    A resource without a code is the `known` owner who has its name, if there is one.
    """
    there = tuple(known)
    titles = {owner.title: owner.id for owner in there}
    taken: set[str] = set()
    reserved = {owner.id.casefold() for owner in there}
    ids: dict[int, str] = {}
    for resource in file.resources:
        if resource.type == _WORK:
            code = resource.code or titles.get(resource.name, "")
            if not is_id(code) or not code or code.casefold() in taken:
                code = new_id(resource.name, f"r{resource.uid}", reserved)
            taken.add(code.casefold())
            reserved.add(code.casefold())
            ids[resource.uid] = code
    names = frozenset(ids.values())
    groups: dict[str, list[str]] = {}
    drafts = []
    for resource in file.resources:
        if resource.uid in ids:
            drafts.append(_owner(file, resource, ids[resource.uid], names))
            for group in resource.kept.get("groups", "").split():
                if is_id(group):
                    groups.setdefault(group, []).append(ids[resource.uid])
    carriers: dict[int, list[str]] = {}
    for task, who in file.assignments:
        if who in ids and ids[who] not in carriers.setdefault(task, []):
            carriers[task].append(ids[who])
    others = [each.name for each in file.resources if each.uid not in ids]
    left = (
        [say("resources that are material or cost: {names}", names=", ".join(others))]
        if others
        else []
    )
    made = Owners(
        tuple(drafts),
        ids,
        {name: tuple(members) for name, members in groups.items()},
        {task: tuple(who) for task, who in carriers.items()},
    )
    return made, left


def _owner(
    file: ProjectFile, resource: FileResource, name: str, names: frozenset[str]
) -> DraftOwner:
    parent, lead = resource.kept.get("parent"), resource.kept.get("lead")
    off = off_days(file.calendars.get(resource.calendar))
    return DraftOwner(
        id=name,
        title=resource.kept.get("title") or resource.name or None,
        kind=resource.group if is_id(resource.group) and resource.group else None,
        parent=parent if parent in names and parent != name else None,
        lead=lead if lead in names else None,
        email=resource.email or None,
        more=(("days_off", off),) if off else (),
    )
