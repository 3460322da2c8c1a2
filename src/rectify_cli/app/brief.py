"""The digest of a period, and the burn-up: what is told of several days of a plan."""

from datetime import date, timedelta

from rectify_cli.app.assess import Told, assess_told
from rectify_cli.app.write_file import Writable
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Status
from rectify_cli.progress.trend import trend
from rectify_cli.report.brief import brief_report
from rectify_cli.report.brief_record import brief_record
from rectify_cli.report.record import Record
from rectify_cli.report.status_record import status_record
from rectify_cli.report.table import Report
from rectify_cli.report.trend import trend_record, trend_report, weeks_of

_A_WEEK = 7


class DayView(Struct):
    """What a person sees, what a machine reads."""

    report: Report
    record: Record

    @property
    def files(self) -> Writable:
        """The same for files."""
        return Writable(lambda _: self.record, lambda _: self.report)


def period(first: date | None, last: date | None, as_of: date) -> tuple[date, date]:
    """The days that a digest is of: by default the week that ends with the day looked from."""
    end = as_of if last is None else min(last, as_of)
    return end - timedelta(_A_WEEK - 1) if first is None else first, end


def make_brief(told: Told, first: date, last: date, language: str) -> DayView:
    """The digest of the days `first`..`last`, both counted."""
    before = assess_told(told, first - timedelta(1))
    status = assess_told(told, last)
    return DayView(
        brief_report(before, status, first, language), brief_record(before, status, first)
    )


def make_trend(told: Told, status: Status, language: str) -> DayView:
    """The burn-up of a plan, week by week up to the day of `status`, and what is still expected."""
    as_of = status.as_of
    points = trend(told.schedule, told.ledger, weeks_of(told.schedule, as_of), as_of)
    return DayView(
        trend_report(told.schedule, points, as_of, language),
        {**status_record(status), "trend": trend_record(points)},
    )
