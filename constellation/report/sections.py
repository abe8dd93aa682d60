"""The rows that the sections of the office's pages show, in the order one wants to read them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from constellation.report.numbers import count, percent
from constellation.report.results import Coverage, Load, Mend, PersonRow, Results
from constellation.words import mark, say, say_count

BLANK = mark("No unit given")
FILES = (
    ("networks.csv", mark("every tie: who is helped by whom, in what, why, and what it brings")),
    ("unmet.csv", mark("every need still open, why, and what would mend it")),
    ("people.csv", mark("each person’s coverage, value, share of the best network and load")),
    ("prices.csv", mark("what one seat of each giver is worth: the scarce ones cost most")),
    ("summary.json", mark("value, bound, counts and settings, for programs to read")),
    ("networks.graphml", mark("the whole program as a directed graph, for network tools")),
)
PROOF = ("columns.csv", mark("for the check: the sets of partners that prove the best total"))
INPUTS = ("inputs/", mark("confidential above all: the tables as they were used, with who must not be paired"))
SETTINGS = {
    "pack": mark("Program pack"), "rules": mark("Rules"), "fairness": mark("Fairness (α)"), "seed": mark("Seed"),
    "version": mark("Version"), "seconds": mark("Seconds"), "time_limit": mark("Time limit (seconds)"),
    "method": mark("Method"),
}  # fmt: skip


@dataclass(frozen=True)
class Bar:
    """One row with a bar: `detail` is said beside it, `share` 0-1 is its length."""

    name: str
    share: float
    detail: str


def key_numbers(results: Results) -> list[tuple[str, str, str]]:
    """Number, label, and what it is of."""
    people = results.people
    asked = sum(1 for p in people if p.seeks)
    seats, filled = sum(p.gives for p in people), sum(p.load for p in people)
    served = sum(1 for p in people if p.partners)
    givers = say_count("by {n} person", "by {n} people", sum(1 for p in people if p.gives))
    of_seats = say("{share} of those offered", share=percent(filled / seats)) if seats else say("none was offered")
    of_asked = say("{share} of those who ask", share=percent(served / asked)) if asked else say("nobody asked")
    return [
        (count(len(people)), say("people"), say_count("{n} asks for partners", "{n} ask for partners", asked)),
        (count(seats), say("seats offered"), givers),
        (count(filled), say("seats filled"), of_seats),
        (count(served), say("with a network"), of_asked),
    ]


def coverage_bars(groups: Iterable[Coverage]) -> list[Bar]:
    """Groups with needs, the worst covered first; of equals the one with more needs."""
    with_needs = [group for group in groups if group.needs]
    with_needs.sort(key=lambda group: (group.covered / group.needs, -group.needs, group.group))
    return [
        Bar(say(group.group or BLANK), group.covered / group.needs, some_of(group.covered, group.needs))
        for group in with_needs
    ]


def load_bars(groups: Iterable[Load]) -> list[Bar]:
    """Groups that offer seats, the fullest first."""
    with_seats = [group for group in groups if group.seats]
    with_seats.sort(key=lambda group: (-group.filled / group.seats, -group.seats, group.group))
    return [
        Bar(say(group.group or BLANK), group.filled / group.seats, some_of(group.filled, group.seats))
        for group in with_seats
    ]


def some_of(some: int, all_: int) -> str:
    """
    >>> some_of(3, 1200)
    '3 of 1,200'
    """
    return say("{some} of {all}", some=count(some), all=count(all_))


def concentration(people: Sequence[PersonRow]) -> list[str]:
    """Who carries the help, in sentences; empty when nobody gives."""
    loads = sorted((p.load for p in people if p.load), reverse=True)
    if not loads:
        return []
    offered = sum(1 for p in people if p.gives)
    full = sum(1 for p in people if p.gives and p.load >= p.gives)
    tenth = max(1, len(loads) // 10)
    return [
        say_count(
            "{n} of {offered} people who offered seats has somebody new to help.",
            "{n} of {offered} people who offered seats have somebody new to help.",
            len(loads),
            offered=count(offered),
        ),
        say_count("{n} has given every seat they offered.", "{n} have given every seat they offered.", full),
        say_count(
            "The one who gives most carries {share} of all new ties; nobody carries more than {most}.",
            "The {n} who give most carry {share} of all new ties; nobody carries more than {most}.",
            tenth,
            share=percent(sum(loads[:tenth]) / sum(loads)),
            most=count(loads[0]),
        ),
    ]


def mend_rows(mends: Iterable[Mend]) -> list[tuple[Mend, str]]:
    """What would serve most people first, each with its sentence."""
    ordered = sorted(mends, key=lambda mend: (-mend.people, mend.seats, mend.area, mend.unit))
    return [(mend, mend_sentence(mend)) for mend in ordered]


def mend_sentence(mend: Mend) -> str:
    """
    >>> mend_sentence(Mend("Promotion", "Nursing", 2, 14, True))
    '2 more seats for Promotion in Nursing would serve 14 people.'
    """
    unit = mend.unit or say("the program")
    people = say_count("{n} person", "{n} people", mend.people)
    if mend.offered:
        return say_count(
            "{n} more seat for {area} in {unit} would serve {people}.",
            "{n} more seats for {area} in {unit} would serve {people}.",
            mend.seats,
            area=say(mend.area),
            unit=unit,
            people=people,
        )
    return say_count(
        "Nobody offers {area} yet: {n} seat in {unit} would serve {people}.",
        "Nobody offers {area} yet: {n} seats in {unit} would serve {people}.",
        mend.seats,
        area=say(mend.area),
        unit=unit,
        people=people,
    )


def settings(summary: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The settings of the run that the summary tells, on its own level or under `settings`."""
    told = {**summary, **(summary.get("settings") or {})}
    return [(say(label), in_words(told[key])) for key, label in SETTINGS.items() if told.get(key) is not None]


def in_words(value: Any) -> str:
    """
    >>> in_words({"inside": True, "limit": 2}), in_words(["a", "b"]), in_words(3.25)
    ('inside: yes; limit: 2', 'a; b', '3.25')
    """
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_words(item)}" for key, item in value.items()) or say("none")
    if isinstance(value, list | tuple):
        return "; ".join(in_words(item) for item in value) or say("none")
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def by_stage(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows of a supply study under their stage, in their order."""
    stages: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        stages[row.stage].append(row)
    return dict(stages)
