"""Labels in projects for other schedulers."""

# A key's English and Chinese.
LABELS: dict[str, tuple[str, str]] = {
    "project-calendar": ("Calendar {n}", "日历 {n}"),
}
