"""The constellation of one person: rings of closeness, sectors, arrows of help, open places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from constellation.maps.boxes import Box
from constellation.maps.forms import WIDE, Form
from constellation.maps.layout import Laid, laid_out
from constellation.maps.mended import mended
from constellation.maps.network import Area, Network, Sector
from constellation.maps.picture import drawn, whole_svg
from constellation.maps.places import Places
from constellation.maps.rows import ListRow, ring_words, rows_of
from constellation.maps.sheet import Sheet
from constellation.maps.theme import AUTO
from constellation.maps.units import units_of
from constellation.maps.wording import description, title

READABLE = 6.8  # radius of a mark that has room for a number


@dataclass(frozen=True)
class Map:
    """A picture and what is equal to it.

    `svg`: one element `<svg role="img">` with title and description, ready to stand in a page or, as it names its
    namespace, in a file.  `rows`: the equal list, in the reader's language.  `places`: positions to give back, so
    that the next snapshot stays put.  `boxes`: what every text and mark takes up, in the units of the viewBox.
    """

    svg: str
    places: Places
    rows: tuple[ListRow, ...]
    title: str
    description: str
    width: float
    height: float
    boxes: tuple[Box, ...]


def person_map(
    network: Network,
    *,
    form: Form = WIDE,
    theme: str = AUTO,
    places: Places | None = None,
    before: Network | None = None,
    along: Sequence[Network] = (),
    prefix: str = "map",
    heading: bool = False,
    key: bool = True,
    styled: bool = True,
) -> Map:
    """The person's constellation, drawn.

    `places`: what an earlier map gave: every partner and open place still there stays exactly where it was.
    `before`: the earlier snapshot: partners who were not in it are marked "new", those no longer there left as an
    outline.  `along`: further snapshots to come, whose partners' places are kept free from the start.
    `prefix`: begins every id, so several maps can stand on one page.  `heading`: owner and date above the sky (a
    poster always has it).  `key`: signs and areas explained below.  `styled`: False leaves the style out;
    `map_style(theme)` says it once for a page of many maps.  The language is the one in force.

    >>> from constellation.maps.examples import small_network
    >>> drawn = person_map(small_network())
    >>> drawn.title, len(drawn.rows), person_map(small_network(), places=drawn.places).places == drawn.places
    ('My network, November 2026', 10, True)
    """
    sound = mended(network)
    earlier = mended(before) if before else None
    later = [mended(one) for one in along]
    all_networks = [sound, *([earlier] if earlier else []), *later]
    sectors, areas = all_sectors(all_networks), all_areas(all_networks)
    units = units_of(sound, earlier, later, places, form.name)
    sheet = Sheet(form, heading or bool(form.aside), key)
    laid = laid_out(units, sectors, areas, form, sheet.centre, places, ring_words(sound))
    unnumbered = rows_of(sound, earlier, {})
    numbers = numbers_of(laid, unnumbered, form)
    rows = (
        tuple(replace(row, number=numbers.get(row.key)) if not row.is_gap else row for row in unnumbered)
        if numbers
        else unnumbered
    )
    told, words = title(sound), description(sound, rows)
    picture = drawn(sheet, laid, sound, sectors, areas, rows, prefix)
    svg = whole_svg(picture, form, prefix, told, words, theme, styled)
    return Map(svg, laid.places, rows, told, words, form.width, picture.height, picture.boxes)


def all_sectors(networks: Sequence[Network]) -> list[Sector]:
    """Sectors of all networks, each once, in the order of the first that has them."""
    found = {sector.key: sector for network in reversed(networks) for sector in network.sectors}
    order = dict.fromkeys(sector.key for network in networks for sector in network.sectors)
    return [found[key] for key in order]


def all_areas(networks: Sequence[Network]) -> dict[str, Area]:
    """Areas of all networks by key, in the order of the first that has them."""
    found = {area.key: area for network in reversed(networks) for area in network.areas}
    return {area.key: found[area.key] for network in networks for area in network.areas}


def numbers_of(laid: Laid, rows: Sequence[ListRow], form: Form) -> dict[str, int]:
    """Who bears a number: everybody in a numbered form, elsewhere those whose name found no room."""
    bare = {spot.unit.key for spot in laid.spots if spot.unit.partner and (form.numbered or spot.label is None)}
    if laid.sizes.node < READABLE:
        return {}
    keys = [row.key for row in rows if not row.is_gap and row.key in bare]
    return {key: place + 1 for place, key in enumerate(keys)}
