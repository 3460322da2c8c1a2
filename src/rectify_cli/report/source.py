"""All that a product of a plan is made from, in one value: what each maker is given."""

from collections.abc import Callable

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.status import Status
from rectify_cli.report.edition import Edition
from rectify_cli.report.selection import Selection
from rectify_cli.schedule.model import Schedule


class Source(Struct):
    """A schedule, what of it is asked for, in which language, and as of when.

    `text_of` gives the text of the implementation plan that a task links, which is read only when
    a product asks; None where there is none, or it cannot be read. `status` is how the plan stands,
    None where nobody asked.
    """

    schedule: Schedule
    selection: Selection
    language: str
    edition: Edition
    text_of: Callable[[Task], str | None] = lambda _: None
    status: Status | None = None
