"""The measures by name: the list that tables, pages and documents follow."""

from dataclasses import dataclass

from constellation.words.catalogue import mark


@dataclass(frozen=True)
class Measure:
    """`key`: its column; `name`, `unit`, `definition`: marked, to be said with `say`; `unit` is blank for plain numbers."""

    key: str
    name: str
    unit: str
    definition: str


PARTNERS, SHARE, AREAS = mark("partners"), mark("share"), mark("areas")

MEASURES = (
    Measure("size", mark("Size"), PARTNERS, mark("How many partners a person has.")),
    Measure("range_arenas", mark("Range of arenas"), mark("arenas"), mark("Distinct arenas the partners come from.")),
    Measure("range_roles", mark("Range of roles"), mark("roles"), mark("Distinct roles the partners have.")),
    Measure("external_share", mark("External share"), SHARE, mark("Share of the partners outside the person's own unit.")),
    Measure("coverage", mark("Coverage"), SHARE, mark("Share of the needed areas in which some partner helps.")),
    Measure("gaps", mark("Gaps"), AREAS, mark("Needed areas in which nobody helps.")),
    Measure("redundancy", mark("Redundancy"), PARTNERS, mark("Mean number of partners per covered area.")),
    Measure("multiplexity", mark("Multiplexity"), AREAS, mark("Mean number of areas per tie that helps the person.")),
    Measure("concentration", mark("Concentration"), SHARE, mark("Largest share of the covered areas resting on one partner.")),
    Measure("mutuality", mark("Mutuality"), SHARE, mark("Share of the ties with help in both directions.")),
    Measure("mean_closeness", mark("Mean closeness"), "", mark("Mean closeness of the ties, as the person reports it.")),
    Measure("mean_frequency", mark("Mean frequency"), "", mark("Mean frequency of the ties, as the person reports it.")),
    Measure("ties_among_partners", mark("Ties among partners"), mark("ties"), mark("Pairs of partners who have a tie with each other.")),
    Measure("density", mark("Density"), SHARE, mark("Share of the possible ties among the partners that there are.")),
    Measure("effective_size", mark("Effective size"), PARTNERS, mark("Partners less what they repeat of each other.")),
    Measure("efficiency", mark("Efficiency"), SHARE, mark("Effective size over size.")),
    Measure("constraint", mark("Constraint"), "", mark("How far the partners lead back to each other.")),
    Measure("blau_arenas", mark("Blau index of arenas"), "", mark("Chance that two draws from the partners are of different arenas.")),
    Measure("iqv_arenas", mark("IQV of arenas"), "", mark("Blau index of arenas over the most it could be.")),
    Measure("blau_roles", mark("Blau index of roles"), "", mark("Chance that two draws from the partners are of different roles.")),
    Measure("iqv_roles", mark("IQV of roles"), "", mark("Blau index of roles over the most it could be.")),
    Measure("e_i_index", mark("E-I index"), "", mark("Partners outside the unit less those inside, over both.")),
)  # fmt: skip
