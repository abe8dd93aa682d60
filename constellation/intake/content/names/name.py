"""What a name is read into, and how it is written again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, blank where the text has none.

    `preferred`: what the person goes by, if the text says so.  `suffix`: Jr., III, PhD.  `honorific`: Prof. Dr.
    `doubt`: why the parts could be others, blank where they could not.  `note`: what an office wrote beside the name
    (On Leave, née Jones).
    """

    given: str = ""
    middle: str = ""
    family: str = ""
    preferred: str = ""
    suffix: str = ""
    honorific: str = ""
    doubt: str = ""
    note: str = ""


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
