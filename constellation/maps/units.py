"""What has to find a place in the sky: partners, those who ended, open places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from constellation.maps.network import ENDED, NOW_AND_THEN, PLANNED, Gap, Network, Partner
from constellation.maps.places import Place, Places
from constellation.words import say


@dataclass(frozen=True)
class Unit:
    """A partner, current, planned or ended, or an open place.

    `lead`: the word before its detail ("new"); `wish`: where it stood or should stand; `fixed`: it stays there;
    `reserved`: only its place is wanted, nothing is drawn.
    """

    key: str
    name: str
    detail: str
    sector: str
    ring: int
    areas: tuple[str, ...] = ()
    lead: str = ""
    partner: Partner | None = None
    gap: Gap | None = None
    wish: Place | None = None
    fixed: bool = False
    reserved: bool = False

    @property
    def owner(self) -> str:
        return f"gap {self.key}" if self.gap else f"partner {self.key}"

    @property
    def tied(self) -> bool:
        """Whether a tie is drawn, or will be."""
        return self.partner is not None and not self.ended

    @property
    def core(self) -> bool:
        return self.partner is not None and self.partner.core

    @property
    def ended(self) -> bool:
        return self.partner is not None and self.partner.status == ENDED


def units_of(
    network: Network, before: Network | None, along: Sequence[Network], places: Places | None, form: str
) -> list[Unit]:
    """Everything that has to find a place; all networks mended."""
    known = {one.key for one in before.partners if one.status != ENDED} if before else None
    units = [partner_unit(one, lead(one, known)) for one in network.partners]
    units += [partner_unit(one, say("ended")) for one in gone([network], before)]
    units += [gap_unit(gap) for gap in network.gaps]
    drawn = {unit.owner for unit in units}
    later = [partner_unit(one, "") for other in along for one in other.partners if one.status != ENDED]
    later += [gap_unit(gap) for other in along for gap in other.gaps]
    units += [
        replace(unit, reserved=True)
        for unit in {unit.owner: unit for unit in later}.values()
        if unit.owner not in drawn
    ]
    return [with_wish(unit, places, form) for unit in units]


def gone(networks: Iterable[Network], before: Network | None) -> list[Partner]:
    """Partners of `before` whom none of the networks has any longer, as ended ones."""
    here = {one.key for network in networks for one in network.partners}
    left = [one for one in before.partners if one.key not in here and one.status != ENDED] if before else []
    return [replace(one, status=ENDED) for one in left]


def lead(one: Partner, known: set[str] | None) -> str:
    if one.status == ENDED:
        return say("ended")
    if known is not None and one.key not in known:
        return say("new")
    return say("planned") if one.status == PLANNED else ""


def partner_unit(one: Partner, word: str) -> Unit:
    return Unit(one.key, one.name, one.detail, one.sector, one.ring, one.areas, word, partner=one)


def gap_unit(gap: Gap) -> Unit:
    return Unit(gap.area, gap.area, gap.step, gap.sector, NOW_AND_THEN, gap=gap)


def with_wish(unit: Unit, places: Places | None, form: str) -> Unit:
    """The unit with the place it had; it stays there if the map was of the same form and its sector and ring too."""
    if places is None:
        return unit
    had = (places.gaps if unit.gap else places.partners).get(unit.key)
    if had is None:
        return unit
    sector = unit.sector or had.sector
    same = (had.sector, had.ring) == (sector, unit.ring)
    return replace(unit, sector=sector, wish=had, fixed=same and places.form == form)


def with_sectors(units: Sequence[Unit], sectors: Sequence[str]) -> list[Unit]:
    """Open places that belong to no sector go where the fewest stand."""
    count = dict.fromkeys(sectors, 0)
    for unit in units:
        if unit.sector in count:
            count[unit.sector] += 1
    settled = []
    for unit in units:
        if unit.sector not in count:
            emptiest = min(count, key=lambda key: count[key])
            count[emptiest] += 1
            unit = replace(unit, sector=emptiest)
        settled.append(unit)
    return settled
