"""What a report counts: people, their needs and offers, before and after a design; arrays, and no names of people."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Facts:
    """N people and their stated needs and offers, positions for people and numbers for areas.

    By person, length N: `department`, `college`, `stage`, `role` (words; blank unknown); `seeks`, `gives` (new places
    sought and offered); `partners`, `load` (new partners, new people helped); `kept` (partners kept); `level` of rank
    (-1 unknown); `near_peer`: somebody one rank above, and not long there, is in the department.
    By need: `need_person`, `need_area`, `before` and `after`: whether a partner covers it before and after the design.
    By offer: `offer_person`, `offer_area`.  `compared`: whether current partners were given, so that before means
    something.
    """

    areas: tuple[str, ...]
    department: list[str]
    college: list[str]
    stage: list[str]
    role: list[str]
    seeks: Ints
    gives: Ints
    partners: Ints
    load: Ints
    kept: Ints
    level: Ints
    near_peer: Flags
    need_person: Ints
    need_area: Ints
    before: Flags
    after: Flags
    offer_person: Ints
    offer_area: Ints
    compared: bool

    @property
    def people(self) -> int:
        return len(self.seeks)
