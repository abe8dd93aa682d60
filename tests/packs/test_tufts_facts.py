"""The networks pack holds what such a program does: five areas, every stage, cohorts, a network before and after."""

import pytest

from constellation.packs import load

FIVE_AREAS = (
    "Getting to know the institution",
    "Excelling at teaching and research",
    "Leadership",
    "Creating work-life balance",
    "Developing professional networks",
)
# what each explanation must tell of
EXPLAINED = {
    "Getting to know the institution": ("new", "chair", "inside", "outside"),
    "Excelling at teaching and research": ("course", "book proposal", "tenure", "promotion"),
    "Leadership": ("chair", "dean", "coaching"),
    "Creating work-life balance": ("time",),
    "Developing professional networks": ("conferences", "regional meetings", "writing", "teaching"),
}


@pytest.fixture(scope="module")
def tufts():
    return load("tufts")


def test_there_are_five_areas_in_one_list(tufts):
    assert tuple(area.name for area in tufts.areas) == FIVE_AREAS
    assert len({area.list for area in tufts.areas}) == 1


@pytest.mark.parametrize("name", FIVE_AREAS)
def test_each_area_is_explained(tufts, name):
    explanation = tufts.area(name).explanation.casefold()

    assert not [word for word in EXPLAINED[name] if word not in explanation]


def test_faculty_at_every_stage_choose_from_all_five(tufts):
    assert len(tufts.stages) >= 9
    assert all(len(tufts.areas_for(stage)) == 5 for stage in tufts.stages)


def test_each_person_may_spend_up_to_five_hundred_dollars(tufts):
    [grant] = tufts.grants

    assert (grant.cap, grant.currency) == (500, "USD")


def test_one_opening_session_and_six_meetings_lie_between_october_and_may(tufts):
    days = [day for day in tufts.calendar if day.key == "opening" or day.key.startswith("meeting-")]

    assert len(days) == 7
    assert all(is_between_october_and_may(date) for day in days for date in (day.date, day.until) if date)


def is_between_october_and_may(date):
    return date >= "10-01" or date <= "05-31"


def test_the_network_is_drawn_before_and_after(tufts):
    keys = [day.key for day in tufts.calendar]

    assert keys.index("before") < keys.index("meeting-1") < keys.index("after")


def test_an_affinity_cohort_is_open_and_shows_its_members_to_nobody_else(tufts):
    [affinity] = [relation for relation in tufts.relations if relation.key == "affinity-cohort"]
    [rule] = [rule for rule in tufts.eligibility if "affinity" in rule.key]

    assert affinity.group
    assert "Only its members" in affinity.explanation
    assert "open to everybody" in rule.rule


def test_partners_off_campus_weigh_more_than_where_grants_are_given(tufts):
    assert tufts.rules["off_campus"].value > load("umass").rules["off_campus"].value


def test_the_report_asks_for_the_two_published_outcomes(tufts):
    report = {question.text: question.choices for question in tufts.questions if question.use == "final report"}

    assert [choice.casefold() for choice in report["Will these relationships continue?"]] == ["yes", "no"]
    [rating] = [choices for text, choices in report.items() if "rate the experience" in text]
    assert [rating[0].casefold(), rating[-1].casefold()] == ["excellent", "poor"]


def test_the_pack_names_what_it_descends_from(tufts):
    assert "umass" in {ancestor.pack_or_program for ancestor in tufts.ancestry}


def test_every_rule_of_eligibility_says_what_would_satisfy_it(tufts):
    assert tufts.eligibility
    assert all(rule.mend.endswith(".") for rule in tufts.eligibility)
