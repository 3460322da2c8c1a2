"""Several plans below each other, a row each: what is done, what was expected, which lamps."""

from collections.abc import Sequence

from rectify_cli.progress.status import Status
from rectify_cli.report.attention import leaves
from rectify_cli.report.shares import percent
from rectify_cli.report.status_headline import late_by, slip_said
from rectify_cli.report.table import Report, Row, Section, Tone
from rectify_cli.report.tally import SHOWN_LAMPS
from rectify_cli.report.tally_table import NOTHING, tally_columns
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words


def plans_table(statuses: Sequence[Status], language: str) -> Report:
    """The plans in the order in which they were named."""
    words = Words(language)
    days = dict.fromkeys(status.as_of for status in statuses)
    return Report(
        title=words("st-plans", n=len(statuses)),
        language=language,
        columns=tally_columns(words, "plan"),
        sections=(Section((), tuple(_row(Teller(each, words)) for each in statuses)),),
        facts=tuple((words("st-as-of", day=words.full(day)),) for day in days),
        headed=True,
    )


def _row(teller: Teller) -> Row:
    status = teller.status
    rows = [row for row in leaves(status) if row.state != "dropped"]
    lamps = {lamp: sum(row.lamp == lamp for row in rows) for lamp in SHOWN_LAMPS}
    deadline, finish = status.schedule.deadline, status.forecast_finish
    forecast = "" if finish is None else teller.day(finish)
    tone: Tone = "bad" if lamps["red"] else "notice" if late_by(status, deadline) else "plain"
    done = sum(row.state == "done" for row in rows)
    return Row(
        (
            teller.plan.path,
            teller.plan.title,
            f"{done}/{len(rows)}",
            percent(status.share),
            percent(status.expected),
            *(lamps[lamp] or NOTHING for lamp in SHOWN_LAMPS),
            NOTHING if deadline is None else teller.day(deadline),
            f"{forecast} {slip_said(status.slip, teller.words)}".strip() or NOTHING,
        ),
        tone,
    )
