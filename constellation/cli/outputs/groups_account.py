"""A grouping told in the field's words: members and facilitators by name, and what each group has in common."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from constellation.cli.files.gathering import Gathered
from constellation.cli.files.traits import KINDS
from constellation.engine.groups.facilitators import Facilitation
from constellation.engine.groups.grouping import Grouping
from constellation.packs.spelling import same_words
from constellation.words import mark

MEMBER, FACILITATOR = "member", "facilitator"
NO_GROUP = mark("no suitable group free")  # whoever was barred, or nobody: one reason, so that none tells the other
MEND = mark("Widen the sizes, or let departments mix.")
WORDS_TOLD = 3


@dataclass(frozen=True)
class Shared:
    """Something that at least two members of a group have in common."""

    kind: str
    word: str
    people: int


@dataclass(frozen=True)
class Met:
    """One group: members and facilitators by position among the people, what is shared (most first, topics first)."""

    number: int
    members: list[int]
    facilitators: list[int]
    shared: list[Shared]
    closeness: float

    def told(self) -> list[Shared]:
        """The first few topics, or where there are none of interests, and the first few areas."""
        kinds = [[one for one in self.shared if one.kind == kind][:WORDS_TOLD] for kind in KINDS]
        topics, areas, interests = kinds
        return [*(topics or interests), *areas] if topics or not areas else [*areas, *interests]


def account(gathered: Gathered, made: Grouping, guided: Facilitation) -> list[Met]:
    """Every group, in order; a word that people named under several areas is one thing they have in common."""
    rows, known = gathered.traits.rows, gathered.traits.known
    folded = [(one.kind, same_words(one.word)) for one in known]
    spelled = {key: one.word for key, one in reversed([*zip(folded, known, strict=True)])}
    facilitators: dict[int, list[int]] = {}
    for group, person in zip(guided.group.tolist(), guided.person.tolist(), strict=True):
        facilitators.setdefault(group, []).append(person)
    everybody: list[list[int]] = [[] for _ in range(made.groups)]
    for person, group in enumerate(made.group.tolist()):
        if group >= 0:
            everybody[group].append(person)
    groups = []
    for group, members in enumerate(everybody):
        traits = [rows.ids[rows.start[i] : rows.start[i + 1]].tolist() for i in members]
        held = Counter(key for mine in traits for key in {folded[t] for t in mine})
        shared = [Shared(key[0], spelled[key], count) for key, count in held.items() if count > 1]
        shared.sort(key=lambda one: (KINDS.index(one.kind), -one.people, one.word))
        groups.append(Met(group + 1, members, facilitators.get(group, []), shared, float(made.closeness[group])))
    return groups


def summary(gathered: Gathered, made: Grouping, groups: list[Met], settings: dict[str, Any]) -> dict[str, Any]:
    """What groups.json holds."""
    ids = gathered.roster.ids
    return {
        "people": int((gathered.gathering.cohort >= 0).sum()),
        "groups": made.groups,
        "placed": int((made.group >= 0).sum()),
        "left_out": [ids[i] for i in made.left_out.tolist()],
        "least_left_out": made.least_left_out,
        "value": made.value,
        "bound": made.bound,
        "share": made.share,
        "with_facilitator": sum(bool(one.facilitators) for one in groups),
        "settings": settings,
        "each": [
            {
                "group": one.number,
                "members": [ids[i] for i in one.members],
                "facilitators": [ids[i] for i in one.facilitators],
                "closeness": one.closeness,
                "in_common": [vars(shared) for shared in one.shared],
            }
            for one in groups
        ],
    }
