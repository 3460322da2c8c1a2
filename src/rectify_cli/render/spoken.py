"""A message in the language of the screen."""

from rectify_cli.foundation.finding import Message


def spoken(message: Message, language: str) -> str:
    """The sentence in `zh`, else in English; machines read English."""
    if language != "zh":
        return str(message)
    from rectify_cli.render.chinese.say import in_chinese  # noqa: PLC0415 - one of two languages

    return in_chinese(message)
