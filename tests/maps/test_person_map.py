"""What a person's map shows, read back from its SVG."""

import math
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from constellation.maps import (
    AUTO,
    CLOSE,
    COLLECTIVE,
    DARK,
    LIGHT,
    NOW_AND_THEN,
    PHONE,
    PLACEHOLDER,
    POSTER,
    PRINT,
    WIDE,
    Area,
    Gap,
    Network,
    Partner,
    Sector,
    map_style,
    person_map,
)
from constellation.maps.examples import planned_network, small_network
from constellation.words import in_language
from tests.maps.networks import random_network
from tests.maps.test_person_overlap import meetings

SVG = "{http://www.w3.org/2000/svg}"


def read(drawn) -> etree._Element:
    return etree.fromstring(drawn.svg.encode())


def groups(drawn, look: str) -> list[etree._Element]:
    """Marks and ties with this look, the key's signs left out."""
    return [
        group
        for group in read(drawn).iter(f"{SVG}g")
        if look in (group.get("class") or "").split() and has_title(group)
    ]


def has_title(group) -> bool:
    return group.find(f"{SVG}title") is not None


def group_of(drawn, name: str) -> etree._Element:
    """The mark of the partner or open place of this name."""
    marks = (group for group in read(drawn).iter(f"{SVG}g") if has_title(group))
    return next(group for group in marks if group.findtext(f"{SVG}title").split(" · ")[0] == name)


def words_in(element) -> str:
    return " ".join("".join(text.itertext()) for text in element.iter(f"{SVG}text"))


def one_partner(**changes) -> Network:
    partner = replace(Partner("ana", "Ana Ruiz", "here", areas=("work",)), **changes)
    return Network("", (partner,), (), (Sector("here", "Here"),), (Area("work", "Work", "W"),))


def centre_of(drawn) -> tuple[float, float]:
    hub = next(box for box in drawn.boxes if box.kind == "hub")
    return (hub.left + hub.right) / 2, (hub.top + hub.bottom) / 2


def arrow_tips(drawn) -> list[float]:
    """How far from the centre of the sky each tie's arrow points end."""
    x, y = centre_of(drawn)
    sky = etree.fromstring(drawn.svg.encode())
    ties = [
        path for path in sky.iter(f"{SVG}path") if path.get("class") == "tip" and path.getparent().getparent() is sky
    ]
    tips = [path.get("d").split("L")[0][1:].split(",") for path in ties]
    return [math.hypot(float(a) - x, float(b) - y) for a, b in tips]


def test_an_arrow_points_to_the_one_who_is_helped():
    reach = WIDE.sky / 2

    helped, helper, mutual = (
        arrow_tips(person_map(one_partner(helps_me=to_me, i_help=from_me)))
        for to_me, from_me in ((True, False), (False, True), (True, True))
    )

    assert len(helped) == len(helper) == 1
    assert len(mutual) == 2
    assert helped[0] < WIDE.hub + 10 < reach < helper[0]


def test_a_gap_is_drawn_as_an_open_place():
    drawn = person_map(small_network())

    place = group_of(drawn, "Leadership")

    assert place.get("class") == "open"
    assert place.find(f"{SVG}path[@class='plus']") is not None
    assert "nobody yet" in words_in(place)


def test_every_area_is_a_letter_in_a_dot_whatever_their_number():
    areas = tuple(Area(f"a{n}", f"Area {n}", f"{n}") for n in range(9))
    network = replace(one_partner(areas=tuple(area.key for area in areas[:7])), areas=areas)

    moons = [g for g in group_of(person_map(network), "Ana Ruiz").iter(f"{SVG}g") if g.get("class") == "moon"]

    assert [words_in(moon) for moon in moons] == list("0123456")
    colours = [moon.find(f"{SVG}circle").get("class") for moon in moons]
    assert colours == ["a0", "a1", "a2", "a3", "a4", "a0", "a1"]


def test_more_areas_than_fit_end_in_how_many_are_left():
    areas = tuple(Area(f"a{n}", f"Area {n}", f"{n}") for n in range(9))
    network = replace(one_partner(areas=tuple(area.key for area in areas)), areas=areas)

    moons = [g for g in group_of(person_map(network), "Ana Ruiz").iter(f"{SVG}g") if g.get("class") == "moon"]

    assert words_in(moons[-1]) == "+3"


@pytest.mark.parametrize("seed", range(40))
def test_everybody_who_is_still_there_stays_exactly_where_they_were(seed):
    form = (WIDE, PHONE, POSTER)[seed % 3]
    chance, network = Random(seed), random_network(seed, partners=18, gaps=3)
    stay = tuple(one for one in network.partners if chance.random() < 0.8)
    come = tuple(replace(one, key=f"new {one.key}") for one in random_network(seed + 999, partners=5).partners)
    come = tuple(replace(one, sector=chance.choice(network.sectors).key) for one in come)
    later = replace(network, partners=stay + come, gaps=network.gaps[1:])

    first = person_map(network, form=form)
    second = person_map(later, form=form, places=first.places, before=network)

    for key in (one.key for one in stay):
        assert second.places.partners[key] == first.places.partners[key]
    for gap in later.gaps:
        assert second.places.gaps[gap.area] == first.places.gaps[gap.area]
    assert spot_of(second, "partner", stay) == spot_of(first, "partner", stay)
    assert meetings(second.boxes) == []


def spot_of(drawn, kind: str, partners) -> dict:
    """The middle of each partner's mark in the picture."""
    keys = {f"{kind} {one.key}" for one in partners}
    nodes = [box for box in drawn.boxes if box.kind == "node" and box.owner in keys]
    return {box.owner: (round(box.left + box.right, 6), round(box.top + box.bottom, 6)) for box in nodes}


def test_who_came_closer_moves_in_along_their_own_tie():
    far, near = one_partner(ring=NOW_AND_THEN), one_partner(ring=CLOSE)

    first = person_map(far)
    second = person_map(near, places=first.places)

    before, after = first.places.partners["ana"], second.places.partners["ana"]
    assert after.angle == pytest.approx(before.angle)
    assert after.radius < before.radius


def test_before_and_planned_tell_new_planned_and_ended_in_words_and_shape():
    drawn = person_map(planned_network(), before=small_network())

    dean, coach = group_of(drawn, "Associate dean"), group_of(drawn, "Writing coach")

    assert dean.get("class") == "planned"
    assert "new" in words_in(dean)
    assert coach.get("class") == "ended"
    assert "ended" in words_in(coach)
    status = {row.name: row.status for row in drawn.rows}
    assert (status["Associate dean"], status["Writing coach"], status["Near peer"]) == ("new, planned", "ended", "")


def test_who_ended_has_no_tie():
    with_coach, without = small_network(), planned_network()

    ended = person_map(without, before=with_coach)

    tied = [row for row in ended.rows if not row.is_gap and row.status != "ended"]
    lines = [line for line in read(ended).iter(f"{SVG}line") if line.get("class") == "tie"]
    in_the_key = 3
    assert len(lines) == len(tied) + in_the_key


def test_places_to_come_are_kept_free_from_the_start():
    now, planned = small_network(), planned_network()

    first = person_map(now, along=[planned])
    second = person_map(planned, places=first.places)

    assert first.places.partners["dean"] == second.places.partners["dean"]
    assert not [row for row in first.rows if row.key == "dean"]


def test_a_collective_a_placeholder_and_a_core_partner_look_different():
    collective, seeker, core = (
        group_of(person_map(one_partner(**change)), "Ana Ruiz")
        for change in ({"end": COLLECTIVE}, {"end": PLACEHOLDER}, {"core": True})
    )

    assert collective.find(f"{SVG}polygon") is not None
    assert "?" in words_in(seeker)
    assert core.get("class") == "core"


def test_the_same_network_gives_the_same_picture():
    one, other = (person_map(random_network(5)) for _ in range(2))

    assert one == other


def test_two_maps_on_a_page_share_no_id():
    one, other = (set(read(person_map(small_network(), prefix=name)).xpath("//@id")) for name in ("one", "two"))

    assert len(one) == 6
    assert not one & other


@pytest.mark.parametrize("form", [WIDE, PHONE, POSTER], ids=lambda form: form.name)
def test_the_list_says_everything_that_the_picture_shows(form):
    network = random_network(8, partners=25, gaps=5)

    drawn = person_map(network, form=form)

    assert {row.key for row in drawn.rows if not row.is_gap} == {one.key for one in network.partners}
    assert {row.key for row in drawn.rows if row.is_gap} == {gap.area for gap in network.gaps}
    row, one = drawn.rows[0], next(one for one in network.partners if one.key == drawn.rows[0].key)
    assert row.name == " ".join(one.name.split())
    assert [area.key for area in row.areas] == list(one.areas)
    assert row.closeness in ("close", "regular", "now and then")


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT])
def test_a_fixed_look_needs_no_variables(theme):
    svg = person_map(small_network(), theme=theme).svg

    assert "var(" not in svg
    assert "prefers-color-scheme" not in svg


def test_style_can_be_told_once_for_many_maps():
    bare = person_map(small_network(), styled=False).svg

    assert "<style>" not in bare
    assert person_map(small_network()).svg.count(map_style(AUTO)) == 1


def test_title_and_description_are_said():
    drawn = person_map(small_network("Ana Ruiz"))

    root = read(drawn)

    assert root.get("role") == "img"
    title, description = (root.find(f"*[@id='{name}']").text for name in root.get("aria-labelledby").split())
    assert title == "The network of Ana Ruiz, November 2026"
    assert description.startswith("8 partners. In 4 sectors. 3 ties with help in both directions. 2 open places:")


@pytest.mark.parametrize("form", [WIDE, PHONE, POSTER], ids=lambda form: form.name)
def test_nobody_yet_is_a_sky_too(form):
    drawn = person_map(Network("", (), (), (), ()), form=form)

    assert read(drawn).tag == f"{SVG}svg"
    assert drawn.rows == ()
    assert "Nobody yet." in drawn.description


@pytest.mark.parametrize("form", [WIDE, PHONE, POSTER], ids=lambda form: form.name)
def test_of_300_partners_everybody_has_a_mark_and_a_row(form):
    network = random_network(2, partners=300, gaps=3)

    drawn = person_map(network, form=form)

    marks = {box.owner for box in drawn.boxes if box.kind == "node"}
    assert marks >= {f"partner {one.key}" for one in network.partners}
    assert len(drawn.rows) == 303
    assert meetings([box for box in drawn.boxes if box.kind in ("label", "hub", "sector")]) == []


def test_what_refers_to_nothing_known_is_named_by_its_key():
    network = Network("", (Partner("a", "Ana", "nowhere", ring=7, areas=("magic",)),), (Gap("luck"),), (), ())

    drawn = person_map(network)

    assert drawn.rows[0].sector == "nowhere"
    assert {area.name for row in drawn.rows for area in row.areas} == {"magic", "luck"}


def test_partners_with_the_same_key_are_both_shown():
    twice = replace(one_partner(), partners=one_partner().partners * 2)

    drawn = person_map(twice)

    assert len(drawn.rows) == len({row.key for row in drawn.rows}) == 2


def test_a_name_that_is_cut_stands_whole_where_a_pointer_rests():
    name = "Maximiliana " * 20

    mark = group_of(person_map(one_partner(name=name)), " ".join(name.split()))

    assert "…" in words_in(mark)


def test_names_from_right_to_left_are_said_so():
    mark = group_of(person_map(one_partner(name="נועה לוי")), "נועה לוי")

    name = next(text for text in mark.iter(f"{SVG}text") if text.get("class") == "bold" and text.text == "נועה לוי")

    assert name.get("direction") == "rtl"


@given(name=st.text(max_size=60), detail=st.text(max_size=60), area=st.text(max_size=5))
def test_any_text_gives_a_picture_that_can_be_read(name, detail, area):
    partner = Partner("key", name, "here", detail=detail, areas=("a",))
    network = Network(
        name, (partner,), (Gap("a", detail),), (Sector("here", name),), (Area("a", detail, area),), detail
    )

    drawn = person_map(network, form=PHONE)

    assert read(drawn).tag == f"{SVG}svg"
    assert meetings(drawn.boxes) == []


def test_the_words_are_in_the_readers_language():
    with in_language("es"):
        drawn = person_map(small_network())

    assert len(drawn.rows) == 10
