"""What the check needs beside the inputs and prices: the lists a bound is about, the columns a proof is about."""

import csv
from collections.abc import Sequence
from pathlib import Path

from constellation.cli.files.cells import safe_cell
from constellation.engine import Design


def write_proof(ids: Sequence[str], design: Design, folder: Path) -> None:
    """`columns.csv` (person_id, partners) for a proof, `inputs/lists.csv` (person_id, partner_id) for lists."""
    if design.columns:
        rows = zip(design.columns.person.tolist(), design.columns.partners.tolist(), strict=True)
        told = ((safe_cell(ids[i]), safe_cell(";".join(ids[j] for j in set_ if j >= 0))) for i, set_ in rows)
        write(folder / "columns.csv", ("person_id", "partners"), told)
    if design.lists:
        pairs = zip(design.lists[0].tolist(), design.lists[1].tolist(), strict=True)
        told = ((safe_cell(ids[i]), safe_cell(ids[j])) for i, j in pairs)
        write(folder / "inputs" / "lists.csv", ("person_id", "partner_id"), told)


def write(path: Path, header: tuple[str, str], rows) -> None:  # type: ignore[no-untyped-def]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
