"""Why the disk refused, as a message: what the system itself says is terse, and English."""

import errno

from rectify_cli.foundation.finding import Message, say

_NOT_READ = {
    errno.ENOENT: say("there is no such file"),
    errno.ENOTDIR: say("there is no such folder"),
    errno.EACCES: say("reading it is not permitted"),
    errno.EPERM: say("reading it is not permitted"),
    errno.ELOOP: say("its links lead in a circle"),
    errno.ENAMETOOLONG: say("its name is too long"),
    errno.ENXIO: say("it is a socket or a device, not a file"),
    errno.EIO: say("the disk reports an error"),
}
_NOT_WRITTEN = {
    errno.ENOENT: say("there is no such folder"),
    errno.ENOTDIR: say("a file stands where its folder has to be"),
    errno.EEXIST: say("a file stands where its folder has to be"),
    errno.EISDIR: say("a folder stands there"),
    errno.EACCES: say("writing there is not permitted"),
    errno.EPERM: say("writing there is not permitted"),
    errno.EROFS: say("the disk can only be read"),
    errno.ENOSPC: say("the disk is full"),
    errno.EDQUOT: say("the space allowed on the disk is used up"),
    errno.EFBIG: say("the file would be larger than is allowed"),
    errno.ELOOP: say("its links lead in a circle"),
    errno.ENAMETOOLONG: say("the path is too long"),
    errno.EIO: say("the disk reports an error"),
}


def why_not_read(error: Exception) -> Message:
    """What keeps a file or a folder from being read; the system's words where there are no ours."""
    return _reason(error, _NOT_READ)


def why_not_written(error: Exception) -> Message:
    """The same of writing one."""
    return _reason(error, _NOT_WRITTEN)


def _reason(error: Exception, known: dict[int, Message]) -> Message:
    if isinstance(error, UnicodeEncodeError) or "embedded null" in str(error):
        return say("its name holds a character that no file may have")
    if isinstance(error, OSError) and error.errno in known:
        return known[error.errno]
    return say("{why}", why=getattr(error, "strerror", None) or str(error))
