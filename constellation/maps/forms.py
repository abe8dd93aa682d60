"""The forms a map is drawn in, with what is as large as it is for each; all in units of the viewBox."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """A form of the picture.

    `sky`: radius of the sky's rim; `band`: width of the band outside it that names the sectors; `node`: radius of a
    partner's mark; `name`, `detail`, `sector`: sizes of letters; `numbered`:
    numbers stand in the sky and a list below; `aside`: width of a column of explanations to the right;
    `moons_up_to`: how many partners and open places show their areas, `most_moons` at most each.
    """

    name: str
    width: float
    sky: float
    band: float
    margin: float
    hub: float
    node: float
    moon: float
    name_size: float
    detail_size: float
    sector_size: float
    ring_size: float
    numbered: bool = False
    aside: float = 0.0
    moons_up_to: int = 60
    most_moons: int = 7


WIDE = Form("wide", 1000, 444, 32, 20, 40, 23, 8.5, 17, 15, 18, 13)
PHONE = Form("phone", 360, 153, 21, 6, 18, 12, 9, 15, 13, 13, 12, numbered=True, moons_up_to=12, most_moons=3)
POSTER = Form("poster", 1684, 530, 36, 28, 46, 25, 9.5, 18, 15.5, 20, 14, aside=500)
