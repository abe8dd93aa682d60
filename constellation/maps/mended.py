"""A network as it can be drawn: unknown sectors and areas get names, rings stay in range, keys differ, texts are plain."""

from collections.abc import Iterable
from dataclasses import replace

from constellation.maps.network import CLOSE, NOW_AND_THEN, Area, Gap, Network, Partner, Sector
from constellation.maps.svg import plain
from constellation.maps.text_widths import clusters


def mended(network: Network) -> Network:
    """The same network with every sector and area named that a partner or gap refers to.

    >>> odd = Network("", (Partner("a", "Ana", "home", ring=9, areas=("work",)),), (), (), ())
    >>> sound = mended(odd)
    >>> sound.partners[0].ring, sound.sectors[0].name, sound.areas[0].letter
    (2, 'home', 'W')
    """
    partners = tuple(one_partner(one) for one in distinct(network.partners))
    gaps = tuple({gap.area: one_gap(gap) for gap in network.gaps}.values())
    return replace(
        network,
        owner=plain(network.owner),
        date=plain(network.date),
        rings=tuple(map(plain, network.rings[:3])) if len(network.rings) >= 3 else (),
        partners=partners,
        gaps=gaps,
        sectors=sectors(network.sectors, [one.sector for one in partners] + [gap.sector for gap in gaps if gap.sector]),
        areas=areas(network.areas, [area for one in partners for area in one.areas] + [gap.area for gap in gaps]),
    )


def distinct(partners: Iterable[Partner]) -> list[Partner]:
    """Partners whose keys differ: a second with the same key gets one of its own."""
    seen: dict[str, Partner] = {}
    for one in partners:
        key, again = one.key, 2
        while key in seen:
            key, again = f"{one.key} {again}", again + 1
        seen[key] = one if key == one.key else replace(one, key=key)
    return list(seen.values())


def one_partner(one: Partner) -> Partner:
    ring = min(max(int(one.ring), CLOSE), NOW_AND_THEN)
    areas = tuple(dict.fromkeys(one.areas))
    return replace(one, name=plain(one.name) or plain(one.key), detail=plain(one.detail), ring=ring, areas=areas)


def one_gap(gap: Gap) -> Gap:
    return replace(gap, step=plain(gap.step))


def sectors(given: Iterable[Sector], used: Iterable[str]) -> tuple[Sector, ...]:
    named = {sector.key: Sector(sector.key, plain(sector.name)) for sector in given}
    for key in used:
        named.setdefault(key, Sector(key, plain(key)))
    return tuple(named.values()) or (Sector("", ""),)


def areas(given: Iterable[Area], used: Iterable[str]) -> tuple[Area, ...]:
    named = {area.key: Area(area.key, plain(area.name), letters(area.letter, area.name)) for area in given}
    for key in used:
        named.setdefault(key, Area(key, plain(key), letters("", key)))
    return tuple(named.values())


def letters(letter: str, name: str) -> str:
    """At most two signs for a mark."""
    return "".join(clusters(plain(letter) or plain(name).upper()[:1] or "?")[:2])
