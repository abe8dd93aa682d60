"""Reading ties, whatever the file: rows of who has a tie with whom, each with its line."""

from dataclasses import replace
from pathlib import Path

from constellation.cli.files.graphml_file import read_graphml
from constellation.cli.files.tables import Table, read_bytes, read_table
from constellation.cli.refusal import Refusal
from constellation.words import say

ENDS = (("person_id", "partner_id"), ("from", "to"), ("source", "target"))
SAID = ("helps", "areas", "closeness", "frequency", "weight", "arena", "role", "relation")
TIES_COLUMNS = (*(end for ends in ENDS for end in ends), *SAID)
PEOPLE_COLUMNS = ("person_id", "name", "department", "college", "campus", "role", "arena", "needs")
NEEDS_COLUMNS = ("person_id", "area")
BEGINS_XML = (b"<", b"\xff\xfe<", b"\xfe\xff\x00<")


def read_ties(path: Path) -> tuple[Table, Table | None]:
    """The ties of a CSV or GraphML file; with GraphML its nodes as a table of people too."""
    begins = first_bytes(path)
    if path.suffix.casefold() == ".graphml" or begins.startswith(BEGINS_XML):
        nodes, edges = read_graphml(path, PEOPLE_COLUMNS, TIES_COLUMNS)
        return edges, nodes
    return with_ends(read_table(path, TIES_COLUMNS, ())), None


def first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(200).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        return read_bytes(path)  # which says what is wrong


def with_ends(table: Table) -> Table:
    """The first two columns that name both ends, as person_id and partner_id; Refusal where there are none."""
    for person, partner in ENDS:
        if {person, partner} <= table.found:
            return replace(table, columns=table.columns | {"person_id": table[person], "partner_id": table[partner]})
    sentence = say(
        "{file} line 1: no two columns name the ends of a tie; call them person_id and partner_id, or from and to.",
        file=table.file,
    )
    raise Refusal(sentence)


def read_people(path: Path) -> Table:
    return read_table(path, PEOPLE_COLUMNS, ("person_id",))


def read_needs(path: Path) -> Table:
    return read_table(path, NEEDS_COLUMNS, NEEDS_COLUMNS)
