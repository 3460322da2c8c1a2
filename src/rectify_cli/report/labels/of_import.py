"""Labels of what a table changes in a plan."""

LABELS: dict[str, str] = {
    "into-title": "{table} into {plan}",
    "into-counts": "{rows} rows: {changed} tasks change, {added} new, {kept} without a row",
    "into-going": "{n} of them go",
    "into-task": "task",
    "into-field": "field",
    "into-old": "in the plan",
    "into-new": "in the file",
    "into-added": "new",
    "into-gone": "no row: goes",
    "into-kept": "no row: stays",
    "into-reports": "no row: stays, with {n} report|no row: stays, with {n} reports",
}
