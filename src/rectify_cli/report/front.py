"""What bare `rectify` shows: the headline of the status, then that of today."""

from rectify_cli.progress.status import LAMPS, Status
from rectify_cli.report.attention import leaves
from rectify_cli.report.status_headline import status_headline
from rectify_cli.report.table import Report, Section
from rectify_cli.report.teller import Teller
from rectify_cli.report.today import today
from rectify_cli.report.words import Words

_LATE_ROWS = 5
"""So many of what was carried over are shown; `rectify today` has the others."""


def front(status: Status, language: str) -> Report:
    """How the plan stands, how many tasks show which lamp, what is on that day."""
    words = Words(language)
    teller = Teller(status, words)
    day = today(status, None, language)
    kept = [section for section in day.sections if section.heading != (words("td-next"),)]
    lamps = [lamp for lamp in LAMPS if lamp != "done"]
    counts = {lamp: sum(row.lamp == lamp for row in leaves(status)) for lamp in lamps}
    said = [words("st-state-count", n=counts[lamp], state=words(f"lamp-{lamp}"))
            for lamp in lamps if counts[lamp]]  # fmt: skip
    return day._replace(
        title=status.schedule.plan.title,
        facts=(*status_headline(teller), *(((words.joined(said),),) if said else ())),
        sections=tuple(_shortened(section, words) for section in kept),
        notes=() if kept else (words("td-nothing"),),
    )


def _shortened(section: Section, words: Words) -> Section:
    """The late ones cut to the first few, and how many there are."""
    if section.heading != (words("td-carried"),) or len(section.rows) <= _LATE_ROWS:
        return section
    heading = (*section.heading, words("fr-of", n=_LATE_ROWS, all=len(section.rows)))
    return section._replace(heading=heading, rows=section.rows[:_LATE_ROWS])
