"""One row per new tie: the partner's role, the areas served, what it contributes and why it was suggested."""

import numpy as np

from constellation.cli.files import Inputs
from constellation.cli.files.interests import in_common, spoken
from constellation.engine import Design, Population
from constellation.engine.problem import INSIDE, OFF_CAMPUS, OUTSIDE
from constellation.engine.reasons import Contributions, contributions
from constellation.packs.spelling import same_words
from constellation.report.results import TieRow
from constellation.words import in_a_sentence, listed, mark, say

BY_LEVEL = ((1, mark("peer")), (2, mark("near peer")), (4, mark("senior faculty")))
NOTEWORTHY = 0.01  # of a person's need: a smaller contribution in an area goes unsaid
SAID = 3  # topics, interests: enough to begin a conversation
WHERE = (
    (INSIDE, mark("{role}, in the same department.")),
    (OFF_CAMPUS, mark("{role}, on another campus.")),
    (OUTSIDE, mark("{role}, in another department.")),
)


def tie_rows(inputs: Inputs, design: Design) -> list[TieRow]:
    """Rows by person in the order of the roster, the largest contribution first."""
    ids, shares = inputs.roster.ids, contributions(inputs.problem, design.person, design.partner)
    served = areas_served(inputs, shares, len(design.person))
    order = np.lexsort((design.partner, -shares.total, design.person))
    rows = []
    for x in order.tolist():
        i, j, flags = int(design.person[x]), int(design.partner[x]), int(shares.flags[x])
        role = role_word(inputs, j, flags)
        topics = topics_in_common(inputs, i, j)
        areas = topics_first(served[x], topics)
        reason, told = reasons_of(inputs, i, j, role, flags, areas, topics)
        named = tuple(inputs.area_names[area] for area in areas)
        mutual = bool(given_back(inputs, i, j))
        rows.append(
            TieRow(
                ids[i],
                ids[j],
                role,
                named,
                float(shares.total[x]),
                inside(inputs, i, j),
                reason,
                spread(topics),
                mutual,
                told,
            )
        )
    return rows


def areas_served(inputs: Inputs, shares: Contributions, ties: int) -> list[list[int]]:
    """The areas each tie serves, the largest contribution first."""
    keep = np.flatnonzero(shares.amount >= NOTEWORTHY)
    keep = keep[np.lexsort((-shares.amount[keep], shares.tie[keep]))]
    served: list[list[int]] = [[] for _ in range(ties)]
    areas = inputs.problem.needs.ids[shares.need[keep]]
    for tie, area in zip(shares.tie[keep].tolist(), areas.tolist(), strict=True):
        served[tie].append(area)
    return served


def topics_first(areas: list[int], topics: dict[int, list[str]]) -> list[int]:
    """The areas with topics in common before the others, each in their order."""
    return sorted(areas, key=lambda area: area not in topics)


def spread(topics: dict[int, list[str]]) -> tuple[str, ...]:
    return tuple(topic for words in topics.values() for topic in words)


def role_word(inputs: Inputs, partner: int, flags: int) -> str:
    own = inputs.roster.role[partner]
    if own != "faculty":
        return own
    return next((word for bit, word in BY_LEVEL if flags & bit), mark("partner"))


def inside(inputs: Inputs, person: int, partner: int) -> bool | None:
    """Whether both are known to be of one department."""
    roster = inputs.roster
    ends = [(roster.campus[i], roster.college[i], roster.department[i]) for i in (person, partner)]
    return ends[0] == ends[1] if ends[0][2] and ends[1][2] else None


def reasons_of(
    inputs: Inputs, person: int, partner: int, role: str, flags: int, areas: list[int], topics: dict[int, list[str]]
) -> tuple[str, str]:
    """Why this partner, for the office and for the person: what the partner helps with, topics first; who and where
    they are; what both care for.

    What flows back is for the office alone, as it tells what the partner needs.  An identity that the person asked
    for is a part of neither.
    """
    where = next((words for bit, words in WHERE if flags >> bit & 1), "{role}.")
    about = [helps(inputs, areas, topics), say(where, role=capital(say(role)))]
    back, shared = given_back(inputs, person, partner), interests_in_common(inputs, person, partner)
    in_return = [say("Can be helped in return with {area}.", area=in_a_sentence(back))] if back else []
    common = [say("Shared interests: {interests}.", interests=listed(shared))] if shared else []
    return " ".join(about + in_return + common), " ".join(about + common)


def helps(inputs: Inputs, areas: list[int], topics: dict[int, list[str]]) -> str:
    """What it is about: topics in common, each under its area, before areas.

    Of an area that the partner serves by a topic, the topic is said first: that is what the two will talk about.
    """
    parts = [
        say("{topics} ({area})", topics=listed(topics[area][:SAID]), area=in_a_sentence(inputs.area_names[area]))
        if area in topics
        else in_a_sentence(inputs.area_names[area])
        for area in areas
    ]
    if not parts:
        return say("Adds a new role or place to the network.")
    return say("Helps with {areas}.", areas=listed(parts))


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


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


def topics_in_common(inputs: Inputs, person: int, partner: int) -> dict[int, list[str]]:
    """By area the topics of the person's needs that the partner offers, in the order of the needs."""
    problem = inputs.problem
    if not isinstance(problem, Population) or not len(problem.need_topics.ids):
        return {}
    start, topics = problem.need_topics.start, problem.need_topics.ids
    known = problem.offer_topics
    mine = set(known.ids[known.start[partner] : known.start[partner + 1]].tolist())
    found: dict[int, list[str]] = {}
    for row in range(problem.needs.start[person], problem.needs.start[person + 1]):
        if wanted := [inputs.topic_names[x] for x in topics[start[row] : start[row + 1]].tolist() if x in mine]:
            found[int(problem.needs.ids[row])] = wanted
    return found


def interests_in_common(inputs: Inputs, person: int, partner: int) -> list[str]:
    """The person's interests that the partner shares, as the person wrote them, the most telling first."""
    problem, mine = inputs.problem, inputs.roster.interests[person]
    if not isinstance(problem, Population):
        theirs = {same_words(words) for words in inputs.roster.interests[partner]}
        return [words for words in mine if same_words(words) in theirs][:SAID]
    telling = in_common(problem.interests, inputs.interest_words, person, partner)
    said = [phrase for word in telling for phrase in mine if word in spoken((phrase,))]
    return list(dict.fromkeys(said))[:SAID]
