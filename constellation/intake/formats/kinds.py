"""What a file is: by its content, by its name only where the content could be two things."""

import io
import re
import zipfile

from constellation.intake.formats.ole import SIGNATURE
from constellation.intake.formats.text import by_mark, by_zeros

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
HEAD = 8192
# beginnings of a text → its kind; the first that fits
SHAPES = (
    ("calendar", re.compile(r"\s*BEGIN\s*:\s*VCALENDAR", re.IGNORECASE)),
    ("vcard", re.compile(r"\s*BEGIN\s*:\s*VCARD", re.IGNORECASE)),
    ("fods", re.compile(r"\s*<(?:\?xml|office:document).*?urn:oasis:names:tc:opendocument:xmlns:office", re.DOTALL)),
    ("sheetml", re.compile(r"\s*<(?:\?xml|\?mso|Workbook|ss:Workbook).{0,2000}?urn:schemas-microsoft-com:office:spreadsheet\"?[^>]*>(?!.*<html)", re.DOTALL | re.IGNORECASE)),
    ("html", re.compile(r"\s*<(?:!doctype html|\?xml.{0,300}?<html|!--.{0,2000}?<(?:html|table)|html|head|body|table|meta|style|div|center|font|tr|thead)\b", re.DOTALL | re.IGNORECASE)),
    ("scim", re.compile(r"\s*[\[{].*urn:ietf:params:scim:", re.DOTALL | re.IGNORECASE)),
    ("ldif", re.compile(r"(?:(?:#[^\n]*|version:[^\n]*|[ \t\r]*)\n)*+dn::?[ \w]", re.IGNORECASE)),
)  # fmt: skip
JSON = re.compile(r"\s*(?:\{\s*(?:[\"}]|$)|\[\s*(?:[\[{\]\"]|$))")
OBJECT_LINE = re.compile(r"^[ \t]*\{.*\}[ \t]*,?[ \t]*\r?$", re.MULTILINE)


def kind_of(data: bytes, name: str) -> str:
    """One of calendar, zip, xlsx, xls, ods, fods, sheetml, html, ldif, scim, vcard, json, jsonl and text.

    Never raises; what is no text and none of the others is `text` too, and reading it says what it seems to be.

    >>> kind_of(b"<table><tr><td>Name", "roster.xls"), kind_of(b"name,rank\\n", "roster.xlsx")
    ('html', 'text')
    >>> kind_of(b'{"id": 1}\\n{"id": 2}\\n', "people"), kind_of(b'[{"id": 1}]', "people")
    ('jsonl', 'json')
    """
    if data.startswith(ZIP):
        return kind_of_zip(data, name)
    if data.startswith(SIGNATURE):
        return "xls"
    head = head_of(data)
    for kind, shape in SHAPES:
        if shape.match(head):
            return kind
    if JSON.match(head):
        return kind_of_json(head, name, whole=len(data) <= HEAD)
    return "text"


def head_of(data: bytes) -> str:
    """The first characters, well enough to tell what the text is."""
    start = data[:HEAD]
    decoded = by_mark(start) or by_zeros(start)
    return (decoded.text if decoded else start.decode("utf-8", errors="replace")).replace("\0", "").lstrip("\ufeff")


def kind_of_json(head: str, name: str, *, whole: bool) -> str:
    """Lines that are objects, or one text."""
    lines = [line for line in head.splitlines() if line.strip()]
    if not whole and len(lines) > 1:
        lines.pop()
    objects = len(OBJECT_LINE.findall("\n".join(lines)))
    if head.lstrip().startswith("{") and objects >= max(1, len(lines) // 2) and len(lines) > 1:
        return "jsonl"
    return "jsonl" if name.lower().endswith((".jsonl", ".ndjson")) and head.lstrip().startswith("{") else "json"


def kind_of_zip(data: bytes, name: str) -> str:
    """Workbooks by the parts in them; of an archive that is cut off the first part must do, then the name."""
    try:
        names = [member.lower() for member in zipfile.ZipFile(io.BytesIO(data)).namelist()]
    except Exception:  # whatever is wrong with it is said when it is opened
        names = [
            part.decode("latin-1").lower()
            for part in re.findall(rb"PK\x03\x04.{26}([\w./\[\]]{1,60})", data[:HEAD], re.DOTALL)
        ]
    if "content.xml" in names and ("mimetype" in names or "meta-inf/manifest.xml" in names):
        return "ods"
    if any(part.startswith("xl/") for part in names):
        return "xlsx"
    if names and not any(part.startswith(("[content_types]", "mimetype")) for part in names):
        return "zip"
    if any(part.startswith(("word/", "ppt/", "visio/")) for part in names):
        return "zip"
    return {"xlsx": "xlsx", "xlsm": "xlsx", "ods": "ods"}.get(name.lower().rpartition(".")[2], "zip")
