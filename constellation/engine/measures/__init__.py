"""Network measures: one a file, each with definition, edge case and source; `measures` takes all for everybody.

This list is the table of contents.  A count describes; there is no "more is better" score.
"""

from constellation.engine.measures.blau import blau
from constellation.engine.measures.concentration import concentration
from constellation.engine.measures.constraint import constraint
from constellation.engine.measures.coverage import coverage
from constellation.engine.measures.density import density
from constellation.engine.measures.e_i_index import e_i_index
from constellation.engine.measures.effective_size import effective_size
from constellation.engine.measures.efficiency import efficiency
from constellation.engine.measures.everybody import measures
from constellation.engine.measures.external_share import external_share
from constellation.engine.measures.gaps import gaps
from constellation.engine.measures.iqv import iqv
from constellation.engine.measures.multiplexity import multiplexity
from constellation.engine.measures.mutuality import mutuality, mutuality_by_person
from constellation.engine.measures.network import Network
from constellation.engine.measures.ranges import ranges
from constellation.engine.measures.redundancy import redundancy
from constellation.engine.measures.registry import MEASURES, Measure
from constellation.engine.measures.served import Served
from constellation.engine.measures.size import size
from constellation.engine.measures.strength import strength
from constellation.engine.measures.triangles import ties_among_partners

__all__ = [
    "MEASURES",
    "Measure",
    "Network",
    "Served",
    "measures",
    "size",
    "ranges",
    "external_share",
    "coverage",
    "gaps",
    "redundancy",
    "multiplexity",
    "concentration",
    "mutuality",
    "mutuality_by_person",
    "strength",
    "ties_among_partners",
    "density",
    "effective_size",
    "efficiency",
    "constraint",
    "blau",
    "iqv",
    "e_i_index",
]
