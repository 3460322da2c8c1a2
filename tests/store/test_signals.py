"""Signals wait until what is held is done, and come right after."""

import signal
from collections.abc import Iterator

import pytest

from rectify_cli.store.signals import signals_held


@pytest.fixture
def came() -> Iterator[list[int]]:
    """The signals that came through so far; they end nothing."""
    found: list[int] = []
    kinds = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    before = {each: signal.signal(each, lambda number, _: found.append(number)) for each in kinds}
    yield found
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.mark.parametrize("masked", [True, False], ids=["masked", "noted"])
@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_waits(
    came: list[int], monkeypatch: pytest.MonkeyPatch, kind: signal.Signals, *, masked: bool
) -> None:
    if not masked:
        monkeypatch.delattr(signal, "pthread_sigmask")
    handler = signal.getsignal(kind)
    with signals_held():
        with signals_held():
            signal.raise_signal(kind)
        assert came == []
    assert came == [kind]
    assert signal.getsignal(kind) is handler
    signal.raise_signal(kind)
    assert came == [kind, kind]
