"""What was released before, so that two releases subtracted from each other tell nothing."""

from dataclasses import dataclass, field

from constellation.engine.privacy.moment import Moment, moment
from constellation.engine.privacy.table import Bools, Table


@dataclass(frozen=True)
class Past:
    """One table of an earlier release and which of its numbers were shown, with margins."""

    table: Table
    shown: Bools


@dataclass(frozen=True)
class Entry:
    """What was released together, for an audience; `label`: when, or for what.

    It keeps the numbers that were hidden too: only so can be told whether one is still the same.
    """

    label: str
    threshold: int
    tables: tuple[Past, ...]

    def moment(self) -> Moment:
        return moment([past.table for past in self.tables])


@dataclass(frozen=True)
class ReleaseLog:
    """All releases in order.  Confidential, as the roster is.

    >>> ReleaseLog().and_also(Entry("May", 5, ())).entries[0].label
    'May'
    """

    entries: tuple[Entry, ...] = field(default=())

    def and_also(self, entry: Entry) -> "ReleaseLog":
        return ReleaseLog((*self.entries, entry))


EMPTY = ReleaseLog()
