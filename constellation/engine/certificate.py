"""What a design run hands back: who is tied to whom, what that is worth, and what is proven about it."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.problem import Floats, Ints

ALL_PAIRS, LISTS, OPTIMUM = "all pairs", "candidate lists", "optimum proven"


@dataclass(frozen=True)
class Fair:
    """The fair objective reached and a proven bound on it (see `fairness`)."""

    alpha: float
    value: float
    bound: float


@dataclass(frozen=True)
class Sample:
    """What `people` random people could gain at most if re-answered against all pairs at the same prices.

    `mean_gain`, `largest_gain`: in value a person, net of prices; `share_of_value`: the mean gain times everybody who
    seeks, over the design's value; `value_if_all`: bound on lists plus that gain (an estimate, not a proof).
    """

    people: int
    mean_gain: float
    largest_gain: float
    share_of_value: float
    value_if_all: float


@dataclass(frozen=True)
class Columns:
    """For a proof: sets that a better design could use, or those of the best where prices prove it.

    `person[x]` with `partners[x]` (persons, -1 none).
    """

    person: Ints
    partners: Ints


@dataclass(frozen=True)
class Design:
    """New ties `person[x]` - `partner[x]` with their certificate.

    `value`: plain total of U_i over all people, kept ties included; `bound`: proven upper bound on it, for `scope`
    (`all pairs`, `candidate lists`, or `optimum proven`: then both are equal up to 1e-6).  `utility`: U_i, `best`: what
    i could have alone, shape (N,).  `price`: of a seat, by giver, 0 for others.  `stopped`: cancelled, best so far.
    """

    person: Ints
    partner: Ints
    value: float
    bound: float
    scope: str
    utility: Floats
    best: Floats
    price: Floats
    fair: Fair | None
    sample: Sample | None
    lists: tuple[Ints, Ints] | None
    columns: Columns | None
    stopped: bool

    @property
    def certified(self) -> float:
        """Value over bound, 0-1; 1 where there is nothing to win."""
        return 1.0 if self.bound <= 0 else float(min(1.0, self.value / self.bound))

    @property
    def share_of_best(self) -> Floats:
        """U_i over best_i, nan where i could have nothing."""
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.where(self.best > 1e-9, self.utility / self.best, np.nan)
        return np.where(share > 1 - 1e-9, 1.0, share)
