"""The equal list of a team's map: everybody of the core and every partner, with who helps whom, as rows of words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from constellation.maps.network import COLLECTIVE, CURRENT, ENDED, GROUP, PLACEHOLDER, PLANNED, Area
from constellation.maps.svg import plain
from constellation.maps.team_data import WHOLE_TEAM, Member, Team, TeamPartner, TeamTie
from constellation.words import listed, mark, say

CORE, INTERNAL, EXTERNAL = mark("Core team"), mark("Internal partners"), mark("External partners")
ENDS = {GROUP: mark("a group"), COLLECTIVE: mark("a collective"), PLACEHOLDER: mark("still to be found")}


@dataclass(frozen=True)
class TeamRow:
    """One member or partner in words of the reader's language.

    `column`: core team, internal or external partners; `end`: "" for a person, else what the end is; `status`: "",
    new, planned or ended; `helps`, `is_helped_by`: whom, as said; `number`: the one in the picture, where one stands.
    """

    key: str
    name: str
    detail: str
    column: str
    areas: tuple[Area, ...]
    helps: str
    is_helped_by: str
    end: str = ""
    status: str = ""
    number: int | None = None

    @property
    def area_names(self) -> str:
        """The areas as they are said: "teaching and balance"."""
        return listed([area.name for area in self.areas])


def team_rows(
    team: Team, *, before: Team | None = None, numbers: Mapping[str, int] | None = None
) -> tuple[TeamRow, ...]:
    """The core, then internal, then external partners; who was there `before` and is gone stands in as ended.

    A tie that ended is said of nobody; one that is planned is said as planned.

    >>> from constellation.maps.team_examples import small_team
    >>> row = team_rows(small_team())[0]
    >>> row.name, row.is_helped_by, row.area_names
    ('Ana Ruiz', 'Dina Shah, Subject librarian and External scholar (planned)', 'Writing and Grants')
    """
    shown, states = compared(team, before)
    numbers = numbers or {}
    columns: list[tuple[str, tuple[Member, ...] | tuple[TeamPartner, ...]]] = [
        (CORE, shown.core), (INTERNAL, shown.internal), (EXTERNAL, shown.external)
    ]  # fmt: skip
    return tuple(
        TeamRow(
            one.key,
            plain(one.name),
            plain(one.detail),
            say(column),
            tuple(shown.areas_of(one.key)),
            others(shown, one.key, giving=True),
            others(shown, one.key, giving=False),
            say(ENDS.get(getattr(one, "end", ""), "")),
            states.get(one.key, ""),
            numbers.get(one.key),
        )
        for column, ends in columns
        for one in ends
    )


def others(team: Team, key: str, *, giving: bool) -> str:
    """Whom this end helps, or who helps it."""
    names = names_of(team)
    found: dict[str, None] = {}
    for tie in team.ties:
        if tie.status != ENDED:
            forth, back = (tie.helper, tie.helped) if giving else (tie.helped, tie.helper)
            if forth == key:
                found[said(names[back], tie)] = None
            elif back == key and tie.both:
                found[said(names[forth], tie)] = None
    return listed(list(found))


def said(name: str, tie: TeamTie) -> str:
    return say("{name} (planned)", name=name) if tie.status == PLANNED else name


def names_of(team: Team) -> dict[str, str]:
    """What each end is called; the core team together by that name."""
    ends = {one.key: plain(one.name) for one in team.ends}
    return ends | {WHOLE_TEAM: say("the whole team")}


def compared(team: Team, before: Team | None) -> tuple[Team, dict[str, str]]:
    """The team with those who are gone since `before` as ended, and the word for everybody whose state needs one."""
    here = {one.key for one in team.ends}
    states = {one.key: say("planned") for one in team.partners if one.status == PLANNED}
    states |= {one.key: say("ended") for one in team.partners if one.status == ENDED}
    if before is None:
        return team, states
    known = {one.key for one in before.ends}
    for one in team.ends:
        if one.key not in known and getattr(one, "status", CURRENT) != ENDED:
            states[one.key] = say("new, planned") if one.key in states else say("new")
    gone = [one for one in before.partners if one.key not in here and one.status != ENDED]
    left = [one for one in before.core if one.key not in here]
    states |= dict.fromkeys([*(one.key for one in gone), *(one.key for one in left)], say("ended"))
    return with_the_gone(team, before, left, gone), states


def with_the_gone(team: Team, before: Team, left: list[Member], gone: list[TeamPartner]) -> Team:
    pairs = {frozenset((tie.helper, tie.helped)) for tie in team.ties}
    core, partners = (*team.core, *left), (*team.partners, *(replace(one, status=ENDED) for one in gone))
    ends = {one.key for one in core} | {one.key for one in partners} | {WHOLE_TEAM}
    areas = {area.key: area for area in (*before.areas, *team.areas)}  # the team's own words win
    ties = [
        replace(tie, status=ENDED)
        for tie in before.ties
        if tie.status != ENDED and frozenset((tie.helper, tie.helped)) not in pairs and {tie.helper, tie.helped} <= ends
    ]
    return replace(team, core=core, partners=partners, ties=(*team.ties, *ties), areas=tuple(areas.values()))
