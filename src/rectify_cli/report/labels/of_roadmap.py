"""Labels of the roadmap, of its page, and of what every page and calendar shares."""

# A key's English and Chinese; "singular|plural" where a count {n} decides.
LABELS: dict[str, tuple[str, str]] = {
    "legend-done": ("done", "已完成"),
    "legend-late": ("late", "拖后"),
    "roadmap-of": ("{done} of {total}", "{done}/{total}"),
    "roadmap-share": ("{share}% done, {expected}% expected", "完成 {share}%，序时 {expected}%"),
    "roadmap-overdue": ("overdue by {count}", "逾期 {count}"),
    "roadmap-slips": ("forecast {count} late", "预计拖后 {count}"),
}
