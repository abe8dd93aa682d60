"""Reads a file from a disk after looking at what it is and how large."""

import os
import stat
from pathlib import Path

from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.tables import Unreadable
from constellation.words import mark, say

KINDS = (
    (stat.S_ISDIR, mark("{file} is a folder; name a file in it")),
    (stat.S_ISFIFO, mark("{file} is a pipe, not a file; save what comes out of it and name that file")),
    (stat.S_ISSOCK, mark("{file} is a socket, not a file; name a file")),
    (stat.S_ISCHR, mark("{file} is a device, not a file; name a file")),
    (stat.S_ISBLK, mark("{file} is a device, not a file; name a file")),
)


def read_file(path: str | Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file; its size is looked at first, so that a huge one costs nothing.

    Raises `Unreadable` with one sentence for a file that is missing, too large, not readable or no file at all.

    >>> read_file("no/such/roster.csv")
    Traceback (most recent call last):
    constellation.intake.tables.Unreadable: roster.csv is not there; check the name and the folder
    """
    path = Path(path)
    name = path.name or str(path)
    try:
        check(path, name, limits)
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise Unreadable(say("{file} is not there; check the name and the folder", file=name)) from None
    except PermissionError:
        sentence = say("{file} may not be read by you; ask its owner for access or a copy", file=name)
        raise Unreadable(sentence) from None
    except Unreadable:
        raise
    except (OSError, ValueError) as reason:
        sentence = say("{file} cannot be opened ({reason}); save it again under another name", file=name, reason=reason)
        raise Unreadable(sentence) from None
    if len(data) > limits.file_bytes:
        raise Unreadable(too_large(name, len(data), limits))
    return data


def check(path: Path, name: str, limits: Limits) -> None:
    """Refuses by what the folder says of the file: opening a pipe would wait for ever."""
    about = os.stat(path)
    for is_kind, sentence in KINDS:
        if is_kind(about.st_mode):
            raise Unreadable(say(sentence, file=name))
    if about.st_size > limits.file_bytes:
        raise Unreadable(too_large(name, about.st_size, limits))


def too_large(name: str, size: int, limits: Limits) -> str:
    """The sentence for a file above the limit."""
    return say(
        "{file} has {size:,.0f} MB, more than the {most:,.0f} MB that are read; "
        "leave out columns that are not needed or split it",
        file=name,
        size=size / 1e6,
        most=limits.file_bytes / 1e6,
    )
