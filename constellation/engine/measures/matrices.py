"""Ties as matrices: dense ones for a hand-made network, sparse ones for a hundred thousand people."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from constellation.engine.problem import Floats

Matrix = NDArray[Any] | csr_array


def arcs(matrix: Matrix) -> csr_array:
    """The entries that are not 0 as ones, without the diagonal, columns in order; the input stays untouched.

    >>> arcs(np.array([[5, 2], [0, 0]])).toarray().tolist()
    [[0.0, 1.0], [0.0, 0.0]]
    """
    found = csr_array(matrix).tocoo()
    away = (found.row != found.col) & (found.data != 0)
    ones = csr_array((np.ones(away.sum()), (found.row[away], found.col[away])), shape=found.shape)
    ones.sum_duplicates()
    ones.data[:] = 1.0
    return ones


def tied_pairs(matrix: Matrix) -> csr_array:
    """Who has a tie with whom, in either direction: symmetric, ones, without the diagonal.

    >>> tied_pairs(np.array([[0, 1], [0, 0]])).toarray().tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    """
    found = arcs(matrix)
    return arcs(found + found.T)


def row_sums(matrix: Any) -> Floats:
    """The sum of each row, shape (N,), of a dense or sparse matrix; of a single row its sum."""
    return np.asarray(matrix.sum(axis=-1), np.float64)


def column_sums(matrix: Any) -> Floats:
    """The sum of each column, shape (N,), of a dense or sparse matrix."""
    return np.asarray(matrix.sum(axis=0), np.float64)
