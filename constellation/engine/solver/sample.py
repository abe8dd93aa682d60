"""What a bound over lists leaves out: random people answer again, against all pairs, at the same prices."""

from functools import partial

import numpy as np

from constellation.engine.certificate import Sample
from constellation.engine.problem import Floats, Ints, Population
from constellation.engine.solver import relation
from constellation.engine.solver.answer import Answer, Effort, Memory, answer
from constellation.engine.solver.campaign import Campaign
from constellation.engine.solver.choices import barred_rows, from_lists
from constellation.engine.solver.threads import each

ASKED = 500  # people
AT_ONCE = 10  # their blocks against everybody are large
LOOKS = (*(Effort(nodes=0),) * 3, Effort(nodes=2000, deeper=8))  # tangents that settle first leave a proof few people


def re_answered(run: Campaign, seed: int) -> Sample:
    """500 random seekers (all, if fewer) against all pairs; how much they could gain at most."""
    people, giver = run.problem, run.choices.giver
    assert isinstance(people, Population)  # ready pairs need no lists
    seeking = np.flatnonzero(people.seeks > 0)
    who = np.sort(np.random.default_rng(seed).permutation(seeking)[:ASKED])
    barred = barred_rows(people, giver)
    groups = [
        (group, [run.choices.partner[slice(*run.choices.start[i : i + 2])] for i in group], [barred[i] for i in group])
        for group in np.split(who, range(AT_ONCE, len(who), AT_ONCE))
    ]
    price = np.zeros(len(giver)) if run.price is None else run.price
    gains = []
    for some in each(run.course.executor, partial(gain_of, people, giver, price), groups):
        gains.append(some)
        run.course.breathe()
    gain = np.concatenate([*gains, np.zeros(0)])
    mean = float(gain.mean()) if len(gain) else 0.0
    total, value = mean * len(seeking), run.best.value
    return Sample(len(gain), mean, float(gain.max(initial=0)), total / value if value > 0 else 0.0, run.bound + total)


def gain_of(people: Population, giver: Ints, price: Floats, work: tuple[Ints, list[Ints], list[Ints]]) -> Floats:
    """What a few people, with their lists and their barred places, could gain at most: a bound less an answer."""
    group, listed, barred = work
    everybody = [relation.allowed(giver, own, i) for i, own in zip(group, barred, strict=True)]
    on_all, on_lists = (re_answer(people, giver, price, group, rows) for rows in (everybody, listed))
    return np.maximum(0, on_all.bound - on_lists.net)


def re_answer(people: Population, giver: Ints, price: Floats, group: Ints, rows: list[Ints]) -> Answer:
    part = from_lists(people, giver, rows, who=group)
    memory, one = Memory.blank(part), np.ones(len(group))
    return [answer(part, price, one, memory, effort) for effort in LOOKS][-1]
