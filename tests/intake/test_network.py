"""Personal networks keep who was named, how close, and that a blank is not a no."""

import csv

import pytest

from constellation.intake.lists.network import kind_of_header, loose_edges, read_alters, read_edges, read_egos


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return header, list(enumerate(rows, start=2))


@pytest.mark.parametrize(
    ("name", "kind"), [("ego", "ego"), ("attributeList_Person", "alters"), ("edgeList_knows", "edges")]
)
def test_the_three_tables_of_an_export_are_told_apart(shared_data, name, kind):
    paths = sorted((shared_data / "messy_made").glob(f"24_nc_*_{name}.csv"))

    kinds = [kind_of_header(table(path)[0]) for path in paths]

    assert kinds == [kind] * 3


@pytest.mark.parametrize(
    "header",
    [["Mentee", "Mentor 1", "Started"], ["Person A", "Person B", "Reason"], ["Name", "Role"], ["from", "to"], []],
)
def test_other_tables_are_no_network(header):
    assert kind_of_header(header) == ""


def test_who_was_named_and_what_for_is_read(shared_data):
    header, rows = table(shared_data / "messy_made/24_nc_P000_S0_attributeList_Person.csv")

    ties = read_alters(header, rows)

    assert len(ties) == 7
    assert (ties[0]["ego"], ties[0]["alter"], ties[0]["label"]) == ("ego-s-0", "ego-s-0-a1", "PhD advisor")
    assert (ties[0]["arena"], ties[0]["closeness"], ties[0]["row"]) == ("other_institution", 5, 2)
    assert ties[0]["support"] == {"career": False, "teaching": False, "psychosocial": True, "sponsorship": True}
    assert ties[3]["support"] == {"career": None, "teaching": None, "psychosocial": True, "sponsorship": None}


def test_ties_among_the_named_hang_on_people_who_were_named(shared_data):
    folder = shared_data / "messy_made"
    ties = read_alters(*table(folder / "24_nc_P000_S0_attributeList_Person.csv"))

    edges = read_edges(*table(folder / "24_nc_P000_S0_edgeList_knows.csv"))

    assert len(edges) == 14
    assert edges[0] == {"ego": "ego-s-0", "from": "ego-s-0-a1", "to": "ego-s-0-a2", "row": 2}
    assert loose_edges(ties, edges) == []
    assert loose_edges(ties[:-1], edges) == [5, 9, 11, 14, 15]


def test_the_focal_person_keeps_every_other_answer(shared_data):
    (ego,) = read_egos(*table(shared_data / "messy_made/24_nc_P000_S0_ego.csv"))

    assert (ego["ego"], ego["case"], ego["session"]) == ("ego-s-0", "P000", "S0")
    assert ego["more"]["career_stage"] == "professor"


def test_a_list_made_by_hand_is_read_with_its_closeness_as_written():
    header = ["Respondent", "Contact", "Relationship", "Closeness", "Help with grants", "Years known"]
    rows = [(2, ["mwang", "Lee", "colleague", "very", "yes", "3"]), (3, ["", "", "", "", "", ""]), (4, ["mwang", "Xu"])]

    ties = read_alters(header, rows)

    assert kind_of_header(header) == "alters"
    assert [(tie["ego"], tie["label"], tie["relation"], tie["closeness"]) for tie in ties] == [
        ("mwang", "Lee", "colleague", "very"),
        ("mwang", "Xu", "", None),
    ]
    assert ties[0]["support"] == {"with grants": True}
    assert ties[0]["more"] == {"Years known": "3"}
