"""Says what a file seems to be that is neither text nor a workbook."""

from constellation.intake.tables import Unreadable
from constellation.words import mark, say

PICTURE = mark("{file} is a picture; ask for the list as xlsx or CSV")
PROGRAM = mark("{file} is a program; name the file with the list")
VERY_OLD = mark("{file} is a very old workbook; open it in a spreadsheet program and save it as xlsx")
BEGINNINGS = (
    (b"%PDF", mark("{file} is a PDF; ask for the list as xlsx or CSV, or copy its table into a workbook or CSV")),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"BM", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"{\\rtf", mark("{file} is a rich text document; copy its table into a workbook or CSV")),
    (b"\x7fELF", PROGRAM),
    (b"MZ", PROGRAM),
    (b"\x1f\x8b", mark("{file} is packed with gzip; unpack it first")),
    (b"BZh", mark("{file} is packed with bzip2; unpack it first")),
    (b"\xfd7zXZ", mark("{file} is packed with xz; unpack it first")),
    (b"7z\xbc\xaf", mark("{file} is packed with 7-Zip; unpack it first")),
    (b"Rar!", mark("{file} is packed with RAR; unpack it first")),
    (b"SQLite format 3", mark("{file} is a database; export the table as CSV")),
    (b"\x00\x01\x00\x00Standard", mark("{file} is an Access database; export the table as CSV")),
    (b"PAR1", mark("{file} is a Parquet file; export the table as CSV")),
    (b"\x04\"M\x18", mark("{file} is packed with LZ4; unpack it first")),
    (b"(\xb5/\xfd", mark("{file} is packed with Zstandard; unpack it first")),
    (b"MIME-Version:", mark("{file} is a web archive; open it in a spreadsheet program and save it as xlsx")),
    (b"ID3", mark("{file} is a sound file; name the file with the list")),
    (b"\x00\x00\x00\x18ftyp", mark("{file} is a film; name the file with the list")),
    (b"\xdb\xa5-\x00", mark("{file} is an old Word document; copy its table into a workbook or CSV")),
    (b"\x09\x08", VERY_OLD),
    (b"\x09\x04", VERY_OLD),
    (b"\x09\x02", VERY_OLD),
    (b"\x09\x00\x04\x00", VERY_OLD),
)  # fmt: skip
# separators of some exports, and the end mark of old ones
HARMLESS = "\t\n\r\f\v\x1a\x01\x1c\x1d\x1e\x1f"
LOOKED_AT = 20_000
MOST = 0.02


def refuse_binary(data: bytes, text: str, name: str) -> None:
    """`Unreadable` for a file that is no text, with what it seems to be.

    >>> refuse_binary(b"%PDF-1.7 ...", "%PDF-1.7 ...", "roster.csv")
    Traceback (most recent call last):
    constellation.intake.tables.Unreadable: roster.csv is a PDF; ask for the list as xlsx or CSV, or copy its table into a workbook or CSV
    """
    short = (b"BM", b"MZ")
    for beginning, sentence in BEGINNINGS:
        if data.startswith(beginning) and (beginning not in short or b"\x00" in data[:64]):
            raise Unreadable(say(sentence, file=name))
    head = text[:LOOKED_AT]
    odd = sum(head.count(letter) for letter in {*head} if is_odd(letter))
    if odd > 3 and odd > MOST * len(head):
        raise Unreadable(
            say("{file} holds no text and no workbook that is known; ask for the list as xlsx or CSV", file=name)
        )


def is_odd(letter: str) -> bool:
    """Whether a character has no place in text."""
    return (
        (letter < " " and letter not in HARMLESS)
        or "\x7f" <= letter <= "\x9f"
        or letter == "\ufffd"
        or "\ue000" <= letter <= "\uf8ff"
    )
