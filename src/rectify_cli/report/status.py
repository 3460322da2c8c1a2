"""The status of a plan as a person reads it: headline, a table of groups, who needs attention."""

from collections.abc import Sequence

from rectify_cli.progress.status import STATES, State, Status, TaskStatus
from rectify_cli.report.attention import (
    attention_columns,
    attention_row,
    attention_rows,
    by_gravity,
    in_need,
)
from rectify_cli.report.status_choice import Choice, chosen_leaves, matching, told_units
from rectify_cli.report.status_headline import status_headline
from rectify_cli.report.table import Column, Report, Section
from rectify_cli.report.tally import (
    Tally,
    by_key,
    by_phase,
    lead_key,
    owner_key,
    tag_keys,
    team_key,
)
from rectify_cli.report.tally_table import tally_columns, tally_section
from rectify_cli.report.teller import Teller
from rectify_cli.report.unit_tally import (
    by_group,
    by_unit,
    unit_columns,
    unit_rows,
    unit_sections,
    wants,
)
from rectify_cli.report.words import Words


def status_screen(
    status: Status, choice: Choice, language: str, most: int | None = None
) -> tuple[Report, ...]:
    """The parts of the screen, one below the other.

    Args:
        status: How the plan stands.
        choice: What is asked for.
        language: The reader's.
        most: So many tasks are listed before the rest is only counted; None: all.
    """
    teller = Teller(status, Words(language), told_units(status, choice), choice.held)
    rows = chosen_leaves(status, choice)
    return (_groups(teller, rows, choice, most), _listed(teller, rows, choice, most))


def grouped(teller: Teller, rows: Sequence[TaskStatus], choice: Choice) -> list[Tally]:
    """The tasks under what was asked for: phases, owners, leaders, teams, tags."""
    match choice.by:
        case "owner":
            return by_key(teller, rows, owner_key)
        case "lead":
            return by_key(teller, rows, lead_key)
        case "team":
            return by_key(teller, rows, team_key(teller.plan))
        case "tag":
            return by_key(teller, rows, tag_keys)
        case _:
            return by_phase(teller, rows)


def _groups(teller: Teller, rows: Sequence[TaskStatus], choice: Choice, most: int | None) -> Report:
    """The headline, and below it the table of groups."""
    plan, words = teller.plan, teller.words
    sections: Sequence[Section]
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()
    if choice.by == "unit":
        members = None if choice.group is None else frozenset(plan.groups[choice.group])
        every = by_unit(teller, rows, members)
        left = every if choice.everything or most is None else [t for t in every if wants(t)]
        columns, sections = unit_columns(words, "unit"), unit_sections(teller, left)
        notes = _quiet(len(every) - len(left), words)
    elif choice.by == "group":
        columns = unit_columns(words, "group")
        sections = (Section((), unit_rows(teller, by_group(teller, rows))),)
    else:
        columns = tally_columns(words, choice.by)
        sections = (tally_section(teller, grouped(teller, rows, choice)),)
    return Report(
        title=plan.title,
        language=words.language,
        columns=columns,
        sections=tuple(section for section in sections if section.rows),
        facts=status_headline(teller) + _asked(teller, choice),
        notes=notes,
        headed=True,
    )


def _quiet(count: int, words: Words) -> tuple[str, ...]:
    return (words("st-units-quiet", n=count),) if count else ()


def _asked(teller: Teller, choice: Choice) -> tuple[tuple[str, ...], ...]:
    words = teller.words
    asked = [] if choice.owner is None else [teller.plan.owners[choice.owner].title]
    asked += [] if choice.group is None else [choice.group]
    asked += [words(f"lamp-{lamp}") for lamp in choice.lamps]
    asked += [words(f"state-{state}") for state in choice.states]
    return ((words("shown", what=words.listed(asked)),),) if asked else ()


def _listed(teller: Teller, rows: list[TaskStatus], choice: Choice, most: int | None) -> Report:
    """The tasks that need attention, those that were asked for, or all; and how many there are."""
    words = teller.words
    if choice.everything:
        wanted = matching(rows, choice)
        sections = _under_phases(teller, wanted)
        title = words("st-every", n=len(wanted))
    else:
        found = matching(rows, choice)
        wanted = by_gravity(found) if choice.is_filtered else in_need(teller, found)
        kept = wanted if most is None else wanted[:most]
        sections = (Section((), attention_rows(teller, kept)),) if kept else ()
        key = "st-matching" if choice.is_filtered else "st-attention"
        title = words(key, n=len(wanted)) if wanted else words(f"{key}-none")
        if len(kept) < len(wanted):
            title = words.joined([title, words("st-first", n=len(kept))])
    return Report(
        title=title,
        language=words.language,
        columns=attention_columns(words),
        sections=sections,
        notes=(_counts(teller, rows),),
    )


def _under_phases(teller: Teller, rows: list[TaskStatus]) -> tuple[Section, ...]:
    """Rows in the order of the plan, each phase under its title."""
    sections: dict[str, list[TaskStatus]] = {}
    for row in rows:
        phase = teller.plan.phase_of(teller.task(row))
        sections.setdefault("" if phase is None else phase.title, []).append(row)
    return tuple(
        Section((title,) if title else (), tuple(attention_row(teller, row) for row in members))
        for title, members in sections.items()
    )


def _counts(teller: Teller, rows: Sequence[TaskStatus]) -> str:
    """How many tasks are in which state: `3 active  4 waiting  6 done`."""
    counts = {state: sum(row.state == state for row in rows) for state in STATES}
    words = teller.words
    order: tuple[State, ...] = (
        "not-reported",
        "blocked",
        "active",
        "ready",
        "waiting",
        "reported",
        "done",
        "dropped",
    )
    said = [words("st-state-count", n=counts[each], state=words(f"state-{each}"))
            for each in order if counts[each]]  # fmt: skip
    return "  ".join([*said, words("st-d-is-workdays")])
