"""The folder of streams inside an old Office file, as far as it is needed to look into an xls and to write it anew."""

import struct
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST_SECTOR = 0xFFFFFFFA
ENTRY, SMALL = 128, 64
LARGE_SECTOR, LARGE_SHIFT = 4096, 12
END, OF_THE_TABLE, FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a stream begins, in sectors, and its size in bytes."""

    first: int
    size: int


class OldOfficeFile:
    """Streams by name; `ValueError` where the file is cut off or its chains run in circles."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise ValueError("no old Office file")
        self.data = data
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise ValueError("odd sector size")
        self.sector = 1 << shift
        self.cutoff = struct.unpack_from("<I", data, 56)[0]
        self.next = self.table(self.sectors_of_table())
        folder = self.chain(struct.unpack_from("<I", data, 48)[0])
        self.streams = dict(entries(folder))
        self.small_next = self.table(list(self.walk(struct.unpack_from("<I", data, 60)[0])))

    def at(self, sector: int) -> bytes:
        """One sector; the last one of a file may be short."""
        return self.data[(sector + 1) * self.sector : (sector + 2) * self.sector]

    def table(self, sectors: list[int]) -> tuple[int, ...]:
        content = b"".join(map(self.at, sectors))
        return struct.unpack_from(f"<{len(content) // 4}I", content)

    def sectors_of_table(self) -> list[int]:
        """The sectors of the table of sectors: 109 in the header, further ones in a list of their own."""
        sectors = list(struct.unpack_from("<109I", self.data, 76))
        place, steps = struct.unpack_from("<I", self.data, 68)[0], 0
        while place < LAST_SECTOR and steps < len(self.data) // self.sector:
            further = self.table([place])
            if not further:
                break
            sectors += further[:-1]
            place, steps = further[-1], steps + 1
        return [sector for sector in sectors if sector < LAST_SECTOR]

    def walk(self, sector: int) -> list[int]:
        """The sectors of a chain."""
        found: list[int] = []
        while sector < LAST_SECTOR:
            if sector >= len(self.next) or len(found) > len(self.next):
                raise ValueError("a chain of sectors leads nowhere")
            found.append(sector)
            sector = self.next[sector]
        return found

    def chain(self, sector: int) -> bytes:
        return b"".join(map(self.at, self.walk(sector)))

    def read(self, name: str) -> bytes:
        """The bytes of a stream; those below the cutoff lie in pieces of 64 bytes in the stream of the root."""
        stream = self.streams[name]
        if stream.size >= self.cutoff:
            return self.chain(stream.first)[: stream.size]
        pool, sector = self.chain(self.streams["Root Entry"].first), stream.first
        found: list[bytes] = []
        while sector < LAST_SECTOR and len(found) * SMALL < stream.size:
            found.append(pool[sector * SMALL : (sector + 1) * SMALL])
            if sector >= len(self.small_next):
                raise ValueError("a chain of sectors leads nowhere")
            sector = self.small_next[sector]
        return b"".join(found)[: stream.size]


def entries(folder: bytes) -> list[tuple[str, Stream]]:
    """Names and places of the streams, in the folder's order."""
    found = []
    for start in range(0, len(folder) - ENTRY + 1, ENTRY):
        length = struct.unpack_from("<H", folder, start + 64)[0]
        if 2 <= length <= 64:
            name = folder[start : start + length - 2].decode("utf-16-le", errors="replace")
            first, size = struct.unpack_from("<II", folder, start + 116)
            found.append((name, Stream(first, size)))
    return found


def alone(content: bytes | bytearray) -> bytes:
    """An old Office file with nothing but this workbook: its folder and chains are in order, whatever the file had.

    >>> OldOfficeFile(alone(b"abc")).read("Workbook")[:3]
    b'abc'
    """
    count = max(1, -(-len(content) // LARGE_SECTOR))
    entries_of_sector = LARGE_SECTOR // 4
    tables = -(-(count + 3) // (entries_of_sector - 1))
    chain = [
        *range(1, count),
        END,
        END,
        END,
        *[OF_THE_TABLE] * tables,
    ]  # the workbook, the folder, the root's, the table
    chain += [FREE] * (tables * entries_of_sector - len(chain))
    size = count * LARGE_SECTOR
    folder = entry("Root Entry", 5, count + 1, SMALL, child=1) + entry("Workbook", 2, 0, size)
    header = struct.pack(
        "<8s16x5H6x9I", SIGNATURE, 0x3E, 4, 0xFFFE, LARGE_SHIFT, 6, 1, tables, count, 0, 4096, END, 0, END, 0
    )
    places = struct.pack("<109I", *(count + 2 + at if at < tables else FREE for at in range(109)))
    parts = (header + places, content, folder, b"", struct.pack(f"<{len(chain)}I", *chain))
    sizes = (LARGE_SECTOR, size, LARGE_SECTOR, LARGE_SECTOR, 0)
    return b"".join(part.ljust(length, b"\0") for part, length in zip(parts, sizes, strict=True))


def entry(name: str, kind: int, first: int, size: int, child: int = FREE) -> bytes:
    """A line of the folder."""
    text = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", text, len(text) + 2, kind, 1, FREE, FREE, child, first, size)
