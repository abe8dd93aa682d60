"""Measures as files: a CSV with one row a person, or one JSON document."""

import csv
import io
import json
import math
from dataclasses import asdict
from typing import Any, BinaryIO

from constellation.cli.files.cells import safe_cell
from constellation.cli.outputs.measures_summary import Measured
from constellation.engine.measures import MEASURES


def write_csv(found: Measured, file: BinaryIO) -> None:
    """`person_id`, `name` where names are known, then every measure; blank where it is undefined."""
    named = any(found.program.names)
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    writer = csv.writer(text)
    writer.writerow(["person_id", *(["name"] if named else []), *(measure.key for measure in MEASURES)])
    columns = [found.values[measure.key].tolist() for measure in MEASURES]
    for who, name, *row in zip(found.program.ids, found.program.names, *columns, strict=True):
        writer.writerow([safe_cell(who), *([safe_cell(name)] if named else []), *map(number, row)])
    text.detach()


def number(value: float) -> str:
    """In full, whole numbers without decimals, blank where undefined.

    >>> number(12.0), number(0.1), number(float("nan"))
    ('12', '0.1', '')
    """
    if math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() else repr(value)


def as_json(found: Measured, people: bool) -> str:
    """One document: network, measures, notes, and `people` where wanted; null where undefined."""
    program = found.program
    document: dict[str, Any] = {
        "network": {
            "people": len(program.ids), "ties": found.ties, "mutual_ties": found.mutual,
            "mutuality": or_null(found.mutuality), "people_without_ties": found.without, "unit": program.unit,
        },
        "measures": {m.key: {k: or_null(v) for k, v in asdict(found.spread[m.key]).items()} for m in MEASURES},
        "notes": [{"place": note.place, "sentence": note.sentence} for note in program.notes],
    }  # fmt: skip
    if people:
        columns = [found.values[measure.key].tolist() for measure in MEASURES]
        rows = zip(program.ids, program.names, zip(*columns, strict=True), strict=True)
        keys = [measure.key for measure in MEASURES]
        document["people"] = [
            {"person_id": who, "name": name, **dict(zip(keys, map(or_null, row), strict=True))}
            for who, name, row in rows
        ]
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def or_null(value: float) -> float | None:
    return None if math.isnan(value) else value
