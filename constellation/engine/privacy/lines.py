"""The obvious first: where a line hides a number it must hide others, with people enough to be taken for it."""

import numpy as np

from constellation.engine.privacy.attacker import Attacker
from constellation.engine.privacy.system import System
from constellation.engine.privacy.table import Bools

PLENTY = 1 << 60
ALONE = 0.5  # in a line that hides nothing yet a number drags others along: that much dearer


def hide_along_lines(numbers: System, attacker: Attacker, hidden: Bools, may_hide: Bools) -> None:
    """Hide further numbers, in place, until no single line tells a secret; the cheapest that suffice."""
    desk = Desk(numbers, attacker, hidden, may_hide)
    waiting = dict.fromkeys(line for line, unknown in enumerate(desk.unknown_in) if unknown)
    while waiting:
        line = next(iter(waiting))
        del waiting[line]
        while (lack := desk.lack(line)) and (choice := desk.choice(line, lack)) is not None:
            desk.hide(choice)
            waiting.update(dict.fromkeys(desk.lines_of[choice]))
            hidden[choice] = True


class Desk:
    """Plain lists of what the arrays hold: single numbers are looked at a million times."""

    def __init__(self, numbers: System, attacker: Attacker, hidden: Bools, may_hide: Bools) -> None:
        self.lines = numbers.lines
        self.counts: list[int] = np.where(numbers.changes, PLENTY, numbers.counts).tolist()
        self.need: list[int] = np.maximum(attacker.need, 0).tolist()
        self.unknown: list[bool] = (hidden & ~attacker.known).tolist()
        self.may_hide: list[bool] = (may_hide & ~attacker.known).tolist()
        self.cost: list[float] = numbers.cost.tolist()
        self.lines_of: list[list[int]] = [[] for _ in self.counts]
        for line, (total, parts) in enumerate(numbers.lines):
            for each in (total, *parts):
                self.lines_of[each].append(line)
        self.unknown_in = [sum(self.unknown[each] for each in (total, *parts)) for total, parts in numbers.lines]

    def lack(self, line: int) -> int:
        """How many more people a secret here must be able to be taken for; 0 where nothing is missing."""
        total, parts = self.lines[line]
        unknown = [part for part in parts if self.unknown[part]]
        if self.unknown[total]:
            return 0 if unknown else max(self.need[total], 1)
        room = sum(self.counts[part] for part in unknown)
        alone = 1 if len(unknown) == 1 else 0
        return max(alone, *(self.need[part] - (room - self.counts[part]) for part in unknown), 0)

    def choice(self, line: int, lack: int) -> int | None:
        """The cheapest number that makes up the lack, else the largest; None when none is left to hide."""
        total, parts = self.lines[line]
        left = [each for each in (total, *parts) if self.may_hide[each] and not self.unknown[each]]
        enough = [each for each in left if self.room(each, total) >= lack]
        if enough:
            return min(enough, key=self.price)
        return max(left, key=lambda each: self.counts[each], default=None)

    def room(self, each: int, total: int) -> int:
        """How many people it can make up: a part its own, a total as many as there may be."""
        return PLENTY if each == total or self.unknown[total] else self.counts[each]

    def price(self, each: int) -> float:
        bare = sum(1 for line in self.lines_of[each] if not self.unknown_in[line])
        return self.cost[each] * (1 + ALONE * bare)

    def hide(self, each: int) -> None:
        self.unknown[each] = True
        for line in self.lines_of[each]:
            self.unknown_in[line] += 1
