"""Who is helped by whom in which areas."""

from dataclasses import dataclass

import numpy as np

from constellation.engine.problem import Floats, Ints, Rows, refuse_outside


@dataclass(frozen=True)
class Served:
    """Distinct triples: `partner[r]` helps `person[r]` in `area[r]`, in this order; `people`: N.

    Made by `Served.of`, from triples in any order and any number of times.
    """

    people: int
    person: Ints
    area: Ints
    partner: Ints

    @classmethod
    def of(cls, people: int, person: Ints, area: Ints, partner: Ints) -> "Served":
        """Raises BadProblem for a person or partner outside 0..N-1, or an area below 0.

        >>> one = np.array([0, 0, 0])
        >>> Served.of(2, one, np.array([4, 3, 4]), one + 1).area.tolist()
        [3, 4]
        """
        refuse_outside("person", person, 0, people - 1)
        refuse_outside("partner", partner, 0, people - 1)
        refuse_outside("area", area, 0, np.inf)
        order = np.lexsort((partner, area, person))
        distinct = order[starts(person[order], area[order], partner[order])]
        return cls(people, person[distinct], area[distinct], partner[distinct])

    def within(self, needs: Rows) -> "Served":
        """Only what is needed; `needs`: one row of areas a person."""
        most = 1 + max(self.area.max(initial=0), needs.ids.max(initial=0))
        needed = np.isin(self.person * most + self.area, needs.owner() * most + needs.ids)
        return Served(self.people, self.person[needed], self.area[needed], self.partner[needed])

    def covered(self) -> tuple[Ints, Floats]:
        """The person of each (person, area) that has a partner, and how many partners it has."""
        first = starts(self.person, self.area)
        return self.person[first], np.diff(np.append(first, len(self.person))).astype(np.float64)

    def covered_areas(self) -> Floats:
        """Areas with a partner, by person, shape (N,)."""
        return np.bincount(self.covered()[0], minlength=self.people).astype(np.float64)


def starts(*keys: Ints) -> Ints:
    """Where each run of equal keys begins.

    >>> starts(np.array([0, 0, 1]), np.array([2, 2, 2])).tolist()
    [0, 2]
    """
    new = np.ones(len(keys[0]), bool)
    if len(new):
        new[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return np.flatnonzero(new)


def distinct_needs(needs: Rows) -> Floats:
    """How many different areas each person needs, shape (N,)."""
    owner = needs.owner()
    order = np.lexsort((needs.ids, owner))
    first = starts(owner[order], needs.ids[order])
    return np.bincount(owner[order][first], minlength=len(needs.start) - 1).astype(np.float64)
