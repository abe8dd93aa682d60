"""From a network to a full sky: everybody placed and named, at the largest size at which all fit."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from constellation.maps.boxes import Taken, around
from constellation.maps.forms import Form
from constellation.maps.improving import improve, reconsider
from constellation.maps.labels import wordings
from constellation.maps.network import Area, Sector
from constellation.maps.outline import RingName, measured_sky, ring_names, slots
from constellation.maps.packing import packed
from constellation.maps.places import Place, Places
from constellation.maps.placing import NoRoom, Placing, Sizes, Spot, Texts
from constellation.maps.sky import Sky
from constellation.maps.units import Unit, with_sectors

SCALES = (1.0, 0.9, 0.8, 0.72)
LABELLED_UP_TO = 30  # partners and open places that all must have a label; beyond, what fits
CROWD = 60  # from here on all take seats at once, and the list alone tells the areas
NAMES_UP_TO = 120  # beyond, only the core and open places are named in the sky
GOOD_ENOUGH = 9.0  # the cost of a shortened label that still makes nobody smaller
SHRINK = 0.92
SMALLEST_MOON = 7.0
DENSITY = 0.27  # the largest mark against the room that everybody has


@dataclass
class Laid:
    """A full sky."""

    sky: Sky
    sizes: Sizes
    scale: float
    spots: list[Spot]
    ring_names: list[RingName]
    places: Places


@dataclass(frozen=True)
class Layout:
    """What has to be laid out, and in which form."""

    units: Sequence[Unit]
    areas: Mapping[str, Area]
    form: Form
    sky: Sky
    kept: Places | None = None

    def texts(self, unit: Unit, scale: float) -> Texts:
        """What the unit's label may say; in a numbered map only open places have one, and few."""
        form = self.form
        if form.numbered and (not unit.gap or len(self.units) > form.moons_up_to):
            return ()
        name = self.areas[unit.key].name if unit.gap else unit.name
        return wordings(name, "" if form.numbered else unit.detail, unit.lead, form, scale)

    def attempt(self, scale: float, shrink: float = 1.0, crowd: bool = False) -> Laid:
        """One try at this scale; raises NoRoom where a mark finds no place.  `crowd`: all take seats at once."""
        form, sky, count = self.form, self.sky, len(self.units)
        spacing = math.sqrt(math.pi * sky.radius**2 / max(count, 1))
        node = min(form.node * (1 if form.numbered else scale), DENSITY * spacing) * shrink
        node = min(node, self.kept.node) if self.kept else node
        placing = Placing(sky, Sizes(node, max(form.moon * scale, SMALLEST_MOON), form.most_moons), Taken())
        placing.taken.add(around(sky.x, sky.y, sky.hub + 9))
        with_areas = count <= form.moons_up_to and not crowd and (self.kept is None or self.kept.with_areas)
        units = self.units if with_areas else [without_areas(unit) for unit in self.units]
        staying = [placing.stay(unit) for unit in units if unit.fixed]
        names = ring_names(sky, form, placing.taken)
        for name in names:
            placing.taken.add(name.box[:4])
        way = self.crowded if crowd or count > CROWD else self.placed
        spots = way(placing, units, staying, scale)
        drawn = [spot for spot in spots if not spot.unit.reserved]
        places = self.places(spots, scale, node, any(unit.areas for unit in units))
        return Laid(sky, placing.sizes, scale, drawn, names, places)

    def placed(self, placing: Placing, units: Sequence[Unit], staying: list[Spot], scale: float) -> list[Spot]:
        """Names for those who stay; then everybody after the other; then labels once more."""
        for spot in staying:
            reconsider(placing, spot, self.texts(spot.unit, scale))
        moving = [one for one in slots(units, self.sky.spans) if not one[0].fixed]
        spots = [*staying, *(placing.settle(*one, self.texts(one[0], scale)) for one in moving)]
        improve(placing, spots, [self.texts(spot.unit, scale) for spot in spots])
        return spots

    def crowded(self, placing: Placing, units: Sequence[Unit], staying: list[Spot], scale: float) -> list[Spot]:
        """Seats for all at once; then names where there is room, beginning with the core and with open places."""
        wishes = [(unit, angle) for unit, angle, _ in slots(units, self.sky.spans) if not unit.fixed]
        spots = [*staying, *packed(placing, wishes)]
        first = [spot for spot in spots if spot.unit.gap or spot.unit.core]
        others = [spot for spot in spots if not (spot.unit.gap or spot.unit.core)] if len(spots) <= NAMES_UP_TO else []
        for spot in (*first, *others):
            reconsider(placing, spot, self.texts(spot.unit, scale), far=False)
        return spots

    def lost(self, laid: Laid) -> float:
        """The worst loss of a label against its fullest wording; infinite where a small network has one without."""
        if self.form.numbered or len(self.units) > LABELLED_UP_TO:
            return 0.0
        worst = 0.0
        for spot in laid.spots:
            if spot.label is None:
                return math.inf
            worst = max(worst, spot.label.block.cost - self.texts(spot.unit, laid.scale)[0].cost)
        return worst

    def places(self, spots: Sequence[Spot], scale: float, node: float, with_areas: bool) -> Places:
        stands = [(spot.unit, Place(spot.angle, spot.share, spot.unit.sector, spot.unit.ring)) for spot in spots]
        partners = {unit.key: place for unit, place in stands if not unit.gap}
        gaps = {unit.key: place for unit, place in stands if unit.gap}
        return Places(self.form.name, scale, node, with_areas, dict(self.sky.spans), self.sky.bands, partners, gaps)


def without_areas(unit: Unit) -> Unit:
    return replace(unit, areas=())


def laid_out(
    units: Sequence[Unit],
    sectors: Sequence[Sector],
    areas: Mapping[str, Area],
    form: Form,
    centre: tuple[float, float],
    places: Places | None,
    rings: tuple[str, ...],
) -> Laid:
    """Everybody placed, at smaller sizes until all fit; `centre`: of the sky; `rings`: their names."""
    kept = places if places is not None and places.form == form.name else None
    placed = with_sectors(units, [sector.key for sector in sectors])
    layout = Layout(placed, areas, form, measured_sky(placed, sectors, form, centre, kept, rings), kept)
    best: tuple[float, Laid] | None = None
    for scale in scales(len(placed), form, kept):
        try:
            laid = layout.attempt(scale)
        except NoRoom:
            continue
        loss = layout.lost(laid)
        if best is None or loss < best[0] - 0.01:
            best = loss, laid
        if loss <= GOOD_ENOUGH:
            break
    return best[1] if best is not None else shrunk(layout)


def scales(count: int, form: Form, kept: Places | None) -> list[float]:
    """Sizes to try, the largest that is likely to fit first."""
    if count > CROWD:
        return []
    if kept:
        first = kept.scale
    elif form.numbered:
        first = 1.0
    else:
        first = 1.0 if count <= 12 else 0.9 if count <= 20 else 0.8 if count <= 40 else SCALES[-1]
    return [first] if form.numbered else [first, *(scale for scale in SCALES if scale < first)]


def shrunk(layout: Layout) -> Laid:
    """A crowd: marks lose their areas, then shrink, then take seats at once, until all stand, however small."""
    bare = replace(layout, units=[without_areas(unit) for unit in layout.units])
    if len(layout.units) <= CROWD:
        for shrink in (1.0, SHRINK, SHRINK**2):
            try:
                return bare.attempt(SCALES[-1], shrink)
            except NoRoom:
                continue
    shrink = 1.0
    while True:
        try:
            return bare.attempt(SCALES[-1], shrink, crowd=True)
        except NoRoom:
            shrink *= SHRINK
