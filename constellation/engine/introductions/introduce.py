"""The strongest path of acquaintance from one person to another."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from constellation.engine.introductions.acquaintance import Acquaintance
from constellation.engine.introductions.paths import strongest, tie
from constellation.engine.problem import BadProblem
from constellation.words import say

MOST_STEPS = 3


@dataclass(frozen=True)
class Path:
    """`people`: from the asker to the one sought; empty where there is no way.  `ties`: the strength of each step;
    `strength`: their product, 0 where there is no way."""

    people: tuple[int, ...]
    strength: float
    ties: tuple[float, ...]

    @property
    def first_step(self) -> int | None:
        """All that the asker may see: whom to ask; None where there is no way."""
        return self.people[1] if len(self.people) > 1 else None


NO_WAY = Path((), 0.0, ())


def introduce(known: Acquaintance, asker: int, sought: int, most_steps: int = MOST_STEPS) -> Path:
    """The strongest path of at most `most_steps` (1 to 3) ties from `asker` to `sought`; of equals the shortest, then
    the one whose people come first.

    Everybody between the two introduces.  Whoever meets somebody new on the way is open to it: the one sought, and of
    three steps the second person too.  Nobody is on the way who must not be brought together with either end.  People
    who know each other already need no introduction: their tie is the path, if it may be used.
    Raises BadProblem for unknown people, one person twice, or other numbers of steps.
    Source: docs/measures.md#introductions.

    >>> from constellation.engine.introductions.examples import a_chain
    >>> introduce(a_chain(), 0, 3)
    Path(people=(0, 1, 2, 3), strength=0.125, ties=(0.5, 0.5, 0.5))
    >>> introduce(a_chain(), 0, 3, most_steps=2).people
    ()
    """
    if asker == sought or not (0 <= asker < known.people and 0 <= sought < known.people):
        raise BadProblem(
            say("An introduction needs two people of those given, from 0 to {last}.", last=known.people - 1)
        )
    if not 1 <= most_steps <= MOST_STEPS:
        raise BadProblem(say("A path has from 1 to {most} steps.", most=MOST_STEPS))
    arcs, apart = known.arcs, known.apart
    if sought in apart.get(asker, ()):
        return NO_WAY
    avoided = np.array(sorted({*apart.get(asker, ()), *apart.get(sought, ())}), np.int64)
    strength, one, two = strongest(arcs.start, arcs.known, arcs.strength, arcs.best, known.introduces,
                                   known.open_to_meet, avoided, asker, sought, most_steps)  # fmt: skip
    if strength <= 0:
        return NO_WAY
    people = (asker, *(between for between in (int(one), int(two)) if between >= 0), sought)
    ties = (float(tie(arcs.start, arcs.known, arcs.strength, i, j)) for i, j in pairwise(people))
    return Path(people, float(strength), tuple(ties))


def acquainted(known: Acquaintance, asker: int, sought: int) -> bool:
    """Whether two people know each other, as far as the asker may know: by a tie that is not confidential, or by one
    that the asker told of.

    >>> from constellation.engine.introductions.examples import a_chain
    >>> acquainted(a_chain(), 0, 1), acquainted(a_chain(), 0, 2)
    (True, False)
    """
    arcs = known.arcs
    told = bool(((known.one == asker) & (known.other == sought)).any())
    return told or sought in arcs.known[arcs.start[asker] : arcs.start[asker + 1]]
