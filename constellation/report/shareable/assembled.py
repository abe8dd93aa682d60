"""All sections of the shareable report, with every table released together by the gate."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from constellation.engine.privacy import Release, Released, ReleaseLog, Table, release
from constellation.report.certificate import Certificate, certificate
from constellation.report.facts import Facts
from constellation.report.figures import Section
from constellation.report.numbers import count, percent
from constellation.report.results import Results
from constellation.report.shareable import areas, joined, load, near_peers, served
from constellation.report.shareable.counting import YES
from constellation.words import long_day, mark, say, say_count

LEDE = mark(
    "Mutual mentoring: everybody’s network designed at once. What was asked for, what was found, and what would help."
)
STATUS = mark("May be shared: numbers of groups, and of nobody alone")
Maker = Callable[[Facts, int], list[Table]]
PARTS = (joined, areas, served, load, near_peers)
INSIDE, PUBLIC = "inside", "public"
OF_ONE_PERSON = ("worst_share", "sample")  # figures of the summary that tell of one or of few
THRESHOLD = {INSIDE: 5, PUBLIC: 10}  # the fewest people a number may be about, by audience


@dataclass(frozen=True)
class Number:
    """A key figure: what is counted, and what it is of."""

    figure: str
    label: str
    of: str


@dataclass(frozen=True)
class Shareable:
    """`marks`: what stands before everything else; `release`: what the gate let through, for the log."""

    title: str
    made: str
    audience: str
    threshold: int
    marks: tuple[tuple[str, str], ...]
    numbers: tuple[Number, ...]
    certificate: Certificate
    sections: tuple[Section, ...]
    method: tuple[str, ...]
    limits: tuple[str, ...]
    release: Release


def shareable(
    results: Results,
    facts: Facts,
    *,
    audience: str,
    day: date,
    log: ReleaseLog,
    marks: tuple[tuple[str, str], ...] = (),
) -> Shareable:
    """The report of a design for an audience, inside the institution or public."""
    threshold = THRESHOLD[audience]
    everybody = tables_of(results.title, facts, threshold, [joined.everybody])
    known = release(everybody, threshold=threshold, log=log)  # whoever knows the place knows how many it has
    parts = tables_of(results.title, facts, threshold, [part.tables for part in PARTS])
    gate = release([*everybody, *parts], threshold=threshold, log=known.log, label=day.isoformat())
    released = {one.table.name: one for one in gate.tables}
    return Shareable(
        title=say(results.title),
        made=long_day(day),
        audience=audience,
        threshold=threshold,
        marks=marks,
        numbers=key_numbers(released, facts),
        certificate=certificate_of_many(results, facts, threshold),
        sections=tuple(noted(one, threshold) for one in sections(released, facts)),
        method=method(threshold, bool(log.entries)),
        limits=limits(),
        release=gate,
    )


def tables_of(program: str, facts: Facts, threshold: int, makers: Sequence[Maker]) -> list[Table]:
    """What the makers count, of this program: the people of another are others, also in one log of releases."""
    tables = [table for make in makers for table in make(facts, 2 * threshold)]
    return [
        replace(
            table,
            population=f"{program}: {table.population}",
            part_of=f"{program}: {table.part_of}" if table.part_of else "",
        )
        for table in tables
    ]


def noted(section: Section, threshold: int) -> Section:
    """The section with a word on what is hidden of the numbers it shows."""
    if section.grid is None:
        return section
    rows = [*section.grid.rows, *([section.grid.total] if section.grid.total else [])]
    cells = [cell for row in rows for cell in row.cells if cell.hidden or cell.number is not None]
    hidden = sum(cell.hidden for cell in cells)
    note = say_count(
        "{n} of {all} numbers is hidden: it would tell of fewer than {threshold} people or of one answer, or let that be "
        "worked out.",
        "{n} of {all} numbers are hidden: they would tell of fewer than {threshold} people or of one answer, or let that be "
        "worked out.",
        hidden,
        all=count(len(cells)),
        threshold=threshold,
    )
    return replace(section, grid=replace(section.grid, note=note if hidden else ""))


def sections(released: Mapping[str, Released], facts: Facts) -> list[Section]:
    found = [
        areas.supply(released, facts),
        areas.coverage(released, facts.areas, facts.compared),
        served.section(released, joined.STAGE),
        served.section(released, joined.UNIT),
        areas.mends(released),
        load.section(released),
        joined.section(released, joined.STAGE),
        joined.section(released, joined.UNIT),
        near_peers.section(released),
    ]
    return [one for one in found if one is not None]


def key_numbers(released: Mapping[str, Released], facts: Facts) -> tuple[Number, ...]:
    """Four figures that a reader asks for first; a hidden one says so.

    What was found and filled is told of all, never of a group, and not at all where it would tell who has nobody.
    """
    people, ask, give = (released[f"{joined.STAGE} {what}"] for what in (joined.JOINED, joined.ASKING, joined.GIVING))
    sought, seats = ask.value("sought", None), give.value("seats", None)
    helping = load.LOAD in released and released[load.LOAD].count(None, YES) is not None
    found = int(facts.partners.sum()) if sought is not None and helping else None
    filled = int(facts.load.sum()) if seats is not None and sought is not None and helping else None
    return (
        Number(
            told(people.count(None)), say("people joined"), say("{n} of them ask for partners", n=told(ask.count(None)))
        ),
        Number(told(sought), say("partners sought"), part(found, sought, say("of them found"))),
        Number(told(give.count(None)), say("people give help"), say("they offer {n} seats", n=told(seats))),
        Number(told(filled), say("seats filled"), part(filled, seats, say("of those offered"))),
    )


def told(number: float | None) -> str:
    return say("hidden") if number is None else count(round(number))


def part(some: float | None, all_: float | None, words: str) -> str:
    if some is None or not all_:
        return ""
    return say("{share} {of_what}", share=percent(some / all_), of_what=words)


def certificate_of_many(results: Results, facts: Facts, threshold: int) -> Certificate:
    """The certificate, where enough people ask; never how the worst served fares, for that is one person."""
    if int((facts.seeks > 0).sum()) < threshold:
        few = say("How good the networks are is not told here: it might tell how good the network of a few is.")
        return Certificate("", few, ())
    plain = {key: value for key, value in results.summary.items() if key not in OF_ONE_PERSON}
    return certificate(plain, len(results.people))


def method(threshold: int, logged: bool) -> tuple[str, ...]:
    return (
        say(
            "A number stands here only where it counts at least {threshold} people. Where hiding one number would not be "
            "enough, because totals give it away, others are hidden with it; so are answers that all or none of a "
            "group gave.",
            threshold=threshold,
        ),
        say("All tables were checked together: what is hidden in one cannot be worked out from another.")
        if not logged
        else say(
            "All tables were checked together, and against what was released before: what is hidden in one cannot be "
            "worked out from another."
        ),
        say(
            "A need counts as covered where a partner helps in its area by at least a tenth of what would cover it in "
            "full. Coverage counts people who ask; what they need is what they said."
        ),
        say(
            "Networks were designed for everybody at once, under the seats each person offered. The certificate compares "
            "them with a proven bound on the best possible; separate code computed both again."
        ),
    )


def limits() -> tuple[str, ...]:
    return (
        say("These are plans: nobody has agreed yet, and nothing here shows that a partnership works."),
        say("Who did not answer is not counted; they may differ from those who did."),
        say("A covered need has somebody who could help; whether the help is good shows only when people meet."),
        say("Numbers of groups differ for many reasons; nothing here says that one thing causes another."),
    )
