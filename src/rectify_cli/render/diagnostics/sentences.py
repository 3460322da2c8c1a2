"""A finding in sentences: what is wrong, the places that belong to it, what to do instead."""

from rectify_cli.foundation.finding import Finding, Message, Related
from rectify_cli.render.clean import clean_line
from rectify_cli.render.diagnostics.words import finding_words
from rectify_cli.render.spoken import spoken

MAX_RELATED = 50


def in_one_line(finding: Finding, language: str) -> str:
    """What is wrong and the remedy, cleaned, as one line."""
    wrong = sentence(finding.message, language)
    if finding.fix is None:
        return wrong
    return f"{wrong}{finding_words(language).pause}{sentence(finding.fix, language)}"


def in_lines(finding: Finding, language: str) -> list[str]:
    """The same over several cleaned lines, the places between; of very many only the first."""
    lines = [sentence(finding.message, language)]
    lines += [_place(each, finding, language) for each in finding.related[:MAX_RELATED]]
    hidden = len(finding.related) - MAX_RELATED
    if hidden > 0:
        lines.append(finding_words(language).more_related.format(n=hidden))
    if finding.fix is not None:
        lines.append(sentence(finding.fix, language))
    return lines


def sentence(message: Message, language: str) -> str:
    """A message as one cleaned line."""
    return clean_line(spoken(message, language))


def _place(related: Related, finding: Finding, language: str) -> str:
    said = sentence(related.message, language)
    if related.span.path != finding.span.path:
        return f"{clean_line(related.span.path)}:{related.span.line}: {said}"
    return finding_words(language).at_line.format(n=related.span.line, said=said)
