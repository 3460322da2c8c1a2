"""Every label of every view in one dict: what `report.words` looks a key up in."""

from rectify_cli.report.labels import (
    of_against,
    of_diff,
    of_import,
    of_log,
    of_plan_table,
    of_products,
    of_project,
    of_reporting,
    of_returns,
    of_roadmap,
    of_schedule,
    of_status,
)

CATALOGUES: tuple[dict[str, tuple[str, str]], ...] = (
    of_schedule.LABELS,
    of_roadmap.LABELS,
    of_status.LABELS,
    of_against.LABELS,
    of_reporting.LABELS,
    of_returns.LABELS,
    of_products.LABELS,
    of_project.LABELS,
    of_diff.LABELS,
    of_import.LABELS,
    of_log.LABELS,
    of_plan_table.LABELS,
)

LABELS: dict[str, tuple[str, str]] = {
    key: label for catalogue in CATALOGUES for key, label in catalogue.items()
}
