"""Every label of every view in English: what `report.words` looks a key up in.

"singular|plural" where a count decides; the other languages are in the catalogues.
"""

from rectify_cli.report.labels import (
    of_against,
    of_calendar,
    of_countries,
    of_days,
    of_diff,
    of_import,
    of_log,
    of_plan_table,
    of_products,
    of_project,
    of_reporting,
    of_returns,
    of_roadmap,
    of_rules,
    of_schedule,
    of_status,
    of_values,
)

CATALOGUES: tuple[dict[str, str], ...] = (
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
    of_calendar.LABELS,
    of_days.LABELS,
    of_countries.LABELS,
    of_rules.LABELS,
    of_values.LABELS,
)

LABELS: dict[str, str] = {
    key: label for catalogue in CATALOGUES for key, label in catalogue.items()
}
