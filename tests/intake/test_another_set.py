"""Another made set, with other people in the look of the present one, is read as well as the present one is."""

import csv

import pytest

from benchmarks.intake_truth import DUPLICATES, READ_ON, precision_and_recall
from constellation.intake import read
from tests.intake.made_set.compare import RULES, compare_file
from tests.intake.made_set.write import write_same_look

SEEDS = (101, 104)
ROSTER = "isu_professors_2007_2018_half_a.csv"


@pytest.fixture(scope="module", params=SEEDS)
def made(request, shared_data, tmp_path_factory):
    return write_same_look(tmp_path_factory.mktemp("made"), shared_data / "rosters" / ROSTER, request.param)


@pytest.mark.parametrize("file", RULES)
def test_a_file_agrees_with_the_right_answers(made, file):
    found = compare_file(made.folder / file, made.people)

    assert found.unmatched == []
    assert found.carried > 0
    assert found.share >= 0.98, found.differing
    counts = found.reading.counts
    assert counts.people == len(found.reading.rows)
    assert counts.rows_in == counts.people + counts.folded + counts.set_aside


def test_likely_duplicates_are_the_true_ones(made):
    path = made.folder / DUPLICATES
    with path.open(encoding="utf-8", newline="") as file:
        keys = [row["truth_key"] for row in csv.DictReader(file)]
    precision, recall = precision_and_recall(read(path, today=READ_ON), keys)

    assert precision >= 0.98
    assert recall >= 0.95
