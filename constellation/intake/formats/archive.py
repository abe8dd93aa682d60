"""Archives: each member that holds a table, under the name `export.zip/folder/file.csv`."""

import contextlib
import dataclasses
import posixpath
import re
import stat
import zipfile
from collections.abc import Callable, Iterator

from constellation.intake.formats.limits import Limits
from constellation.intake.formats.text import Remark
from constellation.intake.formats.zips import member_bytes, open_zip
from constellation.intake.reading import INFO, WARNING
from constellation.intake.tables import RawTable, Unreadable

Opener = Callable[[bytes, str, Limits], Iterator[RawTable]]
# what systems put beside the files that were meant
LITTER = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE)
PROSE_NAMES = re.compile(
    r"(^|/)(read[ _-]?me|licen[cs]e|copying|changelog|notes?)[^/]*$|\.(md|rtf|pdf|docx?|png|jpe?g|gif)$", re.IGNORECASE
)
DOCUMENTS = {"word/": "is a Word document", "ppt/": "is a presentation", "visio/": "is a drawing"}
SAVE_TABLE = "copy its table into a workbook"
BENEATH = "pack the files again, without the folders above them"
MORE_ARCHIVES = "holds archives within archives; unpack it and use the files in it"


def archive_tables(data: bytes, name: str, limits: Limits, opener: Opener) -> Iterator[RawTable]:
    """The tables of every member that `opener` can read; the others are remarks at a last table without rows.

    Raises `Unreadable` for names that lead out of the archive, links, encrypted members, archives within archives
    beyond the limit, what is no archive of tables at all, and if no member can be read.
    """
    archive = open_zip(data, name, limits)
    members = [member for member in archive.infolist() if not member.is_dir()]
    check_members(members, name)
    remarks: list[Remark] = []
    left, count = limits.unpacked_bytes, 0
    for member in members:
        shown = shown_name(member)
        if LITTER.search(shown):
            remarks.append((0, shown, "passed over: put there by a system", "", INFO))
            continue
        left -= member.file_size
        inner = dataclasses.replace(limits, depth=limits.depth - 1, unpacked_bytes=max(0, left))
        tables = opened(archive, member, f"{name}/{shown}", inner, opener, remarks)
        for table in tables:
            count += 1
            yield table
    if not count:
        raise Unreadable(nothing_in(name, remarks))
    if remarks:
        yield RawTable(name, "", (), remarks=remarks)


def opened(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str, limits: Limits, opener: Opener, remarks: list[Remark]
) -> Iterator[RawTable]:
    """The tables of one member; if it has none, a remark says why."""
    shown = path.partition("/")[2]
    if PROSE_NAMES.search(shown):
        remarks.append((0, shown, "passed over: a text to read, no table", "", INFO))
        return
    if limits.depth < 0 and shown.lower().endswith(".zip"):
        raise Unreadable(f"{path} {MORE_ARCHIVES}")
    try:
        yield from opener(member_bytes(archive, member, path), path, limits)
    except Unreadable as reason:
        if str(reason).endswith(MORE_ARCHIVES):
            raise
        remarks.append((0, shown, f"not read: {reason}", "send this file alone if it is needed", WARNING))


def check_members(members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuses what no honest archive of tables holds."""
    for member in members:
        path = shown_name(member)
        if path.startswith("/") or re.match(r"[A-Za-z]:", path) or ".." in path.split("/"):
            raise Unreadable(f"{name} holds a file that wants to lie outside of it, {path[:80]!r}; {BENEATH}")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Unreadable(f"{name} holds a link, {path[:80]!r}, instead of a file; pack the file itself")
    for folder, words in DOCUMENTS.items():
        if any(shown_name(member).startswith(folder) for member in members):
            raise Unreadable(f"{name} {words}; {SAVE_TABLE}")


def shown_name(member: zipfile.ZipInfo) -> str:
    """The path within the archive; old programs write it in other letters and with backslashes."""
    path = member.orig_filename.partition("\0")[0]
    if not member.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            path = path.encode("cp437").decode("utf-8")
    path = path.replace("\\", "/")
    return path if path.startswith("/") or ".." in path.split("/") else posixpath.normpath(path)


def nothing_in(name: str, remarks: list[Remark]) -> str:
    """The sentence for an archive without a table, with what its members are."""
    read = [done.removeprefix("not read: ") for _, _, done, _, severity in remarks if severity == WARNING]
    if len(read) == 1:
        return read[0]
    named = ", ".join(found for _, found, *_ in remarks[:5]) or "nothing"
    return f"{name} holds no table that can be read, only {named}; pack the list itself"
