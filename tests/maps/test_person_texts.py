"""Widths of texts are bounds: a browser never needs more, with our fonts or with substitutes."""

from base64 import b64encode
from random import Random

import pytest

from constellation.maps.text_widths import shortened, width, wrapped
from tests.maps.networks import FIRST, LAST, STRANGE
from tests.maps.test_person_browser import FONTS

FACES = {
    "regular": (400, "Inter", "inter.woff2"),
    "bold": (600, "Inter", "inter.woff2"),
    "serif": (600, "Source Serif", "source-serif.woff2"),
}
SUBSTITUTES = {"regular": "sans-serif", "bold": "sans-serif", "serif": "serif"}
OTHERS = [
    "Ελευθερία Παπαδοπούλου",
    "Щедрин Жуковский",
    "Ångström Œuvre",
    "ŁÓDŹ",
    "ﬁancé — “quoted”",
    "Đặng Thị Ngọc",
    "şıĞ",
    "½ № ™",
]


@pytest.mark.parametrize("face", ["regular", "bold", "serif"])
def test_no_text_is_wider_than_said(browser, face):
    chance = Random(4)
    texts = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(60)] + STRANGE + OTHERS
    texts += ["".join(chr(chance.randint(33, 126)) for _ in range(20)) for _ in range(60)]
    weight, family, file = FACES[face]
    font = b64encode((FONTS / file).read_bytes()).decode()

    page = browser.new_page()
    page.set_content(
        f"<style>@font-face{{font-family:'{family}';font-weight:100 900;src:url(data:font/woff2;base64,{font})}}</style>"
    )
    measured = page.evaluate(
        """async ([texts, fonts]) => {
            const board = document.createElement("canvas").getContext("2d");
            return await Promise.all(fonts.map(async font => {
                await document.fonts.load(font); board.font = font;
                return texts.map(text => board.measureText(text).width);
            }));
        }""",
        [texts, [f"{weight} 20px '{family}'", f"{weight} 20px {SUBSTITUTES[face]}"]],
    )
    page.close()

    for widths in measured:
        too_wide = [
            (text, real) for text, real in zip(texts, widths, strict=True) if real > width(text, 20, face) + 0.3
        ]
        assert too_wide == []


def test_what_is_shortened_fits():
    names = [f"{first} {last}" for first in FIRST for last in LAST] + STRANGE

    for name in names:
        for room in (30, 60, 120):
            assert width(shortened(name, room, 15, "bold"), 15, "bold") <= room
            assert all(width(line, 15, "bold") <= room + 20 for line in wrapped(name, room, 15, "bold", 2))


def test_an_emoji_is_never_torn():
    name = "👩‍🔬" * 10

    told = shortened(name, 60, 10)

    assert told.rstrip("…") == "👩‍🔬" * told.count("👩")
