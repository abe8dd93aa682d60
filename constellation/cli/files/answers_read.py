"""The needs and offers of a run, from whichever of their files there are."""

from pathlib import Path

from constellation.cli.files.answers import (
    NEEDS_COLUMNS,
    OFFERS_COLUMNS,
    OFFERS_REQUIRED,
    REQUIRED,
    AreaOf,
    Needs,
    NoArea,
    Offers,
    no_needs,
    no_offers,
    read_needs,
    read_offers,
)
from constellation.cli.files.roster import Roster
from constellation.cli.files.taken import Takings
from constellation.report.results import Note


def read_answers(
    files: dict[str, Path], roster: Roster, takings: Takings, areas: tuple[AreaOf, NoArea]
) -> tuple[Needs, Offers, list[Note]]:
    """The needs and the offers of their files, none where there is no file."""
    needs, offers, notes = no_needs(), no_offers(), list[Note]()
    if "needs" in files:
        table = takings.table("needs", files["needs"], NEEDS_COLUMNS, REQUIRED)
        needs, said = read_needs(table, roster.place, *areas)
        notes += table.notes + said
    if "offers" in files:
        table = takings.table("offers", files["offers"], OFFERS_COLUMNS, OFFERS_REQUIRED)
        offers, said = read_offers(table, roster.place, *areas)
        notes += table.notes + said
    return needs, offers, notes
