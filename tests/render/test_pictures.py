"""Timelines as pictures and as Mermaid: days where they belong, titles that stay titles."""

import re
from datetime import date, timedelta
from fractions import Fraction
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.render.timeline.spans import days_off_of, late_of, months_of, worked_of
from rectify_cli.render.timeline.to_mmd import to_mmd
from rectify_cli.render.timeline.to_svg import to_svg
from rectify_cli.report.edition import Edition
from rectify_cli.report.timeline import Arrow, Bar, Progress, Timeline
from tests.render.test_charts import MONDAY, bar, day, timeline

SVG = "{http://www.w3.org/2000/svg}"


def picture(of: Timeline) -> ET.Element:
    return ET.fromstring("".join(to_svg(of)))  # noqa: S314 - our own


def widths(root: ET.Element, look: str) -> list[tuple[float, float]]:
    """The boxes of the signs of a kind, from left to right edge."""
    found = []
    for path in root.iter(f"{SVG}path"):
        if path.get("class") == look:
            boxes = re.findall(r"M([\d.]+) [\d.]+H([\d.]+)v", path.get("d", ""))
            found += [(float(left), float(right)) for left, right in boxes]
    return found


def progress(state: str = "active", late_until: date | None = None) -> Progress:
    return Progress(state, "red", Fraction(1, 2), Fraction(1), (), MONDAY, late_until)


@given(st.sets(st.integers(0, 60)), st.integers(0, 60), st.integers(0, 60))
def test_stretches_hold_exactly_their_days(off: set[int], one: int, other: int) -> None:
    start, finish = sorted((one, other))
    ordinals = frozenset(day(each).toordinal() for each in off)
    whole = timeline(days=50)._replace(
        days_off=frozenset(o for o in ordinals if o < day(50).toordinal())
    )
    shaded = [each for span in days_off_of(whole) for each in range(*span)]
    assert shaded == sorted(each for each in off if each < 50)
    works = bar("work", start, finish, days_off=ordinals)
    worked = [each for span in worked_of(works, whole) for each in range(*span)]
    assert worked == [each for each in range(start, min(finish + 1, 50)) if each not in off]


def test_days_off_are_shaded_and_make_up_days_are_not() -> None:
    drawn = timeline(bar("work", 0, 13))
    saturday = day(5).toordinal()
    plain, made_up = (
        widths(picture(of), "off")
        for of in (drawn, drawn._replace(days_off=drawn.days_off - {saturday}))
    )
    assert plain[0][1] - plain[0][0] == 2 * (made_up[0][1] - made_up[0][0])
    assert plain[1] == made_up[1]


def test_late_work_begins_behind_the_finish() -> None:
    late = bar("work", 0, 3, progress=progress(late_until=day(6)))
    assert late_of(late, timeline(late)) == (4, 7)
    root = picture(timeline(late, today=4))
    assert widths(root, "late")
    assert [path for path in root.iter(f"{SVG}path") if path.get("class") == "today"]


def test_arrows_and_the_foot_are_drawn() -> None:
    one, two = bar("work", 0, 3), bar("critical", 4, 5)._replace(key="b", critical=True)
    of = timeline(one, two)._replace(
        arrows=(Arrow("a.bar", "b", "FS", driving=True),), edition=Edition(MONDAY, "0123abcd")
    )
    root = picture(of)
    assert [path for path in root.iter(f"{SVG}path") if path.get("class") == "arrow drives"]
    assert "0123abcd" in "".join(root.itertext())


def test_a_chart_of_two_centuries_is_drawn_at_once() -> None:
    long = Bar("x", "x", 0, "work", date(1970, 1, 1), date(2199, 12, 31))
    days = range(long.start.toordinal(), long.finish.toordinal() + 1)
    of = timeline(long)._replace(
        first=long.start,
        last=long.finish,
        days_off=frozenset(each for each in days if each % 7 > 4),
    )
    assert len("".join(to_svg(of))) < 1_000_000
    assert "excludes" not in "".join(to_mmd(of))


def lines(title: str) -> list[str]:
    titled = bar("work", 0, 4)._replace(label=title)
    return "".join(to_mmd(timeline(titled))).splitlines()


@given(st.text(min_size=1, max_size=40))
def test_a_title_never_ends_its_line_of_mermaid(title: str) -> None:
    plain, found = lines("plain"), lines(title)
    assert len(found) == len(plain)
    name, _, facts = found[-1].rpartition(" :")
    assert facts == plain[-1].rpartition(" :")[2]
    assert not set(":;#%<>`") & set(name)


def test_mermaid_takes_no_title_for_a_word_of_its_own() -> None:
    for title in ("section x", "Title page", "2021-03-05 day", "click here", "excludes", "gantt"):
        assert lines(title)[-1].strip().startswith(f"“{title}”")
    assert lines("sections of it")[-1].strip().startswith("sections of it :")


def test_mermaid_has_exclusive_ends_and_states() -> None:
    done = bar("critical", 0, 1, critical=True, progress=progress(state="done"))
    gate = bar("milestone", 4, 4)
    found = "".join(to_mmd(timeline(done, gate))).splitlines()
    assert found[-2].endswith(f":crit, done, t0, {day(0)}, {day(1) + timedelta(days=1)}")
    assert found[-1].endswith(f":milestone, t1, {day(4)}, {day(5)}")
    assert f"    excludes {day(5)}, {day(6)}, {day(12)}, {day(13)}" in found


def test_what_stands_outside_the_phases_is_no_part_of_the_last() -> None:
    phase, inner = bar("summary", 0, 4), bar("work", 0, 4)._replace(depth=1)
    found = "".join(to_mmd(timeline(phase, inner, bar("work", 5, 6)))).splitlines()
    assert [line.strip() for line in found if "section" in line] == [
        "section bar",
        "section Tasks outside the phases",
    ]


@given(st.integers(1, 800), st.integers(8, 20))
def test_the_months_fit_and_januaries_are_among_them(months: int, most: int) -> None:
    begins = [date(1970 + month // 12, month % 12 + 1, 1) for month in range(2, months + 2)]
    of = timeline()._replace(
        first=begins[0],
        last=begins[-1],
        months=tuple((each, each.isoformat()) for each in begins),
    )
    shown = [name for _, name in months_of(of, most)]
    assert 0 < len(shown) <= most
    assert len(shown) == months or "-01-01" in " ".join(shown) or months < 12
