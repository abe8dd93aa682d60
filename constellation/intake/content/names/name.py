"""What a name is read into, and how it is written again."""

from dataclasses import dataclass

from constellation.intake.unsaid import Unsaid
from constellation.words import say


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, blank where the text has none.

    `preferred`: what the person goes by, if the text says so.  `suffix`: Jr., III, PhD.  `honorific`: Prof. Dr.
    `doubts`: why the parts could be others, none where they could not.  `note`: what an office wrote beside the name
    (On Leave, née Jones).
    """

    given: str = ""
    middle: str = ""
    family: str = ""
    preferred: str = ""
    suffix: str = ""
    honorific: str = ""
    doubts: tuple[Unsaid, ...] = ()
    note: str = ""

    @property
    def doubt(self) -> str:
        """Every doubt once in one sentence, the mild ones last; blank where there is none."""
        strong = dict.fromkeys(str(one) for one in self.doubts if not one.mild)
        mild = "; ".join(dict.fromkeys(str(one) for one in self.doubts if one.mild))
        return "; ".join([*strong, say("mildly doubtful: {doubts}", doubts=mild)] if mild else strong)

    @property
    def is_mild(self) -> bool:
        """Whether every doubt is a mild one."""
        return all(one.mild for one in self.doubts)


def full(given: str, middle: str, family: str) -> str:
    """The name in natural order, one blank between its parts.

    >>> full("Mary Ann", "Q. R.", "Achterberg"), full("", "", "Suharto")
    ('Mary Ann Q. R. Achterberg', 'Suharto')
    """
    return " ".join(filter(None, (given, middle, family)))


def initials(given: str, middle: str = "") -> str:
    """The first letter of each given and middle name, in capitals.

    >>> initials("Jean-François"), initials("Mary Ann", "Q. R."), initials("")
    ('JF', 'MAQR', '')
    """
    words = f"{given} {middle}".replace("-", " ").replace(".", " ").split()
    return "".join(word[0].upper() for word in words)
