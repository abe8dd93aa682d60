"""What the program office reads: honest sentences, nothing of a file run as markup, a page of bearable size."""

import re
from dataclasses import replace

import pytest

from constellation.cli.outputs import write_all
from constellation.packs import load, supply_study
from constellation.report.certificate import certificate
from constellation.report.page import design_page, supply_page
from constellation.report.results import Coverage, Mend, Note
from constellation.report.sky import LABEL_ROOM, WIDTH, sky
from tests.make import HOSTILE, make_results

MEGABYTES_AT_MOST = 1.5
NBSP = "\N{NO-BREAK SPACE}"


def test_the_certificate_says_value_bound_and_what_the_proof_covers():
    proof = certificate({"value": 1365.2, "bound": 1365.9, "bound_scope": "all pairs"}, people=1300)

    assert proof.lead == (
        "These networks bring 1,365.2 of at most 1,365.9 points anyone could reach under these rules: "
        f"99.94{NBSP}%, proven for all pairs."
    )
    assert any("get on" in sentence for sentence in proof.silent)


def test_a_bound_on_lists_is_not_sold_as_a_bound_on_all_pairs():
    sample = {"people": 500, "mean_gain": 0.0031, "share_of_value": 0.0042, "largest_gain": 0.09}

    proof = certificate({"value": 99.0, "bound": 100.0, "bound_scope": "candidate lists", "sample": sample}, 9000)

    assert "all pairs" not in proof.lead
    said = " ".join(proof.sentences)
    assert "candidate lists only" in said
    assert (
        "500 people drawn at random were answered again against everybody. On average each could gain at most 0.0031"
        in said
    )


def test_a_fair_design_below_a_proven_optimum_is_not_called_the_best():
    fair = certificate({"value": 39.4, "bound": 41.2, "bound_scope": "optimum proven"}, people=40)

    assert fair.figure == "95.63\xa0%"
    assert "no networks" not in fair.lead
    assert "best" in fair.lead


def test_a_proven_optimum_is_called_the_best_there_is():
    proof = certificate({"value": 41.2, "bound": 41.2, "bound_scope": "optimum proven"}, people=40)

    assert proof.figure == f"100{NBSP}%"
    assert "no networks under these rules could bring more" in proof.lead


def test_a_share_just_under_one_is_never_shown_as_100_percent():
    proof = certificate({"value": 99.99999, "bound": 100.0, "bound_scope": "all pairs"}, people=1000)

    assert proof.figure == f"99.99{NBSP}%"


def test_fairness_and_the_worst_served_are_told():
    objective = {"alpha": 1.0, "value": -12.3, "bound": -12.1}
    summary = {"value": 9.0, "bound": 10.0, "bound_scope": "all pairs", "objective": objective, "worst_share": 0.733}

    said = " ".join(certificate(summary, people=10).sentences)

    assert "α = 1" in said
    assert f"73.3{NBSP}%" in said


def test_no_text_of_a_file_becomes_markup(tmp_path):
    attack = HOSTILE[0]
    results = make_results(
        title=attack,
        notes=[Note(attack, attack)],
        mends=[Mend(attack, attack, 1, 1, True)],
        coverage_by_area=[Coverage(attack, 1, 2, 1)],
        summary={"value": 1.0, "bound": 2.0, "bound_scope": "all pairs", "rules": attack, "pack": attack},
    )

    write_all(results, tmp_path)

    for name in ("index.html", "networks.graphml"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "<script" not in text
        assert "&lt;script&gt;" in text


def test_the_page_names_no_address_to_fetch():
    page = design_page(make_results(hostile=False, notes=[]))

    assert not re.findall(r"https?://|src=|@import|url\((?!data:)", page)


@pytest.mark.parametrize("people", [400, 3500])
def test_the_page_stays_small(people):
    page = design_page(make_results(people=people))

    assert len(page.encode()) < MEGABYTES_AT_MOST * 1e6


def test_two_hundred_notes_are_shown_and_all_are_counted():
    page = design_page(make_results(notes=[Note(f"needs.csv line {n}", f"note-{n}.") for n in range(1000)]))

    assert "1,000 notes" in page
    assert "note-199." in page
    assert "note-200." not in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"people": 0, "coverage_by_area": []}, "Nobody stated a need, so there is nothing to cover."),
        ({"load": []}, "Nobody offered a seat, so nobody could be given a partner."),
        ({"unmet": [], "mends": []}, "Nothing: every need stated has a partner who helps."),
        ({"changes": None}, "every tie here is new"),
        ({"ties": []}, "There is no tie to draw yet."),
        ({"notes": []}, "every row was taken as it stood"),
    ],
)
def test_an_empty_section_teaches(changed, sentence):
    assert sentence in design_page(make_results(**changed))


def test_the_page_lists_the_columns_of_a_proof_and_the_confidential_inputs():
    plain, proven = (design_page(make_results(proof=proof)) for proof in (False, True))

    assert 'href="columns.csv"' in proven
    assert 'href="columns.csv"' not in plain
    assert re.search(r'href="inputs/">inputs/</a></dt><dd>confidential above all', plain)


def test_long_names_in_the_sky_take_two_lines_and_stay_whole_in_the_table():
    long = "COLLEGE OF ENGINEERING & APPLIED SCIENCES"
    results = make_results(hostile=False)
    people = [replace(p, department=long if p.department == "History" else p.department) for p in results.people]

    drawn = sky(replace(results, people=people))

    [unit] = (unit for unit in drawn.units if unit.name == long)
    assert unit.label == ["COLLEGE OF", "ENGINEERING & APP…"]
    assert all(unit.label_x + (-LABEL_ROOM if unit.left else LABEL_ROOM) in (4, WIDTH - 4) for unit in drawn.units)
    assert f"<bdi>{long.replace('&', '&amp;')}</bdi></th>" in design_page(replace(results, people=people))


def test_a_supply_study_says_why_nobody_has_a_network_and_what_to_do():
    study = supply_study(["pre-tenure"] * 9, [1] * 9, ["History"] * 9, ["Arts"] * 9, ["North"] * 9, load("umass"))

    page = supply_page(study, "Roster", [])

    assert "Nobody was given a network because nobody asked for one" in page
    assert "--simulate-answers" in page
    assert study.note.split(":")[0] in page
