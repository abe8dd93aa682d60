"""A grouping as it is printed: each group in a sentence, then what it is worth and who is left out."""

from collections.abc import Iterator, Sequence

from constellation.cli.files.cells import shown
from constellation.cli.files.roster import Roster
from constellation.cli.files.traits import AREAS
from constellation.cli.outputs.groups_account import MEND, NO_GROUP, Met, Shared
from constellation.engine.groups.grouping import Grouping
from constellation.report.numbers import proven
from constellation.words import listed, say, say_count

GROUPS_TOLD = 12


def lines(roster: Roster, made: Grouping, groups: Sequence[Met], most: int) -> Iterator[str]:
    """The summary, line by line; `most`: facilitators wanted for each group."""
    for one in groups[:GROUPS_TOLD]:
        yield told(roster, one)
    if len(groups) > GROUPS_TOLD:
        yield say_count("… and {n} more group.", "… and {n} more groups.", len(groups) - GROUPS_TOLD)
    yield counted(made)
    without = sum(not one.facilitators for one in groups)
    if most and without:
        yield say_count("{n} group has no facilitator.", "{n} groups have no facilitator.", without)
    if made.bound > 0:
        share = proven(made.value, made.bound, 1).replace("\N{NO-BREAK SPACE}", " ")
        yield say(
            "What members have in common is proven to be at least {share} of the most that so many groups could have.",
            share=share,
        )
    yield from left_out(roster, made)


def told(roster: Roster, one: Met) -> str:
    people = listed([named(roster, i) for i in one.members])
    common = in_words(one.told(), len(one.members))
    if not common:
        return say("Group {number}: {people}.", number=one.number, people=people) + facilitated(roster, one)
    sentence = say("Group {number}: {people}. In common: {common}.", number=one.number, people=people, common=common)
    return sentence + facilitated(roster, one)


def facilitated(roster: Roster, one: Met) -> str:
    if not one.facilitators:
        return ""
    people = listed([named(roster, i) for i in one.facilitators])
    return " " + say("Facilitated by {people}.", people=people)


def in_words(shared: Sequence[Shared], size: int) -> str:
    """
    >>> in_words([Shared("topics", "book proposals", 3), Shared("needs", "Teaching, research", 2)], 4)
    'book proposals (3 of 4); Teaching, research (2 of 4)'
    """
    return "; ".join(
        say(
            "{word} ({people} of {size})", word=s.word if s.kind == AREAS else shown(s.word), people=s.people, size=size
        )
        for s in shared
    )


def named(roster: Roster, i: int) -> str:
    return shown(roster.name[i] or roster.ids[i])


def counted(made: Grouping) -> str:
    placed = int((made.group >= 0).sum())
    people = say_count("{n} person", "{n} people", placed)
    return say_count("{people} in {n} group.", "{people} in {n} groups.", made.groups, people=people)


def left_out(roster: Roster, made: Grouping) -> Iterator[str]:
    out = made.left_out.tolist()
    if not out:
        return
    people = listed([named(roster, i) for i in out[:GROUPS_TOLD]])
    if len(out) > GROUPS_TOLD:
        people = say("{people} and others", people=", ".join(named(roster, i) for i in out[:GROUPS_TOLD]))
    yield say_count(
        "{n} person is left out, {reason}: {people}.", "{n} people are left out, {reason}: {people}.",
        len(out), reason=say(NO_GROUP), people=people,
    )  # fmt: skip
    if len(out) == made.least_left_out:
        yield say("No groups of these sizes leave fewer out. {mend}", mend=say(MEND))
