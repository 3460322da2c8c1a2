"""A list pasted from a chat or a sheet → the units that it names, and the lines held back.

Each line names a unit whole, by its id or its title, or several with commas between them; numbers,
bullets, mentions and words that say the report itself (`已召开`, `done`) stand round it. Whatever
else a line says is never guessed at: it is handed back with its number and the reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import category, normalize

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.plan.nearest import nearest
from rectify_cli.progress.events import EventKind
from rectify_cli.progress.list_line import HeldBack, Line

_EXPLAINED = 100
"""For so many lines the nearest unit is looked for; a list with more of them is another list."""


_LONGEST = 500


class UnitsRead(Struct):
    """The units that a list names, each once with the number of its line, and what it does not.

    `repeated` counts the lines that name a unit again.
    """

    lines: Mapping[str, int]
    held: tuple[HeldBack, ...]
    repeated: int = 0


_DONE = (
    r"(?:已经?|均已|都已)(?:全部|按[时期]|顺利)?(?:完成|召开|开展|开会|开完|开过|办结|办完|办理|"
    r"上报|报送|提交|落实|传达|学完|开|办|报|交)(?:完毕|完|了|毕)?"
    r"|(?:全部)?(?:完成|办结|开完)(?:完毕|了)?"
    r"|(?:召开|上报|报送|提交|落实|学习|传达)(?:完毕|了)"
    r"|完毕|(?<![a-z0-9])(?:all +)?(?:done|okay|ok|completed?|finished)|[✓✔√☑✅]"
)
_STARTED = r"(?:已经?|均已|都已)(?:启动|开始|开展)(?:了)?|(?<![a-z0-9])(?:started|begun)"
# What a line may say after the unit without saying anything new, by the kind of the report.
_SAYING: Mapping[EventKind, str] = {"done": _DONE, "accept": _DONE, "start": _STARTED}

_CHAIN = re.compile(r"#\s*接龙\s*")
_NUMBERED = re.compile(r"\s*\(?[0-9]{1,4}[.、,:)]")
_LEAD = re.compile(
    r"\s*(?:\(?[0-9]{1,4}\)?\s*[.、,:)]?|[一二三四五六七八九十]{1,3}[、.]|[-*•·▪◦>~]+|\[[x√✓]\]"
    r"|[✓✔√☑✅])\s*"
)
# No mention reaches over what may be said without a blank behind it: `@张三未召开`.
_MENTION = re.compile(r"@[^\s%未没不尚待缺否❌✗✘×]*")
_SIGNS = r"[\s,.;:!。、~|-]"
_BETWEEN = re.compile("[,，、;；]")
_SPACE = re.compile(r"\s+")
_HEADINGS = frozenset(
    {"id", "unit", "units", "name", "title", "no", "state", "status"}
    | {"单位", "单位名称", "名称", "序号", "编号", "状态", "完成情况", "是否完成", "备注"}
)


def read_units(lines: Iterable[Line], plan: Plan, task: Task, kind: EventKind) -> UnitsRead:
    """The units of a fan-out that a list names in its lines.

    Args:
        lines: The lines or rows, blank ones too.
        plan: The plan, for the titles of its owners.
        task: The fan-out whose units are meant.
        kind: What is reported, which says the words that may follow a unit.
    """
    names = _Names(plan, task)
    ending = _ending(_SAYING.get(kind))
    found: dict[str, int] = {}
    held: list[HeldBack] = []
    repeated = 0
    for line in _without_heading(list(lines), names):
        if not line.text:
            continue
        units = _units_of(line, names, ending)
        if isinstance(units, list):
            for unit in units:
                repeated += unit in found
                found.setdefault(unit, line.number)
            continue
        why = units or _why(line, names, ending, explain=len(held) < _EXPLAINED)
        held.append(HeldBack(line.number, line.text, why))
    return UnitsRead(found, tuple(held), repeated)


class _Names:
    """The units of a fan-out by what a line may call them, without blanks and in small letters."""

    def __init__(self, plan: Plan, task: Task) -> None:
        self.plan = plan
        self.task = task
        self.units: dict[str, tuple[str, ...]] = {}
        self.shown: dict[str, str] = {}
        units = task.units or ()
        for of in (lambda unit: (unit,), self._former, lambda unit: (plan.owners[unit].title,)):
            for unit in units:
                for name in of(unit):
                    self._add(name, unit)

    def _former(self, unit: str) -> tuple[str, ...]:
        return self.plan.owners[unit].was

    def _add(self, name: str, unit: str) -> None:
        key = _key(name)
        known = self.units.get(key, ())
        if unit not in known:
            self.units[key] = (*known, unit)
        self.shown.setdefault(key, name)

    def outside(self, key: str) -> str | None:
        """An owner of that name that is no unit of the fan-out."""
        for owner in self.plan.owners.values():
            if key in {_key(owner.id), _key(owner.title)}:
                return owner.id
        return None


def _plain(text: str) -> str:
    """The text in plain forms and small letters, without marks that nobody sees."""
    folded = normalize("NFKC", text).casefold()
    return "".join(each for each in folded if category(each) != "Cf" and each != "\ufe0f")


def _key(text: str) -> str:
    return _SPACE.sub("", _plain(text))


def _ending(saying: str | None) -> re.Pattern[str]:
    said = f"|(?>{saying})|\\(\\s*(?>{saying})\\s*\\)" if saying else ""
    # Nothing is tried a second way: a line of a thousand such words is read in one go.
    return re.compile(f"(?:{_SIGNS}{said})++$")


def _without_heading(lines: Sequence[Line], names: _Names) -> Iterator[Line]:
    """The lines below the `#接龙` of a chat and what stands between it and the first number.

    Of a table the row of headings is passed over.
    """
    begin = 0
    first = next((at for at, line in enumerate(lines) if line.text), len(lines))
    if first < len(lines):
        if _CHAIN.match(_plain(lines[first].text)):
            numbered = (
                at for at in range(first, len(lines)) if _NUMBERED.match(_plain(lines[at].text))
            )
            begin = next(numbered, first + 1)
        elif len(lines[first].cells) > 1 or _key(lines[first].text) in _HEADINGS:
            keys = {_key(cell) for cell in lines[first].cells}
            begin = first + bool(keys & _HEADINGS and not keys & names.units.keys())
    for at, line in enumerate(lines):
        if at >= begin or (at > first and _key(line.text) in names.units):
            yield line


def _units_of(line: Line, names: _Names, ending: re.Pattern[str]) -> list[str] | Message | None:
    """The unit of a line, or the several that stand in it with commas between them."""
    unit = _unit_of(line, names, ending)
    if isinstance(unit, str):
        return [unit]
    if unit is not None or len(line.cells) > 1:
        return unit
    parts = [part for part in _BETWEEN.split(line.text) if part.strip()]
    found = [_unit_of(Line(line.number, (part,)), names, ending) for part in parts]
    doubtful = next((each for each in found if not isinstance(each, str)), None)
    if len(parts) < 2 or None in found:
        return None
    return doubtful or [each for each in found if isinstance(each, str)]


def _unit_of(line: Line, names: _Names, ending: re.Pattern[str]) -> str | Message | None:
    """The unit of a line; why it is doubtful; None where no unit is named whole."""
    if len(line.text) > _LONGEST:
        return say("it has more than {n} characters", n=_LONGEST)
    if len(line.cells) > 1:
        answer = _unit_of_row(line, names, ending)
        if answer is not None:
            return answer
    for text in _readings(_plain(line.text), ending):
        units = names.units.get(_SPACE.sub("", text))
        if units is not None:
            return _one_of(units)
    return None


def _one_of(units: tuple[str, ...]) -> str | Message:
    if len(units) == 1:
        return units[0]
    return say("it may mean {n} units: {units}", n=len(units), units=", ".join(units[:5]))


def _unit_of_row(line: Line, names: _Names, ending: re.Pattern[str]) -> str | Message | None:
    """The unit of a row: every cell names it, is its number, or says no more than the report."""
    found: list[tuple[str, ...]] = []
    for cell in line.cells:
        plain = _plain(cell)
        units = names.units.get(_SPACE.sub("", plain))
        if units is not None:
            found.append(units)
        elif plain.strip() and not _LEAD.fullmatch(plain) and ending.sub("", plain):
            return None
    common = [unit for unit in found[0] if all(unit in each for each in found)] if found else []
    if found and not common:
        return say("it names two units: {units}", units=", ".join(each[0] for each in found[:5]))
    return _one_of(tuple(common)) if common else None


def _readings(text: str, ending: re.Pattern[str]) -> Iterator[str]:
    """What a line may name, the fullest first: less and less of what stands round a unit."""
    for mentioned in (text, _MENTION.sub(" ", text)):
        for head in _heads(mentioned):
            yield head
            yield ending.sub("", head)


def _heads(text: str) -> Iterator[str]:
    text = text.strip()
    for _ in range(4):
        if not text:
            return
        yield text
        lead = _LEAD.match(text)
        if lead is None or not lead.end():
            return
        text = text[lead.end() :]


def _why(line: Line, names: _Names, ending: re.Pattern[str], *, explain: bool) -> Message:
    """Why a line names no unit: words too many, a slip of the pen, an owner that has no part."""
    *_, text = (_MENTION.sub(" ", _plain(line.text)), *_heads(_MENTION.sub(" ", _plain(line.text))))
    key = _SPACE.sub("", ending.sub("", text))
    if not any(each.isalpha() for each in key):
        return say("it holds no more than a number or a mention")
    outside = names.outside(key)
    if outside is not None:
        return say("{unit} is not among the units of {task}", unit=outside, task=names.task.path)
    if explain:
        near = nearest(key, names.shown)
        said = _words_too_many(text, names, near)
        if said is not None:
            return said
        if near is not None:
            return say("no unit is called so; did you mean '{near}'?", near=names.shown[near])
    return say("no unit is called so")


def _words_too_many(text: str, names: _Names, near: str | None) -> Message | None:
    """What stands before or after the longest unit that a line names somewhere.

    None where the line is nearly another unit, whose name begins with that one's.
    """
    places = [at for at, each in enumerate(text) if not each.isspace()]
    key = "".join(text[at] for at in places)
    for name in sorted(names.units, key=lambda each: (-len(each), each)):
        at = key.find(name) if len(name) > 1 else -1
        if at < 0:
            continue
        if near is not None and near != name and near.startswith(name):
            return None
        begin, end = places[at], places[at + len(name) - 1] + 1
        if not _stands_alone(text, begin, end):
            continue
        before = text[:begin].strip(" ,:;")
        after = text[end:].strip(" ,:;")
        if before:
            return say("'{words}' stands before it: not guessed, please check", words=_cut(before))
        if after:
            return say("'{words}' follows: not guessed, please check", words=_cut(after))
    return None


def _stands_alone(text: str, begin: int, end: int) -> bool:
    """Whether no latin word goes on to either side of it."""
    pairs = ((text[begin - 1 : begin], text[begin]), (text[end - 1], text[end : end + 1]))
    return not any(
        one.isascii() and one.isalnum() and other.isascii() and other.isalnum()
        for one, other in pairs
    )


def _cut(words: str) -> str:
    return words if len(words) <= 40 else words[:37] + "..."
