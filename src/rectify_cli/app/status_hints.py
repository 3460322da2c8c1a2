"""What is said beside the views of progress: what to type next, what was left out."""

from rectify_cli.progress.status import Status
from rectify_cli.report.attention import by_gravity, leaves
from rectify_cli.report.words import Words

_GAP = "    "


def status_hint(status: Status, plan: str, language: str, against: str | None = None) -> str:
    """After a status: why the worst is late, only what is red, or all; how to report.

    `plan` names the plan again in a command, with a blank before it, or is empty. `against` is the
    baseline that it was set against.
    """
    words = Words(language)
    if against is not None:
        name = f"'{against}'" if " " in against else against
        return words("ag-next", command=f"rectify plan diff {name}{plan}")
    tasks = status.schedule.plan.tasks
    if not status.ledger_size:
        command = f"rectify done {_first(status)}{plan}"
        return words("st-next-report", command=command)
    worst = next(iter(by_gravity(leaves(status))), None)
    said = []
    if worst is not None and worst.lamp in {"red", "yellow"}:
        command = f"rectify plan why {tasks[worst.index].path} --forecast{plan}"
        said.append(words("st-next-why", command=command))
        if worst.lamp == "red":
            said.append(words("st-next-red", command=f"rectify status --lamp red{plan}"))
    return _GAP.join(said or [words("st-next-all", command=f"rectify status --all{plan}")])


def _first(status: Status) -> str:
    """The task that is to be started first."""
    rows = [row for row in leaves(status) if row.planned_start is not None and row.is_open]
    first = min(rows, key=lambda row: (row.planned_start, row.index), default=None)
    return "TASK" if first is None else status.schedule.plan.tasks[first.index].path


def damaged_said(count: int, language: str) -> str:
    """`the reports are damaged in 3 places; what can be read counts`."""
    return Words(language)("st-damaged", n=count)


def orphans_said(count: int, language: str) -> str:
    """`3 reports name what the plan no longer has`."""
    return Words(language)("st-orphans", n=count)
