"""The lists of a pack with their areas, topics and mappings, for a terminal."""

from collections.abc import Iterator

from constellation.cli.outputs.pack_text import block
from constellation.packs.areas import EVERY, Area, AreaList
from constellation.packs.pack import Pack
from constellation.words import listed, mark, say

WORTH = {
    "general": mark("Anybody's help counts fully."),
    "research": mark("Help counts more with shared interests."),
    "local": mark("Help counts more from close by."),
}


def lists_told(pack: Pack) -> Iterator[str]:
    """Every list with the names of its areas."""
    for one in pack.lists:
        yield block(list_heading(one), list_note(one), "\n".join(f"- {area.name}" for area in of_list(pack, one)))


def areas_told(pack: Pack) -> Iterator[str]:
    """Every area with its explanation, below its list."""
    for one in pack.lists:
        yield block(list_heading(one), list_note(one))
        for area in of_list(pack, one):
            topics = listed([topic.name for topic in pack.topics if topic.area == area.key])
            within = say("Topics: {topics}.", topics=topics) if topics else ""
            yield block(f"{area.name} ({area.key})", area.explanation, say(WORTH[area.kind]), within)


def topics_told(pack: Pack) -> Iterator[str]:
    """Every topic below its area."""
    for area in (*pack.areas, *pack.optional_areas):
        topics = [topic for topic in pack.topics if topic.area == area.key]
        if topics:
            yield block(area.name, "\n".join(f"- {topic.name}" for topic in topics))


def mappings_told(pack: Pack) -> Iterator[str]:
    """What each area of one list is called in another."""
    list_names = {one.key: one.name for one in pack.lists}
    names = {area.key: area.name for area in (*pack.areas, *pack.optional_areas)}
    for one in pack.mappings:
        lines = [
            f"{names[area]} → {listed([names[key] for key in keys]) or say('no counterpart')}"
            for area, keys in one.areas.items()
        ]
        yield block(f"{list_names[one.from_]} → {list_names[one.to]}", "\n".join(lines))


def of_list(pack: Pack, one: AreaList) -> list[Area]:
    return [area for area in (*pack.areas, *pack.optional_areas) if area.list == one.key]


def list_heading(one: AreaList) -> str:
    return say("{name}, version {version}", name=one.name, version=one.version)


def list_note(one: AreaList) -> str:
    stages = say("every stage") if EVERY in one.stages else listed(one.stages)
    if one.optional:
        return say("An optional list for {stages}: nobody is asked about it yet.", stages=stages)
    return say("Chosen from by {stages}.", stages=stages)
