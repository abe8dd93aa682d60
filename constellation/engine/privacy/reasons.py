"""Why each number is hidden, the plainest reason first."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from constellation.engine.privacy.sensitive import none_of_some, same_answer, small_changes, small_counts
from constellation.engine.privacy.system import System
from constellation.engine.privacy.table import Bools, Table
from constellation.engine.privacy.why import (
    COMPLEMENTARY,
    RELEASED_BEFORE,
    SHOWN,
    SMALL,
    UNANIMOUS,
    ZERO_COMPLEMENT,
)


def reasons(numbers: System, hidden: Bools, tables: Sequence[Table], threshold: int) -> NDArray[np.object_]:
    """One of the words of `why`, shape (n,)."""
    few_left, all_of = complements(numbers, threshold)
    changed = small_changes(numbers, threshold)
    since = np.isin(np.arange(len(hidden)), [total for total, parts in numbers.lines if changed[list(parts)].any()])
    nobody = none_of_some(numbers)
    return np.select(
        [
            ~hidden,
            small_counts(numbers, threshold),
            all_of | same_answer(numbers, tables),
            nobody | few_left,
            since,
        ],
        [SHOWN, SMALL, UNANIMOUS, ZERO_COMPLEMENT, RELEASED_BEFORE],
        COMPLEMENTARY,
    ).astype(object)


def complements(numbers: System, threshold: int) -> tuple[Bools, Bools]:
    """Which numbers leave fewer than the threshold of some group, and which are all of one."""
    few_left, all_of = np.zeros((2, len(numbers.counts)), bool)
    for (total, parts), tells in zip(numbers.lines, numbers.tells, strict=True):
        left = numbers.counts[total] - numbers.counts[list(parts)]
        few_left[list(parts)] |= (left > 0) & (left < threshold)
        all_of[list(parts)] |= tells & (left == 0)
    return few_left, all_of & (numbers.counts > 0)
