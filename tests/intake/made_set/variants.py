"""Each kind once more as another office would make it: who writes it, and what it carries of a person."""

from tests.intake.made_set import abroad, offices, systems
from tests.intake.made_set.people import Made

COARSE = {"professor": ["professor", "chair", "distinguished", "university", "adjunct"]}
NAMED = ["given", "family", "department", "rank", "title"]
DUPLICATES = "10v_other_hands.csv"

VARIANTS = {
    "01v_banner_words.csv": {"match": "employee_id", "capitals": ["given", "family", "middle"], "fields": ["employee_id", "given", "middle", "family", "email", "department", "rank", "title", "hire_date", "tenure", "fte"]},
    "02v_spanish.xlsx": {"match": "email", "coarse": COARSE, "fields": ["employee_id", "given", "family", "email", "department", "college", "rank", "hire_date", "gender", "fte"]},
    "03v_peoplesoft_query.csv": {"match": "employee_id", "fields": ["employee_id", *NAMED, "hire_date"]},
    "04v_interfolio_columns.csv": {"match": "email", "fields": ["middle", "email", *NAMED]},
    "05v_qualtrics.csv": {"match": "email", "fields": ["family", "email", "department"]},
    "06v_french.csv": {"match": "employee_id", "coarse": COARSE, "capitals": ["family"], "fields": ["employee_id", "given", "family", "email", "department", "college", "hire_date", "fte"]},
    "07v_subtotals.csv": {"match": "name", "fields": ["college", *NAMED]},
    "08v_european_damage.csv": {"match": "name", "fields": ["given", "middle", "family", "hire_date"]},
    "09v_mac_mojibake.csv": {"match": "email", "fields": ["email", *NAMED]},
    "11v_colleges.xlsx": {"match": "email", "fields": ["email", "hire_date", *NAMED]},
    "12v_mac_semicolons.csv": {"match": "name", "encoding": "mac_roman", "fields": ["given", "family", "rank", "title"]},
    "13v_pipe_records.dat": {"match": "employee_id", "fields": ["employee_id", "middle", "hire_date", *NAMED]},
    "14v_headerless_ids.csv": {"match": "employee_id", "fields": ["employee_id", "hire_date", *NAMED]},
    "15v_other_nulls.csv": {"match": "name", "absent": ["rank", "title", "hire_date", "orcid"], "reduced": ["hire_date"], "fields": ["given", "family", "rank", "title", "hire_date", "orcid"]},
    "16v_taiwan.csv": {"match": "email", "coarse": COARSE, "fields": ["employee_id", "given", "family", "email", "department", "hire_date", "rank"]},
    "17v_polish.csv": {"match": "name", "coarse": COARSE, "encoding": "cp1250", "fields": ["employee_id", "given", "family", "department", "hire_date", "rank"]},
    "18v_active_directory.ldif": {"match": "email", "fields": ["employee_id", "email", *NAMED]},
    "19v_graph.json": {"match": "email", "fields": ["employee_id", "email", "hire_date", *NAMED]},
    "20v_old_cards.vcf": {"match": "email", "fields": ["email", "middle", *NAMED]},
    "21v_nested.json": {"match": "email", "fields": ["employee_id", "email", "middle", "orcid", "hire_date", *NAMED]},
    "22v_zipped_book.zip": {"match": "email", "fields": ["employee_id", "email", "middle", "hire_date", *NAMED]},
    "23v_web_page.xls": {"match": "email", "fields": ["email", *NAMED]},
    "28v_german_again.csv": {"match": "email", "fields": ["preferred", "email", "college", "hire_date", "tenure", "orcid", *NAMED]},
}  # fmt: skip
WRITERS = (
    offices.write_banner_words, abroad.write_spanish, offices.write_peoplesoft_query, offices.write_interfolio_columns, offices.write_qualtrics,
    abroad.write_french, offices.write_subtotals, offices.write_european_damage, offices.write_mac_mojibake, offices.write_other_hands,
    systems.write_colleges, offices.write_mac_semicolons, offices.write_pipe_records, offices.write_headerless_ids, offices.write_other_nulls,
    abroad.write_taiwan, abroad.write_polish, systems.write_active_directory, systems.write_graph, systems.write_old_vcards, systems.write_nested,
    systems.write_zipped_book, systems.write_web_page, abroad.write_german_again,
)  # fmt: skip


def write_variants(made: Made) -> None:
    for writer in WRITERS:
        writer(made)
