"""Hides what must be hidden for one attacker, and what else is needed, until a possible world keeps every secret."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.privacy.attacker import Attacker
from constellation.engine.privacy.lines import hide_along_lines
from constellation.engine.privacy.system import System
from constellation.engine.privacy.table import Bools, Ints
from constellation.engine.privacy.worlds import Worlds

FEW = 100  # up to here each secret gets a world of its own, which moves least and so leaves most to be shown again
TOGETHER = 24  # beyond, so many secrets at once: measured on 1,600 secrets, five times as fast as one by one
GOLDEN = 0.6180339887498949  # spreads neighbours, who compete for the same people, over different worlds


@dataclass(frozen=True)
class Proof:
    """`worlds`: changes of the counts, shape (worlds, n); every secret of the attacker is moved by its need in one.

    `lost`: secrets that what was released before already tells; hiding more would not help.
    """

    attacker: Attacker
    worlds: Ints
    lost: Ints

    def keeps(self) -> Bools:
        """Which world keeps which secret, shape (secrets, worlds)."""
        kept = np.setdiff1d(self.attacker.secrets, self.lost)
        return grants(self.worlds[:, kept], self.attacker.need[kept]).T


def grants(moved: Ints, need: Ints) -> Bools:
    """Whether what is moved is moved as far as it need be.

    >>> grants(np.array([5, 1, -3]), np.array([4, 4, -3])).tolist()
    [True, False, True]
    """
    return np.where(need > 0, moved >= need, moved <= need)


def protect(numbers: System, attacker: Attacker, hidden: Bools, may_hide: Bools) -> Proof:
    """Hide further numbers, in place, until the attacker can learn no secret; and the proof of it."""
    hide_along_lines(numbers, attacker, hidden, may_hide)
    need = np.where(attacker.known, 0, attacker.need)
    cost = np.where(hidden, 0, numbers.cost)
    worlds = Worlds(numbers, ~attacker.known & (hidden | may_hide), cost)
    found: list[Ints] = []
    lost = np.flatnonzero(attacker.known & (attacker.need != 0)).tolist()
    waiting = some_at_a_time(np.flatnonzero(need))
    while waiting:
        secrets = waiting.pop()
        secrets = secrets[need[secrets] != 0]
        world = worlds.moving(secrets, need[secrets]) if secrets.size else np.zeros_like(need)
        if secrets.size > 1 and (world is None or world[~hidden].any()):
            waiting += np.array_split(secrets, 2)  # together too much is asked: perhaps not one by one
        elif world is None:
            lost += secrets.tolist()
        elif world.any():
            hidden |= world != 0
            worlds.hide(hidden)
            need[grants(world, need)] = 0
            found.append(world)
    return Proof(attacker, np.array(found, np.int64).reshape(-1, len(need)), np.array(lost, np.int64))


def some_at_a_time(secrets: Ints) -> list[Ints]:
    """
    >>> [part.tolist() for part in some_at_a_time(np.array([7, 9]))]
    [[7], [9]]
    """
    if len(secrets) <= FEW:
        return [secrets[at : at + 1] for at in range(len(secrets))]
    spread = secrets[np.argsort(np.arange(len(secrets)) * GOLDEN % 1)]
    return np.array_split(spread, -(-len(secrets) // TOGETHER))
