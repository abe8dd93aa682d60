"""The mapping file: how columns were understood, small enough to read and to correct, kept for the next such file."""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from constellation.intake.mapping.headers import aliases
from constellation.intake.mapping.kinds import IDENTIFYING
from constellation.intake.reading import Column, Reading, TableMapping
from constellation.intake.tables import Unreadable

ENDING = ".mapping.toml"
KINDS = ("people", "pairings", "conflicts", "ties", "calendar", "unknown")
HEAD = """\
# How the columns were read.  Correct a field where it is wrong, "" leaves a column out; then read the file again.
# Every later table with the same headers is read like this.  The fields are
# {fields}.
"""


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
    parts = [HEAD.format(fields=",\n# ".join(lines))]
    seen: set[str] = set()
    for table in reading.mapping:
        if table.shape not in seen:
            seen.add(table.shape)
            parts.append(table_text(table))
    return "\n".join(parts)


def table_text(table: TableMapping) -> str:
    where = f"{table.file}, sheet {table.sheet}" if table.sheet else table.file
    words = " ".join(where.split())
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
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path.name}: the mapping file cannot be read ({error}); save it as UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(
            f"{path.name}: the mapping file is no TOML ({error}); close every quotation mark and bracket."
        ) from None
    found = table.get("tables")
    if not isinstance(found, list) or not found:
        raise Unreadable(
            f"{path.name}: there is no [[tables]] in the mapping file; write it again with --save-mapping."
        )
    return [remembered(path.name, one) for one in found]


def remembered(file: str, table: object) -> Remembered:
    if not isinstance(table, dict) or not {"shape", "kind", "columns"} <= table.keys():
        raise Unreadable(f"{file}: a table needs shape, kind and columns; write the mapping again with --save-mapping.")
    if table["kind"] not in KINDS:
        raise Unreadable(f"{file}: kind is {table['kind']!r}; use one of {', '.join(KINDS)}.")
    if not isinstance(table["columns"], list):
        raise Unreadable(f'{file}: columns is {table["columns"]!r}; list them as [["header", "field"], …].')
    fields = known_fields()
    pairs: list[tuple[str, str]] = []
    for one in table["columns"]:
        if not (isinstance(one, list) and len(one) == 2 and all(isinstance(word, str) for word in one)):
            raise Unreadable(f'{file}: a column is written ["header", "field"], and one is {one!r}.')
        if one[1] and one[1] not in fields:
            raise Unreadable(
                f"{file}: {one[1]!r} for the column {one[0]!r} is no field; use one of {', '.join(fields)}."
            )
        pairs.append((one[0], one[1]))
    named = [field for _, field in pairs if field]
    if twice := sorted({field for field in named if named.count(field) > 1}):
        raise Unreadable(f'{file}: two columns are {twice[0]}; leave one of them out with "".')
    return Remembered(str(table["shape"]), table["kind"], tuple(pairs))


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
    return Column(column.number, column.header, field, 1.0 if field else 0.0, "the mapping file says so")
