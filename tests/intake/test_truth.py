"""Made files of many kinds agree with the right answers, field by field, and likely duplicates are the true ones."""

import tomllib

import pytest

from benchmarks.intake_truth import FIELDS, compare_all, duplicates_found

LISTED = tomllib.loads(FIELDS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def agreements(shared_data):
    return {one.file: one for one in compare_all(shared_data / "messy_made")}


@pytest.mark.parametrize("file", LISTED)
def test_a_file_agrees_with_the_right_answers(agreements, file):
    found = agreements[file]

    assert found.unmatched == 0
    assert all(found.carried.values()), f"nothing to compare: {found.carried}"
    assert found.share >= 0.98, found.differing[:10]
    assert found.worst() >= 0.95, found.differing[:10]


def test_likely_duplicates_are_the_true_ones(shared_data):
    precision, recall = duplicates_found(shared_data / "messy_made")

    assert precision >= 0.98
    assert recall >= 0.95
