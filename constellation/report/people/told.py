"""What a person may be told: of themselves what they said, of others what is public, of a design who might help.

Pages are made of this and of nothing else: no need, offer beyond what helps, load, place or address of anybody else can
come onto a page, because none is here.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from constellation.report.results import KeptRow, PersonRow, Results, TieRow


@dataclass(frozen=True)
class Profile:
    """What anybody may know of a person; words are blank where unknown."""

    name: str
    department: str
    college: str
    campus: str
    rank: str
    role: str
    interests: tuple[str, ...]

    @classmethod
    def of(cls, row: PersonRow) -> "Profile":
        return cls(
            row.name or row.person_id, row.department, row.college, row.campus, row.rank, row.role, row.interests
        )


@dataclass(frozen=True)
class Partner:
    """Somebody who helps, in `areas` of what was asked for.

    `role`: what they would be to the person; `why`: the reason without what flows back; `inside`: of the same
    department, None where that is not known; `kept`: a partner already.
    """

    profile: Profile
    role: str
    areas: tuple[str, ...]
    topics: tuple[str, ...]
    why: str
    inside: bool | None
    kept: bool

    @property
    def brings(self) -> float:
        """How much of what was asked for: areas; of as many areas, topics in common."""
        return len(self.areas) + 1 - 0.5 ** len(self.topics)


@dataclass(frozen=True)
class Need:
    """An area asked for; `open`: no suitable partner is free."""

    area: str
    open: bool


@dataclass(frozen=True)
class Told:
    """A person's page in data.  `partners`: those they have, then the suggested ones, who brings more first;
    `gives`: whether they offered help themselves; `asks`: whether they asked for anybody new or for any help."""

    me: Profile
    needs: tuple[Need, ...]
    partners: tuple[Partner, ...]
    gives: bool
    asks: bool = True

    @property
    def suggested(self) -> tuple[Partner, ...]:
        return tuple(one for one in self.partners if not one.kept)

    @property
    def kept(self) -> tuple[Partner, ...]:
        return tuple(one for one in self.partners if one.kept)

    @property
    def open_areas(self) -> tuple[str, ...]:
        return tuple(need.area for need in self.needs if need.open)


def everybody_told(results: Results) -> Iterator[tuple[str, Told]]:
    """Each person's id with what their page may say, in the order of the roster."""
    profiles = {row.person_id: Profile.of(row) for row in results.people}
    ties, kept = defaultdict[str, list[TieRow]](list), defaultdict[str, list[KeptRow]](list)
    for tie in results.ties:
        ties[tie.person_id].append(tie)
    for one in results.kept:
        kept[one.person_id].append(one)
    needs = needs_by_person(results)
    for row in results.people:
        mine = needs[row.person_id]
        had = [from_kept(one, profiles[one.partner_id], mine) for one in kept[row.person_id]]
        new = [from_tie(tie, profiles[tie.partner_id]) for tie in ties[row.person_id]]
        stated = tuple(Need(area, open_) for area, open_ in mine.items())
        asks = row.seeks > 0 or bool(stated)
        partners = (*in_order(had), *in_order(new))
        yield row.person_id, Told(profiles[row.person_id], stated, partners, row.gives > 0, asks)


def in_order(partners: list[Partner]) -> list[Partner]:
    """Who brings more first; of equals by name.

    Never by what a tie contributes: that tells how well somebody said they can help, or who somebody is.
    """
    return sorted(partners, key=lambda one: (-one.brings, one.profile.name.casefold(), one.profile.department))


def needs_by_person(results: Results) -> dict[str, dict[str, bool]]:
    """By person the areas asked for, in the order stated, and whether each is open.

    A need that a partner they have would cover is not, so that nobody reads that a tie of theirs was barred.
    """
    needs = defaultdict[str, dict[str, bool]](dict)
    if facts := results.facts:
        for person, area in zip(facts.need_person.tolist(), facts.need_area.tolist(), strict=True):
            needs[results.people[person].person_id][facts.areas[area]] = False
    for tie in results.ties:
        needs[tie.person_id] |= dict.fromkeys(tie.areas, False)
    had = {(one.person_id, area) for one in results.kept for area in one.would_cover}
    for row in results.unmet:
        needs[row.person_id][row.area] = (row.person_id, row.area) not in had
    return needs


def from_tie(tie: TieRow, profile: Profile) -> Partner:
    return Partner(profile, tie.role, tie.areas, tie.topics, tie.told, tie.inside_department, kept=False)


def from_kept(row: KeptRow, profile: Profile, needs: dict[str, bool]) -> Partner:
    """A partner already, in those areas of theirs that are asked for."""
    areas = tuple(area for area in row.areas if area in needs)
    return Partner(profile, row.role, areas, (), "", row.inside_department, kept=True)
