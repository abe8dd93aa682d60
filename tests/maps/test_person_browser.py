"""Maps in a real browser, with our fonts and with substitutes: no text on another, none outside, all said aloud."""

from base64 import b64encode
from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe

from constellation.maps import AUTO, PHONE, POSTER, WIDE, person_map
from constellation.maps.examples import planned_network, small_network
from tests.architecture.tree import ROOT
from tests.browsing import RULES
from tests.maps.networks import random_network

FONTS = ROOT / "constellation" / "report" / "fonts"
FACES = {"Inter": "inter.woff2", "Source Serif": "source-serif.woff2"}
ROUNDED = 1.2  # a browser rounds what a line takes up to whole pixels, above and below
# what each text takes up on the screen; of a name on an arc, each letter by itself
TEXTS = """[...document.querySelectorAll("svg text")].flatMap((text, n) => {
    const svg = text.ownerSVGElement, frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
    if (!text.querySelector("textPath")) {
        const box = text.getBoundingClientRect();
        return [[n, box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top]];
    }
    return [...Array(text.getNumberOfChars()).keys()].map(letter => {
        const at = text.getStartPositionOfChar(letter), to = text.getEndPositionOfChar(letter);
        return [n, Math.min(at.x, to.x), Math.min(at.y, to.y), Math.max(at.x, to.x), Math.max(at.y, to.y)]
            .map((edge, k) => k ? edge * scale : edge);
    });
})"""


def page_of(svg: str, width: float, fonts: bool) -> str:
    faces = "".join(
        f"@font-face{{font-family:'{name}';font-weight:100 900;src:url(data:font/woff2;base64,"
        f"{b64encode((FONTS / file).read_bytes()).decode()})}}"
        for name, file in FACES.items()
    )
    style = f"{faces if fonts else ''}body{{margin:0}}svg{{display:block;width:{width}px}}"
    return f'<!doctype html><html lang="en"><title>A map</title><style>{style}</style><main><h1>A map</h1>{svg}</main></html>'


@pytest.mark.parametrize("fonts", [True, False], ids=["our fonts", "substitutes"])
@pytest.mark.parametrize("form", [WIDE, PHONE, POSTER], ids=lambda form: form.name)
def test_no_text_stands_on_another_nor_outside(browser, form, fonts):
    page = browser.new_page(viewport={"width": 1800, "height": 900})
    for seed in range(7):
        drawn = person_map(random_network(seed, partners=25 - 3 * seed, gaps=5 - seed % 5), form=form, heading=True)
        page.set_content(page_of(drawn.svg, drawn.width, fonts))
        page.evaluate("document.fonts.ready")

        texts = page.evaluate(TEXTS)

        assert len(texts) > 10
        assert [pair for pair in combinations(texts, 2) if on_each_other(*pair)] == [], seed
        assert [box for box in texts if not inside(box, drawn.width, drawn.height)] == [], seed
    page.close()


def on_each_other(one: list[float], other: list[float]) -> bool:
    wide = min(one[3], other[3]) - max(one[1], other[1])
    high = min(one[4], other[4]) - max(one[2], other[2])
    return one[0] != other[0] and wide > 0.5 and high > ROUNDED


def inside(box: list[float], width: float, height: float) -> bool:
    _, left, top, right, bottom = box
    return left >= 0 and top >= 0 and right <= width and bottom <= height


def test_letters_on_a_phone_are_large_enough(browser):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_content(page_of(person_map(small_network(), form=PHONE, heading=True).svg, 360, fonts=True))

    sizes = page.evaluate(
        "[...document.querySelectorAll('svg text')].map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    page.close()

    assert min(sizes) >= 12


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_of_maps_is_accessible(browser, theme):
    before = person_map(small_network(), prefix="before", along=[planned_network()])
    planned = person_map(planned_network(), prefix="planned", places=before.places, before=small_network())
    with browser.new_context(color_scheme=theme, viewport={"width": 1100, "height": 900}) as context:
        page = context.new_page()
        page.set_content(page_of(before.svg + planned.svg, 1000, fonts=False))

        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]

        assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
        assert page.get_by_role("img", name="My network, Planned").count() == 1


def test_a_map_turns_dark_with_the_page_and_white_on_paper(browser):
    svg = person_map(small_network(), theme=AUTO).svg
    colours = {}

    for look, media in {"day": {}, "night": {"color_scheme": "dark"}, "paper": {"media": "print"}}.items():
        page = browser.new_page()
        page.emulate_media(**media)
        page.set_content(page_of(svg, 800, fonts=False))
        colours[look] = page.evaluate("getComputedStyle(document.querySelector('.ground')).fill")
        page.close()

    assert colours == {"day": "rgb(255, 254, 251)", "night": "rgb(21, 27, 48)", "paper": "rgb(255, 255, 255)"}
