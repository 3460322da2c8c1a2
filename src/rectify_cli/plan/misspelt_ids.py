"""An id that is misspelt where it is defined: one finding there, not one wherever it is named.

Nobody names it as it stands, while many places name the same other id, which is near to it and
which nobody defines. Few places may as well have copied their mistake from one another: then each
is told where it stands, and none is mended unasked.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.foundation.ids import is_id
from rectify_cli.foundation.slips import is_slip
from rectify_cli.plan.document import PlanDocument
from rectify_cli.plan.mounts import Laid
from rectify_cli.plan.part import Part
from rectify_cli.plan.read_text import as_id
from rectify_cli.plan.scopes import Tables
from rectify_cli.syntax.node import Mapping, Scalar
from rectify_cli.syntax.rewrite import rewrite

_UNKNOWN = frozenset({"unknown-owner", "unknown-group", "unknown-reference"})
_SEVERAL, _MANY = 2, 5
# Beyond these all stays as it is: a name is compared with all ids, and looked for in all texts.
_MOST_NAMES, _MOST_IDS, _MOST_CHARACTERS = 20, 5_000, 2_000_000


def with_misspelt_ids(findings: list[Finding], laid: Laid, tables: Tables) -> list[Finding]:
    """The findings, those about one misspelt id taken together, where the id is defined."""
    if not any(finding.rule in _UNKNOWN for finding in findings):
        return findings
    ids = dict(_defined(laid, tables))
    findings = _without(findings, _told_otherwise(ids) | _misplaced(laid))
    named = _by_name(findings, ids)
    if not named or len(ids) > _MOST_IDS:
        return findings
    texts = {scope.document.plan.where.source.text for scope in laid.scopes}
    texts |= {key.source.text for key in ids.values()}
    if sum(map(len, texts)) > _MOST_CHARACTERS:
        return findings
    gone: set[int] = set()
    found: list[Finding] = []
    for name, places in list(named.items())[:_MOST_NAMES]:
        meant = [each for each in ids if is_slip(name, each, ids) and _is_unnamed(each, texts)]
        if len(meant) == 1:
            wrong = [findings[place] for place in places]
            if len(places) < _MANY:
                found += [each._replace(edit=None) for each in wrong]
                gone.update(places)
                continue
            found.append(_misspelt(ids[meant[0]], name, sorted(wrong, key=lambda each: each.span)))
            gone.update(places)
    return [*(each for place, each in enumerate(findings) if place not in gone), *found]


def _defined(laid: Laid, tables: Tables) -> Iterator[tuple[str, Scalar]]:
    for scope in laid.scopes:
        for entry in scope.document.plan.groups:
            yield entry.name, entry.key
    yield from ((key.text, key) for key in laid.keys)
    yield from ((name, entry.key) for name, entry in tables.owners.entries.items())


def _told_otherwise(ids: Iterable[str]) -> set[str]:
    """The names that bad ids were told to be written as (`plc:`)."""
    return {as_id(identity) for identity in ids if not is_id(identity)}


def _misplaced(laid: Laid) -> set[str]:
    """The ids that stand among the keys of a plan, phase or task, since they are not indented."""
    parts: list[tuple[type[Part], Mapping]] = [
        (PlanDocument, scope.document.plan.where) for scope in laid.scopes
    ]
    parts += [(type(bound.fields), bound.fields.where) for bound in laid.bound if bound is not None]
    return {
        key
        for model, where in parts
        for key, value in where.values.items()
        if not isinstance(value, Scalar) and key not in frozenset(model.keys())
    }


def _without(findings: list[Finding], names: set[str]) -> list[Finding]:
    """The findings less those about unknown names that are known to stand elsewhere."""
    if not names:
        return findings
    return [
        each
        for each in findings
        if each.rule not in _UNKNOWN or names.isdisjoint(_name_in(each).split("."))
    ]


def _name_in(finding: Finding) -> str:
    return str(dict(finding.message.values).get("name", ""))


def _by_name(findings: Sequence[Finding], ids: Collection[str]) -> dict[str, list[int]]:
    """The unknown names that stand in several places, with the numbers of their findings."""
    named: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        if finding.rule in _UNKNOWN:
            unknown = [part for part in _name_in(finding).split(".") if part not in ids]
            if len(unknown) == 1:
                named[unknown[0]].append(number)
    return {name: places for name, places in named.items() if len(places) >= _SEVERAL}


def _is_unnamed(identity: str, texts: Iterable[str]) -> bool:
    """Whether an id stands nowhere but where it is defined; titles say what they like."""
    word = re.compile(rf"(?<![\w-])(?<!title: )(?<!title: [\"'“]){re.escape(identity)}(?![\w-])")
    return sum(len(word.findall(text)) for text in texts) == 1


def _misspelt(key: Scalar, name: str, wrong: Sequence[Finding]) -> Finding:
    message = say(
        "nothing names '{id}', and {n} places name '{name}', which nobody defines",
        id=key.text,
        n=len(wrong),
        name=name,
    )
    related = tuple(Related(each.span, say("'{name}' is named here", name=name)) for each in wrong)
    fix = say("did you mean '{name}'?", name=name)
    edit = rewrite(key, key.text, name)
    return Finding(wrong[0].rule, key.span, message, fix, related, edit)
