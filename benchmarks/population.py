"""The made population of the benchmarks: departments of lognormal size, needs by stage, senior people offering more."""

from dataclasses import replace

import numpy as np

from constellation.engine.problem import Population, Rows, Rules, no_rows

AREAS, NEEDED, INTERESTS = 24, 8, 16
KIND = np.array([2] * 5 + [0] * 5 + [1] * 6 + [0] * 5 + [2] * 3)
STUDENT, NTT, ASSISTANT, ASSOCIATE, FULL, LIBRARIAN = range(6)
LEVEL = np.array([0, 1, 1, 2, 3, 2])
OWN_ROLE = {"chair": 1, "librarian": 2, "student": 3}
RULES = Rules(off_campus=0.0)


def population(n: int, seed: int = 0, tight: float = 1.0) -> Population:
    """N invented people; demand is `tight` times the seats.  Deterministic in (n, seed, tight)."""
    g = np.random.default_rng(seed)
    department, college, campus, rank, chair_of, chair = units(g, n)
    profile = g.dirichlet(np.full(AREAS, 0.6), 6).astype(np.float32) + 0.01
    need = profile[rank] * g.gamma(0.7, 1, (n, AREAS)).astype(np.float32)
    area = np.argsort(-need, 1)[:, :NEEDED]
    weight = np.take_along_axis(need, area, 1)
    weight = (weight / weight.sum(1, keepdims=True)).astype(np.float32).astype(np.float64)
    offer = offers(g, n, rank)
    taste = g.dirichlet(np.full(INTERESTS, 0.25), int(department.max()) + 1)
    like = (0.55 * taste[department] + 0.45 * g.dirichlet(np.full(INTERESTS, 0.25), n)).astype(np.float32)
    like /= np.linalg.norm(like, axis=1, keepdims=True)
    seeks, gives = places(g, n, rank, tight)
    role = np.where(rank == LIBRARIAN, 2, np.where(rank == STUDENT, 3, np.where(chair, 1, 0)))
    who = np.repeat(np.arange(n), NEEDED)
    return Population(
        seeks=seeks, gives=gives, needs=Rows.of(n, who, area.ravel(), weight.ravel()), offer=offer, kind=KIND,
        department=department, college=college, campus=campus, role=role, level=LEVEL[rank],
        settled=np.zeros(n, bool),
        interests=Rows.of(n, np.repeat(np.arange(n), INTERESTS), np.tile(np.arange(INTERESTS), n), like.ravel()),
        need_topics=no_rows(n * NEEDED), offer_topics=no_rows(n),
        barred=excluded(g, n, rank, department, chair_of), kept=np.zeros((0, 2), np.int64), kept_areas=no_rows(0),
        rules=RULES,
    )  # fmt: skip


def units(g: np.random.Generator, n: int) -> tuple[np.ndarray, ...]:
    sizes = np.clip(g.lognormal(3.1, 0.6, n // 8 + 8), 5, 120).astype(int)
    departments = int(np.searchsorted(np.cumsum(sizes), n)) + 1
    department = np.repeat(np.arange(departments), sizes[:departments])[:n]
    college = department // 9
    campus = college // 8
    rank = g.choice(6, n, p=[0.06, 0.16, 0.27, 0.24, 0.23, 0.04])
    mixed = g.permutation(n)
    department, college, campus = department[mixed], college[mixed], campus[mixed]
    order = np.lexsort((g.random(n), -2 * (rank == FULL) - 1 * (rank == ASSOCIATE), department))
    first = np.r_[True, department[order][1:] != department[order][:-1]]
    chair = np.zeros(n, bool)
    chair[order[first]] = True
    chair_of = np.zeros(departments, np.int64)
    chair_of[department[order[first]]] = order[first]
    return department, college, campus, rank, chair_of, chair


def offers(g: np.random.Generator, n: int, rank: np.ndarray) -> np.ndarray:
    many = np.array([2, 4, 4, 6, 8, 5])[rank]
    profile = g.dirichlet(np.full(AREAS, 0.8), 6) + 0.01
    key = np.log(profile[rank]) + g.gumbel(size=(n, AREAS))
    least = -np.sort(-key, 1)[np.arange(n), many - 1]
    skill = g.beta(3, 2.2, (n, AREAS)) * np.array([0.6, 0.75, 0.75, 0.9, 0.95, 0.9])[rank][:, None]
    return np.where(key >= least[:, None], np.clip(skill, 0.1, 0.92), 0).astype(np.float32).astype(np.float64)


def places(g: np.random.Generator, n: int, rank: np.ndarray, tight: float) -> tuple[np.ndarray, np.ndarray]:
    low, high = np.array([1, 2, 4, 3, 1, 1]), np.array([2, 5, 6, 5, 3, 2])
    seeks = g.integers(low[rank], high[rank] + 1)
    low, high = np.array([1, 0, 1, 2, 2, 3]), np.array([3, 3, 3, 4, 5, 8])
    gives = g.integers(low[rank], high[rank] + 1)
    gives[g.random(n) < 0.08] = 0
    exact = gives * (seeks.sum() / tight / gives.sum())
    return seeks, (np.floor(exact) + (g.random(n) < exact - np.floor(exact))).astype(np.int64)


def excluded(
    g: np.random.Generator, n: int, rank: np.ndarray, department: np.ndarray, chair_of: np.ndarray
) -> np.ndarray:
    """Own chair, three tenure committee members of assistants, two blocked people."""
    blocked = np.full((n, 6), -1)
    blocked[:, 0] = chair_of[department]
    order = np.argsort(department, kind="stable")
    start = np.searchsorted(department[order], np.arange(len(chair_of) + 1))
    assistants = np.flatnonzero(rank == ASSISTANT)
    for place in (1, 2, 3):
        d = department[assistants]
        blocked[assistants, place] = order[
            start[d] + (g.random(assistants.size) * (start[d + 1] - start[d])).astype(int)
        ]
    blocked[:, 4:6] = g.integers(0, n, (n, 2))
    pairs = np.stack([np.repeat(np.arange(n), 6), blocked.ravel()], 1)
    return pairs[pairs[:, 1] >= 0]


def one_expert(people: Population) -> Population:
    """One person offers everything, eight times."""
    expert = int(people.gives.argmax())
    offer, gives = people.offer.copy(), people.gives.copy()
    offer[expert], gives[expert] = np.float32(0.92), 8
    return replace(people, offer=offer, gives=gives)


def one_each(people: Population) -> Population:
    """Everybody seeks one partner."""
    seeks = np.minimum(people.seeks, 1)
    g = np.random.default_rng(0)
    return replace(people, seeks=seeks, gives=g.binomial(people.gives, seeks.sum() / people.gives.sum()))


def disconnected(people: Population) -> Population:
    """Nobody may have a partner in another college."""
    i, j = np.nonzero(people.college[:, None] != people.college[None, :])
    return replace(people, barred=np.vstack([people.barred, np.stack([i, j], 1)]))


def noisy(people: Population, seed: int, size: float = 0.2) -> Population:
    """Self-reported numbers, each off by up to `size`."""
    g = np.random.default_rng(100 + seed)
    offer = np.clip(people.offer * g.uniform(1 - size, 1 + size, people.offer.shape), 0, 0.99)
    weight = people.needs.weight * g.uniform(1 - size, 1 + size, len(people.needs.weight))
    weight /= np.bincount(people.needs.owner(), weight, minlength=people.people)[people.needs.owner()]
    return replace(people, offer=offer, needs=replace(people.needs, weight=weight))
