"""Node tree → document: every part of a plan file read by itself, its tasks laid out flat.

What is wrong comes out as findings; everything else comes out all the same, so that one mistake
hides no other.
"""

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.document import PhaseDocument, PlanDocument, TaskDocument
from rectify_cli.plan.model import Kind
from rectify_cli.plan.read_part import read_part
from rectify_cli.plan.read_text import check_id
from rectify_cli.plan.read_things import empty_part, not_a_mapping
from rectify_cli.plan.reading import Reading, TooManyFindings
from rectify_cli.syntax.node import Mapping, Node, Scalar

# A phase and a summary get their dates from what they hold; these would be passed over in silence.
_OF_TASKS_ONLY = frozenset(TaskDocument.keys()) - frozenset(PhaseDocument.keys())


class BoundTask(Struct):
    """A phase, a summary or a task, as its file says it.

    `parent` is the index, in the document's tasks, of what it stands in. `key` is its id's place.
    """

    id: str
    key: Scalar
    parent: int | None
    kind: Kind
    fields: TaskDocument | PhaseDocument


class Document(Struct):
    """What one plan file says. `tasks` are in the order of the file, parents before children."""

    plan: PlanDocument
    tasks: tuple[BoundTask, ...]


def bind(root: Node) -> tuple[Document | None, list[Finding]]:
    """The document that a tree describes, and what is wrong with it; None where it is no plan."""
    reading = Reading()
    if not isinstance(root, Mapping):
        reading.wrong_type(root, say("a plan"), say("rectify: 1, title: and start:, a line each"))
        return None, reading.findings
    try:
        plan = read_part(PlanDocument, root, reading)
        return Document(plan, _bind_tasks(plan, reading)), reading.findings
    except TooManyFindings:
        return None, reading.too_many()


def _bind_tasks(plan: PlanDocument, reading: Reading) -> tuple[BoundTask, ...]:
    """All phases and tasks, walked with a stack of what is still to be read."""
    bound: list[BoundTask] = []
    stack: list[tuple[Scalar, Node, int | None, bool]] = []
    _push(stack, plan.tasks, None, is_phase=False)
    _push(stack, plan.phases, None, is_phase=True)
    while stack:
        key, node, parent, is_phase = stack.pop()
        check_id(key, reading)
        kind, fields = _bind_one(key, node, reading, is_phase=is_phase)
        bound.append(BoundTask(key.text, key, parent, kind, fields))
        if fields.tasks is not None:
            _push(stack, fields.tasks, len(bound) - 1, is_phase=False)
    return tuple(bound)


def _push(
    stack: list[tuple[Scalar, Node, int | None, bool]],
    things: Mapping | None,
    parent: int | None,
    *,
    is_phase: bool,
) -> None:
    if things is not None:
        keys = things.keys
        for name, node in reversed(things.values.items()):
            stack.append((keys[name], node, parent, is_phase))


def _bind_one(
    key: Scalar, node: Node, reading: Reading, *, is_phase: bool
) -> tuple[Kind, TaskDocument | PhaseDocument]:
    if not isinstance(node, Mapping):
        fix = say("indent what it holds under it, such as title: …")
        noun = say("a phase") if is_phase else say("a task")
        not_a_mapping(key, node, reading, noun=noun, fix=fix)
        model: type[PhaseDocument | TaskDocument] = PhaseDocument if is_phase else TaskDocument
        return "phase" if is_phase else "task", empty_part(model, node)
    if is_phase:
        return "phase", _with_own_dates_refused(node, reading, say("a phase"))
    tasks = node.values.get("tasks")
    if isinstance(tasks, Mapping) and tasks.values:
        return "summary", _with_own_dates_refused(node, reading, say("a summary"))
    said, mark = len(reading.findings), len(reading.offsets)
    task = read_part(TaskDocument, node, reading)
    if task.tasks is None or not task.tasks.values:
        return "task", task
    # Its tasks stand under a mistyped key: what was said of it as a task is not what it is.
    reading.take_back(said, mark)
    return "summary", _with_own_dates_refused(node, reading, say("a summary"))


def _with_own_dates_refused(node: Mapping, reading: Reading, noun: Message) -> PhaseDocument:
    """A phase or summary, without the keys that only a task takes: each is a finding."""
    refused = node.values.keys() & _OF_TASKS_ONLY
    if not refused:
        return read_part(PhaseDocument, node, reading)
    part = read_part(PhaseDocument, node, reading, leave_out=refused)
    for name in sorted(refused):
        message = say("{noun} takes no '{key}'", noun=noun, key=name)
        reading.complain("unknown-key", node.keys[name], message, _instead_of(name))
    return part


def _instead_of(name: str) -> Message:
    if name in {"on", "finish", "duration", "estimate"}:
        return say("take it away: its dates come from its tasks; deadline: caps them")
    return say("write {key}: in its tasks", key=name)
