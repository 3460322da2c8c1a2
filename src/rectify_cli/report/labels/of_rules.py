"""The headings of a rule's page, in the order in which they stand there."""

LABELS: dict[str, str] = {
    "rule-asks": "What it asks",
    "rule-why": "Why",
    "rule-bad": "Bad",
    "rule-good": "Good",
    "rule-notes": "Notes",
}
