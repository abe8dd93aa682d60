"""Who must not be paired, and whom people have: nothing that is said names a conflict."""

import pytest

from constellation.cli.files import Refusal
from tests.cli.reading import PACK, read_tables, sentences

PEOPLE = "id\nada\nbo\ncy\n"
TENURE, BALANCE = PACK.area_index("tenure"), PACK.area_index("balance")


@pytest.fixture
def read(tmp_path):
    return lambda **tables: read_tables(tmp_path, people=PEOPLE, **tables)


def test_a_conflict_bars_both_directions(read):
    inputs = read(conflicts="id,partner,reason\nbo,ada,chair\nada,bo,spouse\n")

    assert inputs.problem.barred.tolist() == [[0, 1], [1, 0]]
    assert inputs.notes == []


def test_a_conflict_with_somebody_unknown_is_said_without_names(read):
    inputs = read(conflicts="id,partner_id,reason\nada,bo,chair\nada,zoe,grievance\n,cy,x\nada,ada,\n")

    said = " ".join(sentences(inputs))
    assert said.startswith("conflicts.csv lines 3, 4: 2 rows are left out: a person who is not in the people file")
    assert not {"ada", "zoe", "bo", "grievance"} & set(said.replace(":", " ").split())


def test_current_ties_are_kept_or_compared(read):
    inputs = read(
        current="id,partner_id,areas,keep\nada,bo,tenure;Work-life balance,\nbo,cy,,NO\n"
        "cy,ada,tenure,1\nada,cy,,false\n"
    )

    assert inputs.kept == [(0, 1, (TENURE, BALANCE)), (2, 0, (TENURE,))]
    assert inputs.compared.tolist() == [[1, 2], [0, 2]]
    assert inputs.problem.kept.tolist() == [[0, 1], [2, 0]]
    assert inputs.problem.kept_areas.start.tolist() == [0, 2, 3]


def test_rows_about_one_tie_fold_and_its_other_direction_is_another(read):
    inputs = read(current="id,partner_id,areas,keep\nada,bo,tenure,no\nada,bo,balance;tenure,yes\nbo,ada,,no\n")

    assert inputs.kept == [(0, 1, (TENURE, BALANCE))]
    assert inputs.compared.tolist() == [[1, 0]]


def test_a_kept_tie_in_conflict_is_compared_only_and_nothing_says_so(read):
    inputs = read(conflicts="id,partner_id\nbo,ada\n", current="id,partner_id,keep\nada,bo,yes\nada,cy,yes\n")

    assert inputs.kept == [(0, 2, ())]
    assert inputs.compared.tolist() == [[0, 1]]
    assert inputs.notes == []


def test_ties_that_cannot_be_are_left_out_and_said(read):
    inputs = read(current="id,partner_id,areas\nada,zoe,\nbo,bo,\nada,bo,parking\nbo,ada,parking;tenure\n")

    assert inputs.kept == [(0, 1, ()), (1, 0, (TENURE,))]
    assert [note.split(" is not among")[0] for note in sentences(inputs)] == [
        "current.csv line 2: The row is left out: a person who is not in the people file; add them there.",
        "current.csv line 3: The row is left out: a tie to oneself.",
        "current.csv line 4: An area is left out of 2 ties: the area parking",
    ]


def test_another_word_for_keep_is_refused_with_its_line(read):
    with pytest.raises(Refusal, match=r"^current\.csv line 3: keep is maybe; write yes or no\.$"):
        read(current="id,partner_id,keep\nada,bo,yes\nada,cy,maybe\n")
