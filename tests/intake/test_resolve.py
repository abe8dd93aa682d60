"""A cell is somebody of the roster, or it is said why not: never one of several by chance."""

import csv

import pytest

from constellation.intake.people.nobody import names_nobody
from constellation.intake.people.resolve import Directory

PEOPLE = [
    ("012345678", "Miloš", "", "Smith", "", "msmith@univ.example", "Mathematics"),
    ("023456789", "Tomás", "J", "Smith", "", "tsmith@univ.example", "Psychology"),
    ("034567890", "Jean-François", "", "Wang", "JF", "jwang@univ.example", "Psychology"),
    ("045678901", "William", "M.", "Achterberg", "Bill", "wach@univ.example", "World Lang/Cult"),
    ("056789012", "Fatima Zahra", "", "al-Haddad", "", "falh@dept.univ.example", "English"),
    ("067890123", "Nguyễn Thị", "A.", "Straße", "", "nstr@univ.example", "Vet Path"),
    ("078901234", "Robert", "", "Kowalski", "", "rkow@univ.example", "Music & Theatre"),
    ("089012345", "Mei", "", "Muñoz", "", "mmunoz@univ.example", "Civ/Con/Env Eng"),
    ("090123456", "Ana", "", "Muñoz", "", "amunoz@univ.example", "Agronomy"),
]
FIELDS = ("employee_id", "given", "middle", "family", "preferred", "email", "department")


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(dict(zip(FIELDS, map(list, zip(*PEOPLE, strict=True)), strict=True)))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Smith (Mathematics)", 0),
        ("Smith, Psychology", 1),
        ("SMITH Tomás", 1),
        ("tomas smith", 1),
        ("T. J. Smith", 1),
        ("JF Wang", 2),
        ("Wang, J.-F.", 2),
        ("Bill Achterberg", 3),
        ("Achterberg, William", 3),
        ("William (Bill) Achterberg", 3),
        ("Prof al-Haddad", 4),
        ("Prof. Dr. Fatima Zahra al-Haddad", 4),
        ("Nguy?n Th? Stra?e", 5),
        ("nguyen thi strasse", 5),
        ("Bob Kowalski", 6),
        ("Robert Kowalksi", 6),
        ("Kowalski (Music & Theatre)", 6),
        ("Muñoz (Civ/Con/Env .)", 7),
        ("mwang@univ.example", None),
        ("MMUNOZ@univ.example", 7),
        ("Somebody <amunoz@univ.example>", 8),
        ("12345678", 0),
        ("Nobody Here", None),
    ],
)
def test_whoever_is_meant_is_found_whatever_they_are_called(directory, text, position):
    match = directory.find(text)

    assert match.position == position
    assert (match.score > 0.5) == (position is not None)


def test_a_surer_sign_has_a_higher_score(directory):
    texts = ["rkow@univ.example", "Bob Kowalski", "R. Kowalski", "Kowalski", "Kowalski (Physics)"]

    scores = [directory.find(text).score for text in texts]

    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 5


def test_of_several_people_none_is_taken(directory):
    match = directory.find("Prof Smith")

    assert match.position is None
    assert match.others == (0, 1)
    assert match.reason == "two people fit: Miloš Smith (Mathematics), Tomás Smith (Psychology)"
    assert directory.find("Smith", department="Psychology").position == 1


def test_a_hint_that_fits_nobody_does_not_choose(directory):
    assert directory.find("Smith (Chemistry)").position is None
    assert directory.find("Wang (Chemistry)").score < 0.6


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("external: Prof. at other univ.", "external"),
        ("TBD", "placeholder"),
        ("none", "placeholder"),
        ("any", "placeholder"),
        ("N/A", "placeholder"),
        ("?", "placeholder"),
        ("", "placeholder"),
        ("my chair", "role"),
        ("I'd rather not say here, call me", "refusal"),
        ("Mei Nobody", "unknown"),
        ("Smith", "several"),
    ],
)
def test_what_names_nobody_is_told_by_its_kind(directory, text, kind):
    match = directory.find(text)

    assert (match.position, match.score, match.kind) == (None, 0.0, kind)
    assert match.reason


@pytest.mark.parametrize(
    "name", ["Ana None", "Dean Wang", "Chair, Ana", "Anyone Smith", "Le", "Xu", "An No", "Nadia Tester"]
)
def test_a_name_that_holds_such_a_word_is_a_name(name):
    assert names_nobody(name) == ""


def test_everybody_of_an_address_or_a_department_is_found(directory):
    assert directory.at_domain("dept.univ.example") == (4,)
    assert directory.at_domain("univ.example") == (0, 1, 2, 3, 5, 6, 7, 8)
    assert directory.in_department("Dept of Psychology") == (1, 2)
    assert directory.in_department("Botany") == ()


def test_every_person_of_the_answers_is_found_by_what_the_form_says(shared_data):
    folder = shared_data / "messy_made"
    truth = list(csv.DictReader((folder / "_truth_people.csv").open(encoding="utf-8-sig")))
    answers = list(csv.DictReader((folder / "05_form_responses_utf8.csv").open(encoding="utf-8-sig", newline="")))
    directory = Directory({field: [person[field] for person in truth] for field in truth[0]})

    right = 0
    for answer in answers:
        match = directory.find(answer["What is your name? (First Last)"], department=answer["Department / Unit"])
        by_mail = directory.find(answer["Email Address"])
        assert match.position is not None
        assert by_mail.position in (None, match.position)
        right += by_mail.position == match.position

    assert right > 40


def test_an_empty_roster_finds_nobody():
    assert Directory({}).find("Mei Wang").position is None


LOGINS = Directory(
    {
        "person_key": ["lee", "alee", "jsmith", "A 12"],
        "given": ["Bob", "Ana", "Joan", "Cy"],
        "family": ["Stone", "Lee", "Smith", "Quarrel"],
        "email": ["", "ana@univ.example", "", ""],
    }
)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("lee", 0),
        (" LEE", 0),
        ("ALEE", 1),
        ("jsmith", 2),
        ("a 12", 3),
        ("ANA@univ.example", 1),
        ("Stone", None),
        ("", None),
    ],
)
def test_an_id_is_found_as_a_whole_and_never_by_a_name(text, position):
    match = LOGINS.find_id(text)

    assert match.position == position


def test_ids_without_a_digit_or_with_a_space_come_before_names():
    texts = ["lee", "jsmith", "A 12", "Ana Lee"]

    assert [LOGINS.find(text).position for text in texts] == [0, 2, 3, 1]


def test_a_family_name_that_is_the_id_of_somebody_else_in_other_capitals_is_asked_about():
    match = LOGINS.find("Lee")

    assert match.position is None
    assert match.others == (0, 1)
    assert match.reason == "two people fit: Bob Stone, Ana Lee"


def test_ids_that_differ_in_leading_zeros_are_two():
    people = Directory({"employee_id": ["7", "007", "0"], "family": ["Xu", "Lee", "Wang"]})

    assert [people.find(text).position for text in ("7", "007", "0")] == [0, 1, 2]
    assert people.find("07").others == (0, 1)
    assert people.find_id("").position is None
