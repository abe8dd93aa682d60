"""Constraint: how far somebody's partners lead back to each other."""

import numpy as np

from constellation.engine.measures.matrices import Matrix
from constellation.engine.measures.size import size
from constellation.engine.measures.triangles import triangles
from constellation.engine.problem import Floats


def constraint(ties: Matrix) -> Floats:
    """Σ_j (p_ij + Σ_q p_iq p_qj)² of each person i, shape (N,); nan without partners.

    Taken on the *extracted ego network*: i, i's partners and the ties among these, undirected and without weights; so
    p_xy is 1 over x's ties in there, and what partners have elsewhere does not count.  It is 1 with one partner, 1/n
    with n who do not know each other, and can pass 1 with two who do.
    `ties[i, j]`: a tie between i and j; shape (N, N), dense or sparse, either direction is enough, diagonal ignored.
    Source: Burt, Structural Holes (1992), chapter 2.

    >>> constraint(np.array([[0, 1, 1], [0, 0, 0], [0, 0, 0]])).tolist(), constraint(np.zeros((1, 1))).tolist()
    ([0.5, 1.0, 1.0], [nan])
    """
    found, partners = triangles(ties), size(ties)
    squares = found.by_person((1 + found.toward_other) ** 2, (1 + found.toward_one) ** 2)
    with np.errstate(invalid="ignore"):
        return squares / np.square(partners)
