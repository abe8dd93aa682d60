"""The grants pack holds what such a program does: two lists by stage, caps, floors, dates, review, the published figures."""

import pytest

from constellation.packs import load

DENIED = ("salary", "hardware", "software", "capital")
CRITERIA = ("need", "goals", "network", "feasibility", "inclusion", "replicability")


@pytest.fixture(scope="module")
def umass():
    return load("umass")


@pytest.fixture(scope="module")
def grants(umass):
    return {grant.key: grant for grant in umass.grants}


def asked(pack, use):
    return [question for question in pack.questions if question.use == use]


def test_early_and_later_careers_choose_from_five_areas_each(umass):
    assert [area.list for area in umass.areas] == ["early"] * 5 + ["later"] * 5


def test_a_later_list_of_six_areas_waits_with_a_mapping(umass):
    [later] = [one for one in umass.lists if one.optional]

    assert sum(area.list == later.key for area in umass.optional_areas) == 6
    assert {mapping.to for mapping in umass.mappings} >= {later.key}


def test_a_micro_grant_is_at_most_1500_dollars_and_a_team_grant_6000(grants):
    assert (grants["micro"].cap, grants["micro"].currency) == (1500, "USD")
    assert (grants["team"].cap, grants["team"].currency) == (6000, "USD")


def test_a_team_has_at_least_four_core_members(grants):
    assert grants["team"].floor == 4


def test_applications_come_in_february_and_awards_in_april_for_a_year_from_june_to_may(umass):
    when = {day.key: (day.date, day.until) for day in umass.calendar}

    assert [date[:2] for date in when["application"]] == ["02", "02"]
    assert when["decisions"][0].startswith("04")
    assert when["project-year"] == ("06-01", "05-31")


def test_every_rule_of_eligibility_says_what_would_satisfy_it(umass):
    assert {"micro", "team"} & {rule.applies_to for rule in umass.eligibility}
    assert all(rule.mend.endswith(".") for rule in umass.eligibility)


def test_a_majority_of_the_core_is_eligible_and_four_come_before_anybody_else(umass):
    rules = " ".join(rule.rule.casefold() for rule in umass.eligibility if rule.applies_to == "team")

    assert "majority" in rules or "more than half" in rules
    assert "four" in rules


@pytest.mark.parametrize("words", ["tenure track", "librarian", "continuing appointment"])
def test_a_micro_grant_is_for_people_of_these_appointments(umass, words):
    rules = " ".join(rule.rule for rule in umass.eligibility if rule.applies_to == "micro")

    assert words in rules


def test_earlier_winners_come_later_and_an_application_receives_one_award(umass):
    rules = " ".join(rule.rule.casefold() for rule in umass.eligibility)

    assert "lower priority" in rules
    assert "receives one award" in rules
    assert "on a team and also apply alone" in rules
    assert "information session" in rules


@pytest.mark.parametrize("word", DENIED)
def test_salary_hardware_software_and_capital_works_are_denied(umass, word):
    named = [expense for expense in umass.expenses if word in f"{expense.key} {expense.name}".casefold()]

    assert named
    assert {expense.verdict for expense in named} == {"deny"}


def test_meetings_travel_honoraria_editing_and_methods_are_allowed(umass):
    allowed = " ".join(expense.name.casefold() for expense in umass.expenses if expense.verdict == "allow")

    assert not [word for word in ("meeting", "travel", "honorarium", "coach", "edit", "method") if word not in allowed]


def test_an_application_asks_five_or_six_things_in_about_two_thousand_words(umass):
    application = [question for question in asked(umass, "application") if question.words]

    assert 5 <= len(application) <= 6
    assert sum(question.words for question in application) == pytest.approx(2000, abs=250)


def test_reviewers_weigh_six_criteria(umass):
    names = [f"{criterion.key} {criterion.name}".casefold() for criterion in umass.rubric]

    assert len(names) == len(CRITERIA)
    assert not [word for word in CRITERIA if not any(word.removesuffix("s") in name for name in names)]
    assert sum(criterion.weight for criterion in umass.rubric) == pytest.approx(1)


def test_the_final_report_asks_for_the_two_published_outcomes(umass):
    report = {question.text: question.choices for question in asked(umass, "final report")}

    [continued] = [choices for text, choices in report.items() if "relationships continue" in text]
    [rated] = [choices for text, choices in report.items() if "experience" in text and choices]
    assert [choice.casefold() for choice in continued] == ["yes", "no"]
    assert [rated[0].casefold(), rated[-1].casefold()] == ["excellent", "poor"]


def test_the_two_opening_questions_are_asked(umass):
    texts = {question.text for question in asked(umass, "opening")}

    assert {"What skills do I need to develop?", "What support would make me successful?"} <= texts


def test_the_rate_of_joining_is_the_published_share_with_its_weakness(umass):
    assert umass.joining.rate == 0.40
    assert "518 people, 40 % of full-time faculty" in umass.joining.source
    assert "seven years against one headcount" in umass.joining.source
