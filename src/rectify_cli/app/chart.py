"""Phases and tasks as bars over the days, for a person or a machine."""

from datetime import date

from rectify_cli.app.write_file import Writable
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Status
from rectify_cli.render.timeline.to_table import to_table
from rectify_cli.report.chart import chart
from rectify_cli.report.chart_record import chart_record
from rectify_cli.report.record import Record
from rectify_cli.report.selection import Selection
from rectify_cli.report.timeline import Timeline
from rectify_cli.schedule.model import Schedule


class ChartView(Struct):
    """What a person sees, and what a machine does."""

    timeline: Timeline
    record: Record

    @property
    def files(self) -> Writable:
        """The same for files, the bars as a table or drawn."""
        return Writable(
            lambda _: self.record, lambda _: to_table(self.timeline), lambda _: self.timeline
        )


def draw_chart(
    schedule: Schedule,
    selection: Selection,
    today: date,
    language: str,
    status: Status | None = None,
) -> ChartView:
    """The chart of what a selection leaves; with a status, what is done and what is late."""
    timeline = chart(schedule, selection, today, language, status)
    return ChartView(timeline, chart_record(timeline))
