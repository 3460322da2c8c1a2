"""One task whole, for a person or a machine."""

from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.app.write_file import Writable
from rectify_cli.foundation.struct import Struct
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.report.task_sheet import task_sheet
from rectify_cli.report.task_sheet_record import task_sheet_record
from rectify_cli.schedule.model import Schedule


class TaskView(Struct):
    """A task's path, and the view of it as it can be written."""

    path: str
    files: Writable

    @property
    def report(self) -> Report:
        """What a person sees."""
        return self.files.report("")

    @property
    def record(self) -> Record:
        """What a machine reads."""
        return self.files.record("")


def show_task(schedule: Schedule, word: str, language: str) -> TaskView | NoTask:
    """Everything about the task, summary or phase that a word means."""
    task = find_task(schedule.plan, word)
    if isinstance(task, NoTask):
        return task
    files = Writable(
        lambda _: task_sheet_record(schedule, task), lambda _: task_sheet(schedule, task, language)
    )
    return TaskView(task.path, files)
