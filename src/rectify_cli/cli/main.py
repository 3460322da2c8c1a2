"""The program: a command line in, an exit code out. Every error ends here, in one place.

0 clean, 1 findings, 2 wrong usage or files that cannot be read or written, 3 a bug of ours, 130
interrupted, 141 the reader of the pipe went away.
"""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from rectify_cli import __version__
from rectify_cli.cli.console import Console, OutputLost, ReaderGone, console
from rectify_cli.cli.global_options import GlobalOptions, asked_language, take_global_options
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.views import is_view
from rectify_cli.foundation.finding import say
from rectify_cli.render.spoken import spoken

if TYPE_CHECKING:
    from rectify_cli.app.here import Here

INTERRUPTED = 130
READER_GONE = 141
A_BUG = 3
WRONG = 2


def run() -> None:
    """The console script `rectify`."""
    # The process is short and keeps what it makes: the collector would only walk through it.
    gc.disable()
    # Workbooks come from strangers: their XML is read by defusedxml, whatever else is installed.
    os.environ.setdefault("OPENPYXL_LXML", "False")
    _leave(main(sys.argv[1:], os.environ))


def _leave(code: int) -> NoReturn:
    """End the process without taking apart, piece by piece, what goes with it anyway.

    That would take a tenth of the time of a small plan's check.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def main(line: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run one command line; the exit code."""
    screen = console(sys.stdout, sys.stderr, environment, "auto")
    options = GlobalOptions()
    try:
        if environment.get("_RECTIFY_COMPLETE"):
            from rectify_cli.cli.complete import complete  # noqa: PLC0415 - start-up

            screen.put_clean(complete(line, environment))
            screen.flush()
            return 0
        options = take_global_options(line)
        screen = console(sys.stdout, sys.stderr, environment, options.colour)
        code = _act(options, screen, environment)
        screen.flush()
    except Stop as stop:
        language = stop.language or _language(options, line, environment)
        return _ended(stop, screen, language)
    except ReaderGone:
        _forget_output(sys.stdout)
        return READER_GONE
    except OutputLost as lost:
        _forget_output(sys.stdout)
        said = say("standard output cannot be written: {why}", why=str(lost))
        screen.tell(f"rectify: {spoken(said, options.language or 'en')}")
        return WRONG
    except KeyboardInterrupt:
        _forget_output(sys.stdout)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one boundary
        return _bug(error, line, environment, options.language, screen)
    return code


def _act(options: GlobalOptions, screen: Console, environment: Mapping[str, str]) -> int:
    if options.version:
        screen.put(f"rectify {__version__}\n")
        return 0
    if options.rest and options.rest[0] in {"--help", "-h"}:
        from rectify_cli.cli.help import front_page  # noqa: PLC0415 - start-up

        screen.put(front_page(screen.width, _language(options, (), environment)))
        return 0
    here = _surroundings(environment, options.plan)
    if is_view(options.rest):
        from rectify_cli.cli.again import said_again  # noqa: PLC0415 - start-up

        return said_again(options, screen, here, lambda copied: _run(options, copied, here))
    return _run(options, screen, here)


def _surroundings(environment: Mapping[str, str], plan: str | None) -> "Here":
    from rectify_cli.app.here import surroundings  # noqa: PLC0415 - start-up

    try:
        return surroundings(environment, plan)
    except OSError as error:
        raise Stop(say("the working folder is no longer there")) from error


def _run(options: GlobalOptions, screen: Console, here: "Here") -> int:
    from rectify_cli.cli.dispatch import dispatch  # noqa: PLC0415 - start-up

    return dispatch(options, screen, here)


def _language(options: GlobalOptions, line: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that was asked for on the line, else that of the plan here, else English."""
    asked = options.language or asked_language(line)
    if asked is not None:
        return asked
    from rectify_cli.app.plan_language import language_here  # noqa: PLC0415 - start-up

    return language_here(environment, options.plan)


def _ended(stop: Stop, screen: Console, language: str) -> int:
    """What was written before the end still goes out."""
    with suppress(ReaderGone, OutputLost):
        screen.flush()
    said = stop.said(language)
    if said:
        screen.tell(f"rectify: {said}")
    return stop.code


def _forget_output(stream: object) -> None:
    """Lead what is still buffered to nowhere, so that the interpreter's end does not trip on it."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]
        os.close(nowhere)


def _bug(
    error: Exception,
    line: Sequence[str],
    environment: Mapping[str, str],
    language: str | None,
    screen: Console,
) -> int:
    if environment.get("RECTIFY_TRACEBACK"):
        raise error
    from rectify_cli.cli.bug import report_bug  # noqa: PLC0415 - start-up

    _forget_output(sys.stdout)
    screen.tell(f"rectify: {spoken(report_bug(error, line), language or 'en')}")
    return A_BUG
