"""Which of several answers of one person counts: the latest."""

from collections.abc import Sequence
from typing import NamedTuple


class Latest(NamedTuple):
    """Positions of the answers that count, in the order of the file, and of each replaced one the answer in its place."""

    kept: list[int]
    replaced: dict[int, int]


def latest_answers(keys: Sequence[str], timestamps: Sequence[str]) -> Latest:
    """Of the answers with one key (an e-mail, say) the latest; of two at the same second the later row.

    `timestamps`: as text that sorts by time, such as `2018-09-26T00:04:07`.  A blank one is earlier than any other.
    An answer without a key stands for itself.

    >>> latest_answers(["a@x", "b@x", "a@x", ""], ["2018-09-02", "2018-09-01", "2018-09-01", ""])
    Latest(kept=[0, 1, 3], replaced={2: 0})
    """
    best: dict[str, int] = {}
    for place, key in enumerate(keys):
        if key and (key not in best or timestamps[place] >= timestamps[best[key]]):
            best[key] = place
    replaced = {place: best[key] for place, key in enumerate(keys) if key and best[key] != place}
    return Latest([place for place in range(len(keys)) if place not in replaced], replaced)
