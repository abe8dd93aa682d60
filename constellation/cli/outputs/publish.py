"""An output folder appears whole or not at all, and nobody else's files are ever removed.

Everything is written into a hidden folder beside the output, then both change places in one step.  The writer
holds a lock on its hidden folder, so that the next run can tell one left by a killed run and remove it.
"""

import ctypes
import errno
import fcntl
import glob
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from constellation.cli.outputs.ours import REPORT, foreign_in_report, names_in
from constellation.cli.refusal import Refusal, system_says
from constellation.cli.some import some_of
from constellation.words import mark, say

SUMMARY = "summary.json"
WRITTEN_BY_US = {
    SUMMARY, "index.html", "columns.csv", "networks.csv", "unmet.csv", "people.csv", "prices.csv", "networks.graphml",
    "expected_needs.csv", "expected_seats.csv", "shortages.csv", "near_peers.csv",
}  # fmt: skip
INPUTS = "inputs"  # a folder of the inputs as they were used
INPUTS_WRITTEN = {
    "people.csv", "needs.csv", "offers.csv", "pairs.csv", "conflicts.csv", "current.csv", "rules.json", "lists.csv",
}  # fmt: skip
NOWHERE_TO_WRITE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}
FOREIGN_NAMED = 3
EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
HERE = -100  # AT_FDCWD


def obstacle_to_publish(folder: Path) -> str:
    """Why results may not be written to `folder`; empty when they may.  Ask before a long run.

    A folder may be new, empty, or hold a Constellation output and nothing else.
    """
    folder = folder.resolve()
    if not folder.name:
        return say("{folder} cannot be replaced: name a folder inside it.", folder=folder)
    if folder.exists() and not folder.is_dir():
        return say("{folder} is a file: name a folder.", folder=folder)
    if folder.is_dir():
        if not os.access(folder, os.R_OK | os.X_OK):
            return say("{folder} may not be read by you: name another folder.", folder=folder)
        if os.path.ismount(folder):
            return say("{folder} is a disk of its own and cannot be replaced: name a folder inside it.", folder=folder)
        if strangers := foreign_names_now(folder):
            return say(
                "{folder} holds files that Constellation did not write ({names}): "
                "name another folder, or move them away.",
                folder=folder,
                names=strangers,
            )
    above = next(parent for parent in folder.parents if parent.exists())
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        return say("{folder} may not be written to by you: name a folder elsewhere.", folder=above)
    return ""


def foreign_names_now(folder: Path) -> str:
    """The foreign names of the folder that stands here, not of one that another run took away while we looked."""
    while True:
        try:
            looked_at = folder.stat()
            foreign = foreign_names(folder)
            if os.path.samestat(looked_at, folder.stat()):
                return foreign
        except (FileNotFoundError, NotADirectoryError):
            if not folder.is_dir():
                return ""


def foreign_names(folder: Path) -> str:
    """The first few entries that no run of ours wrote, all of them where there is no summary; else empty."""
    names = names_in(folder)
    ours = {name for name in names & WRITTEN_BY_US if (folder / name).is_file()} if SUMMARY in names else set()
    inputs = folder / INPUTS
    if ours and INPUTS in names and inputs.is_dir() and not inputs.is_symlink():
        ours.add(INPUTS)
        names |= {f"{INPUTS}/{name}" for name in names_in(inputs) - INPUTS_WRITTEN}
    report = folder / REPORT
    if ours and REPORT in names and report.is_dir() and not report.is_symlink():
        ours.add(REPORT)
        names |= foreign_in_report(report)
    return some_of(sorted(names - ours), FOREIGN_NAMED)


@contextmanager
def publish(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write into; when the block ends well it takes the place of `folder`.

    Raises Refusal where `folder` may not be replaced or the disk is full.  Whatever ends the block early,
    the previous output stays as it was.  Of two runs at once each is whole and the last one wins.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     with publish(Path(place) / "out") as folder:
    ...         _ = (folder / "summary.json").write_text("{}")
    ...     os.listdir(place)
    ['out']
    """
    folder = folder.resolve()
    refuse_if(obstacle_to_publish(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with alone_beside(folder):
            put_back_previous(folder)
            remove_leftovers(folder)
            fresh, lock = fresh_folder(folder)
    except OSError as error:
        sentence = mark("{folder} cannot be written to ({error}): name a folder elsewhere.")
        raise Refusal(say(sentence, folder=folder.parent, error=system_says(error))) from error
    try:
        yield fresh
        settle_on_disk(fresh)
        with alone_beside(folder):
            swap(fresh, folder)
    except OSError as error:
        if error.errno not in NOWHERE_TO_WRITE:
            raise
        sentence = mark(
            "the output cannot be written ({error}); what was in {folder} is unchanged: "
            "make room, or name a folder elsewhere."
        )
        raise Refusal(say(sentence, error=system_says(error), folder=folder)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)  # the previous output after success, the unfinished one after failure
        os.close(lock)


def refuse_if(obstacle: str) -> None:
    if obstacle:
        raise Refusal(obstacle)


@contextmanager
def alone_beside(folder: Path) -> Iterator[None]:
    """No other run makes, removes or renames anything of ours beside `folder` meanwhile."""
    lock = os.open(folder.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no locks
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def fresh_folder(folder: Path) -> tuple[Path, int]:
    """A new hidden folder beside `folder` and the open file descriptor that holds its lock."""
    fresh = folder.with_name(f"{hidden_name(folder)}{secrets.token_hex(6)}")
    fresh.mkdir()
    lock = os.open(fresh, os.O_RDONLY)
    with suppress(OSError):  # where there are no locks, nothing is ever taken for a leftover
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return fresh, lock


def remove_leftovers(folder: Path) -> None:
    """Remove the hidden folders of killed runs: those whose lock nobody holds."""
    for leftover in folder.parent.glob(f"{glob.escape(hidden_name(folder))}*"):
        with suppress(OSError):
            lock = os.open(leftover, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(leftover, ignore_errors=True)
            finally:
                os.close(lock)


def put_back_previous(folder: Path) -> None:
    """After a run killed between two of its three renames, the previous output comes back."""
    for aside in folder.parent.glob(f"{glob.escape(aside_name(folder))}*"):
        if not folder.exists():
            aside.rename(folder)


def hidden_name(folder: Path) -> str:
    return f".{folder.name[:80]}.constellation-"


def aside_name(folder: Path) -> str:
    return f".{folder.name[:80]}.previous-"


def settle_on_disk(fresh: Path) -> None:
    """Force the files to the disk, so that a full disk or a power cut shows before the old output goes."""
    for path in sorted(path for path in fresh.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            os.fsync(file.fileno())


def swap(fresh: Path, folder: Path) -> None:
    """Put `fresh` where `folder` is; what was there is then at `fresh`."""
    refuse_if(obstacle_to_publish(folder))
    if folder.exists():
        shutil.copymode(folder, fresh)
        exchange(fresh, folder)
    else:
        fresh.rename(folder)


def exchange(fresh: Path, folder: Path) -> None:
    """Both names change places in one step of the file system, or in three where it has no such step."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        by_three_renames(fresh, folder)
        return
    if renameat2(HERE, os.fsencode(fresh), HERE, os.fsencode(folder), EXCHANGE) == 0:
        return
    number = ctypes.get_errno()
    if number not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(number, os.strerror(number), str(folder))
    by_three_renames(fresh, folder)


def by_three_renames(fresh: Path, folder: Path) -> None:
    """Move the previous output aside, put the new one in place; a failure between puts the previous one back."""
    aside = folder.with_name(f"{aside_name(folder)}{secrets.token_hex(6)}")
    folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    aside.rename(fresh)
