"""Entries of a directory as LDIF (RFC 2849), through the ldif library: base64, folded lines, several values."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ldif import LDIFParser  # type: ignore[import-untyped]

from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.records import Records
from constellation.intake.formats.text import Remark
from constellation.intake.reading import ERROR, INFO
from constellation.intake.tables import NO_WHOLE_ENTRY, RawTable, Unreadable
from constellation.words import say

NAME = re.compile(r"dn:", re.IGNORECASE)
# what a directory holds beside people
PLACES = {
    "organizationalunit",
    "organization",
    "domain",
    "dcobject",
    "groupofnames",
    "groupofuniquenames",
    "posixgroup",
}
PEOPLE = {"person", "organizationalperson", "inetorgperson", "eduperson", "user", "posixaccount", "account"}


def ldif_table(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> RawTable:
    """A row for each entry, numbered by the line of its `dn:`; several values of an attribute are joined by new lines.

    Units and groups, changes, and entries that cannot be read are remarks; the others are read.

    >>> list(ldif_table("dn: uid=a\\ncn:: w5g=\\nmail: a@x\\nmail: b@x\\n", "a.ldif", []).rows)
    [(0, ['dn', 'cn', 'mail']), (1, ['uid=a', 'Ø', 'a@x\\nb@x'])]
    """
    records, passed, bad = Records(name, limits), Counter[str](), 0
    spelled: dict[str, str] = {}
    for line, block in blocks(text):
        entry = parsed(block)
        if entry is None:
            bad += 1  # a remark for each, they are counted
            remarks.append(
                (line, block.split("\n")[0][:80], say(NO_WHOLE_ENTRY), say("export this entry again"), ERROR)
            )
        elif why := why_nobody(entry):
            passed[why] += 1
        else:
            records.add(
                line, [(spelled.setdefault(key.lower(), key), value) for key, value in pairs_of(entry, line, remarks)]
            )
    remarks += [(0, f"{count:,} × {why}", say("left out: no person"), "", INFO) for why, count in passed.items()]
    if not records.rows and bad:
        raise Unreadable(say("{file} has no whole directory entry; export it again", file=name))
    return records.table(remarks)


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """Each entry with the line of its name; blank lines part them, a new `dn:` does too."""
    kept: list[str] = []
    start = 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        begins = NAME.match(line) is not None
        if (not line.strip() or begins) and kept:
            yield start, "\n".join(kept)
            kept = []
        if begins or (kept and line.strip()):
            start = number if begins else start
            kept.append(line)
    if kept:
        yield start, "\n".join(kept)


def parsed(block: str) -> dict[str, list[Any]] | None:
    """An entry by the library.

    The library's own check of names takes for ever on some, so the name goes in as an attribute.
    """
    try:
        parser = LDIFParser(io.BytesIO(b"dn:\ndn-" + block.encode("utf-8", errors="replace") + b"\n"), strict=False)
        return next((entry for _, entry in parser.parse()), None)
    except (ValueError, IndexError, RecursionError):
        return None


def why_nobody(entry: dict[str, list[Any]]) -> str:
    """What an entry is instead of a person: a change, a unit or a group; blank for people."""
    lowered = {key.lower(): values for key, values in entry.items()}
    kind = str(lowered.get("changetype", ["add"])[0]).lower()
    if kind != "add":
        return say("change of an entry ({kind})", kind=kind)
    classes = {str(value).lower() for value in lowered.get("objectclass", [])}
    places = classes & PLACES
    return min(places) if places and not classes & PEOPLE else ""


def pairs_of(entry: dict[str, list[Any]], line: int, remarks: list[Remark]) -> Iterator[tuple[str, str]]:
    """Attributes in order; what is a picture or a password is left out, a value kept elsewhere is never fetched."""
    for key, values in entry.items():
        name = "dn" if key.lower() == "dn-dn" else key
        if name.lower() == "changetype":
            continue
        if "" in values:
            found = say("{attribute} that is blank or kept in another place", attribute=name)
            remarks.append((line, found, say("left blank, nothing is fetched"), "", INFO))
        texts = [value for value in values if isinstance(value, str) and value]
        if len(texts) + values.count("") < len(values):
            found = say("{attribute} that is no text", attribute=name)
            remarks.append((line, found, say("left out"), "", INFO))
        if texts and name.lower() != "userpassword":
            yield name, "\n".join(texts)
