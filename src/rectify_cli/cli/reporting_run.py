"""One recording command, from what was typed to the answer: prepare, ask, record, say.

Nothing is written unless all of it can be; a list's doubtful lines are shown, and asked about where
somebody sits at a terminal.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from rectify_cli.app.clock import clock_in
from rectify_cli.app.find_unit import Whose
from rectify_cli.app.here import today_in
from rectify_cli.app.record_events import NotRecorded, record, signals_held
from rectify_cli.app.report import (
    Asked,
    EventKind,
    ListLine,
    Prepared,
    Refusal,
    Signed,
    prepare,
    sign,
)
from rectify_cli.app.report_answer import (
    answer_record,
    answer_text,
    held_text,
    paste_prompt,
    question,
    refused_record,
)
from rectify_cli.app.report_words import Typed, read_words
from rectify_cli.app.units_from import MAX_PASTED, PIPED, read_list_file, read_pasted
from rectify_cli.cli.acknowledge import acknowledging
from rectify_cli.cli.ask_terminal import ask_terminal
from rectify_cli.cli.chosen_plan import named_again
from rectify_cli.cli.pasted import pasted
from rectify_cli.cli.put import put_record
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.to_record import to_record, who_writes
from rectify_cli.cli.typed_day import typed_day
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct

_KINDS: dict[str, EventKind] = {"tick": "item"}


class Line(Struct):
    """What was typed behind a recording command."""

    words: tuple[str, ...]
    options: Mapping[str, object]

    @classmethod
    def of(cls, words: Sequence[str], options: Mapping[str, object]) -> "Line":
        """The words and the options of a command line."""
        return cls(tuple(words), options)

    def text(self, name: str) -> str | None:
        """An option that takes one text."""
        return cast("str | None", self.options.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """An option that can be repeated."""
        return tuple(cast("list[str] | None", self.options.get(name)) or ())

    def flag(self, name: str) -> bool:
        """An option that is there or not."""
        return bool(self.options.get(name))


def report(session: Session, verb: str, line: Line) -> int:
    """Record what was reported, and say what changed; ends (2) where it is refused."""
    scheduled, told, language = to_record(session)
    today = today_in(session.here, told.schedule.plan.timezone)
    clock = clock_in(scheduled, session.here, backward=True)
    days = {
        name: None if word is None else typed_day(word, clock, session, language)
        for name, word in (
            ("on", line.text("on") or session.as_of),
            ("occurrence", line.text("occurrence")),
        )
    }
    asked = _asked(session, verb, line, days, language)
    typed = Typed(line.words, line.text("why"), line.text("note"), line.text("total"))
    read = read_words(asked, typed, told.schedule.plan)
    prepared = (read,) if isinstance(read, Refusal) else prepare(read, told, today)
    if not isinstance(prepared, Prepared):
        raise _refused(prepared, language)
    who = who_writes(session, line.text("by"), language)
    signed = sign(prepared, who, told, session.here, today)
    _ask_about(prepared, signed, line, session, language)
    dry_run = line.flag("dry_run")
    text, short = answer_text(signed, prepared, told, today, language, dry_run=dry_run)
    with signals_held():
        if not dry_run:
            answer = record(signed.reports, session.here)
            if isinstance(answer, NotRecorded):
                raise Stop(answer.why, language=language)
        done = say("nothing was recorded") if dry_run else say("recorded as {name}", name=short)
        with acknowledging(done, session, language):
            if line.flag("as_json"):
                answered = answer_record(signed, prepared, text, short, recorded=not dry_run)
                put_record(answered, session)
            else:
                session.console.put(text)
            if short and not dry_run:
                session.console.hint(f"rectify undo {short}{named_again(session)}")
    return 0


def _asked(
    session: Session, verb: str, line: Line, days: Mapping[str, date | None], language: str
) -> Asked:
    """What the options say; the words are read by the command's kind."""
    return Asked(
        kind=_KINDS.get(verb, cast("EventKind", verb)),
        tasks=(),
        whose=Whose(
            line.texts("units"), line.texts("groups"), line.flag("all_units"), line.texts("but")
        ),
        listed=_listed(session, line, language),
        on=days["on"],
        occurrence=days["occurrence"],
        ticked=not line.flag("untick"),
        note=line.text("note"),
        evidence=line.text("evidence"),
    )


def _listed(session: Session, line: Line, language: str) -> tuple[ListLine, ...] | None:
    name = line.text("units_from")
    if name is None:
        return None
    if name == PIPED:
        found = read_pasted(pasted(MAX_PASTED + 1, session.console, paste_prompt(language)))
    else:
        found = read_list_file(name, session.here)
    if isinstance(found, Refusal):
        raise _refused((found,), language)
    return found


def _refused(refusals: Sequence[Refusal], language: str) -> Stop:
    """The end of a command that is refused: every reason, what to type instead."""
    once = dict.fromkeys((each.why, each.ways) for each in refusals)  # many units, one reason
    lines = [part for why, ways in once for part in (why, *ways)]
    return Stop(*lines, say("nothing was recorded"), language=language)


def _ask_about(
    prepared: Prepared, signed: Signed, line: Line, session: Session, language: str
) -> None:
    """Lines that are held back: the person at the terminal says whether the rest is recorded."""
    if not prepared.held:
        return
    answer = None
    if signed.reports and not line.flag("dry_run"):
        shown = held_text(prepared, signed.after.as_of, language)
        answer = ask_terminal("\n".join([*shown, question(signed, prepared, language)]))
    if answer:
        return
    if line.flag("as_json"):
        put_record(refused_record(prepared.held), session)
    said = [] if answer is False else held_text(prepared, None, language)
    raise Stop(*said, say("nothing was recorded"), language=language)
