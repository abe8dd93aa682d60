"""Range: how many different arenas, or roles, somebody's partners come from."""

from constellation.engine.measures.matrices import Matrix, row_sums
from constellation.engine.problem import Floats


def ranges(counts: Matrix) -> Floats:
    """Distinct categories among the partners of each person, shape (N,); 0 where no partner's category is known.

    `counts[i, k]`: partners of i in category k, shape (N, K), dense or sparse.
    Source: field definition, docs/measures.md#network-measures; Higgins & Kram, Academy of Management Review 26(2), 2001.

    >>> import numpy as np
    >>> ranges(np.array([[3, 1, 0], [0, 0, 0]])).tolist()
    [2.0, 0.0]
    """
    return row_sums(counts > 0)
