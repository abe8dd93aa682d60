"""Who a program is: the people to turn to, the roles of partners, and the kinds of relation between them."""

from dataclasses import dataclass
from typing import Annotated

from constellation.packs.values import AreaKeys, Beside, KeysOf, Mail, Prose


@dataclass(frozen=True)
class Contact:
    """Somebody to turn to.

    `address`: e-mail.  `picture`: a file in the pack's folder.  `evaluates`: units whose people this contact
    evaluates, so that they are shown the `alternate` (key of another contact) instead.
    """

    key: str
    name: str
    task: Prose
    address: Annotated[str, Mail()]
    phone: str = ""
    picture: Annotated[str, Beside()] = ""
    evaluates: tuple[str, ...] = ()
    alternate: Annotated[str, KeysOf("contacts")] = ""


@dataclass(frozen=True)
class Role:
    """What a partner is to a person: near peer, sponsor, librarian and so on."""

    key: str
    name: Prose
    explanation: Prose


@dataclass(frozen=True)
class Relation:
    """A kind of relation; `two_way`: help goes both ways; `group`: more than two people."""

    key: str
    name: Prose
    explanation: Prose
    two_way: bool
    group: bool


@dataclass(frozen=True)
class Format:
    """A way to meet."""

    key: str
    name: Prose


@dataclass(frozen=True)
class Transition:
    """A turn in a career that opens areas (keys); `nudge`: the sentence said to the person then."""

    key: str
    name: Prose
    opens: AreaKeys
    nudge: Prose


@dataclass(frozen=True)
class Heading:
    """A heading of the agreement two partners write, with what to think about; `both_sides`: both answer it."""

    key: str
    heading: Prose
    prompt: Prose
    both_sides: bool
