"""Reading GraphML: nodes and edges as two tables that remember their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from constellation.cli.files.cells import shown
from constellation.cli.files.columns import meanings
from constellation.cli.files.tables import Table
from constellation.cli.refusal import Refusal
from constellation.words import as_written, say

LARGEST = 200_000_000  # bytes, as `constellation read` has it


@dataclass
class Found:
    """What has been read so far: `keys` by id as (domain, name, default), rows as (line, cells by attribute name)."""

    file: str
    keys: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    nodes: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    edges: list[tuple[int, dict[str, str]]] = field(default_factory=list)


def read_graphml(path: Path, people: Sequence[str], ties: Sequence[str]) -> tuple[Table, Table]:
    """The nodes as a table with the columns `people`, the edges as one with `ties`.

    An edge runs from the one who helps to the one who is helped, as in our own networks.graphml; one without direction
    is help both ways.  Refusal for a document type (entities are never expanded), hyperedges, an edge to a node that is
    not there, one id twice, what is not GraphML, and files over 200 MB.  rustworkx is not used here:
    it knows no lines and leaves an edge to an unknown node out without a word.
    """
    refuse_large(path)
    found = Found(path.name)
    try:
        for element, above in elements(path, found.file):
            take(found, element, above)
    except etree.XMLSyntaxError as error:
        raise not_graphml(found.file, error.lineno or 1) from None
    refuse_wrong_ends(found)
    return as_table(found, found.nodes, "node", people), as_table(found, found.edges, "edge", ties)


def refuse_large(path: Path) -> None:
    if (size := path.stat().st_size) > LARGEST:
        sentence = say(
            "{file}: the file has {size} MB, more than the {most} that are read; give the ties as CSV, in parts if need be.",
            file=path.name,
            size=as_written(f"{size / 1e6:,.0f}"),
            most=as_written(f"{LARGEST / 1e6:,.0f}"),
        )
        raise Refusal(sentence)


def elements(path: Path, file: str) -> "Iterator[tuple[etree._Element, etree._Element | None]]":
    """Every element of GraphML when it ends, with the one it stands in; memory is given back on the way."""
    reading = etree.iterparse(
        path, events=("start", "end"), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    for event, element in reading:
        above = element.getparent()
        if event == "start":
            if above is None:
                refuse_root(element, file)
            continue
        yield element, above
        if above is not None and name_of(element) in ("node", "edge", "graph"):
            element.clear()
            while element.getprevious() is not None:
                del above[0]


def refuse_root(element: "etree._Element", file: str) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        sentence = say(
            "{file} line 1: the file declares a document type, which GraphML does not need and may hide a bomb; remove <!DOCTYPE …>.",
            file=file,
        )
        raise Refusal(sentence)
    if name_of(element) != "graphml":
        raise not_graphml(file, line_of(element))


def not_graphml(file: str, line: int) -> Refusal:
    return Refusal(
        say(
            "{file} line {line}: this is not GraphML that can be read; export it again, or give the ties as CSV.",
            file=file,
            line=line,
        )
    )


def line_of(element: "etree._Element") -> int:
    line: Any = element.sourceline  # the stubs know no number here
    return int(line or 1)


def name_of(element: "etree._Element") -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def take(found: Found, element: "etree._Element", above: "etree._Element | None") -> None:
    kind, line = name_of(element), line_of(element)
    if kind == "key":
        default = next((child.text or "" for child in element if name_of(child) == "default"), "")
        found.keys[element.get("id", "")] = element.get("for", "all"), element.get("attr.name", ""), default
    elif kind == "node":
        found.nodes.append((line, cells(found, element, "node") | {"person_id": element.get("id", "").strip()}))
    elif kind == "edge":
        found.edges.append((line, cells(found, element, "edge") | ends(element, above)))
    elif kind == "hyperedge":
        sentence = say("{file} line {line}: a tie has two ends, this is a hyperedge; write one edge for each pair.", file=found.file, line=line)  # fmt: skip
        raise Refusal(sentence)


def cells(found: Found, element: "etree._Element", domain: str) -> dict[str, str]:
    told = {name: default for of, name, default in found.keys.values() if of in (domain, "all") and default}
    for data in element:
        if name_of(data) == "data" and (key := found.keys.get(data.get("key", ""))):
            told[key[1]] = "".join(str(text) for text in data.itertext()).strip()
    return told


def ends(element: "etree._Element", above: "etree._Element | None") -> dict[str, str]:
    directed = element.get("directed") or (
        "false" if above is not None and above.get("edgedefault") == "undirected" else "true"
    )
    told = {"person_id": element.get("target", "").strip(), "partner_id": element.get("source", "").strip()}
    return told | ({"helps": "both"} if directed == "false" else {})


def refuse_wrong_ends(found: Found) -> None:
    lines: dict[str, int] = {}
    for line, node in found.nodes:
        who = node["person_id"]
        if not who or who in lines:
            sentence = say("{file} line {line}: the node {person} is there twice or has no id; give each node its own id.", file=found.file, line=line, person=shown(who))  # fmt: skip
            raise Refusal(sentence)
        lines[who] = line
    for line, edge in found.edges:
        for end in (edge["partner_id"], edge["person_id"]):
            if end not in lines:
                sentence = say("{file} line {line}: the edge leads to {person}, who is no node of the file; add the node or remove the edge.", file=found.file, line=line, person=shown(end))  # fmt: skip
                raise Refusal(sentence)


def as_table(found: Found, rows: Sequence[tuple[int, dict[str, str]]], domain: str, columns: Sequence[str]) -> Table:
    """The rows under our names of columns, blank where nothing is said."""
    names = list(dict.fromkeys(name for _, row in rows for name in row))
    mine = {meaning: name for name, meaning in zip(names, meanings(names, columns), strict=True) if meaning}
    mine |= {name: name for name in ("person_id", "partner_id", "helps") if name in names}
    told = {column: [row.get(mine.get(column, ""), "") for _, row in rows] for column in columns}
    return Table(found.file, told, frozenset(mine), [line for line, _ in rows], [])
