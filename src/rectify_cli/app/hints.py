"""What to type next, in the words of a view's language."""

from datetime import date

from rectify_cli.report.agenda import workdays_shown
from rectify_cli.report.selection import Selection
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule


def build_hint(schedule: Schedule, selection: Selection, command: str, language: str) -> str:
    """After a schedule: the rest of it, how to print it; where nothing was shown, when it is."""
    words = Words(language)
    print_it = words("next-print", option=_print_option(words))
    if selection.is_everything:
        return _GAP.join((words("next-week", command=f"{command} --week"), print_it))
    every = words("next-all", command=command)
    shown = workdays_shown(schedule, selection.first, selection.last)
    if shown:
        part = words("next-part", n=shown, all=schedule.workdays)
        return _GAP.join((part, every, print_it))
    first_week = f"{command} --week --from {schedule.start}"
    return _GAP.join((words("next-first-week", command=first_week), every))


def why_hint(task: str, language: str) -> str:
    """After a task or a chart: how to see why a task is on its days."""
    return Words(language)("next-why", command=f"rectify plan why {task}")


def show_hint(task: str, language: str) -> str:
    """After a chain: how to see the task whole."""
    return Words(language)("next-show", command=f"rectify plan show {task}")


def spoken_day(day: date, language: str) -> str:
    """A day with its weekday, as a view says it."""
    return Words(language).full(day)


def written_hint(file: str, language: str) -> str:
    """After a file was written."""
    return Words(language)("wrote", file=file)


_GAP = "    "


def _print_option(words: Words) -> str:
    return f"-o {words('file-timetable')}.csv"
