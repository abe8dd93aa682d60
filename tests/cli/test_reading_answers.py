"""What people need and offer."""

import pytest

from constellation.cli.files import Refusal, is_bare
from tests.cli.reading import PACK, read_tables, sentences

PEOPLE = "id,seeks,gives\np1,2,1\np2,1,2\np3,0,0\n"
TENURE, BALANCE = PACK.area_index("tenure"), PACK.area_index("balance")


@pytest.fixture
def read(tmp_path):
    return lambda **tables: read_tables(tmp_path, people=PEOPLE, **tables)


def test_needs_are_shares_of_each_person(read):
    problem = read(needs="id,area,weight\np2,tenure,3\np1,Work-life  BALANCE,2\np2,balance,\n").problem

    assert problem.needs.start.tolist() == [0, 1, 3, 3]
    assert problem.needs.ids.tolist() == [BALANCE, TENURE, BALANCE]
    assert problem.needs.weight.tolist() == [1, 0.75, 0.25]


def test_weights_of_one_need_add_up_and_its_topics_join(read):
    inputs = read(needs="id,area,weight,topics\np1,tenure,1,file\np1,balance,2,\np1,TENURE,1,File;letters\n")

    assert inputs.problem.needs.weight.tolist() == [0.5, 0.5]
    assert inputs.needs.topics == [("file", "letters"), ()]
    assert sentences(inputs) == ["needs.csv line 4: The need was named before: the weights are added."]


def test_of_two_levels_the_larger_counts(read):
    inputs = read(offers="id,area,level\np1,tenure,0.25\np1,tenure,0.75\np1,tenure,0.5\n")

    assert inputs.problem.offer[0, TENURE] == 0.75
    assert sentences(inputs) == ["offers.csv lines 3, 4: The offer was named before: the larger level counts."]


def test_topics_are_the_same_however_capitalised_but_belong_to_their_area(read):
    inputs = read(
        needs="id,area,topics\np1,tenure,Outside Letters;file\np1,balance,file\n",
        offers="id,area,level,topics\np2,tenure,1,outside  letters\np2,balance,1,letters\np3,balance,1,FILE\n",
    )

    needs, offers, words = inputs.problem.need_topics, inputs.problem.offer_topics, inputs.topic_names
    named = [[words[n] for n in needs.ids[needs.start[row] : needs.start[row + 1]]] for row in range(2)]
    assert named == [["file", "Outside Letters"], ["file"]]
    assert set(offers.ids[offers.start[1] : offers.start[2]]) & set(needs.ids[:2]) == {words.index("Outside Letters")}
    assert offers.ids[offers.start[2]] == needs.ids[2] != needs.ids[0]


def test_rows_that_cannot_be_used_are_left_out_and_said_by_kind(read):
    inputs = read(
        needs="id,area\np1,parking\np9,tenure\np1,tenure\n,tenure\np1,\np2,Parking\np8,x\np7,x\np6,x\n",
        offers="id,area,level\np1,tenure,\n",
    )

    assert inputs.problem.needs.ids.tolist() == [TENURE]
    assert [note.split(";")[0] for note in sentences(inputs)] == [
        "needs.csv lines 5, 6: A row without person_id or area is left out",
        "needs.csv lines 3, 8, 9 and 1 more: 4 rows are left out: a person who is not in the people file",
        "needs.csv line 2: 2 rows are left out: the area parking is not among the areas of pack umass: "
        f"use one of {', '.join(area.key for area in PACK.areas)}.",
        "offers.csv line 2: An offer without a level is left out",
    ]


def test_a_need_of_weight_zero_is_none(read):
    inputs = read(needs="id,area,weight\np1,tenure,0\np1,balance,0\n")

    assert len(inputs.problem.needs.ids) == 0
    assert sentences(inputs) == ["needs.csv lines 2, 3: A need of weight 0 is none and left out."]


@pytest.mark.parametrize("weight", ["-1", "nan", "much", "1e300", '"0,5"'])
def test_an_impossible_weight_is_refused_with_its_line(read, weight):
    with pytest.raises(Refusal, match=r"^needs\.csv line 2: weight is .*; give a number from 0 to"):
        read(needs=f"id,area,weight\np1,tenure,{weight}\n")


@pytest.mark.parametrize("level", ["-0.1", "1.1", "nan", "high"])
def test_a_level_outside_0_to_1_is_refused_with_its_line(read, level):
    with pytest.raises(Refusal, match=rf"^offers\.csv line 3: level is {level}; give a number from 0 to 1\.$"):
        read(offers=f"id,area,level\np1,balance,1\np1,tenure,{level}\n")


def test_answers_of_people_who_do_not_say_how_many_they_seek_are_noted(tmp_path):
    inputs = read_tables(tmp_path, people="id,gives\np1,1\n", needs="id,area\np1,tenure\n")

    assert sentences(inputs) == ["people.csv line 1: There is no column seeks: read as 0 for everybody; add it."]


def test_a_roster_alone_is_bare_and_one_with_needs_is_not(read):
    assert is_bare(read())
    assert not is_bare(read(needs="id,area\n"))
