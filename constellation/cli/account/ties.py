"""One row per new tie: the partner's role, the areas served, what it contributes and why it was suggested."""

import numpy as np

from constellation.cli.files import Inputs
from constellation.engine import Design, Population
from constellation.engine.problem import INSIDE, OFF_CAMPUS, OUTSIDE
from constellation.engine.reasons import Contributions, contributions
from constellation.report.results import TieRow

BY_LEVEL = ((1, "peer"), (2, "near peer"), (4, "senior faculty"))
NOTEWORTHY = 0.01  # of a person's need: a smaller contribution in an area goes unsaid


def tie_rows(inputs: Inputs, design: Design) -> list[TieRow]:
    """Rows by person in the order of the roster, the largest contribution first."""
    ids, shares = inputs.roster.ids, contributions(inputs.problem, design.person, design.partner)
    served = areas_served(inputs, shares, len(design.person))
    order = np.lexsort((design.partner, -shares.total, design.person))
    rows = []
    for x in order.tolist():
        i, j, flags = int(design.person[x]), int(design.partner[x]), int(shares.flags[x])
        role = role_word(inputs, j, flags)
        reason = reason_of(inputs, i, j, role, flags, served[x])
        rows.append(TieRow(ids[i], ids[j], role, served[x], float(shares.total[x]), inside(inputs, i, j), reason))
    return rows


def areas_served(inputs: Inputs, shares: Contributions, ties: int) -> list[tuple[str, ...]]:
    """Names of the areas each tie serves, the largest contribution first."""
    keep = np.flatnonzero(shares.amount >= NOTEWORTHY)
    keep = keep[np.lexsort((-shares.amount[keep], shares.tie[keep]))]
    served: list[list[str]] = [[] for _ in range(ties)]
    areas = inputs.problem.needs.ids[shares.need[keep]]
    for tie, area in zip(shares.tie[keep].tolist(), areas.tolist(), strict=True):
        served[tie].append(inputs.area_names[area])
    return [tuple(names) for names in served]


def role_word(inputs: Inputs, partner: int, flags: int) -> str:
    own = inputs.roster.role[partner]
    if own != "faculty":
        return own
    return next((word for bit, word in BY_LEVEL if flags & bit), "partner")


def inside(inputs: Inputs, person: int, partner: int) -> bool | None:
    """Whether both are known to be of one department."""
    roster = inputs.roster
    ends = [(roster.campus[i], roster.college[i], roster.department[i]) for i in (person, partner)]
    return ends[0] == ends[1] if ends[0][2] and ends[1][2] else None


def reason_of(inputs: Inputs, person: int, partner: int, role: str, flags: int, areas: tuple[str, ...]) -> str:
    """A sentence: what the partner helps with, who and where they are, what flows back."""
    helps = f"Helps with {spoken(areas)}" if areas else "Adds a new role or place to the network"
    where = next((words for bit, words in WHERE if flags >> bit & 1), "")
    parts = [f"{helps}; {role}{where}"]
    if topics := topics_in_common(inputs, person, partner):
        parts.append(f"topics in common: {spoken(topics)}")
    if back := given_back(inputs, person, partner):
        parts.append(f"can be helped in return with {back}")
    if common := interests_in_common(inputs, person, partner):
        parts.append(f"shared interests: {spoken(common)}")
    return "; ".join(parts) + "."


WHERE = ((INSIDE, " in the same department"), (OFF_CAMPUS, " on another campus"), (OUTSIDE, " in another department"))


def spoken(words: tuple[str, ...] | list[str]) -> str:
    """A list as it is said.

    >>> spoken(["teaching", "balance", "networks"])
    'teaching, balance and networks'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))


def given_back(inputs: Inputs, person: int, partner: int) -> str:
    """The area the partner needs that the person offers best."""
    problem = inputs.problem
    if not isinstance(problem, Population):
        return ""
    needs = slice(problem.needs.start[partner], problem.needs.start[partner + 1])
    worth = problem.needs.weight[needs] * problem.offer[person, problem.needs.ids[needs]]
    if not len(worth) or worth.max() <= 0:
        return ""
    return inputs.area_names[int(problem.needs.ids[needs][int(np.argmax(worth))])]


def topics_in_common(inputs: Inputs, person: int, partner: int) -> list[str]:
    problem = inputs.problem
    if not isinstance(problem, Population) or not len(problem.need_topics.ids):
        return []
    rows = range(problem.needs.start[person], problem.needs.start[person + 1])
    start, topics = problem.need_topics.start, problem.need_topics.ids
    wanted = [topic for row in rows for topic in topics[start[row] : start[row + 1]].tolist()]
    known = problem.offer_topics
    mine = set(known.ids[known.start[partner] : known.start[partner + 1]].tolist())
    return [inputs.topic_names[topic] for topic in dict.fromkeys(wanted) if topic in mine][:3]


def interests_in_common(inputs: Inputs, person: int, partner: int) -> list[str]:
    theirs = {words.casefold() for words in inputs.roster.interests[partner]}
    return [words for words in inputs.roster.interests[person] if words.casefold() in theirs][:3]
