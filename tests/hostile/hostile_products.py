"""A schedule whose every text tries to act, past what a plan file may hold, for every product."""

from datetime import date

from rectify_cli.plan.model import Plan, Target, Task
from rectify_cli.progress.assess import assess
from rectify_cli.progress.ledger import gather
from rectify_cli.report.edition import Edition
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from tests.hostile.hostile_plan import REFUSED, TEXTS
from tests.pipeline import in_english, schedule_of

LONG = "x" * 10_000
HOSTILE = (
    *TEXTS,
    *(f"a{text}b" for text in REFUSED),
    "a\r\nATTENDEE:mailto:x@example.org\r\nBEGIN:VALARM",
    "a\nb\n=c",
    "\ud800\udfff",
    "_x0041_ &#x1b; &#27; &lt;script&gt;",
    '"><img src=x onerror=alert(1)>',
    "</title></style></script><script>x</script>",
    "click a href javascript:x; %%{init: {}}%%",
    '#read("/etc/passwd") $x$ #eval("1") @ref <label> \\',
    "{{ 7 * 7 }} {% raw %} {{content}}",
    "javascript:alert(1)",
    '&C&"Arial"&P',
    "[x](javascript:alert(1)) ![y](http://example.org/z.png) <b>z</b>",
    LONG,
    "长" * 10_000,
    "😀" * 10_000,
)  # fmt: skip

DAY = date(2021, 3, 10)


def hostile_source(language: str) -> Source:
    """A task in a phase of its own for every text, told as of a day."""
    schedule = _hostile(schedule_of(_plan()))
    calendars = Calendars(schedule.plan.start, in_english)
    return Source(
        schedule,
        EVERYTHING,
        language,
        Edition(DAY, "0123abcd"),
        lambda task: f"# {task.title}\n\n- {task.title}\n\n|a|b|\n|-|-|\n|{task.title}|\n",
        assess(schedule, calendars.of, gather(schedule.plan, (), None), DAY),
    )


def _plan() -> str:
    lines = [
        "rectify: 1",
        "title: x",
        "start: 2021-03-05",
        "owners: {o: {title: o, lead: o}, u1: {title: u}, u2: {title: v}}",
        "groups: {g: [u1, u2]}",
        "phases:",
    ]
    for number in range(len(HOSTILE)):
        lines += [
            f"  p{number}:",
            "    tasks:",
            f"      a: {{owner: o, lead: o, participants: [o], duration: 2d, no: n{number},",
            "          deadline: 2021-03-08, place: q, deliverable: d, note: n, tags: [t],",
            "          target: {count: 3, unit: k}, days: {1: w},",
            "          checklist: [{id: i, item: c, owner: o, due: finish}]}",
            f"      b: {{each: g, lead: o, after: a, duration: 1d, links: ['https://e.org/{number}']}}",
        ]
    return "\n".join([*lines, ""])


def _hostile(schedule: Schedule) -> Schedule:
    plan = schedule.plan
    owners = {
        name: owner._replace(title=HOSTILE[at % len(HOSTILE)])
        for at, (name, owner) in enumerate(plan.owners.items())
    }
    tasks = tuple(_task(task, plan) for task in plan.tasks)
    return schedule._replace(
        plan=plan._replace(title=HOSTILE[5] + HOSTILE[0], owners=owners, tasks=tasks)
    )


def _task(task: Task, plan: Plan) -> Task:
    phase = plan.phase_of(task)
    assert phase is not None
    text = HOSTILE[int(phase.id[1:])]
    return task._replace(
        title=text,
        no=text[:300],
        place=text,
        deliverable=text,
        note=text,
        tags=(text,),
        urls=(text,),
        document=text,
        target=None if task.target is None else Target(3, text),
        days=tuple(day._replace(text=text) for day in task.days),
        checklist=tuple(item._replace(text=text) for item in task.checklist),
    )
