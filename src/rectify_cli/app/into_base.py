"""A plan as a project file would tell it: what a file that comes back is compared with."""

from datetime import date

from rectify_cli.intake.draft import DraftPlan
from rectify_cli.intake.from_project import read_project
from rectify_cli.intake.known import Known
from rectify_cli.render.project.to_xml import to_xml
from rectify_cli.report.edition import Edition
from rectify_cli.report.project import project
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.schedule.model import Schedule

_NO_DAY = date(2000, 1, 1)


def as_project_file(schedule: Schedule, known: Known) -> DraftPlan:
    """The draft that the plan's own project file makes; its tasks and owners are all `known`."""
    source = Source(schedule, EVERYTHING, schedule.plan.language, Edition(_NO_DAY, ""))
    data = "".join(to_xml(project(source))).encode("utf-8", "replace")
    read = read_project(schedule.plan.path, data, known)
    return read.draft or DraftPlan(schedule.plan.title, schedule.plan.start)
