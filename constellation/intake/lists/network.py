"""Personal networks as survey programs export them: focal people, the people they named, ties among these."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).with_name("network.toml")
_PLAIN = re.compile(r"[\W_]+")

Row = tuple[int, list[str]]
Found = dict[str, object]


def kind_of_header(header: Sequence[str]) -> str:
    """ego, alters, edges, or blank where the columns are not those of a personal network.

    >>> kind_of_header(["networkCanvasEgoUUID", "networkCanvasCaseID", "sessionStart"])
    'ego'
    >>> kind_of_header(["ego", "alter", "relation", "closeness"]), kind_of_header(["edgeID", "from", "to"])
    ('alters', 'edges')
    >>> kind_of_header(["name", "department"])
    ''
    """
    found = {part: _places(header, part) for part in ("ego", "alter", "edge")}
    edge, alter, ego = found["edge"], found["alter"], found["ego"]
    if ("from" in edge and "to" in edge and ("id" in edge or "source" in edge)) or (
        "source" in edge and "target" in edge
    ):
        return "edges"
    if (
        "id" in ego
        and "label" in alter
        and ("id" in alter or "node" in alter or "closeness" in alter or "relation" in alter)
    ):
        return "alters"
    return "ego" if "id" in ego and ("case" in ego or "session" in ego) else ""


def read_egos(header: Sequence[str], rows: Iterable[Row]) -> list[Found]:
    """One mapping a focal person: ego, case, session, started, finished (blank where unknown), more, row.

    >>> read_egos(["networkCanvasEgoUUID", "networkCanvasCaseID", "career_stage"], [(2, ["u1", "P000", "associate"])])
    [{'ego': 'u1', 'case': 'P000', 'session': '', 'started': '', 'finished': '', 'more': {'career_stage': 'associate'}, 'row': 2}]
    """
    places = _places(header, "ego")
    return [
        {
            "ego": _cell(cells, places, "id"),
            "case": _cell(cells, places, "case"),
            "session": _cell(cells, places, "session"),
            "started": _cell(cells, places, "started"),
            "finished": _cell(cells, places, "finished"),
            "more": _more(header, cells, places.values()),
            "row": number,
        }
        for number, cells in rows
        if any(cells)
    ]


def read_alters(header: Sequence[str], rows: Iterable[Row]) -> list[Found]:
    """One mapping a tie of a focal person: ego, alter, label, node, arena, relation, closeness, support, more, row.

    `support`: True, False, or None where nothing was answered, by area; a blank is not a no.  `closeness`: a whole
    number, None where nothing was answered, the text where it is no number.

    >>> tie, = read_alters(["ego", "alter", "closeness", "support_career", "support_teaching"], [(2, ["u1", "Dean", "5", "false", ""])])
    >>> tie["label"], tie["closeness"], tie["support"]
    ('Dean', 5, {'career': False, 'teaching': None})
    """
    ego, places = _places(header, "ego"), _places(header, "alter")
    areas = _areas(header)
    taken = {*places.values(), *areas, *([ego["id"]] if "id" in ego else [])}
    return [
        {
            "ego": _cell(cells, ego, "id"),
            "alter": _cell(cells, places, "id") or _cell(cells, places, "node"),
            "label": _cell(cells, places, "label"),
            "node": _cell(cells, places, "node"),
            "arena": _cell(cells, places, "arena"),
            "relation": _cell(cells, places, "relation"),
            "closeness": _number(_cell(cells, places, "closeness")),
            "support": {area: _yes(cells[place] if place < len(cells) else "") for place, area in areas.items()},
            "more": _more(header, cells, taken),
            "row": number,
        }
        for number, cells in rows
        if any(cells)
    ]


def read_edges(header: Sequence[str], rows: Iterable[Row]) -> list[Found]:
    """One mapping a tie among people whom one focal person named: ego, from, to, row.

    >>> read_edges(["edgeID", "from", "to", "networkCanvasEgoUUID"], [(2, ["1", "1", "2", "u1"])])
    [{'ego': 'u1', 'from': '1', 'to': '2', 'row': 2}]
    """
    ego, places = _places(header, "ego"), _places(header, "edge")
    return [
        {
            "ego": _cell(cells, ego, "id"),
            "from": _cell(cells, places, "source") or _cell(cells, places, "from"),
            "to": _cell(cells, places, "target") or _cell(cells, places, "to"),
            "row": number,
        }
        for number, cells in rows
        if any(cells)
    ]


def loose_edges(ties: Iterable[Mapping[str, object]], edges: Iterable[Mapping[str, object]]) -> list[int]:
    """Rows of edges with an end that the same focal person did not name.

    >>> tie = {"ego": "u1", "alter": "a1", "node": "1"}
    >>> loose_edges([tie], [{"ego": "u1", "from": "1", "to": "a1", "row": 2}, {"ego": "u1", "from": "1", "to": "9", "row": 3}])
    [3]
    """
    named = {(tie["ego"], tie[key]) for tie in ties for key in ("alter", "node")}
    ends = [((edge["ego"], edge["from"]), (edge["ego"], edge["to"]), edge["row"]) for edge in edges]
    return [row for first, second, row in ends if isinstance(row, int) and not (first in named and second in named)]


def _places(header: Sequence[str], part: str) -> dict[str, int]:
    """Where each field of this part of a network stands; of several headers the one listed first."""
    keys = [_PLAIN.sub("", cell.casefold()) for cell in header]
    found: dict[str, int] = {}
    for field, names in _tables()[part].items():
        place = next((keys.index(name) for name in names if name in keys), None)
        if place is not None:
            found[field] = place
    return found


def _areas(header: Sequence[str]) -> dict[int, str]:
    """The area of each column of support."""
    starts = _tables()["support"]["starts"]
    folded = [cell.strip().casefold() for cell in header]
    return {
        place: cell[len(start) :].strip()
        for place, cell in enumerate(folded)
        for start in starts
        if cell.startswith(start) and cell[len(start) :].strip()
    }


def _cell(cells: Sequence[str], places: Mapping[str, int], field: str) -> str:
    place = places.get(field)
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _more(header: Sequence[str], cells: Sequence[str], taken: Iterable[int]) -> dict[str, str]:
    known = set(taken)
    return {
        name: cell for place, (name, cell) in enumerate(zip(header, cells, strict=False)) if cell and place not in known
    }


def _number(text: str) -> int | str | None:
    if not text:
        return None
    whole = text.removesuffix(".0")
    return int(whole) if whole.isdecimal() and len(whole) < 10 else text


def _yes(text: str) -> bool | None:
    word = text.strip().casefold()
    answers = _tables()["answers"]
    return True if word in answers["yes"] else False if word in answers["no"] else None


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_TABLES.read_text(encoding="utf-8"))
