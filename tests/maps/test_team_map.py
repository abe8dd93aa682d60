"""The drawing of a grant team: everything inside, nothing on anything else, kinds told apart, rows that stay."""

import re
from dataclasses import replace

import pytest

from constellation.maps.forms import PHONE, POSTER, WIDE
from constellation.maps.network import COLLECTIVE, GROUP, PERSON, PLACEHOLDER
from constellation.maps.team import team_map
from constellation.maps.team_data import WHOLE_TEAM, Member, Team, TeamPartner, TeamTie
from constellation.maps.team_examples import earlier_team, later_team, small_team
from constellation.maps.theme import AUTO, DARK, LIGHT, PRINT
from tests.maps.teams import SVG, meeting, parsed, random_team, texts


@pytest.mark.parametrize(("form", "many"), [(WIDE, 300), (PHONE, 100), (POSTER, 50)], ids=["wide", "phone", "poster"])
def test_in_hundreds_of_teams_no_name_meets_another(form, many):
    for seed in range(many):
        drawn = team_map(random_team(seed), form=form, heading=True)

        told = texts(drawn.svg, "name", "detail", "state", "column", "title")

        assert [(told[a], told[b]) for a, b in meeting([box[1:] for box in told])] == [], seed
        assert [box for box in told if box[1] < 0 or box[3] > drawn.width or box[4] > drawn.height] == [], seed


def test_in_300_teams_no_label_meets_a_sign_or_a_card_of_others():
    for seed in range(300):
        boxes = team_map(random_team(seed), heading=True).boxes
        outer = [box for box in boxes if box.kind in ("node", "label", "card", "heading", "key")]

        pairs = meeting([box[:4] for box in outer])

        strangers = [(outer[a], outer[b]) for a, b in pairs if outer[a].owner != outer[b].owner]
        assert strangers == [], seed


def test_a_member_with_a_label_fits_into_the_card():
    for seed in range(100):
        boxes = team_map(random_team(seed)).boxes
        cards = {box.owner: box for box in boxes if box.kind == "card"}

        labels = [box for box in boxes if box.kind == "label" and box.owner in cards]

        assert len(labels) == len(cards)
        for label in labels:
            card = cards[label.owner]
            assert card.left <= label.left
            assert label.right <= card.right
            assert card.top <= label.top
            assert label.bottom <= card.bottom


def test_internal_stand_left_core_in_the_middle_external_right():
    team = small_team()

    drawn = team_map(team)

    middle = {box.owner: (box.left + box.right) / 2 for box in drawn.boxes if box.kind in ("node", "card")}
    assert {middle[one.key] < 400 for one in team.internal} == {True}
    assert {middle[one.key] for one in team.core} == {500}
    assert {middle[one.key] > 600 for one in team.external} == {True}


def test_rows_stay_when_partners_come_and_go():
    planned = team_map(small_team(), along=[later_team()])
    before = team_map(earlier_team(), places=planned.places)
    after = team_map(later_team(), places=planned.places, before=small_team())

    where = [
        {box.owner: box[:4] for box in drawn.boxes if box.kind in ("node", "card")}
        for drawn in (before, planned, after)
    ]

    assert where[0].items() <= where[1].items()
    assert where[1] == where[2]


def test_someone_new_takes_a_row_that_nobody_has():
    first = team_map(earlier_team())
    guest = TeamPartner("guest", "Guest", True)
    grown = replace(earlier_team(), partners=(guest, *earlier_team().partners))

    later = team_map(grown, places=first.places)

    assert {key: later.places[key] for key in first.places} == first.places
    internal = [later.places[one.key] for one in grown.internal]
    assert min(abs(a - b) for a in internal for b in internal if a is not b) >= 1


def test_two_who_were_given_one_row_are_kept_apart():
    team = earlier_team()

    drawn = team_map(team, places={"ana": 0.0, "librarian": 2.0, "dean": 2.0})

    assert drawn.places["librarian"] == 2.0
    assert abs(drawn.places["dean"] - 2.0) >= 1


def test_a_gap_is_drawn_as_an_open_place_a_group_and_a_collective_have_their_own_outline():
    ends = {"ann": PERSON, "pair": GROUP, "full": COLLECTIVE, "found": PLACEHOLDER}
    partners = tuple(TeamPartner(key, key.title(), True, end=end) for key, end in ends.items())
    team = Team("T", (Member("m", "Mia"),), partners, ())

    drawn = team_map(team, key=False)

    outlines = {}
    for group in parsed(drawn.svg).iter(f"{SVG}g"):
        if (group.get("class") or "").startswith("partner"):
            shapes = [child.tag.removeprefix(SVG) for child in group if child.get("class") in ("node", "inner", "plus")]
            outlines[group.get("class").split()[1]] = shapes
    assert outlines["person"] == ["circle"]
    assert len({tuple(shapes) for shapes in outlines.values()}) == 4
    assert [row.end for row in drawn.rows] == ["", "", "a group", "a collective", "still to be found"]


def test_each_tie_is_one_line_with_arrows_to_who_is_helped():
    team = small_team()

    drawn = parsed(team_map(team, key=False).svg)

    ties = [group for group in drawn.iter(f"{SVG}g") if (group.get("class") or "").startswith("tie")]
    tips = [tip.get("d").count("Z") for group in ties for tip in group if tip.get("class") == "tip"]
    assert len(ties) == len(team.ties)
    assert sum(tips) == sum(2 if tie.both else 1 for tie in team.ties)


def test_an_arrow_ends_at_the_one_who_is_helped():
    team = Team("T", (Member("m", "Mia"),), (TeamPartner("p", "Pia", True),), (TeamTie("m", "p"),))

    drawn = parsed(team_map(team, key=False).svg)

    tip = next(part.get("d") for part in drawn.iter(f"{SVG}path") if part.get("class") == "tip")
    x = float(re.match(r"M([\d.]+)", tip).group(1))
    node = next(box for box in team_map(team).boxes if box.kind == "node")
    assert 0 < x - node.right < 4


def test_a_tie_with_the_whole_team_ends_at_its_frame():
    team = Team(
        "T", (Member("m", "Mia"), Member("n", "Nia")), (TeamPartner("p", "Pia", True),), (TeamTie("p", WHOLE_TEAM),)
    )

    drawn = parsed(team_map(team, key=False).svg)

    frame = next(part for part in drawn.iter(f"{SVG}rect") if part.get("class") == "frame")
    tip = next(part.get("d") for part in drawn.iter(f"{SVG}path") if part.get("class") == "tip")
    assert abs(float(re.match(r"M([\d.]+)", tip).group(1)) - float(frame.get("x"))) < 4


def test_who_is_new_and_who_is_gone_is_said():
    drawn = team_map(later_team(), before=small_team())
    earlier = team_map(small_team(), before=earlier_team())

    after = {row.key: row.status for row in drawn.rows}
    planned = {row.key: row.status for row in earlier.rows}

    assert after["dean"] == "ended"
    assert after["coach"] == ""
    assert planned["coach"] == "new"
    assert planned["scholar"] == "new, planned"
    assert ">ended<" in drawn.svg


def test_long_names_are_shortened_and_told_whole_in_a_title():
    name = "Center for Research on Families " * 8
    team = Team(name, (Member("m", name, name),), (TeamPartner("p", name, False, name),), (TeamTie("p", "m"),))

    svg = team_map(team, heading=True).svg

    assert svg.count(f"<title>{name.strip()} · {name.strip()}</title>") == 2
    assert "…</text>" in svg


def test_names_with_signs_of_markup_are_escaped():
    wild = '<script>alert("1")</script> & \x00\x1b'
    team = Team(
        wild, (Member("m", wild, wild),), (TeamPartner("p", wild, True, wild),), (TeamTie("p", "m"),), date=wild
    )

    drawn = team_map(team, heading=True)

    assert "<script" not in drawn.svg
    assert parsed(drawn.svg).findtext(f"{SVG}title").startswith('<script>alert("1")</script> &')


@pytest.mark.parametrize("theme", [AUTO, LIGHT, DARK, PRINT])
def test_every_id_begins_with_the_prefix_and_is_there_once(theme):
    drawn = parsed(team_map(small_team(), prefix="plan", theme=theme).svg)

    ids = [part.get("id") for part in drawn.iter() if part.get("id")]

    assert ids == ["plan-t", "plan-d"]
    assert (drawn.get("aria-labelledby"), drawn.get("aria-describedby")) == ("plan-t", "plan-d")


def test_on_a_phone_no_letter_is_smaller_than_12_pixels_and_every_name_is_there():
    team = random_team(7)

    drawn = team_map(team, form=PHONE)

    sizes = [float(text.get("font-size")) for text in parsed(drawn.svg).iter(f"{SVG}text")]
    listed = {box.owner for box in drawn.boxes if box.kind == "list"}
    letters = [size for size in sizes if size < 12]
    assert drawn.width == 360
    assert letters == []
    assert listed == {one.key for one in team.ends}
    assert [row.number for row in drawn.rows] == list(range(1, len(team.ends) + 1))


def test_the_same_team_gives_the_same_picture():
    assert team_map(random_team(3)).svg == team_map(random_team(3)).svg


def test_a_team_of_nobody_is_drawn():
    drawn = team_map(Team("", (), (), ()), form=PHONE, heading=True)
    wide = team_map(Team("", (), (), ()))

    assert drawn.rows == ()
    assert wide.svg.count("nobody yet") == 3


@pytest.mark.parametrize(
    "ties",
    [
        (TeamTie("p", "q"),),
        (TeamTie("p", "nobody"),),
        (TeamTie("p", "m", areas=("unknown",)),),
    ],
)
def test_a_tie_that_joins_no_member_or_names_no_area_is_refused(ties):
    partners = (TeamPartner("p", "P", True), TeamPartner("q", "Q", False))

    with pytest.raises(ValueError, match=r"a tie (joins|names)"):
        Team("T", (Member("m", "M"),), partners, ties)


def test_two_ends_with_one_key_are_refused():
    with pytest.raises(ValueError, match="'m'"):
        Team("T", (Member("m", "M"),), (TeamPartner("m", "P", True),), ())
