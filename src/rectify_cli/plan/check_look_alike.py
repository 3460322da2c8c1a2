"""`look-alike`: ids that differ to a machine, and to nobody who reads them."""

from collections.abc import Iterable
from unicodedata import normalize

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.plan.mounts import Laid
from rectify_cli.plan.scopes import Tables
from rectify_cli.syntax.node import Scalar

# Letters of other scripts that look like Latin ones, once case is folded.
_CYRILLIC = dict(zip("авекмнорстухіјѕԁԛԝһӏ", "abekmhopctyxijsdqwhl", strict=True))
_GREEK = dict(zip("αβγεικνορτυχϲϳ", "abyeiknoptuxcj", strict=True))
_LATIN_OF = str.maketrans(_CYRILLIC | _GREEK)


def check_look_alike(laid: Laid, tables: Tables) -> list[Finding]:
    """A finding for each id that looks like an earlier one beside it: tasks, owners, groups."""
    findings = _alike_tasks(laid)
    entries = tables.owners.entries.values()
    findings += _alike((entry.name, entry.key) for entry in entries)
    for scope in laid.scopes:
        plan = scope.document.plan
        findings += _alike((entry.name, entry.key) for entry in plan.groups)
    return findings


def skeleton(text: str) -> str:
    """What an id looks like: two ids with the same skeleton cannot be told apart."""
    if text.isascii():
        return text.lower()
    return normalize("NFKC", normalize("NFKC", text).casefold()).translate(_LATIN_OF)


def _alike_tasks(laid: Laid) -> list[Finding]:
    first: dict[tuple[int | None, str], Scalar] = {}
    findings = []
    for task, key in enumerate(laid.keys):
        place = (laid.parents[task], skeleton(key.text))
        other = first.setdefault(place, key)
        if other is not key:
            findings.append(_finding(key, other))
    return findings


def _alike(ids: Iterable[tuple[str, Scalar]]) -> list[Finding]:
    first: dict[str, Scalar] = {}
    findings = []
    for name, key in ids:
        other = first.setdefault(skeleton(name), key)
        if other is not key and other.text != key.text:
            findings.append(_finding(key, other))
    return findings


def _finding(key: Scalar, other: Scalar) -> Finding:
    message = say("'{id}' looks like '{other}', and is another", id=key.text, other=other.text)
    fix = say("give one of the two another id")
    related = Related(other.span, say("'{other}' is here", other=other.text))
    return Finding("look-alike", key.span, message, fix, (related,))
