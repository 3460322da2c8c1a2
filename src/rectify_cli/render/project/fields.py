"""Where MS Project keeps a text that it has no field for: the custom text fields of a task.

The numbers are those of its XML; a project's file names them once, and gives each an alias by which
they are found again.
"""

FIELDS: dict[str, tuple[int, str, str]] = {
    "path": (188743731, "Text1", "rectify path"),
    "form": (188743734, "Text2", "rectify form"),
    "no": (188743737, "Text3", "rectify no"),
    "owner": (188743740, "Text4", "rectify owner"),
    "lead": (188743743, "Text5", "rectify lead"),
    "participants": (188743746, "Text6", "rectify participants"),
    "each": (188743747, "Text7", "rectify each"),
    "same": (188743748, "Text8", "rectify same"),
    "repeat": (188743749, "Text9", "rectify repeat"),
    "deliverable": (188743750, "Text10", "rectify deliverable"),
    "tags": (188743997, "Text11", "rectify tags"),
    "complete-at": (188743998, "Text12", "rectify complete-at"),
    "accept": (188744002, "Text16", "rectify accept"),
    "place": (188744003, "Text17", "rectify place"),
    "time": (188744004, "Text18", "rectify time"),
    "target": (188744005, "Text19", "rectify target"),
    "weight": (188744006, "Text20", "rectify weight"),
    "timezone": (188743999, "Text13", "rectify timezone"),
    "language": (188744000, "Text14", "rectify language"),
    "goal": (188744001, "Text15", "rectify goal"),
}
"""A name → the field's number, its name, its alias."""

OWNER_FIELDS: dict[str, tuple[int, str, str]] = {
    "parent": (205520904, "Text1", "rectify parent"),
    "lead": (205520905, "Text2", "rectify lead"),
    "groups": (205520926, "Text3", "rectify groups"),
    "title": (205520927, "Text4", "rectify title"),
}
"""The same for resources."""
