"""Compile every kernel once: two processes side by side fill the cache on disk, then this one reads it."""

import subprocess
import sys
from pathlib import Path

import numpy as np

from constellation.engine.examples import one_pair, two_people
from constellation.engine.fairness import Fairness
from constellation.engine.solver.answer import Effort, Memory, answer
from constellation.engine.solver.answer import answers as kernel
from constellation.engine.solver.choices import all_pairs
from constellation.engine.solver.columns import Ring, settle
from constellation.engine.solver.exchange import exchange
from constellation.engine.solver.lists import lists, pools_of
from constellation.engine.solver.rounding import finish

OTHERS = "from constellation.engine.solver.warm import warm_others; warm_others()"


def warm() -> None:
    """After this every kernel is compiled; in a second where the cache is there."""
    other = None if cached() else subprocess.Popen([sys.executable, "-c", OTHERS])
    warm_answers()
    if other:
        other.wait()
    warm_others()


def cached() -> bool:
    """Whether the largest kernel is in the cache on disk."""
    return any(Path(kernel._cache._cache_path).glob("answer.answers-*.nbc"))


def warm_answers() -> None:
    """The kernels that answer prices, which take longest; a ready pair needs none of the others."""
    choices = all_pairs(one_pair())
    answer(choices, np.zeros(len(choices.seats)), np.ones(2), Memory.blank(choices), Effort(2, 0.01, 10, 2))


def warm_others() -> None:
    people = two_people()
    choices = all_pairs(people)
    ring = Ring.blank(2, 2, choices.most)
    blank = np.zeros((2, 2))
    seats = choices.seats.astype(float)
    settle(ring.sets, blank.copy(), ring.count, np.zeros(len(seats)), seats, 0.1, 0.1, 0.01, 2, blank)
    finish(choices, np.full((2, choices.most), -1, np.int32), np.zeros(len(seats)), np.ones(2))
    exchange(choices, Fairness(1.0, np.ones(2)), np.full((2, choices.most), -1, np.int32))
    lists(people, pools_of(people), 4, 2, 0, np.zeros(len(seats)), None, None, None)
