"""The whole made set in the look of the present one, with other people: `write_same_look(folder, roster, seed)`."""

import random
from pathlib import Path

from tests.intake.made_set import delimited, mixed, records, sheets
from tests.intake.made_set.people import Made, make_people, write_truth

WRITERS = (
    write_truth,
    delimited.write_banner, sheets.write_workday, delimited.write_peoplesoft, delimited.write_interfolio, mixed.write_form,
    delimited.write_german, delimited.write_sep, delimited.write_damaged, delimited.write_mojibake, mixed.write_duplicates,
    sheets.write_departments, delimited.write_macroman, delimited.write_pipe, delimited.write_headerless, mixed.write_blanks,
    mixed.write_chinese, mixed.write_turkish, records.write_ldif, records.write_scim, records.write_vcards, records.write_jsonl,
    records.write_zip, records.write_html, sheets.write_saved_again,
)  # fmt: skip


def write_same_look(folder: Path, roster: Path, seed: int) -> Made:
    made = Made(folder, make_people(roster, seed), random.Random(seed + 1))
    for writer in WRITERS:
        writer(made)
    return made
