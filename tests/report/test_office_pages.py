"""The office's pages: everybody is found with their network and its reasons, however many they are."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from constellation.report.marks import marks
from constellation.report.office import office_pages
from constellation.report.people import file_names
from constellation.report.results import Coverage, Mend, Note
from constellation.report.sky import LABEL_ROOM, WIDTH, sky
from constellation.words import in_language
from tests.make import HOSTILE, make_results
from tests.report.made_networks import LONG, person_with

MEGABYTES_AT_MOST = 1.5


def office(results):
    """Page by file name."""
    names = file_names([one.person_id for one in results.people])
    return dict(office_pages(results, marks=marks(results), file_of=names))


def index(**changed):
    return office(make_results(**changed))["index.html"]


@pytest.mark.parametrize("people", [0, 1, 120])
def test_every_page_says_confidential_in_its_title_and_its_header(people):
    for name, page in office(make_results(people=people)).items():
        assert re.search(r"<title>Confidential: ", page), name
        header = page[page.index("<header>") : page.index("</header>")]
        assert "Confidential: for the program office" in header, name


def test_everybody_stands_once_by_unit_and_once_by_name():
    results = make_results(people=520)
    pages = office(results)

    anchors = Counter(anchor for page in pages.values() for anchor in re.findall(r'<li id="(p-[^"]+)"', page))
    linked = re.findall(r'<li><a href="(networks-\d+\.html)#(p-[^"]+)"', pages["names-001.html"])

    assert anchors == Counter(f"p-{one.person_id}" for one in results.people)
    assert Counter(anchor for _, anchor in linked) == anchors
    assert all(f'<li id="{anchor}"' in pages[file] for file, anchor in linked)


def test_every_link_leads_to_a_page_or_a_table_that_is_there():
    results = make_results(people=450, proof=True)
    pages = office(results)

    tables = {"networks.csv", "unmet.csv", "people.csv", "prices.csv", "summary.json", "networks.graphml",
              "columns.csv", "inputs/"}  # fmt: skip
    there = (
        {""}
        | set(pages)
        | {f"../../{name}" for name in tables}
        | {f"../people/{name}" for name in file_names([one.person_id for one in results.people]).values()}
    )
    for name, page in pages.items():
        for link in re.findall(r'href="([^"]*)"', page):
            file, _, anchor = link.partition("#")
            assert file in there, (name, link)
            assert not anchor or f'id="{anchor}"' in pages.get(file or name, page), (name, link)


def test_a_network_is_told_with_reasons_what_flows_back_and_what_is_open():
    page = office(person_with(2, kept=1))["networks-001.html"]

    mine = page[page.index('id="p-me"') :]
    mine = mine[: mine.index("</li>\n  </ol>")] if "</li>\n  </ol>" in mine else mine
    assert "And back." in mine
    assert "both ways" in mine
    assert ">kept<" in mine
    assert "no suitable partner free" in mine
    assert 'href="../people/me.html"' in mine


@pytest.mark.parametrize("people", [400, 3500])
def test_every_page_stays_small(people):
    pages = office(make_results(people=people))

    assert max(len(page.encode()) for page in pages.values()) < MEGABYTES_AT_MOST * 1e6


def test_pages_stay_small_where_names_are_long():
    results = make_results(people=800)
    results = replace(results, people=[replace(one, name=f"{LONG}{one.person_id}") for one in results.people])

    assert max(len(page.encode()) for page in office(results).values()) < MEGABYTES_AT_MOST * 1e6


def test_two_departments_of_one_name_are_told_apart():
    page = office(person_with(3))["networks-001.html"]

    assert "History · Arts · North</bdi></h2>" in page
    assert "History · Arts · South</bdi></h2>" in page
    assert "<h2 id=" in page
    assert "Law</bdi></h2>" in page


def test_names_are_found_under_their_letter_whatever_the_alphabet():
    page = office(person_with(8))["names-001.html"]

    assert re.findall(r'<h2 id="letter-\d+-h"><bdi>([^<]*)</bdi>', page) == ["A", "M", "O", "Z", "ש", "ن", "李", "#"]


def test_who_is_served_worst_stands_first_and_links_to_their_network():
    results = make_results(people=60, hostile=False)
    page = office(results)["index.html"]

    worst = min((one for one in results.people if one.seeks), key=lambda one: (one.share_of_best, one.person_id))
    first = re.search(r'<tr><th scope="row"><a href="networks-001.html#(p-[^"]*)"', page)
    assert first[1] == f"p-{worst.person_id}"


def test_two_hundred_notes_are_shown_and_all_are_counted():
    page = index(notes=[Note(f"needs.csv line {n}", f"note-{n}.") for n in range(1000)])

    assert "1,000 notes" in page
    assert "note-199." in page
    assert "note-200." not in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"people": 0}, "There is nobody on the roster yet."),
        ({"people": 0, "coverage_by_area": []}, "Nobody stated a need, so there is nothing to cover."),
        ({"people": 0}, "Nobody asks for a partner yet."),
        ({"load": []}, "Nobody offered a seat, so nobody could be given a partner."),
        ({"unmet": [], "mends": []}, "Nothing: every need stated has a partner who helps."),
        ({"changes": None}, "every tie here is new"),
        ({"ties": []}, "There is no tie to draw yet."),
        ({"notes": []}, "every row was taken as it stood"),
    ],
)
def test_an_empty_section_teaches(changed, sentence):
    assert sentence in index(**changed)


def test_marks_stand_on_every_page():
    for name, page in office(make_results(people=30, simulated=True, stopped=True)).items():
        assert page.count("Simulated answers: nobody gave these") == 2, name
        assert "Stopped early: the best design so far" in page, name


def test_no_text_of_a_file_becomes_markup():
    attack = HOSTILE[0]
    changed = {"title": attack, "notes": [Note(attack, attack)], "mends": [Mend(attack, attack, 1, 1, True)],
               "coverage_by_area": [Coverage(attack, 1, 2, 1)],
               "summary": {"value": 1.0, "bound": 2.0, "bound_scope": "all pairs", "rules": attack}}  # fmt: skip

    for name, page in office(make_results(**changed)).items():
        assert "<script" not in page, name
        assert "&lt;script&gt;" in page, name
        assert not re.findall(
            r"""(?:href|src)=["']?(?:https?:|//)|<(?:img|iframe|link)|@import|url\((?!data:)""", page
        ), name


def test_the_page_lists_the_columns_of_a_proof_and_the_confidential_inputs():
    plain, proven = (index(proof=proof) for proof in (False, True))

    assert 'href="../../columns.csv"' in proven
    assert "columns.csv" not in plain
    assert re.search(r'href="../../inputs/">inputs/</a></dt><dd>confidential above all', plain)


def test_long_names_in_the_sky_take_two_lines_and_stay_whole_in_the_table():
    long = "COLLEGE OF ENGINEERING & APPLIED SCIENCES"
    results = make_results(hostile=False)
    people = [replace(p, department=long if p.department == "History" else p.department) for p in results.people]

    drawn = sky(replace(results, people=people))

    [unit] = (unit for unit in drawn.units if unit.name == long)
    assert unit.label == ["COLLEGE OF", "ENGINEERING & APP…"]
    assert all(unit.label_x + (-LABEL_ROOM if unit.left else LABEL_ROOM) in (4, WIDTH - 4) for unit in drawn.units)
    page = office(replace(results, people=people))["index.html"]
    assert f"<bdi>{long.replace('&', '&amp;')}</bdi></th>" in page


def test_pages_are_those_of_the_language_when_they_were_asked_for():
    results = make_results(people=3)
    names = file_names([one.person_id for one in results.people])
    with in_language("es"):
        pages = office_pages(results, marks=(), file_of=names)

    assert all('<html lang="es">' in page for _, page in pages)
