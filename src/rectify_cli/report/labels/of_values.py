"""How the values look that messages carry as English text: signs and joints, not people's words."""

LABELS: dict[str, str] = {
    "value-or": " or ",
    "value-after": " after ",
    "value-quoted": "'{text}'",
    "value-bracketed": " ({text})",
    "value-left-out": "... and {n} more ...",
    "value-starts-started": "starts after {name} has started",
    "value-starts-finished": "starts after {name} has finished",
    "value-finishes-started": "finishes after {name} has started",
    "value-finishes-finished": "finishes after {name} has finished",
}
