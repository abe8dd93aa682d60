"""The equal list of a person's map: everything the picture shows, as rows of words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from constellation.maps.mended import mended
from constellation.maps.network import (
    COLLECTIVE,
    CURRENT,
    ENDED,
    GROUP,
    PERSON,
    PLACEHOLDER,
    PLANNED,
    Area,
    Gap,
    Network,
    Partner,
)
from constellation.words import listed, mark, say

CLOSENESS = (mark("close"), mark("regular"), mark("now and then"))
ENDS = {
    PERSON: "",
    GROUP: mark("a group"),
    COLLECTIVE: mark("a collective"),
    PLACEHOLDER: mark("still to be found"),
}
STATUSES = {CURRENT: "", PLANNED: mark("planned"), ENDED: mark("ended")}


@dataclass(frozen=True)
class ListRow:
    """One partner or one open place, in words of the reader's language.

    `key`: the partner's, or the area of an open place; `number`: the one that stands in the picture, where one does;
    `status`: "", new, planned, ended or open place; `end`: "" for a person, else what the end is; `core`: "" or core
    partner; `step`: what could be done about an open place.
    """

    key: str
    name: str
    detail: str = ""
    sector: str = ""
    areas: tuple[Area, ...] = ()
    direction: str = ""
    closeness: str = ""
    core: str = ""
    end: str = ""
    status: str = ""
    step: str = ""
    number: int | None = None
    is_gap: bool = False

    @property
    def area_names(self) -> str:
        """The areas as they are said: "teaching and balance"."""
        return listed([area.name for area in self.areas])


def person_rows(
    network: Network, *, before: Network | None = None, numbers: Mapping[str, int] | None = None
) -> tuple[ListRow, ...]:
    """Partners by sector and closeness, in each sector those who ended (also since `before`) last; then open places.

    `numbers`: those that stand in the picture, by key of the partner.

    >>> from constellation.maps.examples import small_network
    >>> [(row.name, row.direction, row.closeness) for row in person_rows(small_network())][:2]
    [('Near peer', 'both ways', 'close'), ('Senior colleague', 'helps me', 'regular')]
    """
    return rows_of(mended(network), mended(before) if before else None, numbers or {})


def rows_of(sound: Network, earlier: Network | None, numbers: Mapping[str, int]) -> tuple[ListRow, ...]:
    """The rows of networks that are mended."""
    sectors = {sector.key: sector for sector in (*(earlier.sectors if earlier else ()), *sound.sectors)}
    order = {key: place for place, key in enumerate(sectors)}
    areas = {area.key: area for area in (*(earlier.areas if earlier else ()), *sound.areas)}
    partners = sorted(
        partners_and_ended(sound, earlier), key=lambda one: (order[one.sector], one.status == ENDED, one.ring)
    )
    known = {one.key for one in earlier.partners if one.status != ENDED} if earlier else None
    rings = ring_words(sound)
    rows = [
        partner_row(one, sectors[one.sector].name, areas, sound.owner, known, numbers.get(one.key), rings[one.ring])
        for one in partners
    ]
    return *rows, *(gap_row(gap, sectors, areas) for gap in sound.gaps)


def partners_and_ended(network: Network, before: Network | None) -> list[Partner]:
    """Partners of today, and those of `before` who are not there any longer as ended ones."""
    here = {one.key for one in network.partners}
    gone = [one for one in before.partners if one.key not in here and one.status != ENDED] if before else []
    return [*network.partners, *(replace(one, status=ENDED) for one in gone)]


def ring_words(network: Network) -> tuple[str, ...]:
    """What the rings are called, from the innermost.

    >>> ring_words(Network("", (), (), (), ()))
    ('close', 'regular', 'now and then')
    """
    return network.rings or tuple(map(say, CLOSENESS))


def partner_row(
    one: Partner,
    sector: str,
    areas: Mapping[str, Area],
    owner: str,
    known: set[str] | None,
    number: int | None,
    ring: str,
) -> ListRow:
    return ListRow(
        key=one.key,
        name=one.name,
        detail=one.detail,
        sector=sector,
        areas=tuple(areas[area] for area in one.areas),
        direction=direction(one, owner),
        closeness=ring,
        core=say("core partner") if one.core else "",
        end=say(ENDS.get(one.end, "")),
        status=status(one, known),
        number=number,
    )


def status(one: Partner, known: set[str] | None) -> str:
    """new, planned, ended or nothing; `known`: who was there before, None where that is not told.

    >>> status(Partner("a", "Ana", "here", status="planned"), None)
    'planned'
    """
    if one.status != ENDED and known is not None and one.key not in known:
        return say("new, planned") if one.status == PLANNED else say("new")
    return say(STATUSES.get(one.status, ""))


def direction(one: Partner, owner: str) -> str:
    """Who helps whom.

    >>> direction(Partner("a", "Ana", "here", helps_me=True, i_help=True), "")
    'both ways'
    """
    if one.helps_me and one.i_help:
        return say("both ways")
    if one.i_help:
        return say("{person} helps", person=owner) if owner else say("I help")
    if one.helps_me:
        return say("helps {person}", person=owner) if owner else say("helps me")
    return say("no help yet")


def gap_row(gap: Gap, sectors: Mapping[str, object], areas: Mapping[str, Area]) -> ListRow:
    area = areas[gap.area]
    sector = sectors.get(gap.sector)
    return ListRow(
        key=gap.area,
        name=area.name,
        sector=getattr(sector, "name", ""),
        areas=(area,),
        status=say("open place"),
        step=gap.step,
        is_gap=True,
    )
