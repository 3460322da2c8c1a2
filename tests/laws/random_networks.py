"""Random plans for the laws of the scheduler, as the plain mappings that a plan file holds.

JSON is YAML, so a plan's text is its JSON: no dumper stands between a law and the program.
"""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Written = dict[str, Any]

START = date(2021, 3, 1)
_LINKS = ("FS", "SS", "FF", "SF")


def text_of(plan: Mapping[str, Any]) -> str:
    """The plan file."""
    return json.dumps(plan, ensure_ascii=False, default=str)


def _days(first: int, last: int) -> st.SearchStrategy[str]:
    return st.integers(first, last).map(lambda offset: str(START + timedelta(days=offset)))


def calendars() -> st.SearchStrategy[Written]:
    """A week of five or six days with some days off and some extra workdays."""
    return st.fixed_dictionaries(
        {
            "week": st.sampled_from(
                [["mon", "tue", "wed", "thu", "fri"], ["mon", "tue", "wed", "thu", "fri", "sat"]]
            ),
            "days_off": st.lists(_days(0, 60), max_size=6, unique=True),
            "workdays": st.lists(_days(0, 60), max_size=4, unique=True),
        }
    )


@st.composite
def links(draw: st.DrawFn, earlier: list[str], *, lags: tuple[int, int], types: str) -> list[str]:
    """Up to three links to earlier tasks."""
    if not earlier:
        return []
    found = []
    for name in draw(st.lists(st.sampled_from(earlier), max_size=3, unique=True)):
        kind = draw(st.sampled_from(types.split()))
        lag = draw(st.integers(*lags))
        unit = draw(st.sampled_from(["d", "d", "ed"])) if lag >= 0 else "d"
        sign = "-" if lag < 0 else "+"
        found.append(f"{name} {kind}" + (f" {sign} {abs(lag)}{unit}" if lag else ""))
    return found


@st.composite
def networks(
    draw: st.DrawFn,
    *,
    lags: tuple[int, int] = (-3, 4),
    types: str = " ".join(_LINKS),
    most: int = 9,
    milestones: bool = True,
    pins: bool = False,
    deadlines: bool = False,
    own_calendars: bool = False,
    starts: bool = True,
) -> Written:
    """A plan of up to `most` tasks without phases; each task names only earlier ones."""
    names = [f"t{number}" for number in range(draw(st.integers(1, most)))]
    tasks: Written = {}
    for place, name in enumerate(names):
        task: Written = {"duration": f"{draw(st.integers(0 if milestones else 1, 6))}d"}
        after = draw(links(names[:place], lags=lags, types=types))
        if after:
            task["after"] = after
        if starts and draw(st.booleans()):
            task["start"] = draw(_days(0, 30))
        if pins and draw(st.integers(0, 4)) == 0:
            task.pop("start", None)
            task["on"] = draw(_days(0, 40))
        if deadlines and draw(st.integers(0, 3)) == 0:
            task["deadline"] = draw(_days(45, 90))
        if own_calendars and draw(st.booleans()):
            task["calendar"] = draw(calendars())
        tasks[name] = task
    return {
        "rectify": "1",
        "title": "Random",
        "start": str(START),
        "calendar": draw(calendars()),
        "tasks": tasks,
    }
