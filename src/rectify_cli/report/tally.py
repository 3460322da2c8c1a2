"""Tasks counted together: by phase, owner, leader, team, tag; done of all, shares, lamps, dates."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.expected import weighed, weight_of
from rectify_cli.progress.status import Lamp, TaskStatus
from rectify_cli.report.names import owner_title
from rectify_cli.report.teller import Teller

SHOWN_LAMPS: tuple[Lamp, ...] = ("red", "yellow", "blue", "green")
_TEAM = "team"


class Tally(Struct):
    """Tasks under one name. `key` is an id, empty where they have nothing of the kind.

    `done` of `total` are tasks, dropped ones aside. `due` is the phase's deadline; of other
    groups the earliest due day of what is open. `summary` is the index of a phase's own row.
    """

    key: str
    title: str
    rows: tuple[TaskStatus, ...]
    done: int
    total: int
    share: Fraction
    expected: Fraction
    lamps: Mapping[Lamp, int]
    due: date | None
    forecast_finish: date | None
    slip: int | None = None
    summary: int | None = None


def by_phase(teller: Teller, rows: Iterable[TaskStatus]) -> list[Tally]:
    """The phases and summaries at the top of the plan, then what stands in none of them."""
    plan = teller.plan
    inside: dict[int | None, list[TaskStatus]] = {
        task.index: [] for task in plan.tasks if task.parent is None and task.kind != "task"
    }
    for row in rows:
        outermost = [teller.task(row), *plan.around(teller.task(row))][-1]
        inside.setdefault(outermost.index if outermost.kind != "task" else None, []).append(row)
    found = []
    for index, members in inside.items():
        if index is None:
            found.append(_tally(teller, "", teller.words("st-no-phase"), members))
        elif members:
            found.append(_of_summary(teller, plan.tasks[index], members))
    return found


def by_key(
    teller: Teller, rows: Iterable[TaskStatus], keys_of: Callable[[Task], Iterable[str]]
) -> list[Tally]:
    """Tasks by what a function says of each; owners in their order, other names sorted."""
    found: dict[str, list[TaskStatus]] = {}
    for row in rows:
        for key in keys_of(teller.task(row)):
            found.setdefault(key, []).append(row)
    order = {name: at for at, name in enumerate(teller.plan.owners)}
    keys = sorted(found, key=lambda key: (not key, order.get(key, len(order)), key))
    none = teller.words("st-none")
    return [
        _tally(teller, key, owner_title(teller.plan, key) if key else none, found[key])
        for key in keys
    ]


def owner_key(task: Task) -> tuple[str]:
    """The responsible unit."""
    return (task.owner or "",)


def lead_key(task: Task) -> tuple[str]:
    """The responsible leader."""
    return (task.lead or "",)


def tag_keys(task: Task) -> tuple[str, ...]:
    """Every tag: a task counts under each."""
    return task.tags or ("",)


def team_key(plan: Plan) -> Callable[[Task], tuple[str]]:
    """The owner, or the nearest above it, that is a team."""
    known: dict[str | None, str] = {}

    def key(task: Task) -> tuple[str]:
        if task.owner not in known:
            known[task.owner] = _team(plan, task.owner)
        return (known[task.owner],)

    return key


def _team(plan: Plan, name: str | None) -> str:
    seen: set[str] = set()
    while name is not None and name in plan.owners and name not in seen:
        if plan.owners[name].kind == _TEAM:
            return name
        seen.add(name)
        name = plan.owners[name].parent
    return ""


def _of_summary(teller: Teller, task: Task, members: list[TaskStatus]) -> Tally:
    """A phase as its own row has it; with a part of its tasks, only of these."""
    own = teller.status.rows[task.index]
    tally = _tally(teller, task.path, task.title, members)
    return tally._replace(
        due=own.deadline, forecast_finish=own.forecast_finish, slip=own.slip, summary=task.index
    )


def _tally(teller: Teller, key: str, title: str, members: list[TaskStatus]) -> Tally:
    counted = [row for row in members if row.state != "dropped"]
    weights = [(weight_of(teller.task(row)), row) for row in counted]
    finishes = [row.forecast_finish for row in counted if row.forecast_finish is not None]
    return Tally(
        key=key,
        title=title,
        rows=tuple(members),
        done=sum(row.state == "done" for row in counted),
        total=len(counted),
        share=weighed((weight, row.share) for weight, row in weights),
        expected=weighed((weight, row.expected) for weight, row in weights),
        lamps={lamp: sum(row.lamp == lamp for row in counted) for lamp in SHOWN_LAMPS},
        due=min((row.due for row in counted if row.is_open and row.due), default=None),
        forecast_finish=max(finishes, default=None),
    )
