"""Signals that wait until a write is done and said: Ctrl-C, TERM, HUP.

They are honoured right after, so that a command ends as it was asked to, with nothing half done.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


@contextmanager
def signals_held() -> Iterator[None]:
    """Hold signals off while the block runs. One within another changes nothing."""
    signals = {getattr(signal, name) for name in _NAMES if hasattr(signal, name)}
    if hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:
        yield from _noted(signals)


def _noted(signals: set[signal.Signals]) -> Iterator[None]:
    """Where signals cannot be masked (Windows) they are noted, and raised again afterwards."""
    came: list[int] = []
    before = {}
    try:
        for each in signals:
            before[each] = signal.signal(each, lambda number, _frame: came.append(number))
    except ValueError:  # not the main thread, which alone gets signals
        before = {}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        for number in came:
            signal.raise_signal(number)
