"""The mapping file: how columns were understood, small enough to read and to correct, kept for the next such file."""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from constellation.intake.mapping.headers import aliases
from constellation.intake.mapping.kinds import IDENTIFYING
from constellation.intake.reading import Column, Reading, TableMapping
from constellation.intake.tables import Unreadable
from constellation.words import mark, say

ENDING = ".mapping.toml"
LINE_OF_TOML = re.compile(r"\(at line (\d+), column \d+\)$")
KINDS = ("people", "pairings", "conflicts", "ties", "calendar", "unknown")


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a person decided for tables of one shape: each header, in order, with its field."""

    shape: str
    kind: str
    columns: tuple[tuple[str, str], ...]


def known_fields() -> list[str]:
    """Every field a column can have."""
    return sorted({field for field, _ in aliases().values()} - {"latin_name", "ignored"})


def mapping_text(reading: Reading) -> str:
    """The mapping file of a reading, one table a shape."""
    fields = known_fields()
    lines = [", ".join(fields[at : at + 9]) for at in range(0, len(fields), 9)]
    parts = [head(",\n# ".join(lines))]
    seen: set[str] = set()
    for table in reading.mapping:
        if table.shape not in seen:
            seen.add(table.shape)
            parts.append(table_text(table))
    return "\n".join(parts)


def head(fields: str) -> str:
    """The comment that a mapping file begins with."""
    how = say(
        'How the columns were read.  Correct a field where it is wrong, "" leaves a column out; then read the file again.'
    )
    later = say("Every later table with the same headers is read like this.  The fields are")
    return f"# {how}\n# {later}\n# {fields}.\n"


def table_text(table: TableMapping) -> str:
    sheet = say("{file}, sheet {sheet}", file=table.file, sheet=table.sheet)
    words = " ".join((sheet if table.sheet else table.file).split())
    rows = [f"    [{quoted(c.header)}, {quoted(c.field)}],  # {c.confidence:.2f}: {c.why}" for c in table.columns]
    return "\n".join(
        [
            f"# {words}",
            "[[tables]]",
            f"shape = {quoted(table.shape)}",
            f"kind = {quoted(table.kind)}",
            "columns = [",
            *rows,
            "]",
            "",
        ]
    )


def quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def load_remembered(path: Path) -> list[Remembered]:
    """The decisions of a mapping file; Unreadable, with the mend, for one that is wrong."""
    found = settings(path).get("tables")
    if not isinstance(found, list) or not found:
        sentence = mark("{file}: there is no [[tables]] in the mapping file; write it again with --save-mapping.")
        raise Unreadable(say(sentence, file=path.name))
    return [remembered(path.name, one) for one in found]


def settings(path: Path) -> dict[str, object]:
    """What a mapping file sets; Unreadable, at the line, for what is no TOML in UTF-8."""
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text)
    except OSError:
        sentence = mark("{file}: the mapping file cannot be read; allow reading it, or name another.")
        raise Unreadable(say(sentence, file=path.name)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        sentence = mark("{file} line {line}: a character is not UTF-8; save the mapping file as UTF-8 text.")
        raise Unreadable(say(sentence, file=path.name, line=line)) from None
    except tomllib.TOMLDecodeError as error:
        named = LINE_OF_TOML.search(str(error))
        line = int(named[1]) if named else len(text.splitlines())  # else at the end of the document
        sentence = mark("{file} line {line}: the mapping file is no TOML; close every quotation mark and bracket.")
        raise Unreadable(say(sentence, file=path.name, line=line)) from None


def remembered(file: str, table: object) -> Remembered:
    if not isinstance(table, dict) or not {"shape", "kind", "columns"} <= table.keys():
        sentence = mark("{file}: a table needs shape, kind and columns; write the mapping again with --save-mapping.")
        raise Unreadable(say(sentence, file=file))
    if table["kind"] not in KINDS:
        sentence = mark("{file}: kind is {kind!r}; use one of {kinds}.")
        raise Unreadable(say(sentence, file=file, kind=table["kind"], kinds=", ".join(KINDS)))
    if not isinstance(table["columns"], list):
        sentence = mark('{file}: columns is {columns!r}; list them as [["header", "field"], …].')
        raise Unreadable(say(sentence, file=file, columns=table["columns"]))
    fields = known_fields()
    pairs = [pair_of(file, one, fields) for one in table["columns"]]
    named = [field for _, field in pairs if field]
    if twice := sorted({field for field in named if named.count(field) > 1}):
        sentence = mark('{file}: two columns are {field}; leave one of them out with "".')
        raise Unreadable(say(sentence, file=file, field=twice[0]))
    return Remembered(str(table["shape"]), table["kind"], tuple(pairs))


def pair_of(file: str, one: object, fields: Sequence[str]) -> tuple[str, str]:
    """A header with its field, as a line of the mapping file has them."""
    if not (isinstance(one, list) and len(one) == 2 and all(isinstance(word, str) for word in one)):
        sentence = mark('{file}: a column is written ["header", "field"], and one is {found!r}.')
        raise Unreadable(say(sentence, file=file, found=one))
    header, field = one
    if field and field not in fields:
        sentence = mark("{file}: {field!r} for the column {header!r} is no field; use one of {fields}.")
        raise Unreadable(say(sentence, file=file, field=field, header=header, fields=", ".join(fields)))
    return header, field


def decided(
    shape: str, columns: Sequence[Column], memory: Sequence[Remembered]
) -> tuple[tuple[Column, ...], str] | None:
    """The columns as a person decided them for this shape, and the kind; None where nobody has."""
    for one in memory:
        if one.shape == shape:
            told = tuple(as_decided(column, one) for column in columns)
            named = one.kind == "unknown" and any(column.field in IDENTIFYING for column in told)
            return told, "people" if named else one.kind
    return None


def as_decided(column: Column, memory: Remembered) -> Column:
    """A column as the mapping file has it, by its header, or by its place where it has none; left out where it is not there."""
    if column.header:
        field = next((field for header, field in memory.columns if header == column.header), "")
    else:
        place = column.number - 1
        field = memory.columns[place][1] if place < len(memory.columns) and not memory.columns[place][0] else ""
    return Column(column.number, column.header, field, 1.0 if field else 0.0, say("the mapping file says so"))
