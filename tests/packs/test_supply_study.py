"""What a bare roster leads one to expect: six people, counted by hand."""

import pytest

from constellation.packs import load, supply_study

#            stage                   level  department  college    campus
ROSTER = [
    ("pre-tenure", 1, "History", "Arts", "North"),
    ("pre-tenure", 1, "History", "Arts", "North"),
    ("full", 3, "History", "Arts", "North"),
    ("mid-career associate", 2, "Physics", "Science", "North"),
    ("full", 3, "Physics", "Science", "North"),
    ("", -1, "", "Science", "South"),
]


@pytest.fixture(scope="module")
def study():
    return supply_study(*zip(*ROSTER, strict=True), load("umass"))


def test_needs_are_people_times_joining_times_rate(study):
    [row] = (row for row in study.needs if (row.stage, row.area) == ("pre-tenure", "Navigating the tenure track"))

    assert (row.people, row.expected) == (2, pytest.approx(2 * 0.40 * 0.86))
    assert row.source.startswith("UC Santa Cruz junior faculty survey, 1997")
    assert study.expected_to_join == pytest.approx(2.4)
    assert {row.stage for row in study.needs} == {"pre-tenure", "mid-career associate", "full", "unknown"}


def test_seats_need_willing_people_with_something_to_offer(study):
    [full] = (row for row in study.seats if row.stage == "full")

    offers_none = 0.5 * 0.5 * 0.5 * 0.6 * 0.7 * 0.4 * 0.7 * 0.6
    assert full.people == 2
    assert full.givers == pytest.approx(2 * 0.40 * 0.80 * (1 - offers_none))
    assert full.seats == pytest.approx(3 * full.givers)


def test_help_is_short_where_needs_pass_seats_the_shortest_first(study):
    [tenure] = (row for row in study.shortages if row.area == "Navigating the tenure track")

    needs = 2 * 0.40 * 0.86
    seats = 0.40 * (2 * 0.80 * 3 * 0.50 + 1 * 0.75 * 2 * 0.60)
    assert (tenure.needs, tenure.seats) == (pytest.approx(needs), pytest.approx(seats))
    assert tenure.short == pytest.approx(needs - seats)
    assert [row.short for row in study.shortages] == sorted((row.short for row in study.shortages), reverse=True)


def test_a_college_is_counted_by_itself_and_colleges_add_up(study):
    [arts] = (
        row
        for row in study.shortages_by_college
        if (row.campus, row.college, row.area) == ("North", "Arts", "Navigating the tenure track")
    )

    assert arts.short == pytest.approx(2 * 0.40 * 0.86 - 0.40 * 0.80 * 3 * 0.50)
    assert {(row.campus, row.college) for row in study.shortages_by_college} == {
        ("North", "Arts"),
        ("North", "Science"),
        ("South", "Science"),
    }
    for total in study.shortages:
        parts = [row.needs for row in study.shortages_by_college if row.area == total.area]
        assert sum(parts) == pytest.approx(total.needs)


def test_a_department_without_anybody_one_rank_above_has_no_near_peers(study):
    assert study.without_near_peers == (("North", "Arts", "History", 1, 2),)
    assert "promoted to the next rank within 5 years" in study.note


def test_departments_of_one_name_on_two_campuses_are_two():
    rows = [("pre-tenure", 1, "History", "Arts", "North"), ("full", 2, "History", "Arts", "South")]

    study = supply_study(*zip(*rows, strict=True), load("umass"))

    assert study.without_near_peers == (("North", "Arts", "History", 1, 1),)


def test_an_empty_roster_has_an_empty_study():
    study = supply_study([], [], [], [], [], load("umass"))

    assert (study.people, study.needs, study.seats, study.shortages_by_college) == (0, (), (), ())
    assert {row.needs for row in study.shortages} == {0.0}


def test_lists_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="rank_level has 0 entries for 1 people"):
        supply_study(["full"], [], [""], [""], [""], load("umass"))
