"""What a plan has already, into which a table or a project file goes."""

from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftOwner

Path = tuple[str, ...]


class Named(Struct):
    """A task or phase as it can be named; `was` are paths that it had before."""

    path: Path
    title: str
    no: str | None = None
    was: tuple[str, ...] = ()


class Known(Struct):
    """What a plan already has, into which a table goes: rows that mean its tasks keep their paths.

    `is_plan`: there is such a plan, so that nothing is decided about lengths.
    """

    owners: tuple[DraftOwner, ...] = ()
    groups: tuple[str, ...] = ()
    tasks: tuple[Named, ...] = ()
    phases: tuple[Named, ...] = ()
    is_plan: bool = False
