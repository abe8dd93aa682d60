"""Number formats of a workbook that show leading zeros: the id 079918134 is kept as 79918134 and a format `000000000`."""

import re
import zipfile

from lxml import etree

from constellation.intake.formats.zips import member_bytes

ZEROS = re.compile(r'"?(0{2,20})"?(?:;.*)?')


def widths_of_styles(archive: zipfile.ZipFile, name: str) -> dict[str, int]:
    """The number of a cell style → how many digits it shows at least, for styles made of zeros alone."""
    parts = {member.filename.lower(): member for member in archive.infolist()}
    if "xl/styles.xml" not in parts:
        return {}
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        root = etree.fromstring(member_bytes(archive, parts["xl/styles.xml"], name), parser)
    except etree.XMLSyntaxError:
        return {}
    formats = {
        one.get("numFmtId", ""): len(zeros[1])
        for one in root.iterfind("{*}numFmts/{*}numFmt")
        if (zeros := ZEROS.fullmatch(one.get("formatCode", "")))
    }
    styles = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return {str(at): formats[style.get("numFmtId", "")] for at, style in styles if style.get("numFmtId", "") in formats}
