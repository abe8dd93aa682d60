"""Identities, only where a person asked for them in partners and the partner chose to be found by them."""

from collections.abc import Sequence

import numpy as np

from constellation.cli.refusal import Refusal
from constellation.engine.problem import MOST_IDENTITIES, Ints
from constellation.packs.spelling import same_words
from constellation.words import say


def identity_bits(prefers: Sequence[tuple[str, ...]], findable_as: Sequence[tuple[str, ...]]) -> tuple[Ints, Ints]:
    """What each person asked for and what each declared, a bit for each identity that somebody asked for.

    What is declared and never asked for goes no further.  Refusal where more than 62 identities are asked for.

    >>> [bits.tolist() for bits in identity_bits([("Woman",), ()], [(), ("woman", "first generation")])]
    [[1, 0], [0, 1]]
    """
    wanted = sorted({same_words(one) for asked in prefers for one in asked})
    if len(wanted) > MOST_IDENTITIES:
        raise Refusal(
            say(
                "people.csv: {n} identities are asked for in prefers, and at most {most} can be; use common words.",
                n=len(wanted),
                most=MOST_IDENTITIES,
            )
        )
    bit = {identity: 1 << number for number, identity in enumerate(wanted)}
    asked, declared = ([sum(bit.get(x, 0) for x in set(map(same_words, one))) for one in said]
                       for said in (prefers, findable_as))  # fmt: skip
    return np.array(asked, np.int64), np.array(declared, np.int64)
