"""The files of `constellation groups`: who meets with whom, who is left out, and everything once more as JSON."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from constellation.cli.files.cells import safe_cell
from constellation.cli.files.roster import Roster
from constellation.cli.outputs.groups_account import FACILITATOR, MEMBER, MEND, NO_GROUP, Met
from constellation.cli.outputs.tables import plain
from constellation.cli.outputs.whole_files import whole_files
from constellation.words import say

GROUPS, LEFT_OUT, SUMMARY = "groups.csv", "left_out.csv", "groups.json"
COLUMNS = ("group", "person_id", "name", "department", "role")


def write_groups(folder: Path, roster: Roster, groups: Sequence[Met], left_out: Sequence[int], told: str) -> None:
    """All files of a run, or none."""
    out = ([roster.ids[i], roster.name[i], say(NO_GROUP), say(MEND)] for i in left_out)
    files = {
        GROUPS: table(COLUMNS, group_rows(roster, groups)),
        LEFT_OUT: table(("person_id", "name", "reason", "mend"), out),
        SUMMARY: told,
    }
    with whole_files() as opened:
        for name, text in files.items():
            opened(folder / name).write(text.encode("utf-8", errors="replace"))


def group_rows(roster: Roster, groups: Sequence[Met]) -> Iterable[list[str]]:
    for one in groups:
        for role, people in ((MEMBER, one.members), (FACILITATOR, one.facilitators)):
            for i in people:
                yield [str(one.number), roster.ids[i], roster.name[i], roster.department[i], role]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def as_json(summary: dict[str, Any]) -> str:
    return json.dumps(plain(summary), indent=2, ensure_ascii=False, allow_nan=False) + "\n"
