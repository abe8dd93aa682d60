"""Who the people of a roster are."""

from collections import Counter
from math import hypot, log
from pathlib import Path

import pytest

from constellation.cli.account.ties import interests_in_common
from constellation.cli.files import Refusal
from constellation.cli.files.career import RANKS, STAGES
from tests.cli.reading import read_tables, sentences

COLORADO = Path(__file__).resolve().parents[2] / "examples" / "colorado" / "people.csv"


@pytest.fixture
def read(tmp_path):
    return lambda people, **more: read_tables(tmp_path, people=people, **more)


def test_an_id_alone_makes_a_person_of_whom_nothing_is_known(read):
    inputs = read("id\np1\n")

    problem = inputs.problem
    assert inputs.roster.ids == ["p1"]
    assert inputs.roster.role == ["faculty"]
    assert [problem.department[0], problem.college[0], problem.campus[0], problem.level[0]] == [-1] * 4
    assert (problem.seeks[0], problem.gives[0], inputs.notes) == (0, 0, [])


def test_a_roster_of_nobody_is_a_problem_of_nobody(read):
    assert read("person_id,seeks,gives\n").problem.people == 0


def test_appointments_of_one_person_fold(read):
    inputs = read(
        "id,name,dept,title,percent,interests,seeks\n"
        "p1,,Dean's Office,ASSOC DEAN,20,poetry,\n"
        "p2,Bo,Physics,ASST PROFESSOR,100,,2\n"
        "p1,Ada,History,ASSOCIATE PROFESSOR,80%,archives;Poetry,3\n"
        "p1,ada,English,LECTURER,80,,1\n"
    )

    roster = inputs.roster
    assert (roster.ids, roster.name, roster.department) == (["p1", "p2"], ["Ada", "Bo"], ["History", "Physics"])
    assert (roster.rank[0], roster.stage[0]) == ("associate", "chair/leader")
    assert roster.role[0] == "dean/provost/administrator"
    assert (roster.interests[0], roster.seeks[0]) == (("archives", "Poetry"), 3)
    assert [
        note
        for note in sentences(inputs)
        if note.startswith("people.csv lines 4, 5: Further appointments of people named before: 2.")
    ]


def test_of_equal_percents_the_first_appointment_counts(read):
    assert read("id,dept,percent\np1,A,50\np1,B,50\n").roster.department == ["A"]


def test_a_real_roster_folds_to_its_people_with_one_note(read):
    inputs = read(COLORADO.read_bytes())

    assert len(inputs.roster) == 2566
    assert sum("Further appointments of people named before: 912." in note for note in sentences(inputs)) == 1
    assert len(inputs.notes) == 2
    assert Counter(inputs.roster.rank)[""] == 0
    assert Counter(inputs.roster.role)["chair"] > 0


def test_titles_fill_only_what_the_columns_leave_blank(read):
    roster = read(
        "id,rank,stage,role,title\np1,full,,,Assistant Professor\np2,,newly tenured,,Associate Prof.\n"
    ).roster

    assert roster.rank == ["professor", "associate"]
    assert roster.stage == ["pre-tenure", "newly tenured"]


def test_unknown_words_are_read_as_blank_and_counted_once(read):
    inputs = read("id,rank,stage,role\np1,Wizard,old,pirate\np2,Mage,old,chair\n")

    assert (inputs.roster.rank, inputs.roster.stage, inputs.roster.role) == (["", ""], ["", ""], ["faculty", "chair"])
    assert len(inputs.notes) == 3
    assert (
        "people.csv lines 2, 3: Words we do not know as rank: 2 (Wizard, Mage), read as blank" in sentences(inputs)[0]
    )
    assert "Words we do not know as role: 1 (pirate), read as faculty" in sentences(inputs)[2]


def test_unknown_titles_are_counted_with_three_examples(read):
    titles = ["Groundskeeper", "Wizard", "Mage", "Seer", "Wizard"]

    [note] = sentences(read("id,title\n" + "".join(f"p{n},{title}\n" for n, title in enumerate(titles))))

    assert "Titles that cannot be read: 5 (Groundskeeper, Wizard, Mage, …)" in note


@pytest.mark.parametrize(
    ("word", "rank"),
    [(rank, rank) for rank in RANKS]
    + [("Full Professor", "professor"), ("FULL", "professor"), ("Assoc. Prof.", "associate"), ("asst", "assistant")],
)
def test_rank_words_are_taken_as_they_stand(read, word, rank):
    assert read(f"id,rank\np1,{word}\n").roster.rank == [rank]


@pytest.mark.parametrize("stage", STAGES)
def test_stage_words_are_those_of_the_field(read, stage):
    assert read(f"id,stage\np1,{stage.upper()}\n").roster.stage == [stage]


def test_a_stage_of_leaders_or_librarians_gives_the_role_that_is_not_told(read):
    roster = read(
        "id,stage,role\np1,chair/leader,\np2,chair/leader,faculty\np3,librarian,\np4,chair/leader,provost\n"
    ).roster

    assert roster.role == ["chair", "chair", "librarian", "dean/provost/administrator"]


def test_roles_levels_and_settled_become_the_numbers_of_the_engine(read):
    problem = read(
        "id,rank,stage,role\n"
        "p1,professor,full,\n"
        "p2,associate,mid-career associate,\n"
        "p3,associate,newly tenured,\n"
        "p4,no academic rank,,staff expert\n"
        "p5,,,graduate student\n"
        "p6,,,undergraduate\n"
        "p7,,,editor\n"
    ).problem

    assert problem.level.tolist() == [3, 2, 2, 1, 0, 0, -1]
    assert problem.role.tolist() == [0, 0, 0, 5, 4, 4, 10]
    assert problem.settled.tolist() == [False, True, False, False, False, False, False]


def test_a_department_is_one_within_its_college_and_campus(read):
    problem = read(
        "id,campus,college,dept\np1,North,Arts,History\np2,South,Arts,History\np3,north,ARTS,history\np4,North,,\n"
    ).problem

    assert problem.department.tolist() == [0, 1, 0, -1]
    assert problem.college.tolist() == [0, 1, 0, -1]
    assert problem.campus.tolist() == [0, 1, 0, 0]


def test_interests_are_compared_however_capitalised_and_a_word_of_one_person_lengthens_their_row(read):
    interests = read("id,interests\np1,poetry;Migration\np2,POETRY\np3,\n").problem.interests

    said_by_two, said_by_one = 1 + log(4 / 3), 1 + log(4 / 2)
    assert interests.start.tolist() == [0, 1, 2, 2]
    assert interests.ids.tolist() == [0, 0]
    assert interests.weight.tolist() == pytest.approx([said_by_two / hypot(said_by_two, said_by_one), 1])


def test_more_than_thirty_sought_count_as_thirty_and_whole_numbers_may_have_a_point(read):
    inputs = read("id,seeks,gives\np1,31,8\np2,3.0,\n")

    assert inputs.roster.seeks.tolist() == [30, 3]
    assert inputs.roster.gives.tolist() == [8, 0]
    assert sentences(inputs)[0].startswith("people.csv line 2: More than 30 partners are sought: 30 are counted")


@pytest.mark.parametrize("column", ["seeks", "gives"])
@pytest.mark.parametrize("places", ["-1", "1.5", "nan", "inf", "two", "1e9", "1_0"])
def test_impossible_places_are_refused_with_their_line(read, column, places):
    with pytest.raises(Refusal, match=rf"^people\.csv line 3: {column} is {places}; give a whole number from 0 to"):
        read(f"id,{column}\np1,2\np2,{places}\n")


def test_a_blank_id_is_refused(read):
    with pytest.raises(Refusal, match=r"^people\.csv line 3: person_id is blank; give each person an id\.$"):
        read("id,name\np1,Ada\n,Bo\n")


def test_one_id_with_two_names_is_refused_with_both_lines(read):
    with pytest.raises(Refusal, match=r"^people\.csv line 4: one id with two names: p1 is Bo, in line 2 Ada; give"):
        read("id,name\np1,Ada\np1,\np1,Bo\n")


def test_a_percent_that_is_no_number_is_refused(read):
    with pytest.raises(Refusal, match=r"^people\.csv line 2: percent is half; give a number from 0 up"):
        read("id,percent\np1,half\n")


def test_shared_interests_are_words_not_letters_within_words(read):
    inputs = read('id,interests\np1,"earth science;cartography;modern art"\np2,art\np3,soil\n')

    assert interests_in_common(inputs, 0, 1) == ["modern art"]


def test_a_pair_of_words_with_a_small_word_between_is_shared(read):
    inputs = read('id,interests\np1,"history of art"\np2,art history;history art\np3,soil\n')

    assert interests_in_common(inputs, 0, 1) == ["history of art"]
