"""All measures of all people at once."""

import numpy as np

from constellation.engine.measures.blau import blau
from constellation.engine.measures.concentration import concentration
from constellation.engine.measures.constraint import constraint
from constellation.engine.measures.coverage import coverage
from constellation.engine.measures.density import density
from constellation.engine.measures.e_i_index import e_i_index
from constellation.engine.measures.effective_size import effective_size
from constellation.engine.measures.efficiency import efficiency
from constellation.engine.measures.external_share import external_share
from constellation.engine.measures.gaps import gaps
from constellation.engine.measures.iqv import iqv
from constellation.engine.measures.multiplexity import multiplexity
from constellation.engine.measures.mutuality import mutuality_by_person
from constellation.engine.measures.network import Network
from constellation.engine.measures.ranges import ranges
from constellation.engine.measures.redundancy import redundancy
from constellation.engine.measures.size import size
from constellation.engine.measures.strength import strength
from constellation.engine.measures.triangles import ties_among_partners
from constellation.engine.problem import Floats


def measures(network: Network) -> dict[str, Floats]:
    """Every measure of `MEASURES` by its key, each of shape (N,), nan where it is undefined or cannot be known.

    Without needs, coverage and gaps are nan, and redundancy and concentration speak of all areas in which somebody
    helps; without any area all five of areas are nan.  Range is nan where a person has partners and no category of
    any of them is known.  There is no "more is better" score among them.

    >>> found = measures(Network.of(3, np.array([0, 0]), np.array([1, 2]), helps=np.array([True, False])))
    >>> found["size"].tolist(), found["mutuality"].tolist(), found["coverage"].tolist()
    ([2.0, 1.0, 1.0], [0.5, 1.0, 0.0], [nan, nan, nan])
    """
    return of_shape(network) | of_variety(network) | of_areas(network) | of_strength(network)


def of_shape(network: Network) -> dict[str, Floats]:
    n, t = size(network.tied), ties_among_partners(network.tied)
    return {
        "size": n,
        "ties_among_partners": t,
        "density": density(n, t),
        "effective_size": effective_size(n, t),
        "efficiency": efficiency(n, t),
        "constraint": constraint(network.tied),
    }


def of_variety(network: Network) -> dict[str, Floats]:
    arenas = network.counts(network.arena, network.own_arena, network.arenas)
    roles = network.counts(network.role, network.own_role, network.roles)
    external, internal = by_unit(network)
    found = {"external_share": external_share(external, internal), "e_i_index": e_i_index(external, internal)}
    for name, counts in (("arenas", arenas), ("roles", roles)):
        distinct = ranges(counts)
        unknown = (distinct == 0) & ((size(network.tied) > 0) | (counts.shape[1] == 0))
        found[f"range_{name}"] = np.where(unknown, np.nan, distinct)
        found |= {f"blau_{name}": blau(counts), f"iqv_{name}": iqv(counts)}
    return found


def by_unit(network: Network) -> tuple[Floats, Floats]:
    """Partners outside and inside each person's unit, both units known, shape (N,) each."""
    person, partner = network.ends
    mine, theirs = network.unit[person], network.unit[partner]
    known, same = (mine >= 0) & (theirs >= 0), mine == theirs
    outside = np.bincount(person[known & ~same], minlength=network.people)
    return outside.astype(np.float64), np.bincount(person[known & same], minlength=network.people).astype(np.float64)


def of_areas(network: Network) -> dict[str, Floats]:
    helps = network.help_matrix
    unknown, needs = np.full(network.people, np.nan), network.needs
    if not network.areas_known:
        return dict.fromkeys(("coverage", "gaps", "redundancy", "multiplexity", "concentration"), unknown)
    served = network.served if needs is None else network.served.within(needs)
    return {
        "coverage": unknown if needs is None else coverage(served, needs),
        "gaps": unknown if needs is None else gaps(served, needs),
        "redundancy": redundancy(served),
        "multiplexity": multiplexity(network.served, helps),
        "concentration": concentration(served),
    }


def of_strength(network: Network) -> dict[str, Floats]:
    return {
        "mutuality": mutuality_by_person(network.help_matrix),
        "mean_closeness": strength(network.people, network.person, network.closeness),
        "mean_frequency": strength(network.people, network.person, network.frequency),
    }
