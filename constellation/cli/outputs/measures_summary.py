"""A program's measures in few numbers: how many people and ties, mean and quartiles of each measure."""

from dataclasses import dataclass

import numpy as np

from constellation.cli.files.network_file import Program
from constellation.engine.measures import measures, mutuality
from constellation.engine.problem import Floats


@dataclass(frozen=True)
class Spread:
    """Mean and quartiles over the people for whom a measure is defined, nan where for nobody; `undefined`: the others."""

    mean: float
    lower: float
    median: float
    upper: float
    undefined: int


@dataclass(frozen=True)
class Measured:
    """`ties`: pairs of people, `mutual` of them with help in both directions; `without`: people without any; `values`, `spread`: by key of measure."""

    program: Program
    ties: int
    mutual: int
    without: int
    mutuality: float
    values: dict[str, Floats]
    spread: dict[str, Spread]

    @property
    def arcs(self) -> int:
        """Ties by direction: two where both help each other."""
        return self.ties + self.mutual


def measured(program: Program) -> Measured:
    network, values = program.network, measures(program.network)
    share, ties = mutuality(network.help_matrix), network.tied.nnz // 2
    without = int((values["size"] == 0).sum())
    spreads = {key: spread(one) for key, one in values.items()}
    return Measured(program, ties, round(share * ties) if ties else 0, without, share, values, spreads)


def spread(values: Floats) -> Spread:
    """
    >>> spread(np.array([1.0, 2.0, 3.0, np.nan]))
    Spread(mean=2.0, lower=1.5, median=2.0, upper=2.5, undefined=1)
    """
    known = values[~np.isnan(values)]
    undefined = len(values) - len(known)
    if not len(known):
        return Spread(np.nan, np.nan, np.nan, np.nan, undefined)
    lower, median, upper = np.quantile(known, [0.25, 0.5, 0.75]).tolist()
    return Spread(float(known.mean()), lower, median, upper, undefined)
