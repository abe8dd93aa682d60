"""The equal list of a team says what the picture shows."""

from constellation.maps.team_data import WHOLE_TEAM, Member, Team, TeamPartner, TeamTie
from constellation.maps.team_examples import small_team
from constellation.maps.team_rows import team_rows
from tests.maps.teams import random_team


def test_help_is_said_at_both_its_ends():
    team = Team("T", (Member("m", "Mia"),), (TeamPartner("p", "Pia", True),), (TeamTie("p", "m"),))

    mia, pia = team_rows(team)

    assert (mia.helps, mia.is_helped_by) == ("", "Pia")
    assert (pia.helps, pia.is_helped_by) == ("Mia", "")


def test_mutual_help_is_said_in_both_directions():
    team = Team("T", (Member("m", "Mia"),), (TeamPartner("p", "Pia", True),), (TeamTie("p", "m", True),))

    mia, _ = team_rows(team)

    assert (mia.helps, mia.is_helped_by) == ("Pia", "Pia")


def test_help_for_everybody_is_said_as_such():
    team = Team("T", (Member("m", "Mia"),), (TeamPartner("p", "Pia", False),), (TeamTie("p", WHOLE_TEAM),))

    _, pia = team_rows(team)

    assert (pia.helps, pia.column) == ("the whole team", "External partners")


def test_everybody_has_one_row_core_first():
    for seed in range(40):
        team = random_team(seed)

        keys = [row.key for row in team_rows(team)]

        assert keys[: len(team.core)] == [member.key for member in team.core]
        assert sorted(keys) == sorted(one.key for one in team.ends)


def test_areas_stand_at_the_partners_who_bring_them():
    row = next(row for row in team_rows(small_team()) if row.key == "full")

    assert row.area_names == "Promotion to full and Balance"
    assert row.end == "a collective"
