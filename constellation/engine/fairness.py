"""Alpha-fairness: a concave worth of each person's share of what they could have alone.

x_i = (U_i / best_i + SLACK) / (1 + SLACK), F = sum_i phi(x_i), phi(x) = x^(1 - a) / (1 - a), log x for a = 1.
The command's 0 asks for the plain total and never comes here; 1 is proportional fairness, large alpha looks at the worst served only.  SLACK keeps
the marginal worth of a person with nothing finite.  Source: Mo & Walrand (2000); docs/measures.md#fairness.
"""

from dataclasses import dataclass

import numpy as np

from constellation.engine.problem import BadProblem, Floats
from constellation.words import say

SLACK = 0.05


@dataclass(frozen=True)
class Fairness:
    """`alpha` >= 0; `best`: what each person could have alone (people with best 0 do not count)."""

    alpha: float
    best: Floats

    def __post_init__(self) -> None:
        if not (np.isfinite(self.alpha) and 0 <= self.alpha <= 20):
            raise BadProblem(say("Fairness is {alpha}: give a number from 0 (plain total) to 20.", alpha=self.alpha))

    def counts(self) -> np.ndarray:
        return self.best > 1e-9

    def share(self, value: Floats) -> Floats:
        """x of each person; values above best (a sampled best) count as best."""
        with np.errstate(invalid="ignore", divide="ignore"):
            part = np.where(self.counts(), np.minimum(value / self.best, 1.0), 1.0)
        return (np.maximum(part, 0.0) + SLACK) / (1 + SLACK)

    def phi(self, value: Floats) -> Floats:
        """Each person's worth.

        >>> float(Fairness(1.0, np.array([2.0])).phi(np.array([2.0]))[0])
        0.0
        """
        x = self.share(value)
        return np.log(x) if self.alpha == 1 else x ** (1 - self.alpha) / (1 - self.alpha)

    def slope(self, value: Floats) -> Floats:
        """d phi / d U at `value`; 0 for people who do not count."""
        with np.errstate(divide="ignore"):
            rate = 1 / (self.best * (1 + SLACK))
        return np.where(self.counts(), self.share(value) ** -self.alpha * rate, 0.0)

    def total(self, value: Floats) -> float:
        return float(self.phi(value)[self.counts()].sum())

    def bound(self, at: Floats, base: Floats, dual: float, unit: float) -> float:
        """Upper bound on F from the tangents of phi at `at`.

        `dual`: Lagrangian bound on sum_i unit * slope_i(at) * (U_i - base_i).  Valid for any `at`, since phi lies
        under its tangents.
        """
        who = self.counts()
        rest = self.phi(at) + self.slope(at) * (base - np.minimum(at, self.best))
        return float(rest[who].sum()) + dual / unit
