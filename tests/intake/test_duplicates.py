"""Likely duplicates are proposed with their reason, namesakes are not, and a large roster takes no time."""

import csv
import random

import pytest

from constellation.intake.people.duplicates import PROPOSED_FROM, find_duplicates
from constellation.intake.tables import Cancelled
from tests.intake.made_duplicates import columns, people, rows, true_pairs

SINGH = {"family": "Singh", "department": "Physics", "rank": "professor"}


def proposed(*people: dict[str, str]) -> dict[tuple[int, int], float]:
    """The pairs proposed among these people and two others, with their scores."""
    rows = [*people, {"given": "Ana", "family": "Xu"}, {"given": "Omar", "family": "Costa"}]
    fields = {field for row in rows for field in row}
    return {
        (pair.first, pair.second): pair.score
        for pair in find_duplicates({f: [row.get(f, "") for row in rows] for f in fields})
    }


def quality(data: dict[str, list[str]], keys: list[str]) -> tuple[float, float]:
    """Precision and recall of the pairs proposed."""
    found = {(pair.first, pair.second) for pair in find_duplicates(data)}
    true = true_pairs(keys)
    return len(found & true) / max(len(found), 1), len(found & true) / len(true)


def test_every_duplicate_of_the_list_with_answers_is_proposed_and_nothing_else(shared_data):
    path = shared_data / "messy_made/10_duplicates_with_truth.csv"
    found = list(csv.DictReader(path.open(encoding="utf-8-sig", newline="")))

    precision, recall = quality(columns(found), [row["truth_key"] for row in found])

    assert precision >= 0.98
    assert recall >= 0.98


@pytest.mark.parametrize("seed", range(8))
def test_other_lists_with_siblings_in_one_department_are_read_as_well(seed):
    chance = random.Random(seed)
    found = [row for someone in people(chance) for row in rows(chance, someone)]
    chance.shuffle(found)

    precision, recall = quality(columns(found), [row["truth"] for row in found])

    assert precision >= 0.98
    assert recall >= 0.95


def test_one_orcid_or_one_address_joins_two_ways_of_writing_a_name():
    orcid = "0000-0002-1825-0097"

    found = proposed(
        {"given": "Mei", "family": "Wang", "orcid": orcid}, {"given": "M.", "family": "Wang", "orcid": orcid}
    )
    address = proposed(
        {"given": "Mei", "family": "Wang", "email": "mw@x.example"},
        {"given": "Mei", "family": "Li", "email": "mw@x.example"},
    )

    assert found[0, 1] > 0.8
    assert 0.5 <= address[0, 1] < 0.8  # the family name has changed


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("ncohen52+forms@u.example", "reach one mailbox"),
        ("n.cohen52@u.example", "reach one mailbox"),
        ("ncohen52@math.u.example", "reach one mailbox"),
        ("ncohen52@old.example", "at another domain"),
    ],
)
def test_an_address_with_a_tag_dots_or_another_domain_is_no_other_address(second, why):
    nadia = {"given": "Nadia", "family": "Cohen", "department": "Physics", "rank": "professor"}

    (pair,) = find_duplicates(
        {field: [value] * 2 for field, value in nadia.items()} | {"email": ["ncohen52@u.example", second]}
    )

    assert why in pair.reason
    assert pair.score > 0.8


def test_one_address_at_two_domains_is_not_enough_for_other_names():
    nadia = {"given": "Nadia", "family": "Cohen", "email": "ncohen@u.example"}

    assert proposed(nadia, {"given": "Noah", "family": "Cohen", "email": "ncohen@other.example"}) == {}


def test_the_reason_is_told_in_words():
    names = {"given": ["A.", "Aaliyah"], "family": ["Singh", "Singh"]}

    (pair,) = find_duplicates(
        names | {"department": ["Physics", "Dept of Physics"], "rank": ["professor", "professor"]}
    )

    assert pair.reason == "same family name; A. fits Aaliyah; same department; same rank"


def test_a_name_alone_is_never_enough_where_others_bear_it():
    assert proposed(*[{"given": "Ana", "family": "Costa"}] * 2) == {}
    assert proposed(*[{"given": "Ana", "family": "Costa", "rank": "professor"}] * 2) == {}


def test_a_rare_name_is_enough_to_ask():
    assert list(proposed(*[{"given": "Ana", "family": "Þórsdóttir"}] * 2)) == [(0, 1)]


@pytest.mark.parametrize(
    "difference",
    [
        {"orcid": ("0000-0002-1825-0097", "0000-0001-5109-3700")},
        {"employee_id": ("012345678", "087654321")},
        {"email": ("asingh4@univ.example", "asingh9@univ.example")},
        {"middle": ("J.", "M.")},
        {"department": ("Physics", "Music")},
        {"given": ("Aaliyah", "Arjun")},
    ],
)
def test_what_tells_two_people_apart_keeps_them_apart(difference):
    one, two = SINGH | {"given": "Aaliyah"}, SINGH | {"given": "Aaliyah"}
    ((field, (first, second)),) = difference.items()

    assert list(proposed(one, two)) == [(0, 1)]
    assert proposed(one | {field: first}, two | {field: second}) == {}


def test_an_initial_that_fits_two_siblings_is_proposed_for_neither():
    initial = SINGH | {"given": "A."}

    alone = proposed(initial, SINGH | {"given": "Aaliyah"})
    with_sibling = proposed(initial, SINGH | {"given": "Aaliyah"}, SINGH | {"given": "Arjun"})
    with_address = proposed(
        initial | {"email": "asingh4@univ.example"},
        SINGH | {"given": "Aaliyah", "email": "asingh4@univ.example"},
        SINGH | {"given": "Arjun"},
    )

    assert list(alone) == [(0, 1)]
    assert with_sibling == {}
    assert list(with_address) == [(0, 1)]


def test_an_address_of_a_whole_family_proves_nothing():
    shared = {"email": "singh@dept.univ.example", "family": "Singh"}

    assert proposed(shared | {"given": "Aaliyah"}, shared | {"given": "Ravi"}) == {}
    assert proposed(*[shared | {"given": name, "rank": "professor"} for name in ("Aaliyah", "Aaliyah", "Ravi")]) == {}


def test_ids_that_differ_by_a_lost_zero_are_one():
    found = proposed(
        SINGH | {"given": "Aaliyah", "employee_id": "012345678"},
        SINGH | {"given": "Aaliyah", "employee_id": "12345678"},
    )

    assert found[0, 1] > 0.9


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"given": "Bill"}, {"given": "William"}),
        ({"given": "Mary"}, {"given": "Mary Ann"}),
        ({"given": "JF"}, {"given": "Jean-François"}),
        ({"given": "Siobhán"}, {"given": "SIOBHAN"}),
        ({"given": "Ana", "family": "Kowalski"}, {"given": "Ana", "family": "Kowalksi"}),
        ({"given": "Nguyen", "family": "Thi"}, {"given": "Thi", "family": "Nguyen"}),
        ({"given": "Margaret", "preferred": "Maisie"}, {"given": "Maisie"}),
    ],
)
def test_other_forms_of_a_name_are_seen(first, second):
    same = {"family": "Achterberg", "department": "Soil Science", "rank": "associate"}

    assert list(proposed(same | first, same | second)) == [(0, 1)]


def test_of_three_rows_of_one_person_every_pair_is_given():
    same = {"family": "Tran", "department": "Botany", "rank": "assistant"}

    found = proposed(same | {"given": "Robert"}, same | {"given": "Bob"}, same | {"given": "R."})

    assert set(found) == {(0, 1), (0, 2), (1, 2)}
    assert min(found.values()) >= PROPOSED_FROM


def test_a_large_roster_with_ids_proposes_nothing_by_name():
    count = 100_000
    given, family = ["Ana", "Mei", "John", "Ravi", "Åsa", "Omar"], [f"Family{number}" for number in range(10)]
    roster = {
        "employee_id": [f"{number:09}" for number in range(count)],
        "given": [given[number % 6] for number in range(count)],
        "family": [family[number % 10] for number in range(count)],
        "department": ["Physics"] * count,
        "rank": ["professor"] * count,
        "email": [f"p{number}@univ.example" for number in range(count)],
    }

    found = find_duplicates(roster)  # pair by pair it would take hours

    assert found == []


def test_a_large_list_without_ids_is_not_compared_pair_by_pair():
    chance, count = random.Random(1), 40_000
    words = ["".join(chance.choice("abcdefghiklmnoprstuvz") for _ in range(6)).title() for _ in range(3000)]
    names = {field: [chance.choice(words) for _ in range(count)] for field in ("given", "family")}

    found = find_duplicates(names | {"department": [f"Unit {chance.randrange(200)}" for _ in range(count)]})

    assert len(found) < count / 100


def test_the_search_stops_when_it_is_told_to():
    with pytest.raises(Cancelled):
        find_duplicates({"given": ["Ana"] * 2, "family": ["Xu"] * 2, "department": ["Art"] * 2}, cancelled=lambda: True)


def test_an_empty_list_has_no_duplicates():
    assert find_duplicates({}) == []
    assert find_duplicates({"given": [], "family": []}) == []
