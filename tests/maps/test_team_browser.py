"""Teams and programs in a browser: what it measures of texts stays inside and apart, in its own fonts and ours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from constellation.maps.forms import PHONE, POSTER, WIDE
from constellation.maps.program import program_map
from constellation.maps.program_units import gathered, units_map
from constellation.maps.team import team_map
from constellation.maps.team_examples import earlier_team, later_team, small_team
from constellation.maps.theme import DARK, LIGHT, PRINT
from tests.maps.teams import meeting, random_program, random_team

PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Maps</title><style>body{margin:0;'
    "background:#fffefb}svg{display:block;width:100%;height:auto}@media(prefers-color-scheme:dark){body{background:"
    "#151b30}}</style></head><body><main><h1 style='position:absolute;clip-path:inset(50%)'>Maps</h1>"
)
TEXTS = """[...document.querySelectorAll("svg text:not(.letter):not(.in):not(.on)")].map(text => {
    const box = text.getBBox(); return [box.x, box.y, box.x + box.width, box.y + box.height, text.textContent]})"""
SMALLEST = """Math.min(...[...document.querySelectorAll("svg text")].map(
    text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@pytest.fixture
def shown(browser):
    contexts = []

    def show(svg, width=1000, theme="light"):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
        contexts.append(context)
        page = context.new_page()
        page.set_content(f"{PAGE}{svg}</main></body></html>")
        return page

    yield show
    for context in contexts:
        context.close()


DRAWINGS = {
    "planned": lambda: team_map(small_team(), before=earlier_team(), heading=True),
    "planned-phone": lambda: team_map(small_team(), before=earlier_team(), heading=True, form=PHONE),
    "later-poster": lambda: team_map(later_team(), before=small_team(), heading=True, form=POSTER),
    **{f"random-{seed}": lambda seed=seed: team_map(random_team(seed), heading=True) for seed in range(4)},
    "random-phone": lambda: team_map(random_team(5), form=PHONE, heading=True),
    "program": lambda: program_map(*random_program(200, 500, 12), heading=True),
    "program-phone": lambda: program_map(*random_program(200, 500, 12), form=PHONE),
    "units": lambda: units_map(*gathered(*random_program(400, 900, 16)), heading=True),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_texts_as_a_browser_measures_them_stay_inside_and_apart(shown, name):
    drawn = DRAWINGS[name]()
    page = shown(drawn.svg, int(drawn.width))

    boxes = page.evaluate(TEXTS)

    # a line of text is measured with the room above and below its letters; lines of one name may share that
    tight = [
        (left, top + 0.22 * (foot - top), right, foot - 0.22 * (foot - top)) for left, top, right, foot, _ in boxes
    ]
    assert [(boxes[a][4], boxes[b][4]) for a, b in meeting(tight)] == []
    assert [box for box in boxes if box[0] < 0 or box[2] > drawn.width or box[3] > drawn.height] == []


@pytest.mark.parametrize("name", ["planned-phone", "random-phone", "program-phone"])
def test_on_a_screen_of_360_no_letter_is_smaller_than_12(shown, name):
    page = shown(DRAWINGS[name]().svg, 360)

    assert page.evaluate(SMALLEST) >= 11.99
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_of_maps_is_accessible(shown, theme):
    before, now, leaders = small_team(), later_team(), gathered(*random_program(60, 90, 5))
    svgs = [team_map(before, prefix="a").svg, team_map(now, prefix="b").svg, units_map(*leaders, prefix="c").svg]
    page = shown("".join(svgs), theme=theme)

    violations = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]}).response

    assert [found["id"] for found in violations["violations"]] == []


@pytest.mark.parametrize("drawn", [lambda theme: team_map(small_team(), theme=theme), lambda theme: units_map(
    *gathered(*random_program(60, 90, 5)), theme=theme)], ids=["team", "units"])  # fmt: skip
def test_words_have_the_colour_of_their_theme_whatever_the_reader_prefers(shown, drawn):
    page = shown("".join(drawn(theme).svg for theme in (LIGHT, DARK, PRINT)), theme="dark")

    colours = page.evaluate(
        "[...document.querySelectorAll('svg')].map(svg => getComputedStyle(svg.querySelector('text.name')).fill)"
    )

    assert colours == ["rgb(29, 35, 64)", "rgb(236, 238, 248)", "rgb(0, 0, 0)"]


def test_on_paper_a_map_left_to_the_reader_is_printed_dark_on_white(shown):
    page = shown(team_map(small_team(), form=WIDE).svg, theme="dark")

    page.emulate_media(media="print", color_scheme="dark")

    assert page.evaluate("getComputedStyle(document.querySelector('text.name')).fill") == "rgb(0, 0, 0)"
