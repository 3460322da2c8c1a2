"""Faults that only the whole plan shows, and those of what stands beside its tasks."""

from tests.planted.fault import Fault, of_task

OF_PLANS = (
    Fault(
        "a deadline that is missed",
        tasks="""
        late-{n}: {{duration: 9d, start: 2026-05-04, deadline: ‹deadline-missed›2026-05-06}}
    """,
    ),
    Fault(
        "a deadline that a chain misses",
        tasks="""
        draft-{n}: {{duration: 8d, start: 2026-05-04}}
        review-{n}: {{duration: 2d, after: draft-{n}, deadline: ‹deadline-missed›2026-05-12}}
    """,
    ),
    Fault(
        "a pin before its link",
        tasks="""
        draft-{n}: {{duration: 8d, start: 2026-05-04}}
        meet-{n}: {{on: 2026-05-06, after: ‹link-broken›draft-{n}}}
    """,
    ),
    of_task("a Saturday", "on: ‹not-a-workday›2026-05-09"),
    of_task("a window from a Sunday", "start: ‹not-a-workday›2026-05-10", "finish: 2026-05-15"),
    Fault(
        "a day after its summary",
        tasks="""
        outer-{n}:
          deadline: 2026-05-15
          tasks:
            inner-{n}: {{on: ‹outside-phase›2026-05-18}}
    """,
    ),
    Fault(
        "a deadline after its summary's",
        tasks="""
        outer-{n}:
          deadline: 2026-06-15
          tasks:
            inner-{n}: {{duration: 2d, deadline: ‹outside-phase›2026-06-18}}
    """,
    ),
    Fault(
        "three vans of two",
        owners="van-{n}: {{capacity: 2}}",
        tasks="""
        move-{n}: {{on: 2026-05-04, uses: {{van-{n}: 2}}}}
        tour-{n}: {{on: 2026-05-04, uses: {{van-{n}: ‹overload›1}}}}
    """,
    ),
    Fault(
        "a place for two",
        owners="room-{n}: {{kind: place, capacity: 1}}",
        tasks="""
        meet-{n}: {{on: 2026-05-04, place: room-{n}}}
        greet-{n}: {{on: 2026-05-04, place: ‹overload›room-{n}}}
    """,
    ),
    Fault(
        "a leader in two places",
        owners="boss-{n}: {{kind: person}}",
        tasks="""
        meet-{n}: {{on: 2026-05-04, lead: boss-{n}, time: 09:00-11:00}}
        greet-{n}: {{on: 2026-05-04, lead: boss-{n}, time: ‹double-booked›10:00-12:00}}
    """,
    ),
    Fault(
        "a group of nobody",
        groups="none-{n}: {{kind: clinic-{n}}}",
        tasks="""
        visits-{n}: {{each: ‹empty-group›none-{n}, duration: 2d}}
    """,
    ),
    of_task("a deadline without a length", "deadline: ‹under-specified›2026-06-01", fan=True),
    of_task("a finish for a deadline", "finish: ‹finish-only›2026-06-01"),
    of_task("a sixth day of five", "duration: 5d", "days: {{1: Opening, ‹days-mismatch›6: Test}}"),
    Fault(
        "two ids that look alike",
        tasks="""
        alike-{n}: {{duration: 1d}}
        ‹look-alike›Alike-{n}: {{duration: 2d}}
    """,
    ),
    Fault(
        "nobody's task",
        phases="""
        nobody-{n}:
          deadline: 2026-12-18
          tasks:
            chairs: ‹no-owner›{{duration: 3d}}
    """,
    ),
    Fault(
        "a task without an end",
        phases="""
        endless-{n}:
          owner: office
          tasks:
            chairs: ‹no-deadline›{{duration: 3d}}
    """,
    ),
    Fault(
        "a phase with a misspelt key",
        phases="""
        typo-{n}:
          owner: office
          deadline: 2026-12-18
          ‹unknown-key›titel: Autumn
          tasks:
            chairs: {{duration: 3d}}
    """,
    ),
    Fault(
        "a phase that is a list",
        phases="""
        list-{n}: ‹wrong-type›[kickoff, survey]
    """,
    ),
    Fault(
        "up to no deadline",
        phases="""
        open-{n}:
          owner: office
          tasks:
            chairs: ‹missing-key›{{duration: to-deadline}}
    """,
    ),
    Fault("an owner with a misspelt key", owners="who-{n}: {{‹unknown-key›titel: Who}}"),
    Fault("an owner under nobody", owners="who-{n}: {{parent: ‹unknown-owner›nobody-{n}}}"),
    Fault("an owner of no amount", owners="who-{n}: {{capacity: ‹bad-value›-1}}"),
    Fault("an owner twice", owners="who-{n}: {{}}\n‹duplicate-key›who-{n}: {{}}"),
    Fault("an owner with a space", owners="‹bad-id›who {n}: {{}}"),
    Fault(
        "an owner who left too early",
        owners="who-{n}: {{joined: 2026-04-01, left: ‹bad-value›2026-03-01}}",
    ),
    Fault(
        "an owner who takes a day that is none",
        owners="who-{n}: {{days_off: [‹bad-date›2026-13-01]}}",
    ),
    Fault("a group of a group that is none", groups="some-{n}: [schools, ‹unknown-group›nil-{n}]"),
    Fault("a group with a misspelt selector", groups="some-{n}: {{‹unknown-key›kin: school}}"),
    Fault("a goal that is none", head="goal: ‹unknown-reference›nowhere", only="goal"),
    Fault("a zone that is none", head="timezone: ‹bad-value›Mars/Base", only="timezone"),
    Fault("a language that is none", head="language: ‹bad-value›tlh", only="language"),
    Fault("a lamp without a unit", head="lamps: {{due_soon: ‹bad-length›3}}", only="lamps"),
    Fault(
        "defaults of no length",
        head="defaults: {{report_every: ‹bad-length›week}}",
        only="defaults",
    ),
    Fault("a key at the top that is none", head="‹unknown-key›autor: me", only="autor"),
    Fault(
        "a key of the calendar that is none",
        head="calendar: {{‹unknown-key›land: CN}}",
        only="calendar",
    ),
    Fault(
        "a weekday of the calendar",
        head="calendar: {{week: [mon, tue, ‹bad-value›wen]}}",
        only="calendar",
    ),
    Fault("an assertion that does not hold", asserts="- ‹assert-failed›alpha.finish > 2027-01-04"),
    Fault("an assertion of nothing", asserts='- "‹unknown-reference›no-{n}.finish > 2026-01-04"'),
    Fault("half an assertion", asserts="- alpha.finish ‹bad-value›>="),
    Fault("a rule that is none", ignores="‹bad-value›no-onwer: we are few"),
    Fault(
        "a silenced rule without a reason",
        ignores='‹ignore-without-reason›overload: ""',
        hides=("overload",),
    ),
    Fault(
        "a table that is none",
        head="owners_from: [‹missing-file›units.csv]",
        only="owners_from",
        hides=("unknown-owner", "unknown-group", "empty-group"),
    ),
    Fault(
        "a table with a broken row",
        head="owners_from: [table.csv]",
        only="owners_from",
        files={"table.csv": "id,title\nhouse,House\n‹bad-id›a b,Hut\n"},
    ),
)
