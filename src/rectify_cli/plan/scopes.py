"""What each plan file brings along beside its tasks: owners, groups, a calendar."""

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.calendars_of import written_calendar
from rectify_cli.plan.document import CalendarDocument
from rectify_cli.plan.fan_out import Groups
from rectify_cli.plan.groups_of import GroupReader
from rectify_cli.plan.known_in import Source, known_in
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.plan.mounts import Laid, Scope
from rectify_cli.plan.owners import Owners, merge_owners
from rectify_cli.plan.unread import unread_of
from rectify_cli.plan.wanted import Files, key_of


class Tables(Struct):
    """The owners of all files, and of each file its groups."""

    owners: Owners
    groups: tuple[Groups, ...]


class Calendars:
    """The calendars that plans and tasks name; equal ones are one object."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._known: dict[CalendarSpec, CalendarSpec] = {}

    def of(self, written: CalendarDocument | None) -> CalendarSpec:
        """The calendar that is written.

        It lives on without what is bad in it: everything hangs on a calendar, and one mistyped
        holiday should not hide every other finding.
        """
        frozen = None
        if written is not None and written.frozen is not None:
            frozen = self._files.calendars.get(key_of(written.frozen))
        spec = written_calendar(written, frozen)
        return self._known.setdefault(spec, spec)


def tables_of(laid: Laid, files: Files) -> tuple[Tables, list[Finding]]:
    """The merged owners, and the groups of every file."""
    sources = [_sources(scope, files) for scope in laid.scopes]
    once = {id(each): each for own in sources for each in own}
    more = any(_lacks_owners(scope, files) for scope in laid.scopes)
    unread = unread_of(files.broken.values(), more=more)
    owners, findings = merge_owners((each for own in once.values() for each in own), unread)
    known, too_many = known_in(laid.scopes, sources)
    findings += too_many
    groups = GroupReader(owners)
    tables = tuple(map(groups.of, laid.scopes, known))
    return Tables(owners, tables), findings + groups.findings


def _sources(scope: Scope, files: Files) -> list[Source]:
    plan = scope.document.plan
    keys = dict.fromkeys(map(key_of, plan.owners_from))
    return [plan.owners, *(files.owners[key] for key in keys if key in files.owners)]


def _lacks_owners(scope: Scope, files: Files) -> bool:
    """Whether some of a file's owners are not known, because something was in error."""
    plan = scope.document.plan
    if "owners_from" in plan.bad or ("owners" in plan.bad and not plan.owners):
        return True
    return any(key_of(path) not in files.owners for path in plan.owners_from)
