"""The confidential pages in a browser: accessible in both themes at three widths, nothing too wide, nothing fetched."""

import io
from dataclasses import replace
from unicodedata import normalize

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from constellation.packs import load, supply_study
from constellation.report.marks import marks
from constellation.report.office import office_pages
from constellation.report.page import supply_page
from constellation.report.people import file_names, person_pages
from tests.browsing import RULES, THEMES, WIDTHS
from tests.make import make_notes, make_results
from tests.report.made_networks import person_with

TITLE = "Riverton faculty, spring cycle"
PEOPLE = {"me-0": (0, 0, 0), "me-1": (1, 1, 0), "me-8": (6, 2, 2), "me-25": (25, 1, 0), "me-300": (300, 1, 0)}


def office(results):
    names = file_names([one.person_id for one in results.people])
    return dict(office_pages(results, marks=marks(results), file_of=names))


def own_page(partners, open_needs, kept):
    results = person_with(partners, open_needs, kept)
    only = replace(results, people=results.people)
    return next(page for name, page in person_pages(only, load("umass"), marks=()) if name == "me.html")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    study = supply_study(["pre-tenure", "full", "librarian"] * 20, [1, 3, -1] * 20,
                         ["History", "Nursing", "", "Law"] * 15, ["Arts"] * 60, ["North"] * 60, load("umass"))  # fmt: skip
    nothing = {"coverage_by_area": [], "coverage_by_department": [], "load": [], "mends": [], "notes": []}
    hostile = office(make_results(people=40, title=TITLE, simulated=True, stopped=True))
    made = {name.removesuffix(".html"): page for name, page in hostile.items()}
    made["nobody"] = office(make_results(people=0, changes=None, summary={}, **nothing))["index.html"]
    made["alone"] = office(person_with(0))["networks-001.html"]
    made["many"] = office(person_with(300))["networks-001.html"]
    made["study"] = supply_page(study, TITLE, make_notes())
    made |= {name: own_page(*counts) for name, counts in PEOPLE.items()}
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


EVERYWHERE = [(width, theme) for width in WIDTHS for theme in THEMES]
TWICE = [(360, "dark"), (1440, "light")]
SEEN = {"index": EVERYWHERE, "networks-001": EVERYWHERE, "me-8": EVERYWHERE, "names-001": TWICE, "nobody": TWICE,
        "alone": TWICE, "study": TWICE, "me-0": TWICE, "me-1": TWICE, "me-25": TWICE, "me-300": TWICE,
        "many": TWICE}  # fmt: skip


@pytest.mark.parametrize(("name", "width", "theme"), [(name, *seen) for name, all_ in SEEN.items() for seen in all_])
def test_a_page_is_accessible_fits_and_fetches_nothing(browser, pages, name, width, theme):
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme) as context:
        page = context.new_page()
        asked, errors = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((pages / f"{name}.html").as_uri(), wait_until="load")
        page.evaluate("[...document.querySelectorAll('details')].slice(0, 40).forEach(each => each.open = true)")

        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        widest = page.evaluate("document.documentElement.scrollWidth")

        assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
        assert widest <= width
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert errors == []


def test_no_script_of_a_file_runs(browser, pages):
    page = browser.new_page()

    page.goto((pages / "networks-001.html").as_uri())

    assert page.title() == f"Confidential: networks 1, {TITLE} · Constellation"
    page.close()


@pytest.mark.parametrize("name", ["index", "me-8"])
def test_keys_alone_reach_and_open_everything(browser, pages, name):
    page = browser.new_page()
    page.goto((pages / f"{name}.html").as_uri())
    wanted = page.locator("summary, main a, .scroll").count()

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    reached = set()
    for _ in range(wanted + 60):
        page.keyboard.press("Tab")
        where = page.evaluate(
            "e => { e = document.activeElement; if (e.tagName === 'SUMMARY' && !e.parentElement.open) return 'closed';"
            "return [...document.querySelectorAll('summary, main a, .scroll')].indexOf(e) }"
        )
        if where == "closed":
            page.keyboard.press("Enter")
            where = page.evaluate(
                "[...document.querySelectorAll('summary, main a, .scroll')].indexOf(document.activeElement)"
            )
        reached.add(where)
        if len(reached - {-1}) == wanted:
            break

    assert reached >= set(range(wanted))
    assert page.locator("details:not([open])").count() == 0
    page.close()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("index", "Confidential: for the program office"),
        ("networks-001", "Confidential: for the program office"),
        ("names-001", "Confidential: for the program office"),
        ("me-25", "Confidential: for Ana Ruiz and the program office"),
    ],
)
def test_every_printed_page_says_confidential(browser, pages, name, words):
    page = browser.new_page()
    page.goto((pages / f"{name}.html").as_uri())

    printed = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages

    assert len(printed) > 1
    for number, sheet in enumerate(printed, start=1):
        assert words in " ".join(normalize("NFKC", sheet.extract_text()).split()), number  # ligatures apart
    page.close()


def test_a_phone_shows_the_map_made_for_it_and_paper_the_wide_one(browser, pages):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((pages / "me-8.html").as_uri())

    on_phone = [page.locator(f"#map .{form}").is_visible() for form in ("wide", "phone")]
    page.emulate_media(media="print")
    on_paper = [page.locator(f"#map .{form}").is_visible() for form in ("wide", "phone")]

    assert (on_phone, on_paper) == ([False, True], [True, False])
    page.close()


def test_every_name_stays_inside_the_picture_of_the_program(browser, tmp_path):
    names = (
        "COLLEGE OF ENGINEERING & APPLIED SCIENCES",
        "WWWW MMMM " * 5,
        "Maximiliana" * 8,
        "نورا الفاسي " * 4,
        "工学部🌟" * 9,
    )
    results = make_results()
    departments = sorted({person.department for person in results.people})
    renamed = {unit: f"{names[n % len(names)]} {n}" for n, unit in enumerate(departments)}
    people = [replace(person, department=renamed[person.department]) for person in results.people]
    (tmp_path / "long.html").write_text(office(replace(results, people=people))["index.html"], encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((tmp_path / "long.html").as_uri(), wait_until="load")

    boxes = page.evaluate("""[...document.querySelectorAll("svg.sky .label text")].map(text => {
        const box = text.getBBox(); return [box.x, box.x + box.width, box.y, box.y + box.height]})""")
    page.close()

    assert len(boxes) == len(departments)
    assert [box for box in boxes if box[0] < 0 or box[1] > 1200 or box[2] < 25 or box[3] > 775] == []
