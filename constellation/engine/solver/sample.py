"""What a bound over lists leaves out: random people answer again, against all pairs, at the same prices."""

import numpy as np

from constellation.engine.certificate import Sample
from constellation.engine.problem import Floats, Ints, Population
from constellation.engine.solver import relation
from constellation.engine.solver.answer import Effort, Memory, answer
from constellation.engine.solver.campaign import Campaign
from constellation.engine.solver.choices import barred_rows, from_lists
from constellation.engine.solver.threads import each

ASKED = 500  # people
AT_ONCE = 10  # their blocks against everybody are large
PROOF = Effort(nodes=2000, deeper=8)  # both sides by their bound; where search ends early the gain is overstated


def re_answered(run: Campaign, seed: int) -> Sample:
    """500 random seekers (all, if fewer) against all pairs; their proven gain over the answer on their list."""
    people, giver = run.problem, run.choices.giver
    assert isinstance(people, Population)  # ready pairs need no lists
    seeking = np.flatnonzero(people.seeks > 0)
    who = np.sort(np.random.default_rng(seed).permutation(seeking)[:ASKED])
    barred = barred_rows(people, giver)

    def gain_of(group: Ints) -> Floats:
        listed = [run.choices.partner[slice(*run.choices.start[i : i + 2])] for i in group]
        on_all = net_of(run, people, group, [relation.allowed(giver, barred[i], i) for i in group])
        return np.maximum(0, on_all - net_of(run, people, group, listed))

    gains = []
    for some in each(run.course.executor, gain_of, np.split(who, range(AT_ONCE, len(who), AT_ONCE))):
        gains.append(some)
        run.course.breathe()
    gain = np.concatenate([*gains, np.zeros(0)])
    mean = float(gain.mean()) if len(gain) else 0.0
    total, value = mean * len(seeking), run.best.value
    return Sample(len(gain), mean, float(gain.max(initial=0)), total / value if value > 0 else 0.0, run.bound + total)


def net_of(run: Campaign, people: Population, group: Ints, rows: list[Ints]) -> Floats:
    """Proven best net value at the run's prices of a few people with these places among the givers."""
    part = from_lists(people, run.choices.giver, rows, who=group)
    price = np.zeros(0) if run.price is None else run.price
    return answer(part, price, np.ones(len(group)), Memory.blank(part), PROOF).bound
