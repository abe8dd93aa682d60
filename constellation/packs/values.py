"""What a key of a pack may hold, beyond plain words and numbers: the type of a field says how it is read."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True)
class Said:
    """Text that people read: it is said in their language."""


@dataclass(frozen=True)
class OneOf:
    """Words out of a short list."""

    choices: tuple[str, ...]


@dataclass(frozen=True)
class KeysOf:
    """Keys of tables of this name, which must be there."""

    table: str


@dataclass(frozen=True)
class AtLeast:
    """Whole numbers from here up."""

    least: int


@dataclass(frozen=True)
class MonthAndDay:
    """A day of every year, as in 09-30."""


@dataclass(frozen=True)
class Mail:
    """An address that mail can be sent to."""


@dataclass(frozen=True)
class Beside:
    """A file in the pack's folder."""


Prose = Annotated[str, Said()]
Day = Annotated[str, MonthAndDay()]
AreaKeys = Annotated[tuple[str, ...], KeysOf("areas")]
