"""What the tasks of a table are called: by path, id, number and title; and links between them."""

import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import normalize

from rectify_cli.foundation.finding import say
from rectify_cli.intake.cell_links import link_texts, read_link
from rectify_cli.intake.draft import DraftMap, Value
from rectify_cli.intake.flow_value import flow_value
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.known import Named, Path
from rectify_cli.intake.table_rows import TableRow

_EXPRESSION = re.compile(r"([\w.-]+?)(\.start|\.finish)?( [+-] \d{1,4}(?:ed|ew|d|w))?")


class TableNames:
    """An index of the names. A name that means two tasks means none of them."""

    def __init__(self, tasks: Iterable[Named], phases: Iterable[Named]) -> None:
        tasks, everything = list(tasks), [*phases]
        everything += tasks
        self._ids = Counter(each.path[-1] for each in everything)
        self._tails = Counter(
            ".".join(each.path[at:]) for each in everything for at in range(len(each.path))
        )
        self._paths = {former: each.path for each in everything for former in each.was}
        self._paths |= {".".join(each.path): each.path for each in everything}
        self._by_id = _once((each.path[-1], each.path) for each in everything)
        self._tasks = {each.path for each in tasks}
        self._by_no = _once((each.no, each.path) for each in tasks if each.no)
        self._by_title = _once((_folded(each.title), each.path) for each in tasks)
        for each in everything:
            self._by_title.setdefault(_folded(each.title), each.path)
        self._titled: dict[str, list[Path]] = {}
        for each in tasks:
            self._titled.setdefault(_folded(each.title), []).append(each.path)

    def task(self, kind: str, name: str) -> Path | None:
        """The task with this `id` (or path), `no` or `title`; None where there is none, or two."""
        path = {"no": self._by_no, "title": self._by_title}.get(kind, self._paths).get(
            _folded(name) if kind == "title" else name
        )
        if path is None and kind == "id":
            path = self._by_id.get(name)
        return path if path in self._tasks else None

    def titled(self, title: str) -> list[Path]:
        """All tasks with a title, in their order."""
        return self._titled.get(_folded(title), [])

    def reference(self, path: Path) -> str:
        """How a task is named in a link: by its id where that is the only one, else in full."""
        return path[-1] if self._ids[path[-1]] == 1 else ".".join(path)

    def find(self, name: str, *, as_written: bool = False) -> str | None:
        """The reference for what a cell calls a task; None where it is none, or two."""
        name = " ".join(name.split())
        if as_written and self._tails[name]:
            return name
        plain = re.sub(r"^(?:#|no:)\s*", "", name)
        path = self._by_no.get(plain) or self._paths.get(name) or self._by_id.get(name)
        path = path or self._by_title.get(_folded(name))
        if path is not None:
            return self.reference(path)
        return name if self._tails[name] == 1 else None

    def expression(self, text: str) -> str | None:
        """A date counted from a task of the table (`kickoff + 2d`); None where it is none."""
        match = _EXPRESSION.fullmatch(" ".join(text.split()))
        if match is None:
            return None
        name, point, lag = match[1], match[2] or "", match[3] or ""
        if name in {"start", "finish"}:
            return match[0]
        if self._tails[name]:
            return match[0]
        found = self.find(name) if point or lag else None
        return None if found is None else f"{found}{point}{lag}"

    def links(
        self, row: TableRow, own: Path, remarks: list[Remark], *, as_written: bool
    ) -> tuple[Value, ...]:
        """What a row waits for, as links of the plan language; what is unknown is remarked on."""
        value = row.cells.get("after")
        if value is None:
            return ()
        text = str(value)
        whole = self.find(text, as_written=as_written)
        if whole is not None:
            return self._checked([whole], row, own, remarks)
        parts = re.split(r"[;\n]\s*", text) if "{" in text else link_texts(text)
        found = []
        for part in filter(None, map(str.strip, parts)):
            link = self._link(part, as_written=as_written)
            if link is None:
                why = say("there is no task '{name}' in the table", name=part[:40])
                fix = say("write its number, its id or its title; 3FS+2d for two days after it")
                remarks.append(row.remark("after", why, fix))
            else:
                found.append(link)
        return self._checked(found, row, own, remarks)

    def _link(self, part: str, *, as_written: bool) -> Value | None:
        if part.startswith("{"):
            value = flow_value(part)
            return value if isinstance(value, DraftMap) else None
        for each in read_link(part):
            found = self.find(each.name, as_written=as_written)
            if found is not None:
                return found + each.rest
        return None

    def _checked(
        self, links: list[Value], row: TableRow, own: Path, remarks: list[Remark]
    ) -> tuple[Value, ...]:
        """The links, less one to the task itself."""
        to_itself = {self.reference(own), ".".join(own)}
        kept = []
        for link in dict.fromkeys(links):
            if isinstance(link, str) and link.partition(" ")[0] in to_itself:
                why = say("the task waits for itself")
                remarks.append(row.remark("after", why, say("mend the cell; it is left out")))
            else:
                kept.append(link)
        return tuple(kept)


def _once(pairs: Iterable[tuple[str | None, Path]]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    twice = set()
    for name, path in pairs:
        if name is not None and found.setdefault(name, path) != path:
            twice.add(name)
    return {name: path for name, path in found.items() if name not in twice}


def _folded(title: str) -> str:
    return normalize("NFKC", " ".join(title.split())).casefold()
