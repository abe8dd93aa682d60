"""The page of a reading: questions first, marks with what stood there, secrets folded away, accessible everywhere."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html

from constellation.cli.outputs.reading_page import reading_page
from constellation.intake.reading import Counts, Rows, Source
from tests.browsing import RULES, WIDTHS
from tests.cli.made_readings import (
    AVOIDED,
    FILE,
    HOSTILE,
    LOG,
    ORIGINALS,
    entry,
    make_conflicts,
    make_large,
    make_reading,
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    nobody = make_reading(rows=Rows({"given": []}, []), log=[], mapping=[], duplicates=[], counts=Counts(0, 0, 0))
    made = {
        "people": reading_page(make_reading(), FILE, ORIGINALS),
        "conflicts": reading_page(make_conflicts(), FILE),
        "nobody": reading_page(nobody, "empty.csv"),
    }
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def tree_of(reading, originals=None):
    return html.fromstring(reading_page(reading, FILE, originals))


def find(node, selector):
    """Elements by a plain selector: `#id tag.class > tag[attribute]`."""
    path = "."
    for part in selector.replace("> ", ">").split():
        step = "/" if part.startswith(">") else "//"
        tag, mark, classes, attribute = re.fullmatch(r">?(\w*)(#\w+)?((?:\.[\w-]+)*)(\[\w+\])?", part).groups()
        tests = [f"[@id='{mark[1:]}']"] if mark else []
        tests += [f"[contains(concat(' ', @class, ' '), ' {name} ')]" for name in classes.split(".")[1:]]
        path += step + (tag or "*") + "".join(tests) + (f"[@{attribute[1:-1]}]" if attribute else "")
    return node.xpath(path)


def text_of(node):
    return " ".join(node.text_content().split())


def row_of(tree, number):
    return next(row for row in find(tree, "#rows tbody tr") if text_of(find(row, ".where")[0]) == f"row {number}")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["people", "conflicts", "nobody"])
def test_a_page_is_accessible_fits_and_fetches_nothing(browser, pages, name, width, theme):
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme) as context:
        page = context.new_page()
        asked, errors = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((pages / f"{name}.html").as_uri(), wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        widest = page.evaluate("document.documentElement.scrollWidth")

        assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
        assert widest <= width
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert errors == []


def test_a_narrow_window_reaches_every_table_by_the_keyboard(browser, pages):
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.goto((pages / "people.html").as_uri())

    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText")
        )
    page.close()

    assert {"Columns of staff.csv", "The people, as a table", "Show 1 entry", "The whole log, row by row"} <= reached


def test_marks_differ_in_the_shape_of_their_line_and_in_a_letter(browser, pages):
    page = browser.new_page()
    page.goto((pages / "people.html").as_uri())

    style = "element => getComputedStyle(element).textDecorationStyle"
    lines = {
        kind: page.locator(f"#rows tbody .{kind}").first.evaluate(style) for kind in ("changed", "doubtful", "lost")
    }
    letters = {text.strip() for text in page.locator("#rows tbody sup").all_inner_texts()}
    page.close()

    assert lines == {"changed": "dotted", "doubtful": "wavy", "lost": "double"}
    assert letters == {"c", "d", "l"}


def test_printed_it_is_whole_and_says_confidential(browser, pages):
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.goto((pages / "people.html").as_uri())

    page.emulate_media(media="print")

    assert "Confidential: for the program office" in page.locator("header").inner_text()
    assert page.locator("#rows .scroll").evaluate("element => element.scrollHeight - element.clientHeight") <= 1
    assert not page.locator(".avoided").is_visible()
    page.close()


def test_questions_come_first_and_alike_ones_once():
    tree = tree_of(make_reading())

    sections = [section.get("id") for section in find(tree, "main > section[id]")]
    asks = [text_of(ask) for ask in find(tree, ".asks > li")]

    assert sections[0] == "questions"
    assert len(asks) == 2
    assert "row 4, Since: “07/01/2015” → “2015-01-07”" in asks[0]
    assert "row 5, Since" in asks[0]
    assert "Say whether the day or the month comes first" in asks[0]


def test_a_question_over_many_rows_is_folded():
    many = [
        entry(row, "Since", f"0{row % 9}/01/2015", "the day is taken first", "say which", "question")
        for row in range(2, 402)
    ]

    ask = find(tree_of(make_reading(log=many)), ".asks > li")[0]

    assert len(find(ask, "div > .places > li")) == 4
    assert len(find(ask, "details .places > li")) == 196
    assert "200 more are in the JSON" in text_of(ask)


def test_what_was_changed_stands_beside_what_the_file_has():
    tree = tree_of(make_reading(), ORIGINALS)

    mary, yuki = text_of(row_of(tree, 2)), text_of(row_of(tree, 3))

    assert "2012-08-20c (changed)was: 08/20/2012" in mary
    assert "Plant Pathologyc (changed)was: Pl Path" in mary
    assert "0413l (lost)was: 413" in yuki
    assert "ORCID –l (lost)was: 0000-0002-1825-0098" in yuki


def test_what_stands_in_the_file_has_no_mark():
    tree = tree_of(make_reading(), ORIGINALS)

    shown = {text_of(node) for node in find(row_of(tree, 2), ".shown") if "marked" not in node.get("class")}

    assert {"0412", "mary@univ.example", "Achterberg, Mary Ann Q. R."} <= shown


def test_a_doubtful_reading_is_marked_where_it_stands_and_says_why():
    date = find(row_of(tree_of(make_reading()), 4), ".doubtful")[0]

    assert text_of(date) == "2015-01-07"
    assert date.get("title") == "Read as “2015-01-07”, the day first."


def test_whom_somebody_avoids_stands_only_in_the_closed_fold():
    tree = tree_of(make_reading(), ORIGINALS)

    fold = find(tree, "#confidential details")[0]
    told = text_of(fold)
    fold.getparent().remove(fold)

    assert fold.get("open") is None
    assert AVOIDED in told
    assert "Achterberg, Mary Ann" in told
    assert AVOIDED not in html.tostring(tree, encoding="unicode")
    assert "nobody who is named here" in text_of(find(tree, "#confidential")[0])


def test_a_list_of_conflicts_stands_only_in_the_closed_fold():
    tree = tree_of(make_conflicts(), {Source(FILE, "", 2): {"partner": AVOIDED, "reason": "grievance"}})

    fold = find(tree, "#confidential details")[0]
    told = text_of(fold)
    fold.getparent().remove(fold)

    assert "grievance" in told
    for secret in (AVOIDED, "grievance", "ada@univ.example"):
        assert secret not in html.tostring(tree, encoding="unicode")


def test_text_of_a_file_is_never_markup():
    hostile = [
        entry(2, HOSTILE, HOSTILE, f"left out “{HOSTILE}”", HOSTILE, severity) for severity in ("question", "info")
    ]
    reading = make_reading(log=LOG + hostile)

    page = reading_page(reading, HOSTILE, {Source(FILE, "", 2): {"hire_date": HOSTILE}})

    assert "<script" not in page
    assert page.count("&lt;script&gt;") > 5


def test_possible_duplicates_stand_side_by_side_with_score_and_reason():
    tree = tree_of(make_reading())

    pair = find(tree, ".pairs > li")[0]

    assert text_of(find(pair, "h3")[0]) == "93 %: the same family name, and Fatima is part of Fatima Zahra"
    assert [text_of(cell) for cell in find(pair, "thead th")] == ["row 4", "row 5"]
    bold = {text_of(find(row, "th")[0]) for row in find(pair, "tr") if find(row, ".differs")}
    assert {"name", "title"} <= bold
    assert not {"department", "gender"} & bold


def test_each_column_has_its_meaning_a_word_and_a_number_and_why():
    rows = [text_of(row) for row in find(tree_of(make_reading()), ".read tbody tr")]

    assert rows[3] == "Unitcolumn 4departmentlikely81 %the header looks like it; 70% of the cells fit"
    assert rows[9] == "Parkingcolumn 10left out–its header is not known"


def test_of_many_people_the_first_are_shown_and_the_rest_counted():
    page = reading_page(make_large(20_000), "large.csv")
    tree = html.fromstring(page)

    assert len(find(tree, "#rows tbody tr")) == 2000
    assert "The first 2,000 are shown; 18,000 more are in the CSV (--out) and the JSON (--json)" in text_of(
        find(tree, "#rows")[0]
    )
    assert "20,000 rows in = 20,000 people + 0 folded + 0 set aside" in text_of(tree)
    assert len(page) < 4_000_000


def test_every_link_of_the_page_leads_to_a_place_on_it(pages):
    for name in ("people", "conflicts", "nobody"):
        text = (pages / f"{name}.html").read_text(encoding="utf-8")

        asked, there = set(re.findall(r'href="#([^"]+)"', text)), set(re.findall(r' id="([^"]+)"', text))

        assert asked <= there


def test_labelled_places_are_there(pages):
    text = (pages / "people.html").read_text(encoding="utf-8")

    labels = re.findall(r'aria-labelledby="([^"]+)"', text)

    assert all(f'id="{label}"' in text for label in labels)
    assert len(labels) == len(set(labels))
