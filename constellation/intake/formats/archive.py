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
from constellation.words import mark, say

Opener = Callable[[bytes, str, Limits], Iterator[RawTable]]
# what systems put beside the files that were meant
LITTER = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE)
PROSE_NAMES = re.compile(
    r"(^|/)(read[ _-]?me|licen[cs]e|copying|changelog|notes?)[^/]*$|\.(md|rtf|pdf|docx?|png|jpe?g|gif)$", re.IGNORECASE
)
DOCUMENTS = {
    "word/": mark("{file} is a Word document; copy its table into a workbook"),
    "ppt/": mark("{file} is a presentation; copy its table into a workbook"),
    "visio/": mark("{file} is a drawing; copy its table into a workbook"),
}


class ArchivesWithin(Unreadable):
    """An archive within an archive, deeper than is looked: whatever else can be read, the whole is refused."""

    def __init__(self, name: str) -> None:
        super().__init__(say("{file} holds archives within archives; unpack it and use the files in it", file=name))


def archive_tables(data: bytes, name: str, limits: Limits, opener: Opener) -> Iterator[RawTable]:
    """The tables of every member that `opener` can read; the others are remarks at a last table without rows.

    Raises `Unreadable` for names that lead out of the archive, links, encrypted members, archives within archives
    beyond the limit, what is no archive of tables at all, and if no member can be read.
    """
    archive = open_zip(data, name, limits)
    members = [member for member in archive.infolist() if not member.is_dir()]
    check_members(members, name)
    remarks, refused = list[Remark](), list[Unreadable]()
    left, count = limits.unpacked_bytes, 0
    for member in members:
        shown = shown_name(member)
        if LITTER.search(shown):
            remarks.append((0, shown, say("passed over: put there by a system"), "", INFO))
            continue
        left -= member.file_size
        inner = dataclasses.replace(limits, depth=limits.depth - 1, unpacked_bytes=max(0, left))
        tables = opened(archive, member, f"{name}/{shown}", inner, opener, remarks, refused)
        for table in tables:
            count += 1
            yield table
    if not count:
        raise Unreadable(nothing_in(name, remarks, refused))
    if remarks:
        yield RawTable(name, "", (), remarks=remarks)


def opened(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    path: str,
    limits: Limits,
    opener: Opener,
    remarks: list[Remark],
    refused: list[Unreadable],
) -> Iterator[RawTable]:
    """The tables of one member; if it has none, a remark says why, and what was refused is kept."""
    shown = path.partition("/")[2]
    if PROSE_NAMES.search(shown):
        remarks.append((0, shown, say("passed over: a text to read, no table"), "", INFO))
        return
    if limits.depth < 0 and shown.lower().endswith(".zip"):
        raise ArchivesWithin(path)
    try:
        yield from opener(member_bytes(archive, member, path), path, limits)
    except ArchivesWithin:
        raise
    except Unreadable as reason:
        refused.append(reason)
        done, mend = say("not read: {reason}", reason=reason), say("send this file alone if it is needed")
        remarks.append((0, shown, done, mend, WARNING))


def check_members(members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuses what no honest archive of tables holds."""
    for member in members:
        path = shown_name(member)
        if path.startswith("/") or re.match(r"[A-Za-z]:", path) or ".." in path.split("/"):
            raise Unreadable(
                say(
                    "{file} holds a file that wants to lie outside of it, {path!r}; "
                    "pack the files again, without the folders above them",
                    file=name,
                    path=path[:80],
                )
            )
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Unreadable(
                say("{file} holds a link, {path!r}, instead of a file; pack the file itself", file=name, path=path[:80])
            )
    for folder, sentence in DOCUMENTS.items():
        if any(shown_name(member).startswith(folder) for member in members):
            raise Unreadable(say(sentence, file=name))


def shown_name(member: zipfile.ZipInfo) -> str:
    """The path within the archive; old programs write it in other letters and with backslashes."""
    path = member.orig_filename.partition("\0")[0]
    if not member.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            path = path.encode("cp437").decode("utf-8")
    path = path.replace("\\", "/")
    return path if path.startswith("/") or ".." in path.split("/") else posixpath.normpath(path)


def nothing_in(name: str, remarks: list[Remark], refused: list[Unreadable]) -> str:
    """The sentence for an archive without a table, with what its members are."""
    if len(refused) == 1:
        return str(refused[0])
    if not remarks:
        return say("{file} holds no table that can be read, only nothing; pack the list itself", file=name)
    named = ", ".join(found for _, found, *_ in remarks[:5])
    return say("{file} holds no table that can be read, only {members}; pack the list itself", file=name, members=named)
