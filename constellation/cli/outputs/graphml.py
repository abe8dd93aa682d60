"""The design as a directed GraphML graph: an edge runs from the partner to the person who is helped."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from constellation.report.results import PersonRow, Results, TieRow

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
GRAPH_KEYS = {"title": "string", "note": "string"}
NODE_KEYS = {
    "name": "string", "department": "string", "college": "string", "rank": "string", "seeks": "int", "partners": "int",
    "coverage": "double", "value": "double", "share_of_best": "double", "gives": "int", "load": "int",
}  # fmt: skip
EDGE_KEYS = {
    "role": "string", "areas": "string", "contribution": "double", "inside_department": "boolean", "reason": "string",
}  # fmt: skip
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\n'
    '  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write_graphml(results: Results, note: str, path: Path) -> None:
    """Write piece by piece, so that a hundred thousand people need no more memory than the results do.

    Characters that XML does not allow are left out; two ids that become the same by that are told apart by `-2`.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(NOT_IN_XML.sub("", piece) for piece in pieces(results, note))


def pieces(results: Results, note: str) -> Iterator[str]:
    known = {person.person_id for person in results.people}
    ends = (end for tie in results.ties for end in (tie.partner_id, tie.person_id))
    others = dict.fromkeys(end for end in ends if end not in known)
    ids = distinct_ids([*(person.person_id for person in results.people), *others])
    yield HEAD
    for owner, keys in (("graph", GRAPH_KEYS), ("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for number, (key, kind) in enumerate(keys.items()):
            yield f'  <key id="{owner[0]}{number}" for="{owner}" attr.name="{key}" attr.type="{kind}"/>\n'
    yield '  <graph id="networks" edgedefault="directed">\n'
    yield data("graph", {"title": results.title, "note": note}) + "\n"
    for person in results.people:
        yield node(person, ids[person.person_id])
    for other in others:
        yield f"    <node id={ids[other]}/>\n"
    for number, tie in enumerate(results.ties):
        yield edge(number, tie, ids)
    yield "  </graph>\n</graphml>\n"


def node(person: PersonRow, quoted: str) -> str:
    return f"    <node id={quoted}>{data('node', {key: getattr(person, key) for key in NODE_KEYS})}</node>\n"


def edge(number: int, tie: TieRow, ids: dict[str, str]) -> str:
    values = {key: getattr(tie, key) for key in EDGE_KEYS} | {"areas": ";".join(tie.areas)}
    ends = f"source={ids[tie.partner_id]} target={ids[tie.person_id]}"
    return f'    <edge id="e{number}" {ends}>{data("edge", values)}</edge>\n'


def data(owner: str, values: dict[str, Any]) -> str:
    """The values, in the order of the owner's keys, as data elements; what is None or blank is left out."""
    return "".join(
        f'<data key="{owner[0]}{number}">{text_of(value)}</data>'
        for number, value in enumerate(values.values())
        if value is not None and value != ""
    )


def text_of(value: Any) -> str:
    """
    >>> text_of(True), text_of(0.1), text_of("a < b")
    ('true', '0.1', 'a &lt; b')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(float(value))
    return escape(str(value))


def distinct_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id as a quoted attribute that XML allows, no two the same.

    >>> distinct_ids(["a", "a\\x01", 'b"'])
    {'a': '"a"', 'a\\x01': '"a-2"', 'b"': '\\'b"\\''}
    """
    clean: dict[str, str] = {}
    taken: set[str] = set()
    for one in ids:
        allowed = name = NOT_IN_XML.sub("", one)
        number = 1
        while name in taken:
            number += 1
            name = f"{allowed}-{number}"
        taken.add(name)
        clean[one] = quoteattr(name)
    return clean
