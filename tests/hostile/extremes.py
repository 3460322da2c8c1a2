"""Plans that are good YAML and mostly good references, and go to every extreme of their dates."""

from collections.abc import Iterator
from random import Random

_NEAR = ("2021-03-05", "2021-03-06", "2021-05-03", "2020-02-29", "2021-12-31")
_DAYS = (*_NEAR, *_NEAR, "1970-01-01", "1970-01-02", "2199-12-30", "2199-12-31")
_LAGS = ("1d", "3d", "5000d", "4999d", "1000w", "1ed", "9999ed", "700ew", "1w", "0d")
_WORKDAYS = ("0d", "1d", "2d", "5d", "1w", "4999d", "5000d", "to-deadline")
_CALENDARS = (
    "{country: CN}", "{week: [mon]}", "{week: [sat, sun]}", "{country: DE, subdivision: BY}",
    "{week: [], workdays: [2021-03-05..2021-03-19]}", "{week: [], workdays: [2199-12-31]}",
    "{days_off: [1970-01-01..2199-12-30]}", "{days_off: [2021-03-05..2021-12-31]}",
    "{country: XX}", "{week: [mon, tue, wed, thu, fri, sat, sun]}",
)  # fmt: skip
_REPEATS = (
    "{every: day}", "{every: week, on: fri}", "{every: month, on: 31}", "FREQ=YEARLY",
    "FREQ=MONTHLY;BYDAY=5MO", "FREQ=WEEKLY;COUNT=3", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=WEEKLY;UNTIL=20210401", "{every: month, on: [1, last], interval: 99}",
)  # fmt: skip
_ASSERTIONS = ("finish <= 2021-04-30", "count(t1) >= 2", "t0.finish + 5000d <= t1.start",
               "t2.float >= 0", "t1.start - 9999ed >= 1970-01-01", "not t0.critical")  # fmt: skip


def extreme_plan(random: Random) -> bytes:
    """A small plan with tasks in summaries and phases, tied together at random."""
    names = [f"t{n}" for n in range(random.randint(1, 9))]
    lines = [
        "rectify: 1",
        "title: Extremes",
        f"start: {random.choice(_DAYS)}",
        *_maybe(random, f"deadline: {_day(random, names)}", 0.6),
        *_maybe(random, f"goal: {random.choice(names)}", 0.2),
        *_maybe(random, f"language: {random.choice(('en', 'zh'))}", 0.3),
        *_maybe(random, f"calendar: {random.choice(_CALENDARS)}", 0.4),
        *_maybe(random, f"defaults: {{duration: {random.choice(_WORKDAYS)}}}", 0.2),
        "owners:",
        "  u1: {title: One, capacity: 1, days_off: [2021-03-05..2021-03-08]}",
        f"  u2: {{title: Two, kind: person, joined: {random.choice(_DAYS)}}}",
        f"  u3: {{title: Three, parent: u1, left: {random.choice(_DAYS)}}}",
        "groups: {g: [u1, u2, u3], h: {kind: unit}}",
    ]
    if random.random() < 0.3:
        lines += ["assert:", *(f"  - {each}" for each in random.sample(_ASSERTIONS, 3))]
    lines.append("tasks:")
    indent = 2
    for name in names:
        if random.random() < 0.2:
            fields = ", ".join(_outer_fields(random, names))
            lines.append(f"{' ' * indent}s{name}:")
            lines += [f"{' ' * indent}  {each}" for each in fields.split(", ") if each]
            lines.append(f"{' ' * indent}  tasks:")
            indent += 4
        lines.append(f"{' ' * indent}{name}: {{{', '.join(_fields(random, names))}}}")
    return "\n".join([*lines, ""]).encode()


def _maybe(random: Random, text: str, share: float) -> list[str]:
    return [text] if random.random() < share else []


def _reference(random: Random, names: list[str]) -> str:
    return random.choice(names) if random.random() < 0.85 else f"s{random.choice(names)}"


def _day(random: Random, names: list[str]) -> str:
    if random.random() < 0.5:
        return random.choice(_DAYS)
    named = random.choice((_reference(random, names), "start", "finish"))
    point = random.choice(("", ".start", ".finish")) if named not in {"start", "finish"} else ""
    return f"{named}{point} {random.choice('+-')} {random.choice(_LAGS)}"


def _link(random: Random, names: list[str]) -> str:
    named, kind = _reference(random, names), random.choice(("", " SS", " FF", " SF", " FS"))
    if random.random() < 0.15:
        return f"{{task: {named}, link: {kind.strip() or 'FS'}, each: same}}"
    lag = f" {random.choice('+-')} {random.choice(_LAGS)}" if random.random() < 0.6 else ""
    return f'"{named}{kind}{lag}"'


def _outer_fields(random: Random, names: list[str]) -> Iterator[str]:
    yield "owner: u1"
    yield from _maybe(random, f"start: {_day(random, names)}", 0.4)
    yield from _maybe(random, f"deadline: {_day(random, names)}", 0.4)
    yield from _maybe(random, f"after: {_link(random, names)}", 0.3)
    yield from _maybe(random, f"calendar: {random.choice(_CALENDARS).replace(', ', ',')}", 0.2)


def _fields(random: Random, names: list[str]) -> Iterator[str]:
    yield f"owner: {random.choice(('u1', 'u2', 'u3'))}"
    shape = random.randrange(8)
    if shape == 0:
        yield f"on: {_day(random, names)}"
    elif shape == 1:
        yield f"start: {_day(random, names)}"
        yield f"finish: {_day(random, names)}"
    elif shape == 2:
        yield f"finish: {_day(random, names)}"
    elif shape == 3:
        yield f"start: {_day(random, names)}"
    elif shape == 4:
        yield f"start: {_day(random, names)}"
        yield f"repeat: {random.choice(_REPEATS)}"
        yield f"on_day_off: {random.choice(('earlier', 'later', 'skip'))}"
    if shape not in {1, 4}:
        yield from _maybe(random, f"duration: {random.choice(_WORKDAYS)}", 0.7)
        count = random.choice((0, 1, 1, 2))
        yield f"after: [{', '.join(_link(random, names) for _ in range(count))}]"
    yield from _maybe(random, f"deadline: {_day(random, names)}", 0.4)
    yield from _maybe(random, "schedule: alap", 0.25)
    yield from _maybe(random, f"each: [{random.choice('gh')}]", 0.2)
    yield from _maybe(random, f"calendar: {random.choice(_CALENDARS)}", 0.2)
    yield from _maybe(random, f"time: {random.choice(('09:00', '08:00-12:00', '23:59'))}", 0.3)
    yield from _maybe(random, f"lead: {random.choice(('u2', 'u3'))}", 0.3)
    yield from _maybe(random, "uses: {u1: 0.6}", 0.2)
    yield from _maybe(random, "days: {1: first, 2-3: more}", 0.1)
    due = _day(random, names)
    yield from _maybe(random, f"checklist: [one, {{item: two, due: {due}}}]", 0.2)
