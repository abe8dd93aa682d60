"""Further figures that the hidden counts do not keep hidden: where a possible world of people moves no such figure."""

from collections.abc import Sequence

import numpy as np

from constellation.engine.privacy.protect import Proof
from constellation.engine.privacy.system import System
from constellation.engine.privacy.table import NOT_A_SUM, Floats, Table, with_margins


def withheld(numbers: System, table: Table, tables: Sequence[Table], proofs: Sequence[Proof]) -> frozenset[str]:
    """The names of the table's figures that could be worked out for a hidden count, or that everybody has none of.

    A small part of a world's move, done to the figures, leaves every line true; it is possible in one of its two
    directions where no figure at 0 would sink.
    """
    at = numbers.positions(table)
    here = at[at != NOT_A_SUM]
    return frozenset(
        name
        for name, figures in table.values.items()
        if not np.any(figures) or not all(kept(proof, everywhere(numbers, name, tables), here) for proof in proofs)
    )


def kept(proof: Proof, figure: Floats, here: np.ndarray) -> bool:
    """Whether each secret of the table stands in a world whose move the figures could follow."""
    empty = figure <= 0
    up = ~(proof.worlds[:, empty] < 0).any(axis=1)
    down = ~(proof.worlds[:, empty] > 0).any(axis=1)
    secret = np.intersect1d(proof.attacker.secrets, here)
    return bool((proof.worlds[up | down][:, secret] != 0).any(axis=0).all())


def everywhere(numbers: System, name: str, tables: Sequence[Table]) -> Floats:
    """The figure of each number, infinite where no table tells it: what is not told cannot run out."""
    figure = np.full(len(numbers.counts), np.inf)
    for table in tables:
        if name in table.values:
            at = numbers.positions(table)
            figure[at[at != NOT_A_SUM]] = with_margins(table, table.values[name])[at != NOT_A_SUM]
    return figure
