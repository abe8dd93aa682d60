"""The release log as a file: read and written under a lock, so that two reports at once do not miss each other."""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import Any

import numpy as np

from constellation.engine.privacy import EMPTY, Entry, Past, ReleaseLog, Table
from constellation.engine.problem import BadProblem
from constellation.words import say

FORMAT = 1
OWNER_ONLY = 0o600


class BadLog(ValueError):
    """A release log that cannot be read; the sentence names the file and the mend."""


@dataclass(frozen=True)
class LogFile:
    """The log while nobody else may write it."""

    path: Path
    log: ReleaseLog

    def keep(self, log: ReleaseLog) -> None:
        """Write the log anew.  Do so before the report appears: what is in the log but never came out harms nobody."""
        write(self.path, log)


@dataclass(frozen=True)
class NoLog:
    """Where nothing is remembered: a report is checked against itself alone."""

    log: ReleaseLog = EMPTY

    def keep(self, log: ReleaseLog) -> None:
        """Nothing is kept."""


@contextmanager
def open_log(path: Path) -> Iterator[LogFile]:
    """The log of a file, empty where there is none yet; others wait until the block ends.

    Raises BadLog for a file that is no release log, OSError where its folder may not be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with open_log(Path(folder) / "releases.json") as file:
    ...         file.keep(file.log.and_also(Entry("May", 5, ())))
    ...     read(Path(folder) / "releases.json").entries[0].label
    'May'
    """
    path = path.resolve()
    lock = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield LogFile(path, read(path))
    finally:
        os.close(lock)


def obstacle_to_log(path: Path, out: Path) -> str:
    """Why a log cannot be kept in this file beside an output in `out`; empty where it can.  Ask before a long run."""
    path, out = path.resolve(), out.resolve()
    if path.is_relative_to(out):
        return say(
            "{path}: the release log would be replaced with the output; keep it outside of {out}.",
            path=path.name,
            out=out.name,
        )
    if not path.parent.is_dir():
        return say(
            "{path}: there is no folder {folder} for the release log; make it first.",
            path=path.name,
            folder=path.parent.name,
        )
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.R_OK | os.W_OK):
        return say("{path}: the release log cannot be written there; name another file.", path=path.name)
    try:
        read(path)
    except BadLog as error:
        return str(error)
    return ""


def read(path: Path) -> ReleaseLog:
    """Everything released so far; empty where there is no such file.  Raises BadLog as `open_log` does."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise BadLog(say("{path} was written by a newer version: use that one.", path=path.name))
        return ReleaseLog(tuple(entry_from(each) for each in content["releases"]))
    except FileNotFoundError:
        return EMPTY
    except BadLog:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, BadProblem):
        raise BadLog(
            say(
                "{path} is no release log, or a damaged one: name another file or take it from a backup.",
                path=path.name,
            )
        ) from None


def write(path: Path, log: ReleaseLog) -> None:
    """Write beside and rename, readable by its owner alone: the log holds the hidden numbers too."""
    content = {"format": FORMAT, "releases": [entry_as_data(entry) for entry in log.entries]}
    handle, fresh = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
        sync_folder(path.parent)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(fresh)
        raise


def sync_folder(folder: Path) -> None:
    """A rename holds through a loss of power only once its folder is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def entry_as_data(entry: Entry) -> dict[str, Any]:
    return {"label": entry.label, "threshold": entry.threshold, "tables": [past_as_data(past) for past in entry.tables]}


def entry_from(data: Mapping[str, Any]) -> Entry:
    return Entry(str(data["label"]), int(data["threshold"]), tuple(past_from(each) for each in data["tables"]))


def past_as_data(past: Past) -> dict[str, Any]:
    table = past.table
    return {
        "name": table.name,
        "population": table.population,
        "part_of": table.part_of,
        "where": dict(table.where),
        "dimensions": table.dimensions,
        "categories": table.categories,
        "overlapping": sorted(table.overlapping),
        "public": sorted(table.public),
        "made_of": {dimension: dict(parts) for dimension, parts in table.made_of.items()},
        "counts": table.counts.tolist(),
        "shown": past.shown.tolist(),
    }


def past_from(data: Mapping[str, Any]) -> Past:
    table = Table(
        data["name"],
        data["population"],
        tuple(data["dimensions"]),
        tuple(map(tuple, data["categories"])),
        np.array(data["counts"], np.int64),
        overlapping=frozenset(data["overlapping"]),
        public=frozenset(data["public"]),
        made_of={
            dimension: {name: tuple(finer) for name, finer in parts.items()}
            for dimension, parts in data["made_of"].items()
        },
        where=data["where"],
        part_of=data["part_of"],
    )
    shown = np.array(data["shown"], bool)
    if shown.shape != tuple(size + 1 for size in table.counts.shape):
        raise ValueError(data["name"])
    return Past(table, shown)
