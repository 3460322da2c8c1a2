"""The English phrases that the floors below put into their messages as plain text, not as messages.

Each is translated where it is the whole of a value; what else a value holds is somebody's words.
"""

PHRASES = frozenset(
    {
        "the plan",
        "country",
        "subdivision",
        "workdays",
        "calendar days",
        "weeks of work",
        "calendar weeks",
        "it is closed",
        "What the plan is called",
        "Materials printed",
    }
)
