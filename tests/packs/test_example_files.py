"""The example programs say what their pack can read."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from constellation.packs import load

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def rows(name):
    with (EXAMPLES / "small" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def people():
    return {row["person_id"]: row for row in rows("people.csv")}


def test_the_real_roster_is_as_it_was_published(shared_data):
    ours = (EXAMPLES / "colorado" / "people.csv").read_bytes()

    assert ours == (shared_data / "rosters" / "cu_faculty_fy18_uccs_denver.csv").read_bytes()


def test_every_row_is_about_people_who_are_there(people):
    assert len(people) == len(rows("people.csv")) == 42
    for name in ("needs.csv", "offers.csv", "conflicts.csv", "current.csv"):
        for row in rows(name):
            assert {row["person_id"], row.get("partner_id", row["person_id"])} <= people.keys(), row


def test_every_area_is_one_of_the_pack_and_both_lists_are_used():
    pack = load("umass")
    areas = [row["area"] for name in ("needs.csv", "offers.csv") for row in rows(name)]
    areas += [area for row in rows("current.csv") for area in row["areas"].split(";")]

    assert [area for area in areas if pack.area(area) is None] == []
    assert {pack.area(row["area"]).list for row in rows("needs.csv")} == {"early", "later"}


def test_people_choose_from_the_list_of_their_stage(people):
    pack = load("umass")

    for row in rows("needs.csv"):
        stage = pack.stage(people[row["person_id"]]["stage"])
        assert pack.area(row["area"]) in pack.areas_for(stage), row


def test_who_seeks_needs_something_and_who_gives_offers_something(people):
    weights = defaultdict(float)
    for row in rows("needs.csv"):
        weights[row["person_id"]] += float(row["weight"])
    givers = {row["person_id"] for row in rows("offers.csv")}

    assert weights == {name: pytest.approx(1) for name, row in people.items() if int(row["seeks"])}
    assert givers == {name for name, row in people.items() if int(row["gives"])}


def test_the_roles_beside_the_faculty_are_there(people):
    wanted = {"librarian", "staff expert", "external scholar", "graduate student", "professional coach"}

    assert wanted <= {row["role"] for row in people.values()}


def test_no_kept_partner_is_in_conflict():
    barred = {(row["person_id"], row["partner_id"]) for row in rows("conflicts.csv")}

    assert not barred & {(row["person_id"], row["partner_id"]) for row in rows("current.csv")}
