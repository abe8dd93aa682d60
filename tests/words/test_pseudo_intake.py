"""Whatever reading a file says goes through the catalogue: read in a language of letters that no file has."""

import gettext
import io
import re
import zipfile
from datetime import date
from pathlib import Path
from string import Formatter, ascii_letters

import openpyxl
import pytest

from constellation.intake import Reading, Unreadable, mapping_text, read_bytes
from constellation.intake.formats import Limits, open_tables
from constellation.intake.mapping.remembered import KINDS, known_fields
from constellation.intake.people.resolve import Directory
from constellation.words import catalogue, in_language

TODAY = date(2026, 1, 1)
OPENS, CLOSES = "⟦", "⟧"
BOLD = str.maketrans(ascii_letters, "".join(chr(0x1D41A + at if at < 26 else 0x1D400 + at - 26) for at in range(52)))
BETWEEN = set(" ;,")  # what may stand between two sentences of one entry
WORD = re.compile(r"[A-Za-z]{2,}")
NAMES_OF_ENCODINGS = "unicode utf windows iso macroman code page gb big shift_jis euc koi"
KEYS = " ".join([*known_fields(), *KINDS, NAMES_OF_ENCODINGS, "table and"])  # `and` is how Babel joins a list


class Pseudo(gettext.NullTranslations):
    """A language in which every sentence stands in brackets, in letters that are its own."""

    def gettext(self, message: str) -> str:
        return OPENS + "".join(in_bold(*part) for part in Formatter().parse(message)) + CLOSES

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)


def in_bold(words: str, gap: str | None, form: str | None, conversion: str | None) -> str:
    words = words.translate(BOLD)
    if gap is None:
        return words
    return f"{words}{{{gap}{'!' + conversion if conversion else ''}{':' + form if form else ''}}}"


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setattr(catalogue, "catalogue", lambda code: Pseudo())


PEOPLE = {
    "ragged.csv": (
        "Report of May,,,,,,,,\n"
        "Employee ID,Name,E-mail,ORCID,Rank,Hire date,Department,FTE,Parking\n"
        "079918134,\"Wang, Ana\",ANA@UNIV.EXAMPLE,0000-0002-1825-0098,ASST PROF,03/04/2012,HISTORY,half time,A\n"
        "079918135,Ludwig van Beethoven,bo(at)univ.example,0000-0002-1825-0097,Zauberer,05/06/12,Hist.,150,B,beyond\n"
        "8.59E+07,Clara Beth Achterberg,\"a@gmail.com; c@univ.edu\",12345,ASSOCIATE,20-AUG-12,Music & Thea.,0.5\n"
        "79918136,=1+1,not a mail,000000021825009 7,CHAIR,2012-02-30,Music & Theatre,7,C\n"
        "79918137,MCDONALD MARY ANN,x@@y,none,docente,last year,Physics,.5,C\n"
        "79918138,Dvo?ák Jan,,,Lecturer,Fall 2012,physics,1,C\n"
        ",,,,,,,,\n"
        "Total: 6,,,,,,,,\n"
    ),
    "torn.csv": "Name;Title;Tenure;Gender\nMuÃ±oz\u200b, Ana;\u201cProfessor\u201d;Tenured;female\n"
    "Tran&amp;Co, Bo;Ａsst  Prof;sometimes;male\nn/a;Dean;TT;\n",
    "latin.csv": "Name;Fakultät;Started\nMüller, Bär;Straße;8.59E+07\nLee, Bo;Chemie;x\n".encode("latin-1"),
    "codes.csv": "Name,Job code,Status\nAna Wang,0201,Terminated\nBo Lee,AP6,purple\nChi Xu,999,on leave\n",
    "bare.csv": "a@b.edu,Wang,Ana,History\nclee@b.edu,Lee,Cho,Physics\nbxu@b.edu,Xu,Bo,Physics\n",
    "twice.csv": (
        "Employee ID,First Name,Last Name,Email,Department,Title\n"
        "1001,William,Achterberg,wa@u.edu,History,Professor\n1001,William,Achterberg,w.a@u.edu,Law,Dean\n"
        "1002,Bill,Achterberg,wa+x@u.edu,History,Professor\n1003,Ana,Kowalski,ak@u.edu,Law,Lecturer\n"
        "1003,Peter,Singh,ps@u.edu,Law,Lecturer\n,Ana,Kowalksi,ak@v.edu,Law,Lecturer\n,A,Kowalski,,Law,\n"
    ),
    "steps.csv": (
        "Employee ID,Name,Effective Date,Action,Job Title\n"
        "1,Ana Wang,2012-01-01,HIR,Lecturer\n1,Ana Wang,2030-01-01,PRO,Professor\n"
        "2,Bo Lee,2031-01-01,HIR,Lecturer\n3,Chi Xu,2015-01-01,HIR,Lecturer\n3,Chi Xu,2013-01-01,PRO,Professor\n"
    ),
    "answers.csv": (
        "Timestamp,Email,Name,How many partners?,I would rather not be matched with,Topics\n"
        "9/1/2019 9:00,a@u.edu,Ana Wang,one or two,Mei Wang,Grants\n"
        "9/2/2019 9:00,a@u.edu,Ana Wang,3-Feb,my chair,Grants\n9/3/2019 9:00,b@u.edu,Bo Lee,call me,,Teaching\n"
        "9/3/2019 9:00,c@u.edu,Chi Xu,no limit,none,Teaching,more\n"
    ),
    "quotes.csv": 'Name,Rank\n"Wang, Ana,Professor\nLee,"Lecturer"\nXu \\"Bo\\" A,Dean\n',
    "people.jsonl": '{"name": {"first": "Ana", "last": "Wang"}}\n{"name": \n[1]\n',
    "people.json": '{"data": [{"name": "Ana Wang"}, 7, {"name": "Bo Lee"}], "x": [{"name": "Chi',
    "user.scim": '{"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": 9, "Resources": [\n'
    '{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "ana"},\n'
    '{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"]},\n'
    '{"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": '
    '[{"op": "Replace", "path": "active", "value": "False"}, 3]}]}',
    "entries.ldif": "dn: uid=a\nobjectClass: person\ncn: Ana Wang\nmail:\n\ndn: ou=b\nobjectClass: organization\n\n"
    "dn: uid=c\nchangetype: delete\n\ndn: uid=d\nnonsense\n",
    "cards.vcf": "BEGIN:VCARD\nVERSION:3.0\nN:Wang;Ana;;;\nFN:Ana Wang\nEND:VCARD\nBEGIN:VCARD\nN:Lee\n",
    "page.html": "<table><tr><th>Name<th>Rank<tr><td>Ana Wang<td>Dean</table><tr><table><tr><td>x",
    "mixed.csv": "Name,Rank\nMüller Ana,Dean\n".encode() + "Bär Bo,Dean\n".encode("latin-1") + b"A\x00b Le,Dean\n",
}  # fmt: skip
LISTS = {
    "conflicts.csv": "Person A,Person B,Reason,Until\nWilliam Achterberg,Kowalski,spouse,until tenure\n"
    "dept:Law,dept:Botany,grievance,03/04/2027\nSingh,Singh,co-PI,someday\nNobody Here,ps@u.edu; Xu; A Q,,\n",
    "pairings.csv": "Mentee,Mentor 1,Mentor 2,Started,Ended/notes\nAchterberg,Singh (Law),TBD,F17,ended?\n"
    ",Kowalski,,last year,\nKowalskj,my chair,external: Prof,2012,ongoing\n",
    "busy.ics": "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART:20180903T090000\n"
    "ORGANIZER:mailto:a@u.edu\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20180903T090000\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
    "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n",
}
REFUSED = {
    "empty.csv": b"",
    "blank.csv": b"\n\n \n",
    "list.pdf": b"%PDF-1.7",
    "list.bin": b"\x01\x02\x03\x04\x05\x06\x07\x08" * 20,
    "cut.xlsx": b"PK\x03\x04" + b"xl/workbook.xml" * 20,
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "broken.json": b'{"a": ',
    "plain.json": b"[]",
    "bad.vcf": b"BEGIN:VCARD\nN:Lee\n",
    "bad.ldif": b"dn: uid=d\nnonsense\n",
    "page.html": b"<html><p>nothing",
    "entities.fods": b'<?xml version="1.0"?><!DOCTYPE a><office:document xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
    "wide.csv": b",".join([b"x"] * 60) + b"\n",
    "long.csv": b"Name\n" + b"Ana\n" * 60,
}  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_done_to_people_is_said_in_the_language_in_force(name, pseudo):
    data = as_bytes(PEOPLE[name])

    reading = read_bytes(data, name, today=TODAY)

    assert not unsaid(reading, data.decode("utf-8", "replace") + name)
    assert reading.log


@pytest.mark.parametrize("name", LISTS)
def test_what_is_done_to_lists_is_said_in_the_language_in_force(name, pseudo):
    data, roster = LISTS[name].encode(), read_bytes(as_bytes(PEOPLE["twice.csv"]), "twice.csv", today=TODAY)

    reading = read_bytes(data, name, today=TODAY, roster=roster)

    assert not unsaid(reading, LISTS[name] + str(PEOPLE["twice.csv"]) + name)
    assert reading.log


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_said_in_the_language_in_force(name, pseudo):
    limits = Limits(columns=50, rows=50)

    with pytest.raises(Unreadable) as refused:
        read_bytes(REFUSED[name], name, today=TODAY, limits=limits)

    assert not strays(str(refused.value), name)


def test_what_a_workbook_shows_is_said_in_the_language_in_force(pseudo):
    data = workbook()

    reading = read_bytes(data, "people.xlsx", today=TODAY)

    assert not unsaid(reading, "Name Ana Wang Bo Lee Hidden Staff Notes Employee ID HISTORY PHYSICS people xlsx")
    assert {entry.sheet for entry in reading.log} >= {"Staff", "Hidden", "Notes"}


def test_a_hostile_archive_is_refused_in_the_language_in_force(pseudo):
    outside, within, picture = packed(("../a.csv", b"Name\n")), packed(("a.zip", packed(("b.zip", packed())))), packed(
        ("scan.dat", b"%PDF-1.7"), ("notes.md", b"x"))  # fmt: skip

    for data in (outside, within, picture, packed()):
        with pytest.raises(Unreadable) as refused:
            read_bytes(data, "a.zip", today=TODAY)
        assert not strays(str(refused.value), "a.zip b.zip a.csv scan.dat")


def test_progress_and_duplicates_are_told_in_the_language_in_force(pseudo):
    stages: list[str] = []

    reading = read_bytes(
        as_bytes(PEOPLE["twice.csv"]), "twice.csv", today=TODAY, progress=lambda now: stages.append(now.stage)
    )

    assert reading.duplicates
    assert [one for one in stages if strays(one, "")] == []


def test_who_is_meant_is_said_in_the_language_of_the_one_who_asks(monkeypatch):
    monkeypatch.setattr(catalogue, "catalogue", lambda code: Pseudo() if code == "es" else gettext.NullTranslations())
    people = Directory({"given": ["Ana", "Bo"], "family": ["Le", "Le"], "department": ["Law", "Art"]})

    plain = people.find("Le").reason
    with in_language("es"):
        said = people.find("Le").reason

    assert plain == "two people fit: Ana Le (Law), Bo Le (Art)"
    assert not strays(said, "Ana Bo Le Law Art")


def test_no_language_changes_what_is_read(monkeypatch):
    files = {**PEOPLE, **LISTS}
    plain = {name: gist(read_bytes(as_bytes(data), name, today=TODAY)) for name, data in files.items()}
    monkeypatch.setattr(catalogue, "catalogue", lambda code: Pseudo())

    said = {name: gist(read_bytes(as_bytes(data), name, today=TODAY)) for name, data in files.items()}

    assert {name for name in files if said[name] != plain[name]} == set()


def test_made_files_are_read_and_told_in_the_language_in_force(shared_data, pseudo):
    found = {}
    for path in sorted((shared_data / "messy_made").glob("*.*")):
        try:
            reading = read_bytes(path.read_bytes(), path.name, today=TODAY)
        except Unreadable as refused:
            found[path.name] = strays(str(refused), path.name)
        else:
            found[path.name] = unsaid(reading, held_by(path))

    assert {name: words for name, words in found.items() if words} == {}


def held_by(path: Path) -> str:
    """The words of a file: its name, and of each table the name and the cells."""
    data = path.read_bytes()
    if data.lstrip().startswith(b"BEGIN:VCALENDAR"):
        return data.decode()
    tables = open_tables(data, path.name)
    cells = (
        cell for table in tables for row in [[table.file, table.sheet], *(row for _, row in table.rows)] for cell in row
    )
    return path.name + data.decode("utf-8", "replace") + " ".join(cells)


def unsaid(reading: Reading, held: str) -> list[str]:
    """Every text of a reading with words that are neither said nor held by the file."""
    held += " ".join(str(value) for row in reading.rows for name, value in row.items() if "match" not in name)
    said = [text for entry in reading.log for text in (entry.done, entry.mend)]
    said += [column.why for table in reading.mapping for column in table.columns]
    said += [duplicate.reason for duplicate in reading.duplicates]
    said += [
        match["reason"] for row in reading.rows for name, match in row.items() if name.endswith("_match") and match
    ]
    found = [entry.found for entry in reading.log] + [entry.column for entry in reading.log]
    comments = [line.partition("# ")[2] for line in mapping_text(reading).splitlines()]
    bare = [text for text in found + comments if unknown(text, held + KEYS)]
    return [text for text in said if strays(text, held)] + bare


def strays(text: str, held: str) -> list[str]:
    """What of a text is glued on past the catalogue."""
    depth, outside = 0, []
    for sign in text:
        depth += (sign == OPENS) - (sign == CLOSES)
        if not depth and sign != CLOSES and sign not in BETWEEN:
            outside.append(sign)
    return ["".join(outside)] * bool(outside) + unknown(text, held + KEYS)


def unknown(text: str, held: str) -> list[str]:
    """Words in plain letters that the file does not hold: ours, and not said."""
    folded = held.casefold()
    return [word for word in WORD.findall(text) if word.casefold() not in folded]


def gist(reading: Reading) -> list[object]:
    """What no language may change."""
    rows = [{name: value for name, value in row.items() if name not in TOLD} for row in reading.rows]
    entries = [(entry.row, entry.severity, bool(entry.mend), bool(entry.found)) for entry in reading.log]
    fields = [[column.field for column in table.columns] for table in reading.mapping]
    return [
        reading.kind,
        str(rows),
        entries,
        fields,
        reading.counts,
        [pair[:2] for pair in map(pair_of, reading.duplicates)],
    ]


TOLD = ("person_match", "partner_match", "person_a_match", "person_b_match", "doubt", "started_note")


def pair_of(duplicate: object) -> tuple[object, ...]:
    return duplicate.first, duplicate.second, duplicate.score


def as_bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def workbook() -> bytes:
    book = openpyxl.Workbook()
    staff = book.active
    staff.title = "Staff"
    for row in (
        ["Employee ID", "Name", "Department"],
        [7, "Ana Wang", "HISTORY"],
        [8, "Bo Lee", None],
        [9, "=1+1", "PHYSICS"],
    ):
        staff.append(row)
    staff["A2"].number_format = "000000000"
    staff.merge_cells("C2:C3")
    hidden, notes = book.create_sheet("Hidden"), book.create_sheet("Notes")
    hidden.sheet_state = "hidden"
    hidden.append(["Name"])
    hidden.append(["Bo Lee"])
    for row in (["Colour", "Size"], ["red", "7"], ["blue", "8"]):
        notes.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()
