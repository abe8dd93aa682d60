"""The texts of the grants and networks packs are complete, short, and keep to what was published."""

import csv
import re

import pytest

from constellation.packs import load
from constellation.packs.texts import LETTERS, MESSAGES

WORDS_OF_A_FIRST_ASK = 120
AUDIENCES = {"partners", "mentees", "groups", "leaders", "choosing"}
CLAIMS = (
    "we will both", "we shall both", "followed your work", "read your work", "not talked", "keep hearing", "your talk",
    "at once", "somebody said", "nothing else", "just the right person",
)  # fmt: skip
FEWEST = {
    "opening": 2,
    "application": 5,
    "information session": 4,
    "near peer": 8,
    "poll": 1,
    "discussion": 5,
    "after a session": 2,
    "annual survey": 8,
}


@pytest.fixture(scope="module", params=["tufts", "umass"])
def pack(request):
    return load(request.param)


@pytest.mark.parametrize("occasion", MESSAGES)
def test_every_occasion_has_a_short_message_to_begin_from(pack, occasion):
    drafts = [draft for draft in pack.messages if draft.for_ == occasion]

    assert drafts
    assert all(len(draft.body.split()) <= WORDS_OF_A_FIRST_ASK for draft in drafts)


def test_a_message_filled_for_two_people_has_no_gap_left(pack):
    gaps = {"partner": "Ana", "person": "Ben", "area": "teaching", "topic": "large lectures", "introducer": "Cleo"}

    filled = [text for draft in pack.messages for text in draft.filled(**gaps)]

    assert not [text for text in filled if "{" in text]


@pytest.mark.parametrize("name", ["emory", "tufts", "umass"])
def test_no_first_message_claims_what_nobody_knows(name):
    texts = {(draft.key, part) for draft in load(name).messages for part in (draft.subject, draft.body)}

    claimed = [(key, words) for key, text in texts for words in CLAIMS if words in text.casefold()]

    assert claimed == []


def test_every_letter_is_there_and_names_a_contact(pack):
    assert {letter.for_ for letter in pack.letters} == set(LETTERS)
    assert all("{contact}" in letter.body and "{address}" in letter.body for letter in pack.letters)


def test_a_letter_of_service_tells_nobody_whom_a_partner_helped(pack):
    [service] = [letter for letter in pack.letters if letter.for_ == "service"]

    assert "{partner}" not in service.body


def test_guidance_is_there_for_every_audience(pack):
    assert {guide.key for guide in pack.guidance} == AUDIENCES


@pytest.mark.parametrize("use", FEWEST)
def test_there_are_enough_questions_of_every_use(pack, use):
    assert sum(question.use == use for question in pack.questions) >= FEWEST[use]


def test_every_contact_has_somebody_else_to_turn_to(pack):
    assert len(pack.contacts) >= 2
    assert all(contact.alternate not in ("", contact.key) for contact in pack.contacts)


def test_every_area_in_force_has_topics_and_supports(pack):
    with_topics = {topic.area for topic in pack.topics}

    assert 15 <= len(pack.topics) <= 30
    assert {area.key for area in pack.areas} <= with_topics
    assert all(area.support for area in pack.areas)


def test_every_paper_has_a_caution_and_an_address_or_none(pack):
    assert len(pack.reading) >= 8
    assert all(paper.caution for paper in pack.reading)
    assert all(re.match(r"https://|$", paper.address) for paper in pack.reading)


def test_a_list_is_mapped_to_the_list_that_may_follow_it():
    umass = load("umass")

    ways = {(mapping.from_, mapping.to) for mapping in umass.mappings}

    assert ways == {("early", "later"), ("early", "six"), ("later", "six"), ("six", "early"), ("six", "later")}


def test_every_rate_is_assumed_or_stands_in_the_table_of_published_figures(pack, shared_data):
    published = published_shares(shared_data)
    measured = [one for one in (*pack.prompts, pack.joining) if not one.source.startswith("assumed:")]

    unknown = [one.source for one in measured if round(100 * one.rate, 1) not in published]

    assert not unknown


def test_every_percentage_a_source_quotes_stands_in_the_table_of_published_figures(pack, shared_data):
    sources = [one.source for one in (*pack.prompts, *pack.giving, *pack.stages)]

    quoted = {float(number) for source in sources for number in re.findall(r"([\d.]+) %", source)}

    assert quoted <= published_shares(shared_data)


def published_shares(shared_data):
    with (shared_data / "reference/published_mentoring_benchmarks.csv").open(encoding="utf-8") as file:
        return {float(row["value"]) for row in csv.DictReader(file) if row["unit"].startswith("%")}
