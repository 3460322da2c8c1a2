from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.plan.calendars_of import calendar_for
from rectify_cli.plan.owners import circle_from
from tests.plan.resolved import HEAD, plan_of, resolve_text, rules_of, task, told

OWNERS = """owners:
  city: {title: City committee, kind: office}
  plc: {kind: organ, parent: city, lead: secretary, email: a@example.org, tags: [law, first]}
  court: {kind: organ, parent: city, tags: [law]}
  old-town: {kind: grassroots, parent: plc, left: 2021-04-01, was: [town]}
  new-town: {kind: grassroots, parent: old-town, joined: 2021-04-01}
  secretary: {kind: person, parent: city, capacity: 0.5, days_off: [2021-03-22]}
"""


def groups(text: str) -> dict[str, tuple[str, ...]]:
    lines = "".join(f"  {line.strip()}\n" for line in text.strip().splitlines())
    return dict(plan_of(f"{HEAD}{OWNERS}groups:\n{lines}").groups)


def test_an_owner_has_what_is_written_and_defaults_else() -> None:
    owners = plan_of(HEAD + OWNERS).owners
    assert list(owners) == ["city", "plc", "court", "old-town", "new-town", "secretary"]
    assert (owners["city"].title, owners["city"].kind) == ("City committee", "office")
    assert (owners["plc"].title, owners["plc"].lead) == ("plc", "secretary")
    assert owners["old-town"].left == date(2021, 4, 1)
    assert owners["old-town"].was == ("town",)
    assert owners["secretary"].capacity is not None
    assert plan_of(f"{HEAD}owners: {{x: {{}}}}\n").owners["x"].kind == "unit"


def test_selectors_narrow_together() -> None:
    assert groups(
        """
        organs: {kind: organ}
        law: {tags: law}
        first-law: {tags: [law, first]}
        below: {parent: plc}
        organs-below: {kind: organ, parent: city}
        """
    ) == {
        "organs": ("plc", "court"),
        "law": ("plc", "court"),
        "first-law": ("plc",),
        "below": ("old-town", "new-town"),
        "organs-below": ("plc", "court"),
    }


def test_a_list_is_a_union_in_the_owners_order() -> None:
    assert groups(
        """
        all: [towns, {kind: organ}, towns, city]
        towns: {kind: grassroots}
        """
    ) == {
        "all": ("city", "plc", "court", "old-town", "new-town"),
        "towns": ("old-town", "new-town"),
    }


def test_a_fan_out_leaves_out_what_except_names() -> None:
    plan = plan_of(
        f"""{HEAD}{OWNERS}groups: {{organs: {{kind: organ}}, towns: {{kind: grassroots}}}}
tasks:
  t: {{each: [organs, towns, city], except: [towns, court], duration: 1d}}
  u: {{each: organs, duration: 1d, participants: [towns, city]}}
"""
    )
    assert task(plan, "t").units == ("city", "plc")
    assert task(plan, "t").each == "organs, towns, city"
    assert task(plan, "u").each == "organs"
    assert task(plan, "u").participants == ("towns", "city")
    assert task(plan, "u").units is plan.groups["organs"]


def test_rows_of_a_table_are_owners() -> None:
    plan = plan_of(
        f"{HEAD}{OWNERS}owners_from: [units.csv]\n",
        {"units.csv": "id,title,kind,parent\nfifth,Fifth,grassroots,new-town\n"},
    )
    assert plan.owners["fifth"].parent == "new-town"
    assert plan.owners["fifth"].where.span.path == "units.csv"
    assert plan.files == ("plan.yaml", "units.csv")


def test_the_same_owner_in_two_files_is_no_clash() -> None:
    table = {"units.csv": "id,title\nu,Unit\n"}
    included = f"{HEAD}owners_from: [units.csv]\n"
    text = f"{HEAD}owners_from: [units.csv]\ninclude: {{w: w.yaml}}\n"
    assert rules_of(text, {"w.yaml": included, **table}) == []


def test_who_is_unknown_because_a_table_could_not_be_read_is_not_to_blame() -> None:
    text = f"""{HEAD}owners_from: [units.csv]
groups: {{units: {{kind: unit}}, more: [units, other], below: {{parent: u}}}}
tasks:
  t: {{owner: u, participants: [u], duration: 1d}}
  f: {{each: units, except: [u], duration: 1d, overrides: {{u: {{duration: 2d}}}}}}
  g: {{each: towns, duration: 1d}}
"""
    assert rules_of(text, {}) == [("missing-file", 5)]


def test_an_owners_days_off_lie_over_the_plans() -> None:
    plan = plan_of(f"{HEAD}calendar: {{days_off: [2021-03-15]}}\n{OWNERS}")
    secretary, city = plan.owners["secretary"], plan.owners["city"]
    assert calendar_for(plan.calendar, None, city) is plan.calendar
    assert calendar_for(plan.calendar, None, None) is plan.calendar
    own = calendar_for(plan.calendar, None, secretary)
    off = [day.first.day for overlay in own.overlays for day in overlay.days_off]
    assert off == [15, 22]
    assert own == calendar_for(plan.calendar, None, secretary)
    assert calendar_for(plan.calendar, own, city) is own


def test_a_circle_of_parents_is_cut_where_it_is_said() -> None:
    plan, findings = resolve_text(f"{HEAD}owners: {{a: {{parent: b}}, b: {{parent: a}}}}\n")
    assert plan is not None
    assert [each.rule for each in findings] == ["cycle"]
    assert "a > b > a" in told(findings[0])
    assert (plan.owners["a"].parent, plan.owners["b"].parent) == (None, "a")


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10), st.integers(0, 9))
def test_a_walk_finds_the_circle_that_it_ends_in(following: list[int], start: int) -> None:
    """Every node of a finite functional graph ends in exactly one circle."""
    found = circle_from(str(start), lambda at: str(following[int(at)]), set())
    assert found[0] == found[-1]
    assert len(set(found)) == len(found) - 1
    assert all(str(following[int(one)]) == two for one, two in pairwise(found))


def test_a_deep_chain_of_groups_and_of_owners_is_no_recursion() -> None:
    n = 1_500
    chain = "".join(f"  g{number}: [g{number + 1}]\n" for number in range(n))
    owners = "".join(f"  o{number}: {{parent: o{number + 1}}}\n" for number in range(n))
    text = f"{HEAD}owners:\n{owners}  o{n}: {{}}\ngroups:\n{chain}  g{n}: {{parent: o{n}}}\n"
    plan = plan_of(text)
    assert len(plan.groups["g0"]) == n


def test_the_bound_of_memberships(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{HEAD}owners: {{a: {{}}, b: {{}}}}\ngroups:\n  one: [a, b]\n  two: [one]\n"
    monkeypatch.setattr("rectify_cli.plan.groups.MAX_MEMBERSHIPS", 4)
    assert rules_of(text) == []
    monkeypatch.setattr("rectify_cli.plan.groups.MAX_MEMBERSHIPS", 3)
    assert rules_of(text) == [("too-large", 8)]


def test_the_bound_of_instances_counts_equal_fan_outs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"""{HEAD}owners: {{a: {{}}, b: {{}}}}
groups: {{all: [a, b]}}
tasks:
  t: {{each: all, duration: 1d}}
  u: {{each: all, duration: 1d}}
  v: {{each: all, except: [a], duration: 1d}}
"""
    monkeypatch.setattr("rectify_cli.plan.units_of.MAX_UNITS", 3)
    assert rules_of(text) == []
    monkeypatch.setattr("rectify_cli.plan.units_of.MAX_UNITS", 2)
    assert rules_of(text) == [("no-owner", 10), ("too-large", 10)]


def test_the_bound_of_parts_counts_every_task(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"""{HEAD}owners: {{a: {{}}, b: {{}}}}
groups: {{all: [a, b]}}
tasks:
  t: {{each: all, duration: 1d}}
  u: {{each: all, duration: 1d}}
"""
    monkeypatch.setattr("rectify_cli.plan.units_of.MAX_PARTS", 4)
    assert rules_of(text) == []
    monkeypatch.setattr("rectify_cli.plan.units_of.MAX_PARTS", 3)
    assert rules_of(text) == [("no-owner", 9), ("too-large", 9)]


def test_a_selector_in_error_selects_nobody_and_is_said_once() -> None:
    text = f"""{HEAD}owners: {{a: {{kind: unit}}}}
groups: {{units: {{kind: unit, parnet: a}}}}
tasks: {{t: {{each: units, duration: 1d}}}}
"""
    assert rules_of(text) == [("unknown-key", 6)]


def test_owners_that_are_no_mapping_are_said_once() -> None:
    text = f"{HEAD}owners: [a, b]\ntasks: {{t: {{owner: a, duration: 1d}}}}\n"
    assert rules_of(text) == [("wrong-type", 5)]
