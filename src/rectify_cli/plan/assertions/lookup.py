"""The names in an assertion become facts of the schedule; names are the plan's, as in `after`.

Names of tasks come first: `plan` is the plan itself only where no task has that name, a last
`.float` is asked of a task only where no task is called so, and a group is counted only where no
task has its name. Bare `start` and `finish` are always the plan's, since no id is one of these.
"""

from collections.abc import Sequence
from datetime import date

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import is_id
from rectify_cli.foundation.slips import is_slip
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.kinds import FACTS
from rectify_cli.plan.assertions.literals import is_like_a_length, read_length_word
from rectify_cli.plan.assertions.meaning import Constant, Fact, Meaning
from rectify_cli.plan.fan_out import Groups
from rectify_cli.plan.model import Task
from rectify_cli.plan.reading import Reading, quoted
from rectify_cli.plan.references import Besides, References, Speaker, no_such_point
from rectify_cli.plan.remedy import remedy
from rectify_cli.syntax.node import Scalar
from rectify_cli.syntax.rewrite import rewrite

THE_PLAN = "plan"
_POINTS = frozenset({"start", "finish"})
_BESIDES = Besides(tuple(FACTS), ("finish", THE_PLAN, "start"))
_BEFORE_A_POINT = Besides((), (THE_PLAN,))


class Lookup(Struct):
    """What the names in one plan file's assertions are looked up in.

    `mount` is the phase that mounts the file, None for the top plan. `start` is None where it was
    in error, `has_deadline` false where the plan surely has none. Findings go to `reading`, those
    about references to the list that `references` has.
    """

    references: References
    speaker: Speaker
    groups: Groups
    tasks: Sequence[Task]
    mount: int | None
    start: date | None
    has_deadline: bool
    reading: Reading

    def value(self, node: Scalar) -> Meaning | None:
        """What a name stands for as a value: `kickoff` (its finish), `kickoff.float`, `start`."""
        text = node.text
        if text in _POINTS:
            return self._of_plan(text, node)
        if not _may_be_a_name(text):
            self._complain(node, say("{text} is not a name", text=quoted(text)), _NAMES)
            return None
        if self._is_task(text):
            return self._of_named(text, "finish", node)
        head, dot, last = text.rpartition(".")
        if dot and last in FACTS:
            if head == THE_PLAN and not self._is_task(head):
                return self._of_plan(last, node)
            return self._of_named(head, last, _beginning(node, len(head)))
        if text == THE_PLAN:
            return self._of_plan("finish", node)
        self._unknown(node)
        return None

    def fact(self, name: str, node: Scalar) -> Meaning | None:
        """What a function of a task stands for: `float(kickoff)`, `count(units)`."""
        text = node.text
        if self._is_task(text) or not _may_be_a_name(text):
            return self._of_named(text, name, node)
        if text == THE_PLAN:
            return self._of_plan(name, node)
        if name == "count" and text in self.groups.members:
            if text in self.groups.unsure:
                return None
            return Constant("number", len(self.groups.members[text]))
        head, _, last = text.rpartition(".")
        if last in FACTS and (self._is_task(head) or head == THE_PLAN):
            message = say("{name}() is asked of a task, not of its {fact}", name=name, fact=last)
            self._complain(node, message, say("write {name}({task})", name=name, task=head))
            return None
        if name == "count":
            self._unknown_to_count(node)
            return None
        return self._of_named(text, name, node)

    def _is_task(self, name: str) -> bool:
        speaker = self.speaker
        return bool(self.references.names.find(name, speaker.inside, speaker.scope))

    def _of_named(self, name: str, fact: str, node: Scalar) -> Meaning | None:
        task = self.references.find(name, node, self.speaker, _BEFORE_A_POINT)
        return None if task is None else self._of_task(task, name, fact, node)

    def _of_task(self, index: int, name: str, fact: str, node: Scalar) -> Meaning | None:
        task = self.tasks[index]
        if fact == "count" and "each" in task.dropped:
            return None
        if fact == "deadline" and not _may_have_deadline(task):
            self._no_deadline(name, node)
            return None
        return Fact(index, *FACTS[fact])

    def _of_plan(self, fact: str, node: Scalar) -> Meaning | None:
        if fact == "start" and self.mount is not None:
            return None if self.start is None else Constant("day", self.start.toordinal())
        if fact == "deadline" and not self.has_deadline:
            self._no_deadline("the plan", node)
            return None
        return Fact(self.mount, *FACTS[fact])

    def _no_deadline(self, name: str, node: Scalar) -> None:
        message = say("{name} has no deadline of its own", name=name)
        self._complain(node, message, say("give it one, or name what has one"))

    def _unknown(self, node: Scalar) -> None:
        """About a name that neither a task has nor a fact of one."""
        text = node.text
        head, _, last = text.rpartition(".")
        if head == THE_PLAN and not self._is_task(head):
            near = self.reading.suggest(text, [f"{THE_PLAN}.{fact}" for fact in FACTS])
            fix = None if near is None else say("did you mean '{name}'?", name=near)
            edit = rewrite(node, text, near) if near and is_slip(text, near, ()) else None
            message = no_such_point(text, head, last)
            self.reading.complain("unknown-reference", node, message, fix, edit)
        elif text in self.groups.members:
            message = say("'{name}' is a group, and no task", name=text)
            fix = say("did you mean count({name})?", name=text)
            self.reading.complain("unknown-reference", node, message, fix)
        elif is_like_a_length(text):
            read_length_word(node, self.reading)
        else:
            self.references.find(text, node, self.speaker, _BESIDES)

    def _unknown_to_count(self, node: Scalar) -> None:
        if self.groups.may_hold(node.text):
            return
        speaker = self.speaker
        near = self.references.names.guess(node.text, speaker.inside, speaker.scope)
        if near:
            self.references.find(node.text, node, speaker)
            return
        known = (*self.groups.members, THE_PLAN)
        otherwise = say("name a task, a phase, a group, or plan")
        _, fix, edit = remedy(node, node.text, known, self.reading, otherwise)
        message = say("no task or group '{name}'", name=node.text)
        self.reading.complain("unknown-reference", node, message, fix, edit)

    def _complain(self, node: Scalar, message: Message, fix: Message) -> None:
        self.reading.complain("bad-value", node, message, fix)


_NAMES = say("names are letters, digits, - and _, paths are dotted: study.kickoff")


def _may_be_a_name(text: str) -> bool:
    *outer, last = text.split(".")
    return all(map(is_id, outer)) and (is_id(last) or (bool(outer) and last in _POINTS))


def _may_have_deadline(task: Task) -> bool:
    """Whether it has a deadline, or one of its units has, or one in error was left out."""
    if task.deadline is not None or not task.dropped.isdisjoint({"deadline", "overrides"}):
        return True
    return any(each.deadline is not None for each in task.overrides.values())


def _beginning(node: Scalar, length: int) -> Scalar:
    """The first characters of a word; the whole, where it is not in the file letter by letter."""
    end = node.end if node.quoted else node.start + length
    return Scalar(node.source, node.start, end, node.text[:length], quoted=node.quoted)
