"""What to type next, in the words of a view's language."""

from rectify_cli.report.words import Words


def part_hint(n: int, whole: int, command: str, language: str) -> str:
    """After a part of the schedule: how much it was, how to see all, how to print it."""
    words = Words(language)
    return _GAP.join(
        (
            words("next-part", n=n, all=whole),
            words("next-all", command=command),
            words("next-print", option=_print_option(words)),
        )
    )


def whole_hint(command: str, language: str) -> str:
    """After the whole schedule: how to see a week of it, how to print it."""
    words = Words(language)
    week = words("next-week", command=f"{command} --week")
    return _GAP.join((week, words("next-print", option=_print_option(words))))


def why_hint(task: str, language: str) -> str:
    """After a task or a chart: how to see why a task is on its days."""
    return Words(language)("next-why", command=f"rectify plan why {task}")


def show_hint(task: str, language: str) -> str:
    """After a chain: how to see the task whole."""
    return Words(language)("next-show", command=f"rectify plan show {task}")


def written_hint(file: str, language: str) -> str:
    """After a file was written."""
    return Words(language)("wrote", file=file)


_GAP = "    "


def _print_option(words: Words) -> str:
    return f"-o {words('file-timetable')}.csv"
