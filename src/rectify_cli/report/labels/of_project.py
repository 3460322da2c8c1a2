"""Labels in projects for other schedulers."""

# A key's English and Chinese.
LABELS: dict[str, str] = {
    "project-calendar": "Calendar {n}",
}
