"""What the check needs beside the inputs and prices: the lists a bound is about, the columns a proof is about."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from constellation.cli.files.writing import write_rows
from constellation.engine import Design


def joined(ids: Sequence[str]) -> str:
    """Ids in one cell, with `;` between; an id that holds one stands in quotes."""
    cell = io.StringIO()
    csv.writer(cell, delimiter=";", lineterminator="\r\n").writerow(ids)
    return cell.getvalue()[:-2]


def write_proof(ids: Sequence[str], design: Design, folder: Path, note: str) -> None:
    """`columns.csv` (person_id, partners) for a proof, `inputs/lists.csv` (person_id, partner_id) for lists.

    Where there is a note, every row ends with it.
    """
    if design.columns:
        sets = zip(design.columns.person.tolist(), design.columns.partners.tolist(), strict=True)
        columns = ((ids[i], joined([ids[j] for j in partners if j >= 0])) for i, partners in sets)
        write_rows(folder / "columns.csv", ("person_id", "partners"), columns, note)
    if design.lists:
        (folder / "inputs").mkdir(exist_ok=True)
        pairs = zip(design.lists[0].tolist(), design.lists[1].tolist(), strict=True)
        lists = ((ids[i], ids[j]) for i, j in pairs)
        write_rows(folder / "inputs" / "lists.csv", ("person_id", "partner_id"), lists, note)
