"""Another made set, with other people in the look of the present one, is read as well as the present one is."""

import csv

import pytest

from benchmarks.intake_truth import DUPLICATES, READ_ON, precision_and_recall
from constellation.intake import read
from tests.intake.made_set.compare import RULES, compare_file
from tests.intake.made_set.write import write_same_look

SEEDS = (101, 104)
ROSTER = "isu_professors_2007_2018_half_a.csv"
# file, encoding and delimiter of tables whose first record is the header and whose other records are all counted
PLAIN = (
    ("01_banner_like_cp1252.csv", "cp1252", ","),
    ("03_peoplesoft_like_utf16_tab.txt", "utf-16", "\t"),
    ("04_interfolio_like_multiline_utf8bom.csv", "utf-8-sig", ","),
    ("05_form_responses_utf8.csv", "utf-8", ","),
    (DUPLICATES, "utf-8", ","),
    ("13_pipe_ragged_trailer.dat", "utf-8", "|"),
    ("15_null_zoo_mixed_dates.csv", "utf-8", ","),
)


@pytest.fixture(scope="module", params=SEEDS)
def made(request, shared_data, tmp_path_factory):
    return write_same_look(tmp_path_factory.mktemp("made"), shared_data / "rosters" / ROSTER, request.param)


@pytest.mark.parametrize("file", RULES)
def test_a_file_agrees_with_the_right_answers(made, file):
    found = compare_file(made.folder / file, made.people)

    assert found.unmatched == []
    assert found.carried > 0
    assert found.share >= 0.98, found.differing


@pytest.mark.parametrize(("file", "encoding", "delimiter"), PLAIN)
def test_every_record_is_a_person_or_folded_or_set_aside(made, file, encoding, delimiter):
    path = made.folder / file
    with path.open(encoding=encoding, newline="") as text:
        records = sum(1 for _ in csv.reader(text, delimiter=delimiter)) - 1

    found = read(path, today=READ_ON)

    assert found.counts.rows_in == records
    assert found.counts.people == len(found.rows)


def test_likely_duplicates_are_the_true_ones(made):
    path = made.folder / DUPLICATES
    with path.open(encoding="utf-8", newline="") as file:
        keys = [row["truth_key"] for row in csv.DictReader(file)]
    precision, recall = precision_and_recall(read(path, today=READ_ON), keys)

    assert precision >= 0.98
    assert recall >= 0.95
