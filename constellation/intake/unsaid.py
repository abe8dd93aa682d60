"""A sentence that is found long before anybody reads it: said only then, in the language that is in force then."""

from typing import NamedTuple, Self

from constellation.words import say


class Unsaid(NamedTuple):
    """A marked sentence and what fills its gaps; `mild`: what it tells is hardly worth a look.

    >>> from constellation.words import mark
    >>> str(Unsaid.of(mark("“{word}” may be a middle name"), word="van"))
    '“van” may be a middle name'
    """

    sentence: str
    gaps: tuple[tuple[str, str], ...] = ()
    mild: bool = False

    @classmethod
    def of(cls, sentence: str, *, mild: bool = False, **gaps: str) -> Self:
        return cls(sentence, tuple(gaps.items()), mild)

    def __str__(self) -> str:
        return say(self.sentence, **dict(self.gaps))
