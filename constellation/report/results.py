"""What a design run tells people: plain rows that every output (CSV, JSON, GraphML, page) is written from."""

from dataclasses import dataclass, field
from typing import Any

from constellation.report.facts import Facts

SIMULATED = "simulated answers"  # the watermark: on every file and page of a run with drawn answers


@dataclass(frozen=True)
class Note:
    """Something done to the input and said: `place` is file and line ("needs.csv line 4"), `sentence` says what and the
    mend."""

    place: str
    sentence: str


@dataclass(frozen=True)
class TieRow:
    """`partner_id` helps `person_id`; `topics` in common; `mutual`: the person can help back in an area the partner
    needs.

    `reason` is for the office, as it may say what the partner needs; `told` is the same for the person, without that.
    """

    person_id: str
    partner_id: str
    role: str
    areas: tuple[str, ...]
    contribution: float
    inside_department: bool | None
    reason: str
    topics: tuple[str, ...] = ()
    mutual: bool = False
    told: str = ""


@dataclass(frozen=True)
class UnmetRow:
    person_id: str
    area: str
    reason: str
    mend: str


@dataclass(frozen=True)
class PersonRow:
    """`coverage`, `share_of_best`: 0-1, None where nothing was needed; `load`: new places given of `gives`."""

    person_id: str
    name: str
    department: str
    college: str
    rank: str
    seeks: int
    partners: int
    coverage: float | None
    value: float
    share_of_best: float | None
    gives: int
    load: int
    campus: str = ""
    stage: str = ""
    role: str = "faculty"
    interests: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptRow:
    """A partner whom the person said they have and keep, with the areas the tie names.

    Where it does not count, a conflict bars it: it is for the person's own page alone, which reads as if nothing
    barred it, with the needs that it `would_cover` not open.
    """

    person_id: str
    partner_id: str
    role: str
    areas: tuple[str, ...]
    inside_department: bool | None
    counts: bool = True
    would_cover: tuple[str, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """Of `needs` stated needs in a group (an area, a department), `covered` have a partner who helps."""

    group: str
    people: int
    needs: int
    covered: int


@dataclass(frozen=True)
class Load:
    """Seats offered and filled in a group of givers."""

    group: str
    givers: int
    seats: int
    filled: int


@dataclass(frozen=True)
class Mend:
    """`seats` more for `area` in `unit` would serve `people` whose need is open; `offered`: whether anybody offers
    it."""

    area: str
    unit: str
    seats: int
    people: int
    offered: bool


@dataclass(frozen=True)
class Changes:
    """Against `current`: ties kept as they are, current ties that were only compared and proposed again or not, and new
    ties."""

    kept: int
    proposed_again: int
    not_proposed: int
    new: int


@dataclass(frozen=True)
class Results:
    """`summary` holds summary.json as it is written; `simulated`: every file and page carries the watermark
    SIMULATED; `stopped`: the run was interrupted, the best design so far is shown and marked; `proof`: columns.csv is
    written beside them."""

    title: str
    simulated: bool
    stopped: bool
    summary: dict[str, Any]
    ties: list[TieRow]
    unmet: list[UnmetRow]
    people: list[PersonRow]
    prices: list[tuple[str, float]]
    coverage_by_area: list[Coverage]
    coverage_by_department: list[Coverage]
    load: list[Load]
    mends: list[Mend]
    changes: Changes | None
    notes: list[Note] = field(default_factory=list)
    proof: bool = False
    facts: Facts | None = None
    kept: list[KeptRow] = field(default_factory=list)
