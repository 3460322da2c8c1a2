"""Labels of what a table changes in a plan."""

LABELS: dict[str, str] = {
    "into-title": "{table} into {plan}",
    "into-counts": "{rows} rows: {changed} tasks change, {added} new, {kept} without a row",
    "into-task": "task",
    "into-field": "field",
    "into-old": "in the plan",
    "into-new": "in the table",
    "into-added": "new",
    "into-kept": "no row: stays",
    "into-reports": "no row: stays, with {n} report|no row: stays, with {n} reports",
}
