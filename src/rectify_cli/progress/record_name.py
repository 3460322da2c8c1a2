"""What a file of reports is called and holds: its content says its name, so no change is hidden.

`2021-03/20210308T010203Z-chen-5f0c1d2e3a4b5c6d.jsonl`: the month, the moment in UTC, who wrote,
and a hash of the lines. ASCII, short, no colon: a name for every file system.
"""

import re
from hashlib import sha256
from unicodedata import normalize

from rectify_cli.progress.events import Event

ENDING = ".jsonl"
MAX_SLUG = 16
_NOT_IN_A_SLUG = re.compile("[^a-z0-9]+")
# A file that a synced folder copied is called `…-5f0c1d2e3a4b5c6d (1).jsonl` or the like.
_HASH = re.compile("-([0-9a-f]{16})(?![0-9a-f])")
_PACK = re.compile(r"[0-9]{6}-pack-[0-9a-f]{16}\.jsonl")


def content_hash(content: bytes) -> str:
    """The hash of a file's content; line ends that another system made do not change it."""
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    return sha256(content).hexdigest()[:16]


def record_name(first: Event, content: bytes) -> str:
    """The name of a command's file, with its month's folder, after the first of its events."""
    at = first.at
    moment = f"{at[:4]}{at[5:7]}{at[8:13]}{at[14:16]}{at[17:19]}Z"
    return f"{at[:7]}/{moment}-{slug(first.by)}-{content_hash(content)}{ENDING}"


def pack_name(month: str, content: bytes) -> str:
    """The name of a file that holds the reports of a month (`2021-03`)."""
    return f"{month}/{month.replace('-', '')}-pack-{content_hash(content)}{ENDING}"


def is_pack(name: str) -> bool:
    """Whether a file's name within its progress folder is that of a pack."""
    return _PACK.fullmatch(name.rpartition("/")[2]) is not None


def hash_in(name: str) -> str | None:
    """The hash that a file's name speaks of; None where it is not named as reports are."""
    found = _HASH.findall(name)
    return found[-1] if found else None


def slug(by: str) -> str:
    """A writer in a few ASCII characters; one of another script by a number of his own."""
    plain = normalize("NFKD", by.partition("@")[0]).encode("ascii", "ignore").decode("ascii")
    short = _NOT_IN_A_SLUG.sub("-", plain.lower()).strip("-")[:MAX_SLUG].strip("-")
    return short or "by" + sha256(by.encode("utf-8", "surrogatepass")).hexdigest()[:4]
