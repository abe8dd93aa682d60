"""Opens what is packed as zip, archives and workbooks alike, after weighing what its directory says."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from constellation.intake.formats.limits import Limits
from constellation.intake.tables import Unreadable

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
PROTECTED = "is protected by a password; save a copy without one"
CUT_OFF = "is damaged or cut off; send or download it again"


def open_zip(data: bytes, name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive, if its directory is within the limits and no member is encrypted.

    Raises `Unreadable` for a directory that is missing or cut off, too many members, too much unpacked, a ratio that
    only a bomb has, and passwords.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except DAMAGED:
        raise Unreadable(f"{name} {CUT_OFF}") from None
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.entries:
        raise Unreadable(
            f"{name} holds {len(members):,} files, more than {limits.entries:,}; pack only those that are needed"
        )
    if unpacked > limits.unpacked_bytes:
        raise Unreadable(bomb(name, unpacked))
    if unpacked > limits.ratio_from and unpacked > limits.ratio * len(data):
        raise Unreadable(bomb(name, unpacked))
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(f"{name} {PROTECTED}")
    return archive


def bomb(name: str, unpacked: int) -> str:
    return f"{name} would unpack to {unpacked / 1e6:,.0f} MB, far more than a list of people; save the table alone and send that"


def chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """A member's bytes in pieces, never more than its directory entry says."""
    try:
        with archive.open(member) as file:
            while piece := file.read(CHUNK):
                yield piece
    except RuntimeError as reason:
        raise Unreadable(f"{name} {PROTECTED if 'password' in str(reason) else CUT_OFF}") from None
    except DAMAGED:
        raise Unreadable(f"{name} {CUT_OFF}") from None


def member_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """A member's bytes."""
    return b"".join(chunks(archive, member, name))


def check_sizes(archive: zipfile.ZipFile, data: bytes, name: str) -> None:
    """Refuses an archive with a member that is larger than its directory entry says: other readers would unpack it."""
    for member in archive.infolist():
        if member.compress_type == zipfile.ZIP_DEFLATED and inflates_beyond(data, member):
            raise Unreadable(f"{name} {CUT_OFF}: a part of it is larger than it says")


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
