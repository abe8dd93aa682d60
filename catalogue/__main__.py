"""`python -m catalogue`: bring every language up to date with what the code says, and compile it.

What is no longer said is dropped; what is new stands at the end of a language's file with nothing translated yet.
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from catalogue.messages import gathered
from constellation.words.catalogue import CATALOGUES, DOMAIN, LANGUAGES

SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
TRANSLATED = tuple(code for code in LANGUAGES if code != "en")


def po_file(code: str) -> Path:
    return CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(code: str) -> Catalog:
    """The catalogue of a language as it is committed; an empty one where there is none."""
    file = po_file(code)
    if not file.exists():
        return Catalog(locale=code, domain=DOMAIN)
    return read_po(BytesIO(file.read_bytes()), locale=code, domain=DOMAIN)


def brought_up_to_date(code: str, messages: Catalog) -> Catalog:
    """What is said now with the translations there are."""
    known, fresh = (
        read(code),
        Catalog(locale=code, domain=DOMAIN, project="Constellation", header_comment=HEADER, fuzzy=False),
    )
    for message in messages:
        if message.id:
            before = known.get(message.id)
            string = before.string if before else ""
            fresh.add(message.id, string, locations=sorted(set(message.locations)))
    return fresh


HEADER = "# Constellation: what people read. Kept by `make words`; translate the empty ones."


def as_po(catalogue: Catalog) -> bytes:
    """The file as it is committed: no dates, no line numbers, so that it changes only when a sentence does."""
    out = BytesIO()
    write_po(out, catalogue, width=0, omit_header=False, include_lineno=False, sort_by_file=True)
    lines = out.getvalue().decode().splitlines()
    return ("\n".join(line for line in lines if not line.startswith(DATED)) + "\n").encode()


DATED = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Last-Translator',
    '"Language-Team',
    '"Report-Msgid',
    '"Generated-By',
)


def as_mo(catalogue: Catalog) -> bytes:
    """Compiled; the same for the same sentences, whenever it is done."""
    catalogue.creation_date = catalogue.revision_date = SOME_DAY
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> int:
    messages = gathered()
    for code in TRANSLATED:
        file = po_file(code)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_po(brought_up_to_date(code, messages)))
        said = read(code)
        file.with_suffix(".mo").write_bytes(as_mo(said))
        empty = sum(1 for message in said if message.id and not any(strings(message.string)))
        print(f"{code}: {len(said)} sentences, {empty} without translation")
    return 0


def strings(string: object) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
