"""A tree's words and calls get their meaning: values as written, facts of the schedule."""

from collections.abc import Mapping

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.assertions.kinds import FACTS, FUNCTIONS
from rectify_cli.plan.assertions.literals import is_literal, read_literal
from rectify_cli.plan.assertions.lookup import Lookup
from rectify_cli.plan.assertions.meaning import Meaning
from rectify_cli.plan.assertions.place import node_at
from rectify_cli.plan.assertions.tree import Call, Chain, Expression, Not, Place, Word
from rectify_cli.plan.remedy import remedy
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Scalar

_ALL_FUNCTIONS = (*FACTS, *sorted(FUNCTIONS - FACTS.keys()))


def bind(tree: Expression, text: Text, lookup: Lookup) -> Mapping[Expression, Meaning] | None:
    """The meaning of every word and every fact that a tree asks for.

    None where one has none: a finding says why, but for what is in a file that could not be read.
    """
    binding = _Binding(text, lookup)
    stack = [tree]
    while stack:
        stack.extend(reversed(binding.visit(stack.pop())))
    return binding.meanings if binding.whole else None


class _Binding:
    """The meanings found so far; `whole` as long as every word had one."""

    def __init__(self, text: Text, lookup: Lookup) -> None:
        self.text = text
        self.lookup = lookup
        self.meanings: dict[Expression, Meaning] = {}
        self.whole = True

    def visit(self, part: Expression) -> tuple[Expression, ...]:
        """Bind one part; gives the parts in it that have meanings of their own."""
        match part:
            case Word():
                self._keep(part, self._word(self._node(part.place)))
                return ()
            case Not():
                return (part.operand,)
            case Chain():
                return (part.first, *(operand for _, operand in part.rest))
            case Call():
                return self._call(part)

    def _keep(self, part: Expression, meaning: Meaning | None) -> None:
        if meaning is None:
            self.whole = False
        else:
            self.meanings[part] = meaning

    def _word(self, node: Scalar) -> Meaning | None:
        if is_literal(node.text):
            return read_literal(node, self.lookup.reading)
        return self.lookup.value(node)

    def _call(self, call: Call) -> tuple[Expression, ...]:
        """Bind a function of a task; gives the arguments of a function of values."""
        name, arguments = call.name, call.arguments
        count = len(arguments)
        if name in {"workdays", "days"} and count == 2:
            return arguments
        if name in {"min", "max"} and count > 1:
            return arguments
        if name in FACTS and count == 1:
            self._keep(call, self._fact(call, arguments[0]))
            return ()
        self.whole = False
        if name in FACTS or name in FUNCTIONS:
            message, fix = _wrong_count(name, count)
            self._complain(call.place, message, fix)
            return ()
        near = self._no_such_function(call)
        if near in FACTS and count == 1 and near is not None:
            self._fact(Call(near, arguments, call.place), arguments[0])
            return ()
        return tuple(each for each in arguments if not self._is_group(each))

    def _is_group(self, argument: Expression) -> bool:
        """Whether an argument is a group, which an unknown function may well be asked of."""
        return isinstance(argument, Word) and argument.text in self.lookup.groups.members

    def _no_such_function(self, call: Call) -> str | None:
        """Report an unknown function; gives the one that it seems to mean."""
        name, reading = call.name, self.lookup.reading
        node = self._node(Place(call.place.begin, call.place.begin + len(name)))
        otherwise = say("the functions are {names}", names=", ".join(_ALL_FUNCTIONS))
        near, fix, edit = remedy(node, name, _ALL_FUNCTIONS, reading, otherwise)
        message = say("no function '{name}'", name=name)
        reading.complain("bad-value", node, message, fix, edit)
        return near

    def _fact(self, call: Call, argument: Expression) -> Meaning | None:
        if isinstance(argument, Word) and not is_literal(argument.text):
            return self.lookup.fact(call.name, self._node(argument.place))
        message = say("{name}() is asked of a task by its name", name=call.name)
        self._complain(argument.place, message, say("write {name}(kickoff)", name=call.name))
        return None

    def _node(self, place: Place) -> Scalar:
        return node_at(self.text, place)

    def _complain(self, place: Place, message: Message, fix: Message) -> None:
        self.lookup.reading.complain("bad-value", self._node(place), message, fix)


def _wrong_count(name: str, count: int) -> tuple[Message, Message]:
    if name in {"min", "max"}:
        takes, example = say("two values or more"), f"{name}(kickoff, report)"
    elif name == "days":
        takes, example = say("two days"), "days(kickoff, report)"
    elif name == "workdays":
        takes, example = say("two days, or one name"), "workdays(kickoff, report)"
    else:
        takes, example = say("one name"), f"{name}(kickoff)"
    message = say("{name}() takes {takes}, and has {n}", name=name, takes=takes, n=count)
    return message, say("write {example}", example=example)
