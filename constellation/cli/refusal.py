"""The sentence with which the command says no."""

from constellation.words import mark, say

OF_THE_SYSTEM = (
    mark("Permission denied"),
    mark("No space left on device"),
    mark("Disk quota exceeded"),
    mark("File too large"),
    mark("File name too long"),
    mark("Read-only file system"),
    mark("Input/output error"),
    mark("Is a directory"),
    mark("Not a directory"),
)


class Refusal(Exception):
    """An input that cannot be used: one sentence with file, line and mend."""


def system_says(error: OSError) -> str:
    """Why the system could not do it, as it says it; what it says otherwise than `OF_THE_SYSTEM` stays English."""
    return say(error.strerror) if error.strerror else say("unknown reason")


def refused(place: str, problem: str, mend: str) -> str:
    """The sentence of three parts, each of which is whole in itself.

    >>> refused("needs.csv line 4", "weight is two", "give a number from 0 to 1")
    'needs.csv line 4: weight is two; give a number from 0 to 1.'
    """
    return say("{place}: {problem}; {mend}.", place=place, problem=problem, mend=mend)
