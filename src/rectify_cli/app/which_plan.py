"""Which plan a command takes: the one that is named, else the one that can only be meant.

Named by an argument, by `--plan` or by `RECTIFY_PLAN`; else `plan.yaml` or what stands under the
nearest `plans/`, in the working folder or around it up to the home or repository folder. A plan
that another of them includes does not count.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.find import folders_upward, plans_here, plans_under
from rectify_cli.store.read import Unreadable, is_folder, read_file

_NONE = say(
    "no plan here (looked for plan.yaml and plans/*.yaml up to the home or repository folder)"
)


class Standing(Protocol):
    """Where somebody stands, and the plan that is named there: all that is asked of `Here`."""

    @property
    def folder(self) -> Path:
        """The working folder."""

    @property
    def home(self) -> Path | None:
        """The home folder."""

    @property
    def plan(self) -> str | None:
        """What `--plan` or `RECTIFY_PLAN` names."""


class NoPlan(Struct):
    """Why no plan was taken. `several` lists those that it could be; empty: there is none."""

    why: Message
    several: tuple[Path, ...] = ()


def which_plan(argument: str | None, here: Standing) -> Path | NoPlan:
    """The one plan that a command takes."""
    plans = which_plans([] if argument is None else [argument], here)
    if isinstance(plans, NoPlan):
        return plans
    if len(plans) > 1:
        return NoPlan(say("there are several plans; name one of them"), tuple(plans))
    return plans[0]


def which_plans(arguments: Sequence[str], here: Standing) -> list[Path] | NoPlan:
    """Every plan that is meant: those named, those under a folder that is named, else all here."""
    named = list(arguments) or ([here.plan] if here.plan else [])
    if not named:
        return _found_here(here)
    plans: dict[str, Path] = {}

    def take(path: Path) -> None:
        """Take a plan once, however it is named: `plan.yaml` and `./plan.yaml` are one."""
        plans.setdefault(os.path.normpath(here.folder / path), path)

    for name in named:
        path = Path(name)
        if not is_folder(here.folder / path):
            take(path)
            continue
        under = _without_included(plans_under(here.folder / path))
        if not under:
            return NoPlan(say("there is no plan under {folder}", folder=name))
        for each in under:
            take(_shown(each, here.folder))
    return list(plans.values())


def _found_here(here: Standing) -> list[Path] | NoPlan:
    for folder in folders_upward(here.folder, here.home):
        plans = _without_included(plans_here(folder))
        if plans:
            return [_shown(each, here.folder) for each in plans]
    return NoPlan(_NONE)


def _shown(path: Path, folder: Path) -> Path:
    """A path as people in the folder write it."""
    try:
        return Path(os.path.relpath(path, folder))
    except ValueError:  # another drive
        return path


def _without_included(plans: list[Path]) -> list[Path]:
    """The plans that no other includes; all of them, where they include each other in a circle."""
    if len(plans) < 2:
        return plans
    included = {os.path.normpath(each) for plan in plans for each in _includes(plan)}
    return [plan for plan in plans if os.path.normpath(plan) not in included] or plans


def _includes(plan: Path) -> list[Path]:
    """The files that a plan's `include` names; none where it cannot be read."""
    data = read_file(plan)
    if isinstance(data, Unreadable) or b"include" not in data:
        return []
    # Costly, and not needed where no plan is looked for.
    from rectify_cli.syntax.decode import decode  # noqa: PLC0415
    from rectify_cli.syntax.node import Mapping, Scalar  # noqa: PLC0415
    from rectify_cli.syntax.parse import parse  # noqa: PLC0415

    source = decode(str(plan), data)[0]
    root = None if source is None else parse(source)[0]
    mounts = root.values.get("include") if isinstance(root, Mapping) else None
    values = mounts.values.values() if isinstance(mounts, Mapping) else ()
    return [plan.parent / each.text for each in values if isinstance(each, Scalar)]
