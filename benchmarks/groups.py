"""`python -m benchmarks.groups [N ...]`: peer groups beside the ways others divide people, on the same people.

Groups of five with distinct departments.  Every way is measured by the value of its groups over the same proven bound;
ways that break a rule are told how often.
"""

import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from benchmarks.population import population
from constellation.engine.groups import DISTINCT, Gathering, broken_rules, divide
from constellation.engine.groups.grouping import closeness
from constellation.engine.problem import Ints, Rows

SIZE = 5
OF_NEEDS = 0.4  # of likeness; the rest is of interests


def interest_groups(n: int, seed: int = 0, low: int = SIZE, high: int = SIZE) -> Gathering:
    """The made population, in groups of distinct departments with needs and interests in common."""
    people = population(n, seed)
    owner = np.concatenate([people.needs.owner(), people.interests.owner()])
    trait = np.concatenate([people.needs.ids, people.interests.ids + people.offer.shape[1]])
    weight = np.concatenate([np.sqrt(people.needs.weight * OF_NEEDS), people.interests.weight * np.sqrt(1 - OF_NEEDS)])
    weight /= np.sqrt(np.bincount(owner, weight**2, minlength=n))[owner]
    nobody = np.zeros((0, 2), np.int64)
    return Gathering(
        Rows.of(n, owner, trait, weight),
        people.department,
        np.full(n, DISTINCT),
        np.zeros(n, np.int64),
        nobody,
        low,
        high,
    )


def table(gathering: Gathering) -> np.ndarray:
    traits = gathering.traits
    dense = np.zeros((gathering.people, int(traits.ids.max()) + 1), np.float32)
    dense[traits.owner(), traits.ids] = traits.weight
    return dense


def round_robin(gathering: Gathering) -> Ints:
    """Departments dealt out in turn: what an office does with a list and a pencil."""
    n, groups = gathering.people, gathering.people // SIZE
    order = np.argsort(gathering.department, kind="stable")[: groups * SIZE]
    group = np.full(n, -1)
    group[order] = np.arange(len(order)) % groups
    return group


def greedy(gathering: Gathering) -> Ints:
    """One group after the other: somebody, then again and again whoever of another department suits the group best."""
    traits, n = table(gathering), gathering.people
    group, free = np.full(n, -1), np.ones(n, bool)
    for number in range(n // SIZE):
        first = int(np.argmax(free))
        members, total = [first], traits[first].copy()
        for _ in range(SIZE - 1):
            suits = np.where(free & ~np.isin(gathering.department, gathering.department[members]), traits @ total, -1)
            best = int(np.argmax(suits))
            if suits[best] < 0:
                break
            members.append(best)
            total += traits[best]
        free[members] = False
        group[members] = number
    return group


def k_means(gathering: Gathering) -> Ints:
    """scikit-learn's k-means, people then assigned to centres of equal size by the optimal assignment; no departments."""
    from scipy.optimize import linear_sum_assignment
    from sklearn.cluster import KMeans

    traits, groups = table(gathering), gathering.people // SIZE
    centres = KMeans(groups, n_init=1, random_state=0).fit(traits).cluster_centers_
    people, seat = linear_sum_assignment(traits @ np.repeat(centres, SIZE, axis=0).T, maximize=True)
    group = np.full(gathering.people, -1)
    group[people] = seat // SIZE
    return group


def value(gathering: Gathering, group: Ints) -> tuple[float, int]:
    """The value of any groups, and how many pairs of one department are in them."""
    groups = int(group.max()) + 1
    size = np.bincount(group[group >= 0], minlength=groups)
    key = (group * (int(gathering.department.max()) + 1) + gathering.department)[group >= 0]
    clashes = np.unique(key, return_counts=True)[1]
    return float(closeness(gathering, group, groups) @ size), int((clashes * (clashes - 1) // 2).sum())


PEERS: dict[str, tuple[Callable[[Gathering], Ints], int]] = {
    "round robin over departments": (round_robin, 100_000),
    "greedy, group by group": (greedy, 10_000),
    "k-means, seats by assignment": (k_means, 2_000),
}


def rows(n: int) -> list[str]:
    gathering = interest_groups(n)
    with ThreadPoolExecutor(os.cpu_count()) as executor:
        divide(interest_groups(300), executor=executor)
        began, used = time.perf_counter(), time.process_time()
        made = divide(gathering, executor=executor)
        took, used = time.perf_counter() - began, time.process_time() - used
    assert not broken_rules(gathering, made)
    told = [
        f"groups of {SIZE}, {n:,} people: ours | {took:.2f} s ({used:.2f} s of processors) | {made.share:.2%} of a proven bound | 0 clashes"
    ]
    for name, (peer, most) in PEERS.items():
        if n <= most:
            began = time.perf_counter()
            group = peer(gathering)
            took = time.perf_counter() - began
            worth, clashes = value(gathering, group)
            told.append(f"groups of {SIZE}, {n:,} people: {name} | {took:.2f} s | {worth / made.bound:.2%} of the same bound, "
                        f"{worth / made.value:.2%} of ours | {clashes} clashes, {int((group < 0).sum())} left out")  # fmt: skip
    return told


if __name__ == "__main__":
    for people in map(int, sys.argv[1:] or ("1000", "10000")):
        print("\n".join(rows(people)), flush=True)
