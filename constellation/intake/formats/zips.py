"""Opens what is packed as zip, archives and workbooks alike, after weighing what its directory says."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from constellation.intake.formats.limits import Limits
from constellation.intake.tables import Unreadable
from constellation.words import mark, say, say_count

CHUNK, PACKED_CHUNK = 1 << 20, 1 << 16
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
PROTECTED = mark("{file} is protected by a password; save a copy without one")
CUT_OFF = mark("{file} is damaged or cut off; send or download it again")


def open_zip(data: bytes, name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive, if its directory is within the limits and no member is encrypted.

    Raises `Unreadable` for a directory that is missing or cut off, too many members, too much unpacked, a ratio that
    only a bomb has, and passwords.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except DAMAGED:
        raise Unreadable(say(CUT_OFF, file=name)) from None
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.entries:
        raise Unreadable(
            say_count(
                "{file} holds {n} file, more than {most:,}; pack only those that are needed",
                "{file} holds {n} files, more than {most:,}; pack only those that are needed",
                len(members),
                file=name,
                most=limits.entries,
            )
        )
    if unpacked > limits.unpacked_bytes:
        raise Unreadable(bomb(name, unpacked))
    if unpacked > limits.ratio_from and unpacked > limits.ratio * len(data):
        raise Unreadable(bomb(name, unpacked))
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(say(PROTECTED, file=name))
    return archive


def bomb(name: str, unpacked: int) -> str:
    return say(
        "{file} would unpack to {size:,.0f} MB, far more than a list of people; save the table alone and send that",
        file=name,
        size=unpacked / 1e6,
    )


def chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """A member's bytes in pieces, never more than its directory entry says."""
    try:
        with archive.open(member) as file:
            while piece := file.read(CHUNK):
                yield piece
    except RuntimeError as reason:
        raise Unreadable(say(PROTECTED if "password" in str(reason) else CUT_OFF, file=name)) from None
    except DAMAGED:
        raise Unreadable(say(CUT_OFF, file=name)) from None


def member_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """A member's bytes."""
    return b"".join(chunks(archive, member, name))


def check_sizes(archive: zipfile.ZipFile, data: bytes, name: str) -> None:
    """Refuses an archive with a member that is larger than its directory entry says: other readers would unpack it."""
    for member in archive.infolist():
        if member.compress_type == zipfile.ZIP_DEFLATED and inflates_beyond(data, member):
            raise Unreadable(
                say(
                    "{file} is damaged or cut off; send or download it again: a part of it is larger than it says",
                    file=name,
                )
            )


def inflates_beyond(data: bytes, member: zipfile.ZipInfo) -> bool:
    """Whether more comes out of a deflated member than announced."""
    header = member.header_offset
    start = header + 30 + int.from_bytes(data[header + 26 : header + 28], "little")
    start += int.from_bytes(data[header + 28 : header + 30], "little")
    end = min(len(data), start + member.compress_size)
    try:
        size = 0
        for piece in inflated(data, start, end):
            size += len(piece)
            if size > member.file_size:
                return True
    except zlib.error:  # damage is told where the member is read
        return False
    return False


def inflated(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """What comes out of deflated bytes, piece by piece, so that a bomb can be stopped."""
    unpacker = zlib.decompressobj(-15)
    for place in range(start, end, PACKED_CHUNK):
        left = data[place : min(end, place + PACKED_CHUNK)]
        while left and not unpacker.eof:
            piece = unpacker.decompress(left, CHUNK)
            if not piece and len(unpacker.unconsumed_tail) == len(left):
                return
            left = unpacker.unconsumed_tail
            yield piece
    while not unpacker.eof and (piece := unpacker.decompress(b"", CHUNK)):
        yield piece
