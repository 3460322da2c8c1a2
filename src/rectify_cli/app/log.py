"""What was reported, as somebody asks for it: by task, unit, writer and day."""

from datetime import date

from rectify_cli.app.assess import Told
from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.app.write_file import Writable
from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct
from rectify_cli.report.log import log_record, log_report
from rectify_cli.report.log_rows import Wanted, log_of
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report


class LogView(Struct):
    """The log in its two forms."""

    report: Report
    record: Record

    @property
    def files(self) -> Writable:
        """The same for files."""
        return Writable(lambda _: self.record, lambda _: self.report)


def log_view(  # noqa: PLR0917 - what is typed, in the order of the command
    told: Told,
    task: str | None,
    unit: str | None,
    by: str | None,
    days: tuple[date | None, date | None],
    language: str,
) -> LogView | Message:
    """The reports of a task, a unit, a writer, and of the days between two, both counted."""
    wanted = Wanted(by=by, first=days[0], last=days[1])
    if unit is not None:
        owner = find_owner(told.schedule.plan, unit)
        if not isinstance(owner, NoOwner):
            wanted = wanted._replace(unit=owner.id)
        elif any(each.stored.event.unit == unit for each in told.orphans):
            wanted = wanted._replace(unit=unit)
        else:
            return owner.why
    if task is not None:
        found = find_task(told.schedule.plan, task)
        if not isinstance(found, NoTask):
            wanted = wanted._replace(tasks=frozenset({found.index}))
        elif any(each.stored.event.task == task for each in told.orphans):
            wanted = wanted._replace(task_name=task)
        else:
            return found.why
    log = log_of(told.ledger, wanted)
    return LogView(log_report(log, language), log_record(log))
