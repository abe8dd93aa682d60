"""Which needs are covered and which stay open; the same sentence for every open one, and what would mend it.

The reason never tells whether nobody offered or somebody was barred: no output about a person reveals an exclusion.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from constellation.cli.files import Inputs
from constellation.engine import Design
from constellation.engine.reasons import covered, offered
from constellation.report.results import Coverage, Mend, UnmetRow

REASON = "no suitable partner free"
EVERYWHERE = "the program"


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


def unit_of(inputs: Inputs, person: int) -> str:
    """Where a mend is looked for: the college, told apart by campus where one name stands on several."""
    roster = inputs.roster
    parts = [text for text in (roster.college[person], roster.campus[person]) if text]
    return ", ".join(parts) or EVERYWHERE


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
        if problem.seeks[i] == 0:
            mend = "No new partner is sought: say how many (seeks)."
        elif not known[area]:
            mend = f"Nobody offers {names[area]} yet: invite somebody who could."
        elif found[i] == problem.seeks[i]:
            mend = f"All places sought are taken: seek one more, or {seats_sentence(area, unit, waiting, names)}"
        else:
            mend = capital(seats_sentence(area, unit, waiting, names))
        rows.append(UnmetRow(ids[i], names[area], REASON, mend))
    mends = [Mend(names[area], unit, people, people, bool(known[area])) for (area, unit), people in waiting.items()]
    return rows, sorted(mends, key=lambda mend: (-mend.people, mend.area, mend.unit))


def seats_sentence(area: int, unit: str, waiting: Counter[tuple[int, str]], names: Sequence[str]) -> str:
    people = waiting[area, unit]
    seats = "one more seat" if people == 1 else f"{people} more seats"
    served = "one person" if people == 1 else f"{people} people"
    return f"{seats} for {names[area]} in {unit} would serve {served}."


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
