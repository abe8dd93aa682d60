"""Tiny made problems, full of the awkward: unknown units, barred and kept ties, topics, full help, harm in pairs."""

import numpy as np
from hypothesis import strategies as st

from constellation.engine import Pairs, Population, Rows, Rules

AREAS, TOPICS, PHRASES = 4, 8, 5  # topic t belongs to area t % AREAS


def tiny_population(seed, n=6, seats=3, sought=3, settled=True):
    """N people of whom anything may be unknown or missing; deterministic in its arguments."""
    g = np.random.default_rng(seed)
    wanted = g.random((n, AREAS)) < 0.6
    person, area = np.nonzero(wanted)
    weight = g.choice([0.1, 0.5, 1.0, 2.0], len(person))
    weight = weight / np.bincount(person, weight, minlength=n)[person]
    kept = distinct_pairs(g, n, int(g.integers(0, n + 1)))
    department = g.integers(-1, 3, n)
    return Population(
        seeks=g.integers(0, sought + 1, n), gives=g.integers(0, seats + 1, n),
        needs=Rows.of(n, person, area, weight),
        offer=np.where(g.random((n, AREAS)) < 0.6, g.choice([0.05, 0.3, 0.62, 0.9, 1.0], (n, AREAS)), 0.0),
        kind=g.integers(0, 3, AREAS), department=department, college=g.integers(-1, 2, n),
        campus=g.integers(-1, 2, n), role=np.where(g.random(n) < 0.3, g.integers(1, 11, n), 0),
        level=g.integers(-1, 4, n), settled=(g.random(n) < 0.3) & settled, interests=interests(g, n),
        need_topics=topics(g, area), offer_topics=topics(g, None, n), barred=distinct_pairs(g, n, int(g.integers(0, 2 * n + 1))),
        kept=kept, kept_areas=some_areas(g, len(kept)),
        rules=Rules(interest=0.2, reciprocity=0.1, role=float(g.choice([0.0, 0.04, 0.3]))),
        asked=g.integers(0, 8, n) * (g.random(n) < 0.4), declared=g.integers(0, 8, n),
    )  # fmt: skip


def tiny_pairs(seed, n=6, seats=3, sought=3, extra=1.0):
    """Ready pairs, some of them harmful: `extra` is their scale, of either sign."""
    g = np.random.default_rng(seed)
    wanted = g.random((n, AREAS)) < 0.6
    person, area = np.nonzero(wanted)
    weight = g.choice([0.1, 0.5, 1.0, 2.0], len(person))
    weight = weight / np.bincount(person, weight, minlength=n)[person]
    rows = np.argwhere(g.random((n, n, AREAS)) < 0.5)
    rows = rows[rows[:, 0] != rows[:, 1]]
    worth = np.where(g.random(len(rows)) < 0.5, g.normal(0, extra, len(rows)), 0.0)
    return Pairs(
        seeks=g.integers(0, sought + 1, n), gives=g.integers(0, seats + 1, n),
        needs=Rows.of(n, person, area, weight), person=rows[:, 0], partner=rows[:, 1], area=rows[:, 2],
        help=g.choice([0.0, 0.25, 0.5, 0.97, 1.0], len(rows)), extra=worth,
        barred=distinct_pairs(g, n, int(g.integers(0, 2 * n + 1))), kept=distinct_pairs(g, n, int(g.integers(0, n + 1))),
    )  # fmt: skip


def tied_pairs(seed, n, amounts, areas=3, sought=4):
    """Ready pairs whose help is one of few amounts, as in bids: very many designs are worth the same."""
    g = np.random.default_rng(seed)
    person, partner = np.nonzero((g.random((n, n)) < 0.5) & ~np.eye(n, dtype=bool))
    nobody = np.zeros((0, 2), np.int64)
    return Pairs(
        seeks=g.integers(1, sought + 1, n), gives=g.integers(0, sought + 2, n),
        needs=Rows.of(n, np.repeat(np.arange(n), areas), np.tile(np.arange(areas), n), np.full(n * areas, 1 / areas)),
        person=person, partner=partner, area=g.integers(0, areas, len(person)), help=g.choice(amounts, len(person)),
        extra=np.zeros(len(person)), barred=nobody, kept=nobody,
    )  # fmt: skip


def distinct_pairs(g, n, size):
    """Pairs of two people, each once, shape (m, 2)."""
    if n < 2:
        return np.zeros((0, 2), np.int64)
    pairs = g.integers(0, n, (size, 2))
    return np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0).reshape(-1, 2)


def interests(g, n):
    person, phrase = np.nonzero(g.random((n, PHRASES)) < 0.4)
    weight = g.random(len(person)) + 0.1
    length = np.sqrt(np.bincount(person, weight**2, minlength=n))
    return Rows.of(n, person, phrase, weight / length[person])


def topics(g, area, people=0):
    """Topics of needs (each in its area), or of people (any)."""
    if area is None:
        row, topic = np.nonzero(g.random((people, TOPICS)) < 0.4)
        return Rows.of(people, row, topic)
    row, topic = np.nonzero((g.random((len(area), TOPICS)) < 0.6) & (area[:, None] == np.arange(TOPICS) % AREAS))
    return Rows.of(len(area), row, topic)


def some_areas(g, rows):
    row, area = np.nonzero(g.random((rows, AREAS)) < 0.4)
    return Rows.of(rows, row, area)


SEEDS = st.integers(0, 2**32 - 1)
PEOPLE = st.integers(4, 8)
populations = st.builds(tiny_population, SEEDS, PEOPLE)
ready_pairs = st.builds(tiny_pairs, SEEDS, PEOPLE, extra=st.sampled_from([0.0, 0.1, 1.0]))
problems = populations | ready_pairs
