"""A person's page: one next step, the map with its equal list, reasons, drafts, and what to do about what is open."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from constellation.packs import load
from constellation.report.people import file_names, person_pages
from constellation.report.people.covers import covers
from constellation.report.people.drafts import messages_to
from constellation.report.people.guidance import Guidance
from constellation.report.people.page import person_page
from constellation.report.people.told import everybody_told
from constellation.words import in_language
from tests.make import make_results
from tests.report.made_networks import person, person_with

HERE = ("History", "Arts", "North")
NOTHING_HERE = ("Say what you need", "people named here", "names people", "suggested", "You may write to somebody else")


def page_of(results, marks=()):
    return next(html for name, html in person_pages(results, load("umass"), marks=marks) if name == "me.html")


def told_of(results):
    return dict(everybody_told(results))["me"]


@example(["a", "A", "a."])
@example(["../../etc/passwd", "..", "", "con", "CON", "nul", "com1", "index"])
@example(["x" * 200, "x" * 201, "🌟", "نورا", "a/b", "a\\b", "a:b", "\ud800"])
@given(st.lists(st.text(), unique=True))
def test_file_names_are_safe_and_differ_on_every_file_system(ids):
    names = file_names(ids)

    assert list(names) == ids
    for name in names.values():
        assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_-]*\.html", name)
        assert len(name) <= 80
        assert name.casefold().split(".")[0] not in {"con", "nul", "aux", "prn", "com1", "lpt1", "index"}
    assert len({name.casefold() for name in names.values()}) == len(ids)


def test_a_file_name_does_not_depend_on_who_else_is_there():
    assert file_names(["a.b"])["a.b"] == file_names(["c", "a.b", "a-b"])["a.b"]


def test_the_next_step_is_one_ask_with_its_draft_open():
    page = page_of(person_with(3))

    step = page[page.index('id="step"') : page.index('id="map"')]
    assert step.count("<h2") == 1
    assert step.count('<details class="draft" open>') == 1
    assert "Write to" in step


def test_the_first_ask_goes_to_who_can_help_with_most_of_what_was_asked_for():
    told = told_of(person_with(5))

    assert [len(one.areas) for one in told.suggested] == [3, 2, 2, 1, 1]


def test_nobody_suggested_leads_to_a_way_of_ones_own():
    page = page_of(person_with(0, open_needs=2))

    assert "Find a way into" in page
    assert "Whom would you ask about" in page
    assert page.count("No suitable partner free.") == 2


def test_who_asked_for_somebody_and_said_no_need_is_shown_how_to_begin():
    results = person_with(0, open_needs=0, needs=0)

    page = page_of(replace(results, people=[replace(results.people[0], seeks=2)]))

    assert "Say what you need" in page
    assert "What skills do I need to develop? What support would make me successful?" in page
    assert "<svg xmlns" not in page


def test_who_asked_for_nobody_is_told_so_and_no_page_speaks_of_people_it_does_not_name():
    page = page_of(person_with(0, open_needs=0, needs=0))

    assert "You asked for nobody new this time" in page
    assert not [words for words in NOTHING_HERE if words in page]
    assert "names people" in page_of(person_with(1))
    assert "the people named here" in page_of(person_with(0, kept=1))


def test_who_asked_for_nobody_and_keeps_a_partner_is_not_told_that_a_need_is_covered():
    results = person_with(0, open_needs=0, kept=1, needs=1)
    facts = replace(results.facts, need_person=results.facts.need_person[:0], need_area=results.facts.need_area[:0])

    page = page_of(replace(results, facts=facts))

    assert "You asked for nobody new this time" in page
    assert "What you asked for is covered" not in page
    assert "Your suggested network" not in page


def test_who_offered_help_learns_that_somebody_may_write_and_no_more():
    results = person_with(0, open_needs=0, needs=0)
    giving = replace(results, people=[replace(results.people[0], gives=3)])

    assert "somebody may write to you" in page_of(giving)
    assert "somebody may write to you" not in page_of(results)


def test_a_draft_names_both_the_area_and_the_topic_and_opens_in_ones_own_mail():
    results = person_with(2, needs=1)
    ties = [replace(one, areas=("Work-life balance",), topics=("writing hours",)) for one in results.ties[:1]]

    page = page_of(replace(results, ties=ties))

    link = unquote(re.search(r'href="(mailto:\?subject=[^"]*)"', page)[1])
    assert "work-life balance, especially writing hours" in link
    assert link.endswith("With best wishes,\r\nAna Ruiz")
    assert "@" not in link


def test_no_gap_of_a_draft_is_left_open():
    for name in ("umass", "tufts", "emory"):
        for _, page in person_pages(person_with(8, kept=2), load(name), marks=()):
            assert not re.findall(r"\{(?:partner|person|area|topic|introducer)\}", page)


@pytest.mark.parametrize(
    ("place", "role", "keys"),
    [
        (("Law", "Law", "North"), "peer", ["A coffee some time?"]),
        (("Law", "Law", "South"), "peer", ["Twenty minutes of your time?"]),
        (("Law", "Law", ""), "external scholar", ["Twenty minutes of your time?"]),
        (("Law", "Law", ""), "peer", ["A coffee some time?"]),
    ],
)
def test_the_draft_fits_where_the_partner_is(place, role, keys):
    results = person_with(1)
    people = [results.people[0], person("q000", "Bo Lee", place)]
    told = told_of(replace(results, people=people, ties=[replace(results.ties[0], role=role, inside_department=False)]))

    found = messages_to(told, told.suggested[0], Guidance.of(load("umass")).drafts)

    assert [one.subject for one in found] == keys


def test_somebody_i_know_there_could_introduce_us():
    results = person_with(1, kept=1)
    there = ("Law", "Law", "North")
    people = [results.people[0], person("q000", "Bo Lee", there), person("q001", "Cy Roe", there)]
    told = told_of(replace(results, people=people, ties=[replace(results.ties[0], inside_department=False)]))

    found = messages_to(told, told.suggested[0], Guidance.of(load("umass")).drafts)

    assert found[1].occasion == "Draft: ask Cy Roe to introduce you"
    assert "Could you introduce me to Bo Lee?" in found[1].subject


def test_help_is_drawn_towards_me_alone():
    page = page_of(person_with(6, kept=2))

    assert 'class="both' not in page
    assert "helps me" in page
    assert "both ways" not in page


def test_the_map_and_its_list_name_the_same_people_and_open_places():
    page = page_of(person_with(4, kept=1, open_needs=2))

    listed = page[page.index('id="list"') :]
    assert listed.count('<tr role="row"><th scope="row"') == 5
    assert listed.count("Open place") == 2
    assert page.count('role="img"') == 2


def test_marks_stand_on_every_page():
    for _, page in person_pages(make_results(people=5), load("umass"), marks=(("Simulated", "Nobody gave these."),)):
        assert "Simulated" in page
        assert "Nobody gave these." in page


def test_pages_are_those_of_the_language_when_they_were_asked_for():
    with in_language("es"):
        pages = person_pages(person_with(1), load("umass"), marks=())

    assert '<html lang="es">' in next(pages)[1]


def test_many_pages_made_by_several_processes_are_those_made_by_one():
    results = make_results(people=110)
    told, guidance = dict(everybody_told(results)), Guidance.of(load("umass"))

    together = dict(person_pages(results, load("umass"), marks=()))

    assert list(together) == [f"{one.person_id}.html" for one in results.people]
    for key in ("p001", "p110"):
        assert together[f"{key}.html"] == person_page(told[key], guidance, ())


def test_half_a_sign_in_a_name_can_be_written():
    results = person_with(1)
    people = [results.people[0], replace(results.people[1], name="Bo \ud800 Lee")]

    assert "Bo ? Lee" in page_of(replace(results, people=people)).encode("utf-8").decode("utf-8")


def test_a_need_covered_by_a_partner_who_names_no_area_has_a_bar():
    results = person_with(0, open_needs=1, needs=2)

    bars = covers(told_of(results))

    assert [(one.words, one.share) for one in bars] == [
        ("a partner you have", 1.0),
        ("a partner you have", 1.0),
        ("nobody yet", 0.0),
    ]


def test_no_text_of_a_file_becomes_markup():
    page = page_of(person_with(8))

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.findall(r"""(?:href|src)=["']?(?:https?:|//)|<(?:img|iframe|link)|@import|url\((?!data:)""", page)
