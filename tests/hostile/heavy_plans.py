"""Plans below 1 MB that are built to be slow, each at its own weak place."""

from datetime import date, timedelta

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


def _days_off(count: int, fields: str) -> str:
    """Tasks that each work in a calendar of their own."""
    first = date(2021, 3, 1)
    lines = (
        f"  t{n}: {{{fields.replace('@', f'{n % 24:02}:{n // 24 % 60:02}')}, "
        f"calendar: {{days_off: [{first + timedelta(n)}]}}}}\n"
        for n in range(count)
    )
    return "tasks:\n" + "".join(lines)


_CENTURIES = "start: 1970-01-01, finish: 2199-12-31"


def calendars_at_a_place() -> str:
    """Thousands of tasks for two centuries, each in a calendar of its own, at one place."""
    return HEAD + _days_off(4_000, f"{_CENTURIES}, place: h")


def calendars_at_hours_of_a_place() -> str:
    """The same at all times of day."""
    return HEAD + _days_off(3_000, f"{_CENTURIES}, uses: {{h: 1}}, time: @")


def calendars_of_a_person() -> str:
    """Thousands of tasks for two centuries, each in a calendar of its own, with one leader."""
    return HEAD + _days_off(4_000, f"{_CENTURIES}, lead: p, time: @")


def everybody_at_all_hours() -> str:
    """Thousands of tasks with hundreds of people each, all of whom are in other groups."""
    people = "".join(f"  q{n}: {{tags: [a{n % 300}, b{n % 17}]}}\n" for n in range(5_000))
    names = [*(f"a{n}" for n in range(300)), *(f"b{n}" for n in range(17))]
    groups = "groups:\n" + "".join(f"  {name}: {{tags: {name}}}\n" for name in names)
    tasks = "".join(
        f"  t{n}: {{duration: 5000d, time: {n % 24:02}:{n // 24 % 60:02}, "
        f"participants: [a{n % 300}, b{n % 17}]}}\n"
        for n in range(5_000)
    )
    return HEAD + people + groups + "tasks:\n" + tasks


def up_to_the_year_9999() -> str:
    """A place that is needed for thousands of years."""
    chain = "".join(
        f"  c{n}: {{after: c{n - 1} + 5000d, duration: 5000d}}\n" for n in range(1, 170)
    )
    fields = "start: 2021-03-01, duration: to-deadline, deadline: c169, uses: {h: 1}"
    return f"{HEAD}{_days_off(3_000, fields)}  c0: {{}}\n{chain}"


def fan_out_after_fan_out() -> str:
    """Hundreds of fan-outs, whose units all differ, one after the whole of another."""
    units = "".join(
        f"  q{n}: {{days_off: [{date(2021, 3, 1) + timedelta(n)}]}}\n" for n in range(200)
    )
    tasks = "".join(f"  t{n}: {{each: g, after: t{n - 1}}}\n" for n in range(1, 150))
    return f"{HEAD}{units}groups: {{g: {{kind: unit}}}}\ntasks:\n  t0: {{each: g}}\n{tasks}"


def fan_outs_at_hours_of_a_place() -> str:
    """Fan-outs over thousands of units with days off of their own, at one place at all hours."""
    units = "".join(
        f"  q{n}: {{days_off: [{date(2021, 3, 1) + timedelta(n)}]}}\n" for n in range(3_000)
    )
    tasks = "".join(
        f"  t{n}: {{{_CENTURIES}, each: g, place: h, time: {n // 60:02}:{n % 60:02}}}\n"
        for n in range(300)
    )
    return f"{HEAD}{units}groups: {{g: {{kind: unit}}}}\ntasks:\n{tasks}"


def nine_digits_at_a_place() -> str:
    """A place in thousands of calendars, each time a different amount of nine digits."""
    first = date(2021, 3, 1)
    lines = (
        f"  t{n}: {{{_CENTURIES}, uses: {{h: 0.{n * 7919 % 10**9 + 1:09}}}, "
        f"calendar: {{days_off: [{first + timedelta(n)}]}}}}\n"
        for n in range(9_000)
    )
    return f"{HEAD}tasks:\n{''.join(lines)}"


def groups_in_each_other() -> str:
    """Thousands of groups that all hold the first one, down a chain."""
    return HEAD + "groups:\n" + "".join(f"  g{n}: [g{n + 1}, g0]\n" for n in range(30_000))


def tags_from_above() -> str:
    """Thousands of tasks that add a tag to tens of thousands."""
    tags = ", ".join(f"x{n}" for n in range(40_000))
    tasks = "".join(f"      t{n}: {{tags: y{n}}}\n" for n in range(15_000))
    return f"{HEAD}phases:\n  p:\n    tags: [{tags}]\n    tasks:\n{tasks}"


def names_of_several() -> str:
    """Thousands of references that may mean thousands of tasks."""
    phases = "".join(f"  p{n}: {{tasks: {{x: {{}}}}}}\n" for n in range(6_000))
    return f"{HEAD}phases:\n{phases}tasks:\n" + "".join(
        f"  t{n}: {{after: x}}\n" for n in range(10_000)
    )


def rules_that_are_none() -> str:
    """Thousands of comments that silence a mistyped rule."""
    lines = (f"  t{n}: {{owner: o}}  # rectify: ignore mispelt-{n}, why\n" for n in range(12_000))
    return HEAD + "tasks:\n" + "".join(lines)


def lists_of_unknown_names() -> str:
    """A thousand tasks that each wait for a hundred others which nobody defines."""
    lines = (
        f"  t{n}: {{after: [{', '.join(f'y{n}z{each}' for each in range(100))}]}}\n"
        for n in range(1_080)
    )
    return HEAD + "tasks:\n" + "".join(lines)


def unknown_paths() -> str:
    """Thousands of references that are right but for their end."""
    lines = (f"  p{n}: {{tasks: {{a: {{after: p{n}.b.c}}}}}}\n" for n in range(22_000))
    return HEAD + "phases:\n" + "".join(lines)


def deep_names() -> str:
    """A chain of late tasks, each of whose paths has two thousand characters."""
    outer = f"{'s' * 63}: {{tasks: {{"
    lines = (f"t{n}: {{after: t{n - 1}, deadline: 2021-03-01}},\n" for n in range(1, 21_000))
    return f"{HEAD}tasks: {{{outer * 28}\nt0: {{}},\n{''.join(lines)}{'}}' * 28}}}\n"


def deep_names_of_several() -> str:
    """References that may mean ten tasks, from as deep."""
    outer = f"{'s' * 63}: {{tasks: {{"
    several = "".join(f"b{n}: {{tasks: {{x: {{}}}}}}, " for n in range(10))
    lines = "".join(f"t{n}: {{after: x}},\n" for n in range(48_000))
    return f"{HEAD}tasks: {{{outer * 27}{several}\n{lines}{'}}' * 27}}}\n"


def nobody_known() -> str:
    """A hundred thousand participants whom nobody defines."""
    lines = (
        f"  t{n}: {{participants: [{', '.join(f'y{n}z{each}' for each in range(100))}]}}\n"
        for n in range(1_060)
    )
    return HEAD + "tasks:\n" + "".join(lines)


def long_assertions() -> str:
    """A thousand assertions of a hundred lengths each."""
    lengths = "+ 5000d " * 100
    lines = f'  - "t.finish {lengths}<= 2021-01-01"\n' * 1_080
    return f"{HEAD}tasks: {{t: {{}}}}\nassert:\n{lines}"


def deep_assertions() -> str:
    """Thousands of assertions that are nothing but parentheses."""
    deep = f"{'(' * 49}count(t){')' * 49} >= 1 or "
    return f"{HEAD}tasks: {{t: {{}}}}\nassert:\n" + f"  - {deep * 8}true\n" * 1_000


def names_of_many_at_once() -> str:
    """A hundred thousand references that may each mean thousands of tasks."""
    phases = "".join(f"  p{n}: {{tasks: {{x: {{}}, y: {{}}}}}}\n" for n in range(2_000))
    lines = (f"  t{n}: {{after: [x, y, x]}}\n" for n in range(30_000))
    return f"{HEAD}phases:\n{phases}tasks:\n{''.join(lines)}"


def ninety_places_at_once() -> str:
    """Ninety places that a thousand tasks need at the same time."""
    places = "".join(f"  q{n}: {{capacity: 1}}\n" for n in range(90))
    uses = ", ".join(f"q{n}: 1" for n in range(90))
    lines = (
        f"  t{n}: {{start: {date(2021, 3, 1) + timedelta(n)}, duration: {n + 1}d, uses: @}}\n"
        for n in range(1_000)
    )
    return f"{HEAD}{places}tasks:\n{''.join(lines)}".replace("@", f"{{{uses}}}")


def outside_and_late() -> str:
    """Tens of thousands of tasks that are pinned outside their phase."""
    lines = (f"      t{n}: {{on: 2021-05-01}}\n" for n in range(32_000))
    phase = "phases:\n  p:\n    start: 2021-04-01\n    deadline: 2021-04-02\n    tasks:\n"
    return HEAD + phase + "".join(lines)


def included_hundreds_of_times(inner: str) -> dict[str, str]:
    """A plan that hundreds of others are, all of the same file."""
    include = "include:\n" + "".join(f"  i{n}: inner.yaml\n" for n in range(480))
    return {"plan.yaml": HEAD + include, "inner.yaml": inner}


def assertions_everywhere() -> dict[str, str]:
    """Thousands of assertions, included hundreds of times."""
    lines = (f"  - t.finish <= 2021-01-01 and count(t) > {n}\n" for n in range(9_000))
    head = HEAD.partition("owners:")[0]
    return included_hundreds_of_times(f"{head}tasks: {{t: {{}}}}\nassert:\n{''.join(lines)}")


def items_everywhere() -> dict[str, str]:
    """A checklist of thousands of items, included hundreds of times."""
    lines = (f"      - {{item: i{n}, due: start - 2d, owner: o}}\n" for n in range(16_000))
    return included_hundreds_of_times(f"{HEAD}tasks:\n  t:\n    checklist:\n{''.join(lines)}")


def overrides_everywhere() -> dict[str, str]:
    """Fan-outs with a thousand overrides each, included hundreds of times."""
    each = ", ".join(f"q{n}: {{duration: {n % 7 + 1}d}}" for n in range(1_000))
    groups = "groups: {g: {kind: unit}}\n"
    tasks = _tasks(20, f"each: g, overrides: {{{each}}}")
    return included_hundreds_of_times(HEAD + _units(1_000) + groups + tasks)


def names_everywhere() -> dict[str, str]:
    """Names that nobody defines, included hundreds of times."""
    return included_hundreds_of_times(HEAD + _tasks(40, "after: nobody@"))


def rows_of_one_id() -> dict[str, str]:
    """A table of owners that has hundreds of thousands of rows of one id."""
    head = HEAD.partition("owners:")[0]
    return {"plan.yaml": f"{head}owners_from: [q.csv]\n", "q.csv": "id,title\n" + "a,b\n" * 240_000}


def rows_of_ids() -> dict[str, str]:
    """A table of nothing but ids."""
    head = HEAD.partition("owners:")[0]
    rows = "".join(f"{n}\n" for n in range(150_000))
    return {"plan.yaml": f"{head}owners_from: [q.csv]\n", "q.csv": f"id\n{rows}"}


def rows_with_quotes() -> dict[str, str]:
    """A table whose every row begins with a quote that is not closed."""
    head = HEAD.partition("owners:")[0]
    return {"plan.yaml": f"{head}owners_from: [q.csv]\n", "q.csv": "id,title\n" + '"a\n' * 300_000}


def owners_known_everywhere() -> dict[str, str]:
    """Tens of thousands of owners and hundreds of groups, included hundreds of times."""
    groups = "groups:\n" + "".join(f"  g{n}: {{kind: unit}}\n" for n in range(100))
    return included_hundreds_of_times(HEAD + _units(20_000) + groups + "tasks: {t: {each: g1}}\n")


def tables_known_everywhere() -> dict[str, str]:
    """A table of tens of thousands of owners that hundreds of files name, each with its own."""
    include = "include:\n" + "".join(f"  i{n}: i{n}.yaml\n" for n in range(400))
    rows = "".join(f"q{n},Q\n" for n in range(30_000))
    inner = "owners_from: [q.csv]\ngroups: {g: {kind: unit}}\ntasks: {t: {each: g}}\n"
    head = HEAD.partition("owners:")[0]
    files = {f"i{n}.yaml": f"{head}owners: {{w{n}: {{}}}}\n{inner}" for n in range(400)}
    return {"plan.yaml": head + include, "q.csv": f"id,title\n{rows}", **files}


HEAVY_FILES = (
    owners_known_everywhere, tables_known_everywhere, assertions_everywhere, items_everywhere,
    overrides_everywhere, names_everywhere, rows_of_one_id, rows_of_ids, rows_with_quotes,
)  # fmt: skip
HEAVY = (
    everybody_at_nine, large_groups_at_nine, nobody_twice, a_full_hall, hours_of_a_hall, one_circle,
    a_chain_of_misses, two_centuries_of_days, daily_occurrences, a_day_that_never_comes, fan_outs,
    names_that_are_none, full_width_colons, lags, calendars_at_a_place,
    calendars_at_hours_of_a_place, calendars_of_a_person, everybody_at_all_hours,
    up_to_the_year_9999, fan_out_after_fan_out, groups_in_each_other, tags_from_above,
    names_of_several, rules_that_are_none, lists_of_unknown_names,
    unknown_paths, deep_names, deep_names_of_several, nobody_known, long_assertions,
    deep_assertions, names_of_many_at_once, ninety_places_at_once, outside_and_late,
    fan_outs_at_hours_of_a_place, nine_digits_at_a_place,
)  # fmt: skip
