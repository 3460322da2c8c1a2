from rectify_cli.plan.calendars_of import MONDAY_TO_FRIDAY
from rectify_cli.plan.model import Lag
from tests.plan.resolved import HEAD, plan_of, task

PLAN = plan_of(
    f"""{HEAD}calendar: {{country: CN, days_off: [2021-03-15]}}
defaults: {{report_every: 1w}}
owners: {{a: {{}}, b: {{}}, boss: {{}}, city: {{}}}}
phases:
  one:
    owner: a
    lead: boss
    accept: city
    tags: [study, core]
    calendar: {{workdays: [2021-03-20]}}
    defaults: {{duration: 2d, report_every: 3d}}
    tasks:
      inherits: {{tags: [core, first]}}
      own:
        owner: b
        lead: b
        accept: a
        report_every: 2ed
        calendar: {{week: [mon]}}
        duration: 1d
      whole:
        report_every: 4d
        tags: [inner]
        tasks:
          deep: {{tags: [leaf]}}
  two:
    owner: b
    tasks:
      plain: {{duration: 1d}}
"""
)


def test_what_comes_down() -> None:
    inherits = task(PLAN, "one.inherits")
    assert (inherits.owner, inherits.lead, inherits.accept) == ("a", "boss", "city")
    assert inherits.calendar is task(PLAN, "one").calendar
    assert inherits.dates.duration == 2


def test_what_a_task_says_itself_wins() -> None:
    own = task(PLAN, "one.own")
    assert (own.owner, own.lead, own.accept) == ("b", "b", "a")
    assert own.report_every == Lag(2, elapsed=True)
    assert own.calendar is not None
    assert own.calendar.week == {0}


def test_tags_add_up_each_once() -> None:
    assert task(PLAN, "one.inherits").tags == ("study", "core", "first")
    assert task(PLAN, "one.whole.deep").tags == ("study", "core", "inner", "leaf")
    assert task(PLAN, "one.whole").tags == ("study", "core", "inner")


def test_the_nearest_report_every_comes_down() -> None:
    assert task(PLAN, "one.inherits").report_every == Lag(3)
    assert task(PLAN, "one.whole.deep").report_every == Lag(4)
    assert task(PLAN, "two.plain").report_every == Lag(5)


def test_a_calendar_stands_in_place_of_the_plans() -> None:
    phase = task(PLAN, "one").calendar
    assert phase is not None
    assert PLAN.calendar.country == "CN"
    assert phase.country is None
    own = task(PLAN, "one.own").calendar
    assert own is not None
    assert own.overlays == ()
    assert task(PLAN, "two.plain").calendar is None
    assert PLAN.calendar.week == MONDAY_TO_FRIDAY


def test_equal_calendars_are_one() -> None:
    plan = plan_of(
        f"""{HEAD}owners: {{o: {{}}}}
tasks:
  a: {{owner: o, duration: 1d, calendar: {{days_off: [2021-03-15]}}}}
  b: {{owner: o, duration: 1d, calendar: {{days_off: [2021-03-15]}}}}
"""
    )
    a, b = plan.tasks
    assert a.calendar is b.calendar


def test_defaults_come_from_the_nearest() -> None:
    plan = plan_of(
        f"""{HEAD}defaults: {{duration: 1w}}
owners: {{o: {{}}}}
phases:
  p:
    owner: o
    defaults: {{report_every: 2d}}
    tasks: {{t: {{}}}}
"""
    )
    assert task(plan, "p.t").dates.duration == 5
    assert task(plan, "p.t").report_every == Lag(2)
