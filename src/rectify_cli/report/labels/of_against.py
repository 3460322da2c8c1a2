"""Labels of a status that is set against a baseline, and of a schedule that is forecast."""

# A key's English; "singular|plural" where a count {n} decides.
LABELS: dict[str, str] = {
    "ag-headline": "Compared with '{name}' ({day}): {said}.",
    "ag-nothing": "nothing moved",
    "ag-deadlines": "{n} deadline moved|{n} deadlines moved",
    "ag-added": "{n} task added|{n} tasks added",
    "ag-removed": "{n} task removed|{n} tasks removed",
    "ag-later": "the end is {count} later",
    "ag-earlier": "the end is {count} earlier",
    "ag-remark": "agreed {day}, {slip}",
    "ag-past": "past agreed +{n}d",
    "ag-new": "not in what was agreed",
    "ag-day": "agreed",
    "ag-slip": "slip against agreed",
    "ag-next": "What changed:  {command}",
    "fc-title": "{title}: forecast as of {day}",
}
