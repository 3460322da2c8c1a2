"""Faults of names, of dates that do not fit together, and of what tasks say of each other."""

from tests.planted.fault import Fault, of_task

OF_NAMES = (
    of_task("a task that is none", "after: ‹unknown-reference›nothing-{n}"),
    of_task("a task misspelt", "after: ‹unknown-reference›alhpa"),
    of_task("one of a list that is none", "after: [alpha, ‹unknown-reference›nobody-{n}]"),
    of_task("a day of a task that is none", "deadline: ‹unknown-reference›nothing-{n} + 2d"),
    of_task("a task of a mapping", "after: {{task: ‹unknown-reference›alfa, lag: 1d}}"),
    of_task("an owner that is none", "owner: ‹unknown-owner›nobody-{n}"),
    of_task("an owner misspelt", "owner: ‹unknown-owner›offcie"),
    of_task("a leader that is none", "lead: ‹unknown-owner›the-king-{n}"),
    of_task("one of the participants", "participants: [office, ‹unknown-owner›nobody-{n}]"),
    of_task("who accepts is none", "accept: ‹unknown-owner›nobody-{n}"),
    of_task("what is used is none", "uses: {{‹unknown-owner›lorry-{n}: 1}}"),
    of_task("a group that is none", "each: ‹unknown-group›scools", fan=False),
    of_task("a group of nothing", "each: ‹unknown-group›nowhere-{n}", fan=False),
    of_task(
        "an exception that is none",
        "each: schools",
        "except: [‹unknown-owner›nobody-{n}]",
        fan=False,
    ),
    of_task("a unit of another group", "each: schools", "except: [‹bad-value›office]", fan=False),
    of_task("a document that is none", "document: ‹missing-file›paper-{n}.md"),
    of_task("a document outside", "document: ‹path-outside›../../paper-{n}.md"),
    of_task("a document of the machine", "document: ‹path-outside›/etc/passwd"),
    of_task("days twice over", "on: 2026-05-04", "start: ‹over-specified›2026-05-04"),
    of_task(
        "a window with a duration",
        "start: 2026-05-04",
        "finish: 2026-05-08",
        "duration: ‹over-specified›2d",
    ),
    of_task(
        "a start after its finish", "start: ‹start-after-finish›2026-05-08", "finish: 2026-05-04"
    ),
    of_task(
        "a deadline before the start",
        "start: 2026-05-08",
        "duration: 1d",
        "deadline: ‹deadline-before-start›2026-05-04",
    ),
    of_task("a week without workdays", "calendar: {{week: ‹no-workdays›[]}}"),
    of_task("a country that is none", "calendar: {{country: ‹bad-value›XX}}"),
    Fault(
        "a name of two tasks",
        tasks="""
        first-{n}: {{tasks: {{twin-{n}: {{duration: 1d}}}}}}
        second-{n}: {{tasks: {{twin-{n}: {{duration: 1d}}}}}}
        third-{n}: {{after: ‹ambiguous-reference›twin-{n}}}
    """,
    ),
    Fault(
        "a circle of two",
        tasks="""
        hen-{n}: {{duration: 2d, after: ‹cycle›egg-{n}}}
        egg-{n}: {{duration: 2d, after: hen-{n}}}
    """,
    ),
    Fault(
        "a circle of three",
        tasks="""
        one-{n}: {{duration: 2d, after: ‹cycle›three-{n}}}
        two-{n}: {{duration: 2d, after: one-{n}}}
        three-{n}: {{duration: 1d, after: [alpha, two-{n}]}}
    """,
    ),
    Fault(
        "a task that waits for itself",
        tasks="""
        self-{n}: {{duration: 2d, after: ‹self-reference›self-{n}}}
    """,
    ),
    Fault(
        "the same task twice",
        tasks="""
        again-{n}: {{duration: 2d}}
        ‹duplicate-key›again-{n}: {{duration: 3d}}
    """,
    ),
    Fault(
        "an id with a space",
        tasks="""
        ‹bad-id›open day {n}: {{duration: 1d}}
    """,
    ),
    Fault(
        "an id with a stop",
        tasks="""
        ‹bad-id›v{n}.2: {{duration: 1d}}
    """,
    ),
    Fault(
        "a finish for an id",
        tasks="""
        outer-{n}:
          tasks:
            ‹bad-id›finish: {{duration: 1d}}
    """,
    ),
    Fault(
        "a field of a leaf on a summary",
        tasks="""
        outer-{n}:
          ‹unknown-key›duration: 3d
          tasks:
            inner-{n}: {{duration: 1d}}
    """,
    ),
    Fault(
        "an override of nobody",
        tasks="""
        visits-{n}:
          each: schools
          duration: 2d
          overrides: {{‹unknown-owner›nobody-{n}: {{duration: 3d}}}}
    """,
    ),
    Fault(
        "an override that cannot be",
        tasks="""
        visits-{n}:
          each: schools
          duration: 2d
          overrides: {{north: {{duration: ‹bad-length›3x}}}}
    """,
    ),
    Fault(
        "an item that is due on no day",
        tasks="""
        hall-{n}:
          on: 2026-05-04
          checklist:
            - Invitations sent
            - {{item: Chairs, due: ‹bad-date›start minus 2d}}
    """,
    ),
)
