"""`after` becomes links; those that the network could not hold are reported."""

from collections.abc import Sequence

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.dates_of import DateReader
from rectify_cli.plan.document import PhaseDocument, TaskDocument
from rectify_cli.plan.lengths import lag_of
from rectify_cli.plan.model import Link
from rectify_cli.plan.references import Speaker, named_in
from rectify_cli.plan.written import WrittenLink

Units = tuple[str, ...] | None


class LinkReader(Struct):
    """What it takes to read links: the reader of dates, every task's units (None: no fan-out).

    `unsure` are the tasks of which it is not known who their units are.
    """

    dates: DateReader
    units: Sequence[Units]
    unsure: frozenset[int]

    def links(
        self, fields: TaskDocument | PhaseDocument, speaker: Speaker
    ) -> tuple[tuple[Link, ...], bool]:
        """The links of a task, summary or phase, and whether one of them had to be left out."""
        doubtful = "after" in fields.bad
        if not fields.after:
            return (), doubtful
        if speaker.task in self.dates.repeating:
            self._refuse_repeating(fields)
            return (), doubtful
        found = []
        into_leaf = isinstance(fields, TaskDocument)
        for written in fields.after:
            link = self._link(written, speaker, into_leaf=into_leaf)
            if link is None:
                doubtful = True
            else:
                found.append(link)
        return tuple(found), doubtful

    def _link(self, written: WrittenLink, speaker: Speaker, *, into_leaf: bool) -> Link | None:
        reference, kind, lag, same, where = written
        references = self.dates.references
        task = references.find(reference, where, speaker)
        if task is None:
            return None
        problem = None
        if task == speaker.task:
            problem = _to_itself(written)
        elif task in self.dates.repeating:
            problem = _to_repeating(written)
        elif not into_leaf and kind not in {"FS", "SS"}:
            problem = _into_summary(written)
        elif same and speaker.task is not None:
            problem = self._not_same(written, speaker.task, task)
        if problem is not None:
            references.findings.append(problem)
            if problem.is_error:
                return None
        return Link(task, kind, lag_of(lag, speaker.week_days), same, where)

    def _not_same(self, written: WrittenLink, own: int, other: int) -> Finding | None:
        """What is wrong with a link between equal units of two fan-outs."""
        if own in self.unsure or other in self.unsure:
            return None
        ours, theirs = self.units[own], self.units[other]
        if ours is None or theirs is None:
            which = say("this task") if ours is None else say("'{name}'", name=written.reference)
            message = say("each: same joins two fan-outs, and {which} is none", which=which)
            fix = say("take each: same away, or give that task each:")
            return Finding("bad-value", written.where.span, message, fix)
        if ours is theirs or not ours or not theirs or not set(ours).isdisjoint(theirs):
            return None
        paths = self.dates.references.names.paths
        message = say(
            "{one} and {other} have no unit in common", one=paths[own], other=paths[other]
        )
        fix = say("leave each: same out, to wait for all units of {other}", other=paths[other])
        return Finding("empty-group", written.where.span, message, fix)

    def _refuse_repeating(self, fields: TaskDocument | PhaseDocument) -> None:
        message = say("a repeating task stands outside the network: it has no links")
        fix = say("take after: away; start: takes a date such as kickoff + 1d")
        self.dates.references.findings.append(
            Finding("over-specified", fields.where.at("after"), message, fix)
        )


def _to_itself(written: WrittenLink) -> Finding:
    message = say("'{name}' is this task itself", name=written.reference)
    fix = say("name another task, or take it away")
    return Finding("self-reference", named_in(written.where).span, message, fix)


def _to_repeating(written: WrittenLink) -> Finding:
    message = say("'{name}' repeats, and nothing can wait for it", name=written.reference)
    fix = say("wait for a task that does not repeat")
    return Finding("bad-value", named_in(written.where).span, message, fix)


def _into_summary(written: WrittenLink) -> Finding:
    message = say("only FS and SS lead into a phase or summary, not {type}", type=written.type)
    fix = say("write FS or SS, or link the tasks in it")
    return Finding("bad-value", written.where.span, message, fix)
