"""What is damaged, protected, far too large or meant to harm is refused with one sentence, and nothing hangs."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.intake.formats import kind_of, read_file
from constellation.intake.tables import Unreadable
from tests.intake.made_workbooks import outcome, packed, refusal, rows_of, workbook


def test_a_bomb_is_refused_by_what_its_directory_says():
    data = packed(**{"roster.csv": b"0" * 50_000_000})

    sentence = refusal(data, "export.zip")

    assert (
        sentence
        == "export.zip would unpack to 50 MB, far more than a list of people; save the table alone and send that"
    )


def test_entities_in_a_flat_spreadsheet_are_refused(tmp_path):
    (tmp_path / "secret").write_text("secret")
    data = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'
        '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&e;</office:document>'
    ).encode()

    sentence = refusal(data, "roster.fods")

    assert sentence.startswith("roster.fods declares XML entities")


def test_a_cell_repeated_without_end_is_refused():
    data = (
        b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        b'<office:body><office:spreadsheet><table:table table:name="one"><table:table-row table:number-rows-repeated="1048576">'
        b'<table:table-cell table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
        b"</office:spreadsheet></office:body></office:document>"
    )

    sentence = refusal(data, "roster.fods")

    assert sentence.startswith("roster.fods has a sheet that reaches to row 1,048,576, too far for a list;")


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "C:\\Windows\\staff.csv", "a/../../staff.csv", "..\\staff.csv"]
)
def test_names_that_lead_out_of_an_archive_are_refused(path):
    data = packed(**{path: b"name,rank\nWang,Professor\n"})

    sentence = refusal(data, "export.zip")

    assert sentence.startswith("export.zip holds a file that wants to lie outside of it,")


def test_a_link_in_an_archive_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("staff.csv")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")

    sentence = refusal(out.getvalue(), "export.zip")

    assert sentence == "export.zip holds a link, 'staff.csv', instead of a file; pack the file itself"


def test_an_archive_in_an_archive_is_read_and_a_third_is_refused():
    first = packed(**{"staff.csv": b"name,rank\nWang,Professor\n"})
    second = packed(**{"inner.zip": first})

    rows, sentence = rows_of(second, "two.zip"), refusal(packed(**{"second.zip": second}), "three.zip")

    assert rows == [(1, ["name", "rank"]), (2, ["Wang", "Professor"])]
    assert (
        sentence == "three.zip/second.zip/inner.zip holds archives within archives; unpack it and use the files in it"
    )


def test_an_encrypted_archive_is_said_to_be_protected():
    data = bytearray(packed(**{"staff.csv": b"name,rank\n"}))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + place] |= 1

    sentence = refusal(bytes(data), "export.zip")

    assert sentence == "export.zip is protected by a password; save a copy without one"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF;"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is a picture;"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "is a program;"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "is a web archive;"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "is packed with gzip;"),
        (b"{\\rtf1\\ansi Name}", "is a rich text document;"),
        (bytes(range(256)) * 40, "holds no text and no workbook that is known;"),
        (b"", "is empty;"),
        (b" \r\n\r\n\t", "has nothing but blank lines;"),
        (b"\xef\xbb\xbf", "has nothing but blank lines;"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "is a calendar, not a list;"),
        (b"<html><body>Please sign in</body></html>", "is a web page without a table;"),
        (b"PK\x05\x06" + bytes(18), "holds no table that can be read, only nothing;"),
    ],
)
def test_what_is_no_table_is_said_to_be_what_it_is(data, words):
    sentence = refusal(data, "roster.csv")

    assert sentence.startswith(f"roster.csv {words}")


def test_the_content_decides_what_a_file_is_not_its_name():
    book = workbook(A1="Name", A2="Wang")

    rows = [
        rows_of(book, "roster.csv"),
        rows_of(b"Name\nWang\n", "roster.xlsx"),
        rows_of(b"<table><tr><td>Name<tr><td>Wang</table>", "r.xls"),
    ]

    assert rows == [[(1, ["Name"]), (2, ["Wang"])]] * 3
    assert kind_of(book, "roster.xls") == "xlsx"


def test_a_file_is_refused_by_its_size_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)

    with pytest.raises(Unreadable) as refused:
        read_file(path)

    assert str(refused.value).startswith("huge.csv has 1,000 MB, more than the 200 MB that are read;")


def test_what_is_no_file_is_refused_and_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "folder.csv").mkdir()

    sentences = []
    for name in ("pipe.csv", "folder.csv", "missing.csv"):
        with pytest.raises(Unreadable) as refused:
            read_file(tmp_path / name)
        sentences.append(str(refused.value))

    assert sentences == [
        "pipe.csv is a pipe, not a file; save what comes out of it and name that file",
        "folder.csv is a folder; name a file in it",
        "missing.csv is not there; check the name and the folder",
    ]


@given(
    st.binary(max_size=400),
    st.sampled_from(
        [
            b"",
            b"PK\x03\x04",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\xff\xfe",
            b"{",
            b"<table>",
            b"dn: a\n",
            b"BEGIN:VCARD\n",
            b"<?xml ",
        ]
    ),
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_tables_or_one_sentence(data, beginning):
    rows, sentence = outcome(beginning + data, "any.csv")

    assert sentence.startswith("any.csv ")
    assert "\n" not in sentence
    assert all(isinstance(cell, str) for _, cells in rows for cell in cells)


FOLDERS = ("messy_made", "xlsx_real")


@given(picked=st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_gives_tables_or_one_sentence_soon(shared_data: Path, picked):
    files = sorted(path for folder in FOLDERS for path in (shared_data / folder).iterdir())
    path = picked.draw(st.sampled_from(files), label="file")
    data = bytearray(path.read_bytes())
    for _ in range(picked.draw(st.integers(0, 6), label="flips")):
        data[picked.draw(st.integers(0, len(data) - 1))] ^= 1 << picked.draw(st.integers(0, 7))
    if picked.draw(st.booleans(), label="cut off"):
        del data[picked.draw(st.integers(1, len(data))) :]
    rows, sentence = outcome(bytes(data), path.name)

    assert sentence.startswith(path.name)
    assert all(isinstance(cell, str) for _, cells in rows for cell in cells)
