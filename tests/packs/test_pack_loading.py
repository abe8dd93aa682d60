"""What a pack says: read from its folder, file by file."""

import csv
import re

import pytest

from constellation.packs import load, names, simulate
from tests.packs.made_pack import write_pack

CAREER_STAGES = {
    "instructor/lecturer",
    "pre-tenure",
    "newly tenured",
    "mid-career associate",
    "full",
    "near retirement",
    "non-tenure-track continuing",
    "librarian",
    "chair/leader",
}


@pytest.fixture(scope="module")
def umass():
    return load("umass")


def test_the_shipped_pack_has_two_lists_of_five_areas(umass):
    assert "umass" in names()
    assert [area.list for area in umass.areas] == ["early"] * 5 + ["later"] * 5
    assert {area.kind for area in umass.areas} == {"general", "research", "local"}


def test_the_shipped_pack_knows_every_career_stage_and_one_for_blanks(umass):
    assert {stage.name for stage in umass.stages} == CAREER_STAGES | {"unknown"}
    assert {prompt.stage for prompt in umass.prompts} == CAREER_STAGES | {"unknown"}
    assert {giving.stage for giving in umass.giving} == CAREER_STAGES | {"unknown"}
    assert umass.stage("").name == "unknown"


def test_every_rate_is_assumed_or_carries_a_published_figure(umass):
    sources = [umass.joining, *umass.prompts, *umass.giving, *umass.stages]

    published = re.compile(r"(PMC4904521|UC Santa Cruz|UMass Chan|UMass Amherst|PMC9258986).*\b\d")

    assert all(one.source.startswith("assumed: ") or published.search(one.source) for one in sources)


def test_a_published_rate_is_the_figure_in_its_source(umass):
    for prompt in umass.prompts:
        if found := re.match(r"PMC4904521.*?: ([\d.]+) %", prompt.source):
            assert prompt.rate == pytest.approx(float(found[1]) / 100)


def test_published_figures_are_those_of_the_table_of_benchmarks(umass, shared_data):
    with (shared_data / "reference" / "published_mentoring_benchmarks.csv").open(encoding="utf-8") as file:
        published = {row["value"] for row in csv.DictReader(file)}

    quoted = {
        figure
        for prompt in umass.prompts
        if not prompt.source.startswith("assumed")
        for figure in re.findall(r"([\d.]+) %", prompt.source)
    }

    assert quoted
    assert quoted <= published


def test_areas_are_found_by_key_or_name_however_capitalised(umass):
    assert umass.area("TENURE").name == "Navigating the tenure track"
    assert umass.area("  promotion to full,  leadership, Retirement ").key == "promotion"
    assert umass.area("parking") is None


def test_rules_carry_their_numbers_and_words(umass):
    values = {name: rule.value for name, rule in umass.rules.items()}

    assert values == {
        "interest": 0.03,
        "reciprocity": 0.05,
        "preference": 0.05,
        "role": 0.04,
        "inside_department": 0.10,
        "outside_department": 0.10,
        "off_campus": 0.04,
        "topic_lift": 0.4,
        "research_floor": 0.25,
        "same_college": 0.9,
        "same_campus": 0.75,
        "elsewhere": 0.35,
        "kept_help": 0.5,
    }
    assert all(rule.words.endswith(".") for rule in umass.rules.values())


@pytest.fixture
def small(tmp_path):
    return load(write_pack(tmp_path))


def test_a_folder_is_a_pack_with_every_table_in_its_field(small):
    assert (small.name, small.title, small.version) == ("small", "A small program", 3)
    assert [(one.name, one.alternate) for one in small.contacts] == [("The office", "dean"), ("The dean's office", "")]
    assert [(one.name, one.two_way, one.group) for one in small.relations] == [("One-on-one", True, False)]
    assert [(one.opens, one.nudge) for one in small.transitions] == [(("start",), "You are new here: whom do you ask?")]
    assert [(one.date, one.until) for one in small.calendar] == [("09-30", "")]
    assert [(one.cap, one.currency, one.floor) for one in small.grants] == [(1500, "USD", 0)]
    assert [(one.use, one.words, one.choices) for one in small.questions] == [("poll", 0, ("Company", "Advice"))]
    assert [one.weight for one in small.rubric] == [0.6, 0.4]
    assert [(one.year, one.evidence, one.address) for one in small.reading] == [(2019, "survey", "")]
    assert [(one.name, one.area) for one in small.topics] == [("Keys and rooms", "start")]


def test_texts_in_markdown_keep_their_paragraphs(small):
    [partners] = small.guidance
    [coffee] = small.messages

    assert [(one.question, one.answer) for one in small.faq] == [
        ("May I join?", "Yes.\n\nDo come."),
        ("Does it cost?", "No."),
    ]
    assert (partners.key, partners.title, partners.text) == ("partners", "For partners", "Listen first.")
    assert (coffee.key, coffee.for_, coffee.subject) == ("coffee", "coffee", "A coffee, {partner}?")
    assert small.letters[0].for_ == "award"


def test_a_draft_is_filled_and_leaves_open_what_is_not_given(small):
    subject, body = small.messages[0].filled(partner="Ana", person="Bo {area}")

    assert subject == "A coffee, Ana?"
    assert body == "Dear Ana,\n\nI am Bo {area} and would like to talk about {area}."


def test_a_stage_chooses_from_the_lists_for_it_and_from_no_optional_one(small):
    keys = {stage.name: [area.key for area in small.areas_for(stage)] for stage in small.stages}

    assert keys == {"new": ["start", "time"], "old": ["time"], "unknown": ["start", "time"]}
    assert [area.key for area in small.optional_areas] == ["old-time"]


def test_areas_of_an_optional_list_are_neither_found_nor_needed_nor_offered(small):
    answers = simulate(["new", "old"] * 300, small, seed=1)

    assert small.area("old-time") is None
    assert small.area("time").list == "later"
    assert set(answers.needs.area.tolist()) == {0, 1}
    assert set(answers.offers.area.tolist()) == {0}


def test_a_mapping_leads_from_a_list_to_another(small):
    [mapping] = small.mappings

    assert (mapping.from_, mapping.to, mapping.areas) == ("old", "later", {"old-time": ("time",)})


@pytest.mark.parametrize("name", names())
def test_a_shipped_pack_answers_for_every_stage(name):
    pack = load(name)

    answers = simulate([stage.name for stage in pack.stages] * 100, pack, seed=2)

    assert answers.needs.person.size
    assert answers.offers.person.size
    assert pack.stage("") in pack.stages
