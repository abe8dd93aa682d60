"""What the report may count is what the files and the design say."""

import numpy as np

from constellation.cli.account import results_of
from constellation.cli.files import find_files, load_inputs
from constellation.engine import design
from constellation.packs import load
from tests.cli.design_runs import write

PEOPLE = (
    "person_id,department,rank,stage,seeks,gives\n"
    "a,History,assistant,,1,0\nb,History,associate,,0,1\nc,Law,assistant,,1,0\nd,,assistant,,1,0\n"
    "e,Law,associate,mid-career associate,0,1\n"
)
NEEDS = "person_id,area\na,tenure\na,balance\nc,tenure\n"
OFFERS = "person_id,area,level\nb,tenure,0.8\n"


def facts(folder, **tables):
    inputs = load_inputs(find_files(write(folder, **tables), {}), load("umass"), {}, False, 0)
    return results_of(inputs, design(inputs.problem), "Riverton", {}).facts


def test_a_current_partner_covers_the_areas_the_tie_names_kept_or_not(tmp_path):
    current = "person_id,partner_id,areas,keep\na,b,balance,no\n"

    told = facts(tmp_path, people=PEOPLE, needs=NEEDS, offers=OFFERS, current=current)

    covered = {
        (int(i), told.areas[area])
        for i, area, yes in zip(told.need_person, told.need_area, told.before, strict=True)
        if yes
    }
    assert covered == {(0, "Navigating the tenure track"), (0, "Work-life balance")}


def test_a_near_peer_is_one_rank_above_and_not_long_there(tmp_path):
    told = facts(tmp_path, people=PEOPLE, needs=NEEDS, offers=OFFERS)

    assert told.near_peer.tolist() == [True, False, False, True, False]


def test_near_peers_are_the_same_where_ready_pairs_are_given(tmp_path):
    pairs = "person_id,partner_id,area,help\na,b,tenure,0.8\n"

    told = facts(tmp_path, people=PEOPLE, needs=NEEDS, pairs=pairs)

    assert told.near_peer.tolist() == [True, False, False, True, False]
    assert np.array_equal(told.offer_person, [1])
