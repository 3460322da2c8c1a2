"""Plans below 1 MB that are built to be slow, each at its own weak place."""

HEAD = """\
rectify: 1
title: Heavy
start: 2021-03-01
deadline: 2021-06-30
owners:
  o: {title: O}
  p: {kind: person}
  h: {kind: place, capacity: 1}
"""


def _tasks(count: int, fields: str) -> str:
    lines = (f"  t{n}: {{owner: o, {fields.replace('@', str(n))}}}\n" for n in range(count))
    return "tasks:\n" + "".join(lines)


def _units(count: int, fields: str = "") -> str:
    return "".join(f"  q{n}: {{{fields.replace('@', str(n % 28 + 1))}}}\n" for n in range(count))


def everybody_at_nine() -> str:
    """One person in thousands of tasks at once."""
    return HEAD + _tasks(3_000, "duration: 50d, time: 09:00-10:00, lead: p")


def large_groups_at_nine() -> str:
    """Hundreds of tasks with a thousand participants each."""
    groups = "groups: {g: {tags: x}}\n"
    tasks = _tasks(300, "duration: 5000d, time: 09:00, participants: [g]")
    return HEAD + _units(1_000, "tags: x") + groups + tasks


def nobody_twice() -> str:
    """Thousands of people, each in one task of the same hour."""
    tasks = "tasks:\n" + "".join(
        f"  t{n}: {{owner: o, duration: 50d, time: 09:00, lead: q{n}}}\n" for n in range(3_000)
    )
    return HEAD + _units(3_000) + tasks


def a_full_hall() -> str:
    """One place for twenty years, by thousands of tasks."""
    return HEAD + _tasks(3_000, "duration: 5000d, place: h")


def hours_of_a_hall() -> str:
    """The same at hours of the day, where all together are too many and none at once."""
    tasks = "".join(
        f"  t{n}: {{owner: o, duration: 5000d, place: h, time: {n // 60:02}:{n % 60:02}}}\n"
        for n in range(1_400)
    )
    return HEAD + "tasks:\n" + tasks


def one_circle() -> str:
    """Thousands of tasks that wait for each other in one circle."""
    lines = (f"  t{n}: {{owner: o, after: t{(n - 1) % 4_000}}}\n" for n in range(4_000))
    return HEAD + "tasks:\n" + "".join(lines)


def a_chain_of_misses() -> str:
    """A chain on which every task misses a deadline of its own."""
    lines = (
        f"  t{n}: {{owner: o, after: t{n - 1}, deadline: 2021-03-02}}\n" for n in range(1, 3_000)
    )
    return HEAD + "tasks:\n  t0: {owner: o}\n" + "".join(lines)


def two_centuries_of_days() -> str:
    """Thousands of tasks that occur daily for two hundred years."""
    fields = "start: 1970-01-01, finish: 2199-12-31, repeat: {every: day}"
    return HEAD + _tasks(1_000, fields)


def daily_occurrences() -> str:
    """Hundreds of tasks with thousands of occurrences each."""
    return HEAD + _tasks(500, "start: 2021-03-01, finish: 2031-03-01, repeat: {every: day}")


def a_day_that_never_comes() -> str:
    """Rules that no day fulfils."""
    fields = "start: 1970-01-01, finish: 2199-12-31, repeat: FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    return HEAD + _tasks(1_000, fields)


def fan_outs() -> str:
    """Hundreds of fan-outs over thousands of units."""
    return HEAD + _units(2_000) + "groups: {g: {kind: unit}}\n" + _tasks(1_000, "each: g")


def names_that_are_none() -> str:
    """Thousands of references of sixty letters, each nearly right."""
    lines = (f"  {'x' * 55}{n}: {{owner: o, after: {'x' * 54}y{n}}}\n" for n in range(2_000))
    return HEAD + "tasks:\n" + "".join(lines)


def full_width_colons() -> str:
    """Thousands of lines whose colon is full-width."""
    return HEAD + "tasks:\n" + "".join(f"  a{n}：{{owner: o}}\n" for n in range(10_000))


def lags() -> str:
    """A chain whose every link and every task is as long as it may be."""
    long = "FS + 5000d, duration: 5000d"
    lines = (f"  t{n}: {{owner: o, after: t{n - 1} {long}}}\n" for n in range(1, 3_000))
    return HEAD + "tasks:\n  t0: {owner: o, duration: 5000d}\n" + "".join(lines)


HEAVY = (
    everybody_at_nine, large_groups_at_nine, nobody_twice, a_full_hall, hours_of_a_hall, one_circle,
    a_chain_of_misses, two_centuries_of_days, daily_occurrences, a_day_that_never_comes, fan_outs,
    names_that_are_none, full_width_colons, lags,
)  # fmt: skip
