"""The one gate: tables in, what may be told of them out, and the log with it added."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from constellation.engine.privacy.attacker import attackers
from constellation.engine.privacy.log import EMPTY, Entry, Past, ReleaseLog
from constellation.engine.privacy.moment import moment
from constellation.engine.privacy.protect import Proof, protect
from constellation.engine.privacy.reasons import reasons
from constellation.engine.privacy.released import Released, sentence
from constellation.engine.privacy.system import System, system
from constellation.engine.privacy.table import NOT_A_SUM, Bools, Ints, Table, with_margins
from constellation.engine.privacy.why import SHOWN
from constellation.engine.privacy.withheld import withheld
from constellation.engine.problem import BadProblem
from constellation.words.catalogue import say


@dataclass(frozen=True)
class Release:
    """Tables as they may be told, in the order given; `log`: everything released so far, these included."""

    tables: tuple[Released, ...]
    log: ReleaseLog


def release(tables: Sequence[Table], *, threshold: int, log: ReleaseLog = EMPTY, label: str = "") -> Release:
    """What an audience may be told, all tables and everything told before taken together.

    `threshold`: the fewest people a number may tell of, 2 or more (5 inside the institution, 10 in public).  `label`:
    when, for the log.  Hidden are counts below the threshold, everybody or nobody of a group, numbers that differ by
    fewer people than the threshold from one shown before, and what would let any of these be worked out.
    Raises BadProblem for a threshold below 2 and for tables that count the same people differently.
    Source: docs/privacy.md, docs/decisions/privacy-gate.md.

    >>> row = Table("Needs", "faculty", ("area",), (("teaching", "balance", "grants"),), np.array([12, 5, 3]))
    >>> (told,) = release([row], threshold=5).tables
    >>> told.count("teaching"), told.count("balance"), told.count("grants"), told.count(None)
    (12, None, None, 20)
    """
    if threshold < 2:
        raise BadProblem(say("The threshold is {threshold}: give 2 people or more.", threshold=threshold))
    numbers = system([*(entry.moment() for entry in log.entries), moment(tables)])
    shared = np.zeros(len(numbers.counts), bool)
    for table in tables:
        at = numbers.positions(table)
        shared[at[at != NOT_A_SUM]] = True
    audience = attackers(numbers, tables, threshold, log)
    hidden = ~shared | np.any([attacker.need != 0 for attacker in audience], axis=0)
    proofs = [protect(numbers, attacker, hidden, shared) for attacker in audience]
    show_again(numbers, hidden, shared, proofs)
    hide_lost(numbers, hidden, tables, proofs)
    why = reasons(numbers, hidden, tables, threshold)
    told = tuple(released(table, tables, numbers, hidden, why, proofs, threshold) for table in tables)
    past = tuple(Past(each.table, each.shown) for each in told if each.published)
    return Release(told, log.and_also(Entry(label, threshold, past)) if past else log)


def show_again(numbers: System, hidden: Bools, shared: Bools, proofs: Sequence[Proof]) -> None:
    """Show, in place, what every proof can do without: the dearest first."""
    secret = np.any([proof.attacker.need != 0 for proof in proofs], axis=0)
    left = [(proof.worlds, proof.keeps()) for proof in proofs]
    spare = np.flatnonzero(hidden & shared & ~secret)
    for each in spare[np.argsort(-numbers.cost[spare], kind="stable")]:
        still = [keeps[:, worlds[:, each] == 0] for worlds, keeps in left]
        if all(keeps.any(axis=1).all() for keeps in still):
            hidden[each] = False
            left = [(worlds[worlds[:, each] == 0], keeps) for (worlds, _), keeps in zip(left, still, strict=True)]


def hide_lost(numbers: System, hidden: Bools, tables: Sequence[Table], proofs: Sequence[Proof]) -> None:
    """Hide, in place, all of a table that holds a secret which cannot be kept."""
    for table in tables:
        at = numbers.positions(table)
        if is_lost(at, proofs):
            hidden[at[at != NOT_A_SUM]] = True


def is_lost(at: Ints, proofs: Sequence[Proof]) -> bool:
    return any(np.isin(at, proof.lost).any() for proof in proofs)


def released(
    table: Table,
    tables: Sequence[Table],
    numbers: System,
    hidden: Bools,
    why: NDArray[np.object_],
    proofs: Sequence[Proof],
    threshold: int,
) -> Released:
    at = numbers.positions(table)
    shown = (at != NOT_A_SUM) & ~hidden[at]
    published = bool((table.counts.sum() == 0) | (with_margins(table, table.counts)[shown] > 0).any())
    shown &= published
    reason = np.where(at == NOT_A_SUM, SHOWN, why[at])
    return Released(
        table,
        shown,
        reason,
        published,
        sentence(table, threshold, shown, reason, is_lost(at, proofs)),
        withheld(numbers, table, tables, proofs),
    )
