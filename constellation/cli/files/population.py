"""From what the files say to the arrays of the engine."""

from collections.abc import Mapping, Sequence

import numpy as np

from constellation.cli.files.answers import Needs, Offers, topic_numbers
from constellation.cli.files.career import ROLE_CODE, SETTLED
from constellation.cli.files.identities import identity_bits
from constellation.cli.files.interests import interest_rows
from constellation.cli.files.pairs import PairRows
from constellation.cli.files.roster import Roster
from constellation.cli.files.ties import Kept
from constellation.engine.problem import Ints, Pairs, Population, Rows, Rules
from constellation.packs.areas import KINDS
from constellation.packs.pack import Pack
from constellation.packs.spelling import same_words


def population_of(
    roster: Roster, needs: Needs, offers: Offers, barred: Ints, kept: Sequence[Kept], pack: Pack, rules: Rules
) -> tuple[Population, list[str], list[str]]:
    """The engine's problem, and the words of its topic numbers and interests."""
    people, topics = len(roster), topic_numbers((needs, offers))
    offer = np.zeros((people, len(pack.areas)))
    offer[offers.person, offers.area] = offers.level
    ends, kept_areas = kept_arrays(kept)
    interests, words = interest_rows(roster.interests)
    asked, declared = identity_bits(roster.prefers, roster.findable_as)
    population = Population(
        seeks=roster.seeks,
        gives=roster.gives,
        needs=Rows.of(people, needs.person, needs.area, needs.shares()),
        offer=offer,
        kind=np.array([KINDS.index(area.kind) for area in pack.areas], np.int64),
        department=roster.department_codes(),
        college=roster.college_codes(),
        campus=roster.campus_codes(),
        role=np.array([ROLE_CODE[role] for role in roster.role], np.int64),
        level=roster.levels(),
        settled=np.array([stage in SETTLED for stage in roster.stage], np.bool_),
        interests=interests,
        need_topics=topic_rows(len(needs.person), range(len(needs.person)), needs, topics),
        offer_topics=topic_rows(people, offers.person.tolist(), offers, topics),
        barred=barred,
        kept=ends,
        kept_areas=kept_areas,
        rules=rules,
        asked=asked,
        declared=declared,
    )
    return population, [word for _, word in topics.values()], words


def pairs_of(roster: Roster, needs: Needs, rows: PairRows, barred: Ints, kept: Sequence[Kept], order: Ints) -> Pairs:
    """The engine's problem; `order`: the number of each area by the number that reading gave it."""
    return Pairs(
        seeks=roster.seeks,
        gives=roster.gives,
        needs=Rows.of(len(roster), needs.person, needs.area, needs.shares()),
        person=rows.block.person,
        partner=rows.block.partner,
        area=order[rows.block.area],
        help=rows.block.help,
        extra=rows.block.extra,
        barred=barred,
        kept=kept_arrays(kept)[0],
    )


def kept_arrays(kept: Sequence[Kept]) -> tuple[Ints, Rows]:
    """Pairs of kept ties, shape (m, 2), and a row of areas for each."""
    ends = np.array([tie[:2] for tie in kept], np.int64).reshape(-1, 2)
    areas = [(row, area) for row, (_, _, named) in enumerate(kept) for area in named]
    return ends, rows_of(len(kept), areas)


def rows_of(rows: int, entries: Sequence[tuple[int, int]]) -> Rows:
    """Rows of ids from (row, id) in any order."""
    row, ids = np.array(entries, np.int64).reshape(-1, 2).T
    return Rows.of(rows, row, ids)


def topic_rows(
    rows: int, row: Sequence[int], answers: Needs | Offers, topics: Mapping[tuple[int, str], tuple[int, str]]
) -> Rows:
    """The topic numbers of answers, `row` saying which row each answer belongs to."""
    named = zip(row, answers.area.tolist(), answers.topics, strict=True)
    found = {(to, topics[area, same_words(topic)][0]) for to, area, words in named for topic in words}
    return rows_of(rows, sorted(found))
