"""A program's ties, as its people state them, and the views of them that measures are taken on."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from constellation.engine.measures.matrices import tied_pairs
from constellation.engine.measures.served import Served
from constellation.engine.problem import BadProblem, Floats, Ints, Rows, no_rows, refuse_outside
from constellation.words import say

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Network:
    """N people and M stated ties; positions 0..N-1 stand for persons, codes from 0 for areas, arenas, roles, units.

    Tie r is stated by `person[r]` about `partner[r]`: `is_helped[r]`, the partner helps the person; `helps[r]`, the
    person helps the partner.  `areas`: one row a tie, the areas in which the person is helped (the partner, where help
    goes only that way); `areas_known`: False where nobody said any.  `closeness`, `frequency`: from 0 up, nan unknown.
    `arena`, `role`: what the partner is to the person, -1 unknown: then it is `own_arena`, `own_role` of the partner,
    shape (N,).  `unit`: each person's department or college.  `needs`: one row of areas a person, None where needs are
    not known.  `arenas`, `roles`: how many categories are possible.
    Raises BadProblem for a tie to oneself, a person outside, closeness or frequency below zero, unequal lengths.
    """

    people: int
    person: Ints
    partner: Ints
    is_helped: Flags
    helps: Flags
    areas: Rows
    areas_known: bool
    closeness: Floats
    frequency: Floats
    arena: Ints
    role: Ints
    own_arena: Ints
    own_role: Ints
    unit: Ints
    needs: Rows | None
    arenas: int
    roles: int

    @classmethod
    def of(cls, people: int, person: Ints, partner: Ints, **known: object) -> "Network":
        """Where nothing else is `known` partners help, and the rest is unknown.

        >>> Network.of(2, np.array([0]), np.array([1])).is_helped.tolist()
        [True]
        """
        ties, none = len(person), np.full(people, -1)
        blank: dict[str, object] = {
            "is_helped": np.ones(ties, bool), "helps": np.zeros(ties, bool), "areas": no_rows(ties),
            "areas_known": "areas" in known, "closeness": np.full(ties, np.nan), "frequency": np.full(ties, np.nan),
            "arena": np.full(ties, -1), "role": np.full(ties, -1), "own_arena": none, "own_role": none, "unit": none,
            "needs": None,
        }  # fmt: skip
        given = blank | known
        for kind in ("arena", "role"):
            codes = np.concatenate([given[kind], given[f"own_{kind}"]])
            given.setdefault(f"{kind}s", int(codes.max(initial=-1)) + 1)
        return cls(people, np.asarray(person, np.int64), np.asarray(partner, np.int64), **given)  # type: ignore[arg-type]

    def __post_init__(self) -> None:
        for name in ("partner", "is_helped", "helps", "closeness", "frequency", "arena", "role"):
            refuse_length(name, len(getattr(self, name)), len(self.person), "ties")
        for name in ("own_arena", "own_role", "unit"):
            refuse_length(name, len(getattr(self, name)), self.people, "people")
        refuse_length("areas", len(self.areas.start) - 1, len(self.person), "ties")
        if self.needs is not None:
            refuse_length("needs", len(self.needs.start) - 1, self.people, "people")
        for name in ("person", "partner"):
            refuse_outside(name, getattr(self, name), 0, self.people - 1)
        if (self.person == self.partner).any():
            row = int(np.argmax(self.person == self.partner))
            raise BadProblem(say("Tie {row} ties a person to oneself: remove it.", row=row))
        for name in ("closeness", "frequency"):
            said = getattr(self, name)
            refuse_outside(name, np.where(np.isnan(said), 0.0, said), 0.0, np.finfo(np.float64).max)
        for name, possible in (("arena", self.arenas), ("role", self.roles)):
            refuse_outside(name, getattr(self, name), -1, possible - 1)
            refuse_outside(f"own_{name}", getattr(self, f"own_{name}"), -1, possible - 1)

    @cached_property
    def tied(self) -> csr_array:
        """Who has a tie with whom, shape (N, N), symmetric, whoever stated it and whether or not anybody helps."""
        return tied_pairs(sparse(self.people, self.person, self.partner))

    @cached_property
    def ends(self) -> tuple[Ints, Ints]:
        """Every person with every partner, whoever stated the tie: (person, partner), each once, in order."""
        person = np.repeat(np.arange(self.people), np.diff(self.tied.indptr))
        return person, self.tied.indices.astype(np.int64)

    @cached_property
    def help_matrix(self) -> csr_array:
        """`[i, j]`: i helps j, shape (N, N)."""
        helper = np.concatenate([self.partner[self.is_helped], self.person[self.helps]])
        helped = np.concatenate([self.person[self.is_helped], self.partner[self.helps]])
        return sparse(self.people, helper, helped)

    @cached_property
    def served(self) -> Served:
        """Who is helped by whom in which areas."""
        some = (self.is_helped | self.helps)[self.areas.owner()]
        tie, area = self.areas.owner()[some], self.areas.ids[some]
        mine = self.is_helped[tie]
        person = np.where(mine, self.person[tie], self.partner[tie])
        return Served.of(self.people, person, area, np.where(mine, self.partner[tie], self.person[tie]))

    def counts(self, stated: Ints, own: Ints, possible: int) -> csr_array:
        """Partners by category, shape (N, possible): as the person states it, else the partner's own."""
        person, partner = self.ends
        code = person * self.people + partner
        category = own[partner]
        known = stated >= 0
        place = np.searchsorted(code, self.person[known] * self.people + self.partner[known])
        category[place[::-1]] = stated[known][::-1]  # of two statements about one partner the first counts
        said = category >= 0
        return csr_array((np.ones(said.sum()), (person[said], category[said])), shape=(self.people, possible))


def sparse(people: int, row: Ints, column: Ints) -> csr_array:
    return csr_array((np.ones(len(row)), (row, column)), shape=(people, people))


def refuse_length(name: str, length: int, wanted: int, whom: str) -> None:
    if length != wanted:
        raise BadProblem(
            say(
                "{name} has {length} entries for {wanted} {whom}: give one each.",
                name=name,
                length=length,
                wanted=wanted,
                whom=whom,
            )
        )
