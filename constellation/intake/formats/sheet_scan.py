"""Looks through the parts of an xlsx workbook before the library reads them.

The library keeps a sheet as one full block and dies of two cells at far ends, and it leaves out cells with errors: so
how far a sheet reaches is found first, and errors and formulas without a stored result are remembered.
"""

import re
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from lxml import etree

from constellation.intake.formats.limits import Limits
from constellation.intake.formats.number_formats import widths_of_styles
from constellation.intake.formats.zips import CUT_OFF, chunks, member_bytes
from constellation.intake.tables import Unreadable
from constellation.words import mark, say

DOCTYPES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!ENTITY".encode("utf-16-le"))
DECLARES = mark("{file} declares XML entities, which no spreadsheet program writes; open it there and save it again")
PACKED = (".png", ".jpeg", ".jpg", ".gif", ".emf", ".wmf", ".bin")
# elements that are passed over at once: most of a sheet is made of them
PLAIN = frozenset(("v", "t", "is", "si"))
DIGITS = "0123456789"
AT_ONCE = 100_000_000  # bytes of a part that may be looked at as a whole
NOT_PLAIN = (b't="e"', b"t='e'", b"<f", b":c ", b":f", b"<c>", b"<c\t", b"<c\n", b"<c\r", b"<!--", b"<![CDATA[")
CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,9})"')


@dataclass
class Scan:
    """What one part holds: its last column and row, and by (row, column) from 0 what the library leaves out.

    `errors`: the error shown.  `open_formulas`: no result is stored.  `padded`: how many digits are shown at least.
    """

    columns: int = 0
    rows: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    open_formulas: list[tuple[int, int]] = field(default_factory=list)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)
    whole: bool = True


class SheetReader:
    """Follows the elements of a part; only those of cells matter."""

    def __init__(self, name: str, widths: dict[str, int]) -> None:
        self.name, self.widths, self.scan = name, widths, Scan()
        self.row = self.column = 0  # from 1, of the cell that is being read
        self.digits = ""
        self.error = self.formula = self.text = False
        self.value = ""
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.begin
        self.parser.StartDoctypeDeclHandler = self.refuse

    def refuse(self, *_: object) -> None:
        raise Unreadable(say(DECLARES, file=self.name))

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        """A cell or row begins; within a cell only a formula and an error are worth a look."""
        if element in PLAIN:
            return
        if ":" in element:
            element = element.rpartition(":")[2]
        if element == "c":
            if self.error or self.formula:
                self.finish()
            self.move(attributes.get("r", ""))
            if self.widths and (width := self.widths.get(attributes.get("s", ""))):
                self.scan.padded[self.row - 1, self.column - 1] = width
            kind = attributes.get("t")
            self.text = kind == "str"
            if kind == "e":
                self.error = True
                self.parser.CharacterDataHandler = self.add
        elif element == "f" and not self.text:
            self.formula = True
            self.parser.CharacterDataHandler = self.add
            self.parser.EndElementHandler = self.formula_ends
        elif element == "row":
            self.digits = attributes.get("r", "").strip()
            self.row = number(self.digits) or self.row + 1
            self.column = 0

    def move(self, reference: str) -> None:
        """Moves to the cell of a reference, or to the next one where it has none."""
        letters = reference.rstrip(DIGITS)
        digits = reference[len(letters) :]
        self.column = column_number(letters) or self.column + 1
        if digits != self.digits:
            self.row, self.digits = number(digits) or self.row, digits
        scan = self.scan
        if self.column > scan.columns:
            scan.columns = self.column
        if self.row > scan.rows:
            scan.rows = self.row

    def add(self, text: str) -> None:
        self.value += text

    def formula_ends(self, element: str) -> None:
        """What was gathered so far is the formula itself, not its result."""
        if element.rpartition(":")[2] == "f":
            self.value = ""

    def finish(self) -> None:
        """The cell with an error or a formula is over."""
        place, value = (self.row - 1, self.column - 1), self.value.strip()
        if self.error and value:
            self.scan.errors[place] = value
        elif self.formula and not value:
            self.scan.open_formulas.append(place)
        self.error = self.formula = False
        self.value = ""
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None


def number(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """The number of a column, from 1; 0 for none.

    >>> column_number("A"), column_number("AA"), column_number("XFD"), column_number("")
    (1, 27, 16384, 0)
    """
    found = 0
    for letter in letters.strip().upper():
        found = found * 26 + ord(letter) - 64
    return max(0, found)


def scan_parts(archive: zipfile.ZipFile, name: str, limits: Limits) -> dict[str, Scan]:
    """Each part of a workbook by its path; refuses entity declarations and sheets that reach too far."""
    scans, widths = {}, widths_of_styles(archive, name)
    for member in archive.infolist():
        if member.is_dir() or member.filename.lower().endswith(PACKED):
            continue
        scan = scan_part(archive, member, name, widths)
        if scan.columns > limits.columns or scan.columns * scan.rows > limits.cells:
            raise Unreadable(
                say(
                    "{file} has a sheet that reaches to column {column:,} and row {row:,}, too far for a list; "
                    "delete what stands beyond the table and save it again",
                    file=name,
                    column=scan.columns,
                    row=scan.rows,
                )
            )
        scans[member.filename.lower()] = scan
    return scans


def scan_plain(data: bytes) -> Scan | None:
    """A sheet without errors and formulas whose every cell says where it stands; None for any other part.

    Such a sheet, as most are, needs no look at each element: eight times faster.
    """
    if any(mark in data for mark in NOT_PLAIN) or not data.count(b"<c ") == data.count(b'<c r="') > 0:
        return None
    if any(word in data for word in DOCTYPES):
        return None
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return None
    letters, rows, count = set(), set(), 0
    for found in CELL.finditer(data):
        letters.add(found[1])
        rows.add(found[2])
        count += 1
    if count != data.count(b"<c "):
        return None
    return Scan(columns=max(column_number(one.decode()) for one in letters), rows=max(map(int, rows)))


def scan_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, widths: dict[str, int]) -> Scan:
    """One part, in pieces; of one that is no XML to its end, what comes before."""
    if not widths and member.file_size <= AT_ONCE and (plain := scan_plain(member_bytes(archive, member, name))):
        return plain
    reader, before = SheetReader(name, widths), b""
    for piece in chunks(archive, member, name):
        if any(word in before + piece for word in DOCTYPES):
            raise Unreadable(say(DECLARES, file=name))
        before = piece[-40:]
        try:
            if reader.scan.whole:
                reader.parser.Parse(piece, False)
        except expat.ExpatError:
            reader.scan.whole = False
    try:
        reader.parser.Parse(b"", True)
    except expat.ExpatError:
        reader.scan.whole = False
    if reader.error or reader.formula:
        reader.finish()
    return reader.scan


def scans_of_sheets(archive: zipfile.ZipFile, name: str, limits: Limits) -> dict[str, Scan]:
    """Sheet name → what its part holds; refuses a workbook with a sheet that is no whole XML."""
    scans, paths = scan_parts(archive, name, limits), paths_of_sheets(archive, name)
    parts = [path for path in (paths.values() if paths else scans) if path.endswith(".xml")]
    if not paths or any(not scans[path].whole for path in parts if path in scans):
        raise Unreadable(say(CUT_OFF, file=name))
    return {sheet: scans.get(path, Scan()) for sheet, path in paths.items()}


def paths_of_sheets(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Sheet name → path of its part; none where the workbook's own list cannot be followed."""
    parts = {member.filename.lower(): member for member in archive.infolist()}
    book, links = parts.get("xl/workbook.xml"), parts.get("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return {}
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        targets = {
            link.get("Id"): "/" + link.get("Target", "").lstrip("/").removeprefix("xl/")
            for link in etree.fromstring(member_bytes(archive, links, name), parser)
        }
        sheets = etree.fromstring(member_bytes(archive, book, name), parser).iterfind(".//{*}sheets/{*}sheet")
        return {sheet.get("name", ""): "xl" + targets.get(link_of(sheet), "").lower() for sheet in sheets}
    except etree.XMLSyntaxError:
        return {}


def link_of(sheet: etree._Element) -> str | None:
    return next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)
