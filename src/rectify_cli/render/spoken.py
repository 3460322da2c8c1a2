"""A message in the language of the screen."""

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.translations import catalogue


def spoken(message: Message, language: str) -> str:
    """The sentence in a language that has a catalogue, else in English; machines read English."""
    if catalogue(language) is None:
        return str(message)
    from rectify_cli.render.translated import translated  # noqa: PLC0415 - most runs are English

    return translated(message, language)
