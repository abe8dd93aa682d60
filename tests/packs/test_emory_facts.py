"""The department pack holds what such a program does: three ways to a partner, the agreement, the yearly look, the award."""

import csv
import re

import pytest

from constellation.packs import load, simulate

COMMITMENTS = {
    "Priorities and time",
    "Experiences",
    "Other advisers",
    "Senior colleagues",
    "Promotion and tenure",
    "Visibility",
    "Institutional culture",
}
MEETINGS = ("how often", "how long", "in what way", "where", "until when", "who schedules")
GROUND_RULES = ("expectations", "confidentiality", "the limits of confidentiality", "candour", "conflict", "feedback")


@pytest.fixture(scope="module")
def emory():
    return load("emory")


def asked(pack, use):
    return [question for question in pack.questions if question.use == use]


def choices_of(pack, key):
    return next(question.choices for question in pack.questions if question.key == key)


def test_one_list_is_for_everybody_and_the_kinds_of_support_wait(emory):
    [department, functions] = emory.lists

    assert department.stages == ("*",)
    assert not department.optional
    assert functions.optional
    assert {area.list for area in emory.areas} == {"department"}
    assert all(area.explanation.endswith(".") for area in (*emory.areas, *emory.optional_areas))


def test_clinical_research_and_teaching_interests_are_topics_of_areas_that_need_shared_interests(emory):
    interests = {emory.area(words).key for words in ("clinical interests", "research interests", "teaching interests")}

    assert interests == {"clinical", "scholarship", "teaching"}
    assert {area.kind for area in emory.areas if area.key in interests} == {"research"}
    assert all(sum(topic.area == key for topic in emory.topics) >= 4 for key in interests)


def test_every_heading_of_a_commitment_leads_to_an_area(emory):
    areas = {heading: emory.area(heading) for heading in COMMITMENTS}

    assert None not in areas.values()


def test_the_lists_are_mapped_both_ways(emory):
    ways = {(mapping.from_, mapping.to) for mapping in emory.mappings}

    assert ways == {("department", "functions"), ("functions", "department")}


def test_a_person_names_somebody_asks_for_an_invitation_or_asks_to_be_assigned(emory):
    ways = choices_of(emory, "open-way")

    assert ways[:4] == (
        "I name somebody",
        "We already agreed",
        "Please invite somebody for me",
        "Please assign me somebody by interests and goals",
    )
    assert "I do not know where to start" in ways


def test_the_two_opening_questions_come_first(emory):
    first, second, *_ = asked(emory, "opening")

    assert first.text == "What skills do I need to develop?"
    assert second.text == "What support would make me successful?"


def test_an_invitation_is_answered_yes_no_or_later(emory):
    [invitation] = [letter for letter in emory.letters if letter.for_ == "invitation"]

    assert "yes, no, or later" in invitation.body
    assert "unavailable" in invitation.body


def test_the_agreement_has_every_heading(emory):
    headings = [heading.heading for heading in emory.agreement]

    assert [heading for heading in headings if heading.startswith("Meetings: ")] == [
        f"Meetings: {name}" for name in MEETINGS
    ]
    assert all(any(f"Ground rules: {rule}" in heading for heading in headings) for rule in GROUND_RULES)
    assert "Goals and their time" in headings
    assert set(headings) >= COMMITMENTS


def test_each_side_says_what_it_commits_to(emory):
    commitments = [heading for heading in emory.agreement if heading.heading in COMMITMENTS]

    assert len(commitments) == 7
    assert all(heading.both_sides for heading in commitments)


def test_partners_meet_in_each_of_four_quarters(emory):
    quarters = [day for day in emory.calendar if day.key.startswith("quarter-")]

    assert [(day.date, day.until) for day in quarters] == [
        ("09-01", "11-30"),
        ("12-01", "02-28"),
        ("03-01", "05-31"),
        ("06-01", "08-31"),
    ]


def test_the_survey_comes_before_the_partnerships_are_reconsidered(emory):
    when = {day.key: day for day in emory.calendar}

    assert when["annual-survey"].until < when["reconsideration"].date


def test_every_partnership_is_reconsidered_once_a_year(emory):
    [reconsidered] = [question for question in asked(emory, "annual survey") if "Reconsideration" in question.text]

    assert reconsidered.choices[0] == "Go on as it is"
    assert {"End with thanks", "Change: help me find another partner"} <= set(reconsidered.choices)
    assert "no reason" in reconsidered.text


def test_a_change_is_told_to_whom_the_person_chooses(emory):
    assert choices_of(emory, "year-tell")[:4] == (
        "My partner, myself",
        "The coordinator",
        "Another vice chair",
        "The chair",
    )
    assert {"vice-chair", "another-vice-chair", "chair"} <= {contact.key for contact in emory.contacts}


def test_a_change_needs_no_reason_and_gives_none(emory):
    drafts = [draft for draft in emory.messages if draft.for_ == "no-fault-change"]

    assert drafts
    assert all("without a reason" in " ".join(draft.body.split()) for draft in drafts)
    assert not any(re.search(r"\bbecause\b", draft.body) for draft in drafts)


def test_a_coordinator_who_evaluates_has_an_alternate_who_does_not_evaluate_the_same_people(emory):
    contacts = {contact.key: contact for contact in emory.contacts}
    evaluating = [contact for contact in emory.contacts if contact.evaluates]

    assert "vice-chair" in {contact.key for contact in evaluating}
    for contact in evaluating:
        assert contact.alternate != contact.key
        assert not set(contact.evaluates) & set(contacts[contact.alternate].evaluates)


def test_the_first_partner_inside_the_department_weighs_most(emory):
    inside, outside = emory.rules["inside_department"], emory.rules["outside_department"]

    assert inside.value > load("umass").rules["inside_department"].value
    assert inside.value > outside.value > 0
    assert "at least one partner inside where possible, others anywhere" in inside.words


def test_a_dual_relationship_is_never_assigned_and_an_alternative_is_offered(emory):
    [dual] = [rule for rule in emory.eligibility if rule.key == "dual-relationship"]

    assert "never assigned" in dual.rule
    assert "alternative" in dual.mend


def test_the_award_keeps_its_four_rules_and_each_says_what_would_satisfy_it(emory):
    rules = {rule.key: rule for rule in emory.eligibility if rule.applies_to == "award"}

    assert "fewer than 2,000 words" in rules["award-narrative"].rule
    assert "at most five letters" in rules["award-letters"].rule
    assert "nominated" in rules["award-recusal"].rule
    assert "five years" in rules["award-five-years"].rule
    assert all(rule.mend.endswith(".") for rule in rules.values())


def test_the_parts_of_a_nomination_stay_under_two_thousand_words(emory):
    parts = asked(emory, "application")

    assert all(part.words for part in parts)
    assert sum(part.words for part in parts) < 2000


def test_the_award_is_weighed_by_a_whole_rubric(emory):
    assert sum(criterion.weight for criterion in emory.rubric) == pytest.approx(1)
    assert {"mutuality", "inclusion"} <= {criterion.key for criterion in emory.rubric}


def test_a_service_letter_names_nobody_who_was_helped(emory):
    [service] = [letter for letter in emory.letters if letter.for_ == "service"]

    assert "{person}" in service.body
    assert "{partner}" not in service.subject + service.body


def test_there_is_no_money_in_it(emory):
    assert not emory.grants
    assert not emory.expenses


def test_near_peers_can_be_asked_eight_things_and_a_poll_is_at_hand(emory):
    assert len(asked(emory, "near peer")) >= 8
    assert {"One-on-one", "Mutual, in a network or group", "Informal"} <= set(choices_of(emory, "poll-kind"))


def test_two_questions_follow_any_session(emory):
    assert [question.text for question in asked(emory, "after a session")] == [
        "What did you learn?",
        "What questions do you have?",
    ]


def test_every_reading_has_an_address_a_finding_and_a_caution(emory):
    assert 8 <= len(emory.reading) <= 12
    assert all(re.match(r"https://(doi\.org/10\.|www\.jstor\.org/)", reading.address) for reading in emory.reading)
    assert all(reading.finding.endswith(".") and reading.caution.endswith(".") for reading in emory.reading)
    assert {"randomised", "before and after", "survey", "qualitative"} <= {one.evidence for one in emory.reading}


def test_every_rate_is_assumed_or_the_figure_that_its_source_publishes(emory, shared_data):
    with (shared_data / "reference" / "published_mentoring_benchmarks.csv").open(encoding="utf-8") as file:
        published = {row["value"] for row in csv.DictReader(file)}
    quoted = [prompt for prompt in emory.prompts if not prompt.source.startswith("assumed: ")]

    assert quoted
    for prompt in quoted:
        [figure] = re.findall(r"([\d.]+) %", prompt.source)
        assert figure in published
        assert prompt.rate == pytest.approx(float(figure) / 100)


def test_a_department_of_every_stage_needs_no_area_that_nobody_offers(emory):
    stages = [stage.name for stage in emory.stages] * 200

    answers = simulate(stages, emory, seed=1)

    assert set(answers.needs.area) == set(answers.offers.area) == set(range(len(emory.areas)))
    assert answers.gives.sum() >= answers.seeks.sum()


def test_partner_is_the_word(emory):
    texts = [
        *(draft.subject + draft.body for draft in (*emory.messages, *emory.letters)),
        *(guide.title for guide in emory.guidance),
        *(heading.prompt for heading in emory.agreement),
        *(role.name + role.explanation for role in emory.roles),
    ]

    assert not [text for text in texts if re.search(r"\bmentees?\b|\bmentors?\b|\bprot[eé]g", text, re.IGNORECASE)]
