"""Index of qualitative variation: Blau's index on a scale from 0 to 1."""

import numpy as np

from constellation.engine.measures.blau import blau
from constellation.engine.measures.matrices import Matrix
from constellation.engine.problem import Floats


def iqv(counts: Matrix) -> Floats:
    """Blau · K / (K − 1), 0-1, with K *possible* categories, those without a partner too; nan for K < 2 or nobody.

    `counts[..., k]`: partners in category k, shape (N, K) or (K,), dense or sparse.
    Source: Agresti & Agresti, Statistical analysis of qualitative variation, Sociological Methodology 9 (1978).

    >>> iqv(np.array([[3, 2, 0, 0]])).round(2).tolist(), iqv(np.array([[3], [0]])).tolist()
    ([0.64], [nan, nan])
    """
    k = counts.shape[-1]
    return blau(counts) * (k / (k - 1) if k > 1 else np.nan)
