"""What each of many possible partners would bring to one person: help per need, flags of role and place, extra value.

Everything is rounded up to the next float32, so that a bound over these numbers bounds the true value."""

from typing import NamedTuple

import numpy as np

from constellation.engine.problem import INSIDE, LOCAL, OFF_CAMPUS, OUTSIDE, RESEARCH, Ints, Population
from constellation.engine.solver.options import inner, kernel

DEPARTMENT, COLLEGE, CAMPUS, ROLE, LEVEL, SETTLED, ASKED, DECLARED = range(8)
UP = 1 + 1.2e-7  # rounding to float32 loses at most 6e-8 of a number: one factor before it makes it an upper bound


class Traits(NamedTuple):
    """A population as plain arrays for the kernels; places of topics are looked up by `slot` (key -> need row).

    `who`: one row a person, DEPARTMENT to DECLARED, side by side because partners are read in random order.
    """

    need_start: np.ndarray
    need_area: np.ndarray
    need_weight: np.ndarray
    offer: np.ndarray
    kind: np.ndarray
    who: np.ndarray
    like_start: np.ndarray
    like_id: np.ndarray
    like: np.ndarray
    topic_start: np.ndarray
    topic_id: np.ndarray
    known_start: np.ndarray
    known_id: np.ndarray
    vocabulary: int
    topics: int
    interest: float
    reciprocity: float
    floor: float
    near: np.ndarray
    lift: float
    preference: float


def traits(people: Population) -> Traits:
    rules = people.rules
    return Traits(
        people.needs.start, people.needs.ids, people.needs.weight, np.ascontiguousarray(people.offer, np.float64),
        people.kind.astype(np.int64),
        np.column_stack([people.department, people.college, people.campus, people.role, people.level,
                         people.settled, people.asked, people.declared]).astype(np.int64),
        people.interests.start, people.interests.ids, people.interests.weight,
        people.need_topics.start, people.need_topics.ids, people.offer_topics.start, people.offer_topics.ids,
        1 + int(people.interests.ids.max(initial=-1)),
        1 + int(max(people.need_topics.ids.max(initial=-1), people.offer_topics.ids.max(initial=-1))),
        rules.interest, rules.reciprocity, rules.research_floor,
        np.array([1.0, rules.same_college, rules.same_campus, rules.elsewhere]), rules.topic_lift, rules.preference,
    )  # fmt: skip


@inner
def same(one, other):
    """Known and equal; what is unknown (-1) is nowhere near."""
    return one >= 0 and one == other


@inner
def known_apart(one, other):
    return one >= 0 and other >= 0 and one != other


@inner
def role_flag(level, other, role, settled):
    """The flag of the partner's role: an own role, or peer, near peer, senior by the difference of levels."""
    if role > 0:
        return 1 << (2 + role)
    if level < 0 or other < 0 or other <= level:
        return 1
    return 2 if other == level + 1 and not settled else 4


@inner
def place_flags(near, apart, away):
    """Inside, outside (both departments known), off campus (both campuses known)."""
    mask = 1 << INSIDE if near == 0 else 0
    if apart:
        mask |= 1 << OUTSIDE
    if near == 3 and away:
        mask |= 1 << OFF_CAMPUS
    return mask


@inner
def product(start, ids, weight, j, dense):
    """Row j times a dense vector."""
    total = 0.0
    for x in range(start[j], start[j + 1]):
        total += dense[ids[x]] * weight[x]
    return total


@inner
def topics_in_common(start, ids, j, slot, part, share):
    """share[r] = part of the topics of need r that j knows; `part` of one topic."""
    for r in range(share.shape[0]):
        share[r] = 0
    for x in range(start[j], start[j + 1]):
        if slot[ids[x]] >= 0:
            share[slot[ids[x]]] += part[slot[ids[x]]]


@inner
def place_topics(start, ids, first, slot, part):
    """slot[topic] = need that names it; part[need] = 1 / topics it names.  Returns whether any does."""
    for r in range(part.shape[0]):
        a, b = start[first + r], start[first + r + 1]
        part[r] = 1 / max(1, b - a)
        for x in range(a, b):
            slot[ids[x]] = r
    return part.shape[0] > 0 and start[first + part.shape[0]] > start[first]


@inner
def row(i, js, t, likes, slot, help_, flags, extra):
    """Fill `help_` (needs of i x len(js)), `flags`, `extra` for partners `js` of person i.

    `likes`, `slot`: room as long as the vocabulary and the topics, at 0 and -1, left so.
    """
    first, needs = t.need_start[i], t.need_start[i + 1] - t.need_start[i]
    own = t.who[i]
    need_area, kind, offer, known_start, known_id = t.need_area, t.kind, t.offer, t.known_start, t.known_id
    like_start, like_id, like, need_start, need_weight = t.like_start, t.like_id, t.like, t.need_start, t.need_weight
    near_worth, own_offer = t.near, t.offer[i]
    for x in range(like_start[i], like_start[i + 1]):
        likes[like_id[x]] = like[x]
    share, part, factor = np.empty(needs), np.empty(needs), np.ones(3)
    topical = place_topics(t.topic_start, t.topic_id, first, slot, part)
    for c in range(js.shape[0]):
        j = js[c]
        other = t.who[j]
        alike = product(like_start, like_id, like, j, likes)
        back = product(need_start, need_area, need_weight, j, own_offer)
        near = 3
        if same(own[DEPARTMENT], other[DEPARTMENT]):
            near = 0
        elif same(own[COLLEGE], other[COLLEGE]):
            near = 1
        elif same(own[CAMPUS], other[CAMPUS]):
            near = 2
        factor[RESEARCH], factor[LOCAL] = min(1.0, t.floor + (1 - t.floor) * alike), near_worth[near]
        flags[c] = role_flag(own[LEVEL], other[LEVEL], other[ROLE], other[SETTLED]) | place_flags(
            near, known_apart(own[DEPARTMENT], other[DEPARTMENT]), known_apart(own[CAMPUS], other[CAMPUS])
        )
        met = t.preference if own[ASKED] & other[DECLARED] else 0.0
        extra[c] = np.float32((t.interest * alike + t.reciprocity * back + met) * UP)
        if topical:
            topics_in_common(known_start, known_id, j, slot, part, share)
        for r in range(needs):
            area = need_area[first + r]
            p = offer[j, area] * factor[kind[area]]
            if topical and p > 0:
                p = 1 - (1 - p) * (1 - t.lift * share[r])
            help_[r, c] = min(np.float32(1), np.float32(p * UP))
    for x in range(like_start[i], like_start[i + 1]):
        likes[like_id[x]] = 0
    for x in range(t.topic_start[first], t.topic_start[first + needs]):
        slot[t.topic_id[x]] = -1


@kernel
def block(ids, start, partner, t, help_, flags, extra):
    """`row` for the people `ids`, one after the other: person x of them has partners start[x]:start[x + 1]."""
    likes, slot, at = np.zeros(t.vocabulary), np.full(t.topics, -1), 0
    for x in range(ids.shape[0]):
        i, a, b = ids[x], start[x], start[x + 1]
        size = (b - a) * (t.need_start[i + 1] - t.need_start[i])
        if b > a:
            own = help_[at : at + size].reshape((size // (b - a), b - a))
            row(i, partner[a:b], t, likes, slot, own, flags[a:b], extra[a:b])
        at += size


def allowed(givers: Ints, barred: Ints, i: int) -> Ints:
    """Places among the givers that may be i's new partners: not oneself, not the barred places."""
    keep = givers != i
    keep[barred] = False
    return np.flatnonzero(keep)
