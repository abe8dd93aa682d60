"""The page in a browser: accessible in both themes at three widths, nothing too wide, nothing fetched."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from constellation.packs import load, supply_study
from constellation.report.page import design_page, supply_page
from tests.make import make_notes, make_results

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (360, 800, 1440)
TITLE = "Riverton faculty, spring cycle"


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    stages = ["pre-tenure", "full", "librarian"] * 20
    levels = [1, 3, -1] * 20
    departments = ["History", "Nursing", "", "Law"] * 15
    study = supply_study(stages, levels, departments, ["Arts"] * 60, ["North"] * 60, load("umass"))
    nothing = {"coverage_by_area": [], "coverage_by_department": [], "load": [], "mends": [], "notes": []}
    made = {
        "design": design_page(make_results(title=TITLE, simulated=True, stopped=True)),
        "nobody": design_page(make_results(people=0, changes=None, summary={}, **nothing)),
        "study": supply_page(study, TITLE, make_notes()),
    }
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["design", "nobody", "study"])
def test_a_page_is_accessible_fits_and_fetches_nothing(browser, pages, name, width, theme):
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme) as context:
        page = context.new_page()
        asked, errors = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((pages / f"{name}.html").as_uri(), wait_until="load")
        # the list of everybody is built like that of the worst served, and long
        page.evaluate("document.querySelectorAll('details:not(#everybody)').forEach(each => each.open = true)")

        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        widest = page.evaluate("document.documentElement.scrollWidth")

        assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
        assert widest <= width
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert errors == []


def test_no_script_of_a_file_runs(browser, pages):
    page = browser.new_page()

    page.goto((pages / "design.html").as_uri())

    assert page.title() == f"{TITLE} · Constellation"
    page.close()


def test_the_first_key_press_reaches_the_skip_link(browser, pages):
    page = browser.new_page()
    page.goto((pages / "design.html").as_uri())

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.close()


def test_every_printed_page_says_confidential(browser, pages):
    page = browser.new_page()
    page.goto((pages / "design.html").as_uri())

    page.emulate_media(media="print")

    header = page.locator("header")
    assert "Confidential: for the program office" in header.inner_text()
    assert "Simulated answers" in header.inner_text()
    repeats = header.evaluate("element => getComputedStyle(element).display")
    assert repeats == "table-header-group"
    page.close()


def test_every_name_stays_inside_the_picture(browser, tmp_path):
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
    (tmp_path / "long.html").write_text(design_page(replace(results, people=people)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((tmp_path / "long.html").as_uri(), wait_until="load")

    boxes = page.evaluate("""[...document.querySelectorAll("svg.sky .label text")].map(text => {
        const box = text.getBBox(); return [box.x, box.x + box.width, box.y, box.y + box.height]})""")
    page.close()

    assert len(boxes) == len(departments)
    assert [box for box in boxes if box[0] < 0 or box[1] > 1200 or box[2] < 25 or box[3] > 775] == []
