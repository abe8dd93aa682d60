"""What people can have in common, as traits: the areas they need, their topics, their interests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from constellation.cli.files.answers import Needs
from constellation.cli.refusal import Refusal
from constellation.engine.problem import Floats, Ints, Rows
from constellation.packs.pack import Pack
from constellation.packs.spelling import closest, same_words
from constellation.words import listed, say

AREAS, TOPICS, INTERESTS = "needs", "topics", "interests"
KINDS = (TOPICS, AREAS, INTERESTS)  # in the order in which a group hears what it has in common


@dataclass(frozen=True)
class Trait:
    """One thing people can have in common; `area`: the number of the area a topic belongs to."""

    kind: str
    word: str
    area: int = -1


@dataclass(frozen=True)
class Traits:
    """`rows`: of each person, as the engine takes them; `known`: what each number is."""

    rows: Rows
    known: list[Trait]


Held = dict[Trait, dict[int, float]]  # who holds each trait, and how much


def traits_of(
    interests: Sequence[tuple[str, ...]], needs: Needs, pack: Pack, weights: Mapping[str, float], wanted: Sequence[str]
) -> Traits:
    """The likeness of two people is the mean of three cosines, by `weights`: of what they need, of topics, of interests.

    Topics and interests that fewer people name weigh more (tf-idf).  A kind of which nobody says anything does not
    count.  `wanted`: words; where there are any, they alone count, an area with its topics.
    """
    held = held_by_all(interests, needs, pack)
    if wanted:
        held = only(held, wanted, pack)
    people = len(interests)
    there = [kind for kind in KINDS if weights[kind] > 0 and any(trait.kind == kind for trait in held)]
    whole = sum(weights[kind] for kind in there)
    known, parts = list[Trait](), list[tuple[Ints, Ints, Floats]]()
    for kind in there:
        mine = [trait for trait in held if trait.kind == kind]
        parts.append(unit_rows(people, mine, held, len(known), weights[kind] / whole, kind != AREAS))
        known += mine
    nothing = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    person, number, weight = (np.concatenate(column) for column in zip(nothing, *parts, strict=True))
    return Traits(Rows.of(people, person, number, weight), known)


def held_by_all(interests: Sequence[tuple[str, ...]], needs: Needs, pack: Pack) -> Held:
    """Every trait, in an order that does not depend on the rows' order."""
    held: dict[tuple[str, int, str], tuple[Trait, dict[int, float]]] = {}
    for person, area, share, topics in zip(
        needs.person.tolist(), needs.area.tolist(), needs.shares().tolist(), needs.topics, strict=True
    ):
        name = str(pack.areas[area].name)
        held.setdefault((AREAS, area, ""), (Trait(AREAS, name, area), {}))[1][person] = share
        for topic in topics:
            held.setdefault((TOPICS, area, same_words(topic)), (Trait(TOPICS, topic, area), {}))[1][person] = 1.0
    for person, phrases in enumerate(interests):
        for phrase in phrases:
            held.setdefault((INTERESTS, -1, same_words(phrase)), (Trait(INTERESTS, phrase), {}))[1][person] = 1.0
    return {trait: who for _, (trait, who) in sorted(held.items(), key=lambda one: one[0])}


def only(held: Held, wanted: Sequence[str], pack: Pack) -> Held:
    """The traits that are asked for; Refusal for a word that nobody named."""
    chosen: Held = {}
    for word in wanted:
        area = pack.area_index(word)
        found = {trait: who for trait, who in held.items() if is_meant(trait, same_words(word), area)}
        if not found:
            raise Refusal(unknown_topic(word, (trait.word for trait in held)))
        chosen |= found
    return {trait: who for trait, who in held.items() if trait in chosen}


def is_meant(trait: Trait, word: str, area: int | None) -> bool:
    if area is not None and trait.area == area:
        return True
    return trait.kind != AREAS and same_words(trait.word) == word


def unknown_topic(word: str, known: Iterable[str]) -> str:
    words = list(dict.fromkeys(known))
    if near := closest(word, words):
        return say("--topics {word}: nobody names this; did you mean {near}?", word=word, near=near)
    some = listed(words[:5], "or")
    if not some:
        return say("--topics {word}: nobody names any topic; give --needs, or a column interests.", word=word)
    return say(
        "--topics {word}: nobody names this; use an area, topic or interest such as {some}.", word=word, some=some
    )


def unit_rows(
    people: int, traits: Sequence[Trait], held: Held, first: int, weight: float, rare_counts: bool
) -> tuple[Ints, Ints, Floats]:
    """Person, number and weight of each trait of a kind; each person's row has the length of the root of `weight`."""
    entries = [(who, first + n, much) for n, trait in enumerate(traits) for who, much in held[trait].items()]
    person, number, value = (np.array(column) for column in zip(*entries, strict=True))
    if rare_counts:
        holders = np.bincount(number - first, minlength=len(traits))
        value = value * (np.log((1 + people) / (1 + holders)) + 1)[number - first]
    length = np.sqrt(np.bincount(person, value**2, minlength=people))
    return person, number, value / length[person] * np.sqrt(weight)
