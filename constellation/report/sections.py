"""The rows that the sections of the design page show, in the order one wants to read them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from constellation.report.numbers import count, counted, percent
from constellation.report.results import Coverage, Load, Mend, PersonRow, Results, TieRow, UnmetRow

BLANK = "No unit given"
MOST_NETWORKS = 400  # people whose networks the page itself lists; the files list everybody
WORST_SERVED = 25
FILES = (
    ("networks.csv", "every tie: who is helped by whom, in what, why, and what it brings"),
    ("unmet.csv", "every need still open, why, and what would mend it"),
    ("people.csv", "each person’s coverage, value, share of the best network and load"),
    ("prices.csv", "what one seat of each giver is worth: the scarce ones cost most"),
    ("summary.json", "value, bound, counts and settings, for programs to read"),
    ("networks.graphml", "the whole program as a directed graph, for network tools"),
)
PROOF = ("columns.csv", "for the check: the sets of partners that prove the best total")
INPUTS = ("inputs/", "confidential above all: the tables as they were used, with who must not be paired")
SETTINGS = {
    "pack": "Program pack", "rules": "Rules", "fairness": "Fairness (α)", "seed": "Seed", "version": "Version",
    "seconds": "Seconds", "time_limit": "Time limit (seconds)", "method": "Method",
}  # fmt: skip


@dataclass(frozen=True)
class Bar:
    """One row with a bar: `detail` is said beside it, `share` 0-1 is its length."""

    name: str
    share: float
    detail: str


@dataclass
class PersonEntry:
    """One person's new network as the office reads it."""

    row: PersonRow
    partners: list[tuple[str, TieRow]] = field(default_factory=list)
    unmet: list[UnmetRow] = field(default_factory=list)


def key_numbers(results: Results) -> list[tuple[str, str, str]]:
    """Number, label, and what it is of."""
    people = results.people
    asked = sum(1 for p in people if p.seeks)
    seats, filled = sum(p.gives for p in people), sum(p.load for p in people)
    served = sum(1 for p in people if p.partners)
    return [
        (count(len(people)), "people" if len(people) != 1 else "person", f"{count(asked)} of them ask for partners"),
        (count(seats), "seats offered", f"by {counted(sum(1 for p in people if p.gives), 'person', 'people')}"),
        (count(filled), "seats filled", f"{percent(filled / seats)} of those offered" if seats else "none was offered"),
        (count(served), "with a network", f"{percent(served / asked)} of those who ask" if asked else "nobody asked"),
    ]


def coverage_bars(groups: Iterable[Coverage]) -> list[Bar]:
    """Groups with needs, the worst covered first; of equals the one with more needs."""
    with_needs = [group for group in groups if group.needs]
    with_needs.sort(key=lambda group: (group.covered / group.needs, -group.needs, group.group))
    return [
        Bar(group.group or BLANK, group.covered / group.needs, f"{count(group.covered)} of {count(group.needs)}")
        for group in with_needs
    ]


def load_bars(groups: Iterable[Load]) -> list[Bar]:
    """Groups that offer seats, the fullest first."""
    with_seats = [group for group in groups if group.seats]
    with_seats.sort(key=lambda group: (-group.filled / group.seats, -group.seats, group.group))
    return [
        Bar(group.group or BLANK, group.filled / group.seats, f"{count(group.filled)} of {count(group.seats)}")
        for group in with_seats
    ]


def concentration(people: Sequence[PersonRow]) -> list[str]:
    """Who carries the help, in sentences; empty when nobody gives."""
    loads = sorted((p.load for p in people if p.load), reverse=True)
    if not loads:
        return []
    offered = sum(1 for p in people if p.gives)
    full = sum(1 for p in people if p.gives and p.load >= p.gives)
    tenth = max(1, len(loads) // 10)
    carried = percent(sum(loads[:tenth]) / sum(loads))
    who = f"The {count(tenth)} who give most carry" if tenth > 1 else "The one who gives most carries"
    return [
        f"{count(len(loads))} of {count(offered)} people who offered seats have somebody new to help.",
        f"{count(full)} have given every seat they offered.",
        f"{who} {carried} of all new ties; nobody carries more than {loads[0]}.",
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
    where = f" in {mend.unit}" if mend.unit else ""
    served = counted(mend.people, "person", "people")
    if mend.offered:
        return f"{counted(mend.seats, 'more seat', 'more seats')} for {mend.area}{where} would serve {served}."
    return f"Nobody{where} offers {mend.area} yet: {counted(mend.seats, 'seat', 'seats')} would serve {served}."


def people_entries(results: Results) -> tuple[list[PersonEntry], list[PersonEntry]]:
    """The worst served, worst first; and everybody who seeks, where the page can hold them."""
    seeking = [p for p in results.people if p.seeks and p.share_of_best is not None]
    worst = sorted(seeking, key=lambda p: (p.share_of_best, p.person_id))[:WORST_SERVED]
    everybody = [p for p in results.people if p.seeks] if len(results.people) <= MOST_NETWORKS else []
    entries = {p.person_id: PersonEntry(p) for p in [*worst, *everybody]}
    names = {p.person_id: p.name or p.person_id for p in results.people}
    for tie in results.ties:
        if entry := entries.get(tie.person_id):
            entry.partners.append((names.get(tie.partner_id, tie.partner_id), tie))
    for row in results.unmet:
        if entry := entries.get(row.person_id):
            entry.unmet.append(row)
    return [entries[p.person_id] for p in worst], [entries[p.person_id] for p in everybody]


def settings(summary: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The settings of the run that the summary tells, on its own level or under `settings`."""
    told = {**summary, **(summary.get("settings") or {})}
    return [(label, in_words(told[key])) for key, label in SETTINGS.items() if told.get(key) is not None]


def in_words(value: Any) -> str:
    """
    >>> in_words({"inside": True, "limit": 2}), in_words(["a", "b"]), in_words(3.25)
    ('inside: yes; limit: 2', 'a; b', '3.25')
    """
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_words(item)}" for key, item in value.items()) or "none"
    if isinstance(value, list | tuple):
        return "; ".join(in_words(item) for item in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def by_stage(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows of a supply study under their stage, in their order."""
    stages: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        stages[row.stage].append(row)
    return dict(stages)
