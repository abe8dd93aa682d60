"""Single files that appear whole, all of them at once, or not at all.

Each is written into a hidden file beside its place, forced to the disk, and renamed when all are done.  The writer
holds a lock on its hidden file, so that the next run can tell one left by a killed run and remove it.
"""

import errno
import fcntl
import glob
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from constellation.cli.refusal import Refusal, system_says
from constellation.words import say


def obstacle_to_write(path: Path) -> str:
    """Why this file may not be written; empty when it may.  Ask before a long run."""
    path = path.resolve()
    try:
        found = path.stat().st_mode
    except FileNotFoundError:
        found = None
    except OSError:
        return say("{file} cannot be looked at: name a file elsewhere.", file=path)
    if found is not None and stat.S_ISDIR(found):
        return say("{file} is a folder: name a file in it.", file=path)
    if found is not None and not stat.S_ISREG(found):
        return say("{file} is no plain file: name another one.", file=path)
    above = next(parent for parent in path.parents if parent.exists())
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        return say("{folder} may not be written to by you: name a file elsewhere.", folder=above)
    return ""


@contextmanager
def whole_files() -> Iterator[Callable[[Path], BinaryIO]]:
    """Give a function that opens files; when the block ends well all take their places, else none does.

    Raises Refusal where the disk is full or a place may not be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     with whole_files() as opened:
    ...         before = opened(Path(place) / "a.csv").write(b"given") and os.path.exists(Path(place) / "a.csv")
    ...     before, os.listdir(place)
    (False, ['a.csv'])
    """
    unfinished: list[tuple[BinaryIO, Path, Path]] = []
    with ExitStack() as stack, told_as_refusal():

        def opened(path: Path) -> BinaryIO:
            path = path.resolve()
            if obstacle := obstacle_to_write(path):
                raise Refusal(obstacle)
            path.parent.mkdir(parents=True, exist_ok=True)
            remove_leftovers(path)
            fresh = path.with_name(f"{hidden_name(path)}{secrets.token_hex(6)}")
            stack.callback(fresh.unlink, missing_ok=True)
            file = stack.enter_context(fresh.open("xb"))
            with suppress(OSError):  # some network disks know no locks
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            unfinished.append((file, fresh, path))
            return file

        yield opened
        for file, fresh, path in unfinished:
            settle(file, fresh, path)
        for _, fresh, path in unfinished:
            fresh.replace(path)


def settle(file: BinaryIO, fresh: Path, path: Path) -> None:
    """Force the file to the disk, so that a full disk shows before the old one goes; who may read it stays so."""
    file.flush()
    os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, fresh)


@contextmanager
def told_as_refusal() -> Iterator[None]:
    """A disk that is full or may not be written ends in a sentence."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Refusal(unwritten(error)) from None


def unwritten(error: OSError) -> str:
    """The sentence for a file that could not be written.

    >>> unwritten(OSError(errno.ENOSPC, "No space left on device", "/out/a.csv"))
    '/out: no space left on device, so nothing was written; free some space or name another place.'
    """
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    mend = say("free some space or name another place") if full else say("name another place")
    reason = system_says(error).lower() if error.strerror else say("it cannot be written")
    if not error.filename:
        return say("{reason}, so nothing was written; {mend}.", reason=reason, mend=mend)
    where = Path(error.filename).parent
    return say("{folder}: {reason}, so nothing was written; {mend}.", folder=where, reason=reason, mend=mend)


def remove_leftovers(path: Path) -> None:
    """Remove the hidden files of killed runs: those whose lock nobody holds."""
    for leftover in path.parent.glob(f"{glob.escape(hidden_name(path))}*"):
        with suppress(OSError):
            lock = os.open(leftover, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                leftover.unlink()
            finally:
                os.close(lock)


def hidden_name(path: Path) -> str:
    return f".{path.name[:40]}.constellation-"
