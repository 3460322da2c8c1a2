"""A reminder as a message that a mail program opens as a draft."""

from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from rectify_cli.render.clean import clean
from rectify_cli.report.reminders import Reminder, reminder_text
from rectify_cli.report.words import Words


def to_eml(reminder: Reminder, language: str) -> bytes:
    """The message's bytes; the same reminder gives the same bytes."""
    words = Words(language)
    message = EmailMessage(policy=SMTP)
    day = reminder.as_of.isoformat()
    message["Subject"] = _line(words("remind-subject", plan=reminder.plan_title, day=day))
    if reminder.email and _is_address(reminder.email):
        message["To"] = reminder.email
    message["Date"] = format_datetime(datetime.combine(reminder.as_of, time(8), UTC))
    # What makes Outlook open it to be sent, not as one received.
    message["X-Unsent"] = "1"
    message.set_content(clean(reminder_text(reminder, language)) + "\n", cte="base64")
    return bytes(message)


def _line(text: str) -> str:
    """A header's text: one line, no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]


def _is_address(text: str) -> bool:
    """Whether it is one plain address, which cannot begin another header or name another reader."""
    local, at, domain = text.partition("@")
    plain = all(c.isascii() and (c.isalnum() or c in "@.-_+") for c in text)
    return plain and bool(local and at and domain) and "@" not in domain
