"""The bounds of this floor: how large, deep and faulty a file may be before reading stops."""

from rectify_cli.foundation.struct import Struct


class Limits(Struct):
    """Each bound is the largest that is still read; one more is `too-large` or `too-deep`."""

    file_bytes: int = 64 * 1024 * 1024
    lines: int = 5_000_000
    depth: int = 64
    nodes: int = 5_000_000
    scalar: int = 20_000
    findings: int = 10_000
    rounds: int = 100
    reread_characters: int = 4_000_000


LIMITS = Limits()
