"""Says what a file seems to be that is neither text nor a workbook."""

from constellation.intake.tables import Unreadable

TABLE = "copy its table into a workbook or CSV"
BEGINNINGS = (
    (b"%PDF", f"is a PDF; ask for the list as xlsx or CSV, or {TABLE}"),
    (b"\x89PNG", "is a picture; ask for the list as xlsx or CSV"),
    (b"\xff\xd8\xff", "is a picture; ask for the list as xlsx or CSV"),
    (b"GIF8", "is a picture; ask for the list as xlsx or CSV"),
    (b"BM", "is a picture; ask for the list as xlsx or CSV"),
    (b"II*\x00", "is a picture; ask for the list as xlsx or CSV"),
    (b"MM\x00*", "is a picture; ask for the list as xlsx or CSV"),
    (b"{\\rtf", f"is a rich text document; {TABLE}"),
    (b"\x7fELF", "is a program; name the file with the list"),
    (b"MZ", "is a program; name the file with the list"),
    (b"\x1f\x8b", "is packed with gzip; unpack it first"),
    (b"BZh", "is packed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "is packed with xz; unpack it first"),
    (b"7z\xbc\xaf", "is packed with 7-Zip; unpack it first"),
    (b"Rar!", "is packed with RAR; unpack it first"),
    (b"SQLite format 3", "is a database; export the table as CSV"),
    (b"\x00\x01\x00\x00Standard", "is an Access database; export the table as CSV"),
    (b"PAR1", "is a Parquet file; export the table as CSV"),
    (b"\x04\"M\x18", "is packed with LZ4; unpack it first"),
    (b"(\xb5/\xfd", "is packed with Zstandard; unpack it first"),
    (b"MIME-Version:", "is a web archive; open it in a spreadsheet program and save it as xlsx"),
    (b"ID3", "is a sound file; name the file with the list"),
    (b"\x00\x00\x00\x18ftyp", "is a film; name the file with the list"),
    (b"\xdb\xa5-\x00", f"is an old Word document; {TABLE}"),
    (b"\x09\x08", "is a very old workbook; open it in a spreadsheet program and save it as xlsx"),
    (b"\x09\x04", "is a very old workbook; open it in a spreadsheet program and save it as xlsx"),
    (b"\x09\x02", "is a very old workbook; open it in a spreadsheet program and save it as xlsx"),
    (b"\x09\x00\x04\x00", "is a very old workbook; open it in a spreadsheet program and save it as xlsx"),
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
            raise Unreadable(f"{name} {sentence}")
    head = text[:LOOKED_AT]
    odd = sum(head.count(letter) for letter in {*head} if is_odd(letter))
    if odd > 3 and odd > MOST * len(head):
        raise Unreadable(f"{name} holds no text and no workbook that is known; ask for the list as xlsx or CSV")


def is_odd(letter: str) -> bool:
    """Whether a character has no place in text."""
    return (
        (letter < " " and letter not in HARMLESS)
        or "\x7f" <= letter <= "\x9f"
        or letter == "\ufffd"
        or "\ue000" <= letter <= "\uf8ff"
    )
