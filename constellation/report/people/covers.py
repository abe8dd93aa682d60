"""Who covers what a person asked for: a bar and words for each need."""

from dataclasses import dataclass

from constellation.report.people.told import Need, Told
from constellation.words import say, say_count


@dataclass(frozen=True)
class Cover:
    """`share` 0-1: the length of the bar, against the need with most partners; `words` say it beside the bar."""

    area: str
    share: float
    words: str
    open: bool


def covers(told: Told) -> list[Cover]:
    """Every need in the order stated.

    >>> from constellation.report.people.told import Profile
    >>> me = Profile("Ana", "History", "", "", "", "faculty", ())
    >>> [one.words for one in covers(Told(me, (Need("Teaching", True),), (), False))]
    ['nobody yet']
    """
    counts = [sum(need.area in one.areas for one in told.partners) for need in told.needs]
    most = max([1, *counts])
    return [
        Cover(say(need.area), max(count, not need.open) / most, words(need, count, told), need.open)
        for need, count in zip(told.needs, counts, strict=True)
    ]


def words(need: Need, count: int, told: Told) -> str:
    if need.open:
        return say("a first step, not yet covered") if count else say("nobody yet")
    if not count:
        return say("a partner you have")
    if count == 1 and len(told.partners) > 1:
        return say("1 partner carries it")
    return say_count("{n} partner", "{n} partners", count)
