"""Which needs are covered and which stay open; the same sentence for every open one, and what would mend it.

The reason never tells whether nobody offered or somebody was barred: no output about a person reveals an exclusion.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from constellation.cli.account.units import unit_of
from constellation.cli.files import Inputs
from constellation.engine import Design, Problem
from constellation.engine.reasons import covered, offered
from constellation.report.results import Coverage, Mend, UnmetRow
from constellation.words import mark, say, say_count

REASON = mark("no suitable partner free")


@dataclass(frozen=True)
class Needs:
    """Every stated need: whose, which area (number), whether covered."""

    person: np.ndarray
    area: np.ndarray
    covered: np.ndarray

    @classmethod
    def of(cls, inputs: Inputs, design: Design) -> "Needs":
        needs = inputs.problem.needs
        return cls(needs.owner(), needs.ids, covered(inputs.problem, design.person, design.partner))

    def coverage(self, people: int) -> list[float | None]:
        """Share of covered needs by person, None where nothing is needed."""
        all_, some = (
            np.bincount(self.person, minlength=people),
            np.bincount(self.person, self.covered, minlength=people),
        )
        return [float(s / n) if n else None for s, n in zip(some, all_, strict=True)]

    def by_group(self, names: Sequence[str]) -> list[Coverage]:
        """Coverage by the group named for each need, worst first."""
        who: dict[str, set[int]] = {}
        stated, met = Counter(names), Counter(name for name, yes in zip(names, self.covered, strict=True) if yes)
        for name, person in zip(names, self.person.tolist(), strict=True):
            who.setdefault(name, set()).add(person)
        rows = [Coverage(name, len(who[name]), stated[name], met[name]) for name in stated]
        return sorted(rows, key=lambda row: (row.covered / row.needs, -row.needs, row.group))


def unmet_rows(inputs: Inputs, design: Design, needs: Needs) -> tuple[list[UnmetRow], list[Mend]]:
    """Open needs one by one, and the mends that would serve many, largest first."""
    ids, problem, names = inputs.roster.ids, inputs.problem, inputs.area_names
    open_ = np.flatnonzero(~needs.covered)
    known = offered(problem, len(names))
    found = np.bincount(design.person, minlength=problem.people)
    asking = [(int(needs.area[x]), unit_of(inputs, int(needs.person[x]))) for x in open_]
    waiting = Counter(pair for pair, x in zip(asking, open_, strict=True) if problem.seeks[needs.person[x]] > 0)
    rows = []
    for (area, unit), x in zip(asking, open_.tolist(), strict=True):
        i = int(needs.person[x])
        seats = Seats(names[area], unit, waiting[area, unit])
        mend = mend_of(problem, i, int(found[i]), bool(known[area]), seats)
        rows.append(UnmetRow(ids[i], names[area], say(REASON), mend))
    mends = [Mend(names[area], unit, people, people, bool(known[area])) for (area, unit), people in waiting.items()]
    return rows, sorted(mends, key=lambda mend: (-mend.people, mend.area, mend.unit))


def mend_of(problem: Problem, person: int, found: int, offered: bool, seats: "Seats") -> str:
    """What would cover one open need."""
    if problem.seeks[person] == 0:
        return say("No new partner is sought: say how many (seeks).")
    if not offered:
        return say("Nobody offers {area} yet: invite somebody who could.", area=say(seats.area))
    if found == problem.seeks[person]:
        return say("All places sought are taken: seek one more.") + " " + seats.sentence()
    return seats.sentence()


@dataclass(frozen=True)
class Seats:
    """So many seats more for an area in a unit, one for each person who waits."""

    area: str
    unit: str
    people: int

    def sentence(self) -> str:
        return say_count(
            "{n} more seat for {area} in {unit} would serve {n} person.",
            "{n} more seats for {area} in {unit} would serve {n} people.",
            self.people,
            area=say(self.area),
            unit=self.unit,
        )
