"""What is odd but no reason to stop: the run ends well, lists it in the log and on the page, and the check agrees."""

import pytest

from tests.cli.design_runs import NEEDS, OFFERS, OFFICE, PEOPLE, command, rows, summary, table, write

MANY = table(
    [(f"p{x}", "History" if x % 2 else "Law", "professor" if x < 3 else "assistant", 9, 1 if x < 3 else 0)
     for x in range(20)],
    "person_id", "department", "rank", "seeks", "gives",
)  # fmt: skip
EVERYBODY = table([(f"p{a}", f"p{b}", "x") for a in range(20) for b in range(a)], "person_id", "partner_id", "reason")
ALL_NEED = table([(f"p{x}", "tenure", 1) for x in range(20)], "person_id", "area", "weight")
THREE_OFFER = table([(f"p{x}", "tenure", 0.8) for x in range(3)], "person_id", "area", "level")
MANY_TABLES = {"people": MANY, "needs": ALL_NEED, "offers": THREE_OFFER}
HEAD = PEOPLE.splitlines()[0] + "\n"
GOES_ON = {
    "blank cells": ({"people": PEOPLE + "cy,,,,,\n"}, "Blank cells stand for what is not known"),
    "an unknown person in conflicts": ({"conflicts": "person_id,partner_id\nada,zoe\n"}, "conflicts.csv line 2"),
    "an unknown person in needs": ({"needs": NEEDS + "zoe,tenure,1\n"}, "needs.csv line 4"),
    "an unknown person in current": ({"current": "person_id,partner_id\nada,zoe\n"}, "current.csv line 2"),
    "an area outside the pack": ({"needs": NEEDS + "ada,juggling,1\n"}, "juggling"),
    "an offer outside the pack": ({"offers": OFFERS + "bo,juggling,1\n"}, "juggling"),
    "demand far above the seats": (MANY_TABLES, "180 partners are sought and 3 seats given: 177 places stay open"),
    "everybody excluded": (MANY_TABLES | {"conflicts": EVERYBODY}, "No suitable partner is free for anybody"),
    "nobody offers": ({"offers": "person_id,area,level\n"}, "Nobody offers help in any area"),
    "nobody has a seat": ({"people": PEOPLE.replace("0,2", "0,0")}, "Nobody has a seat to give"),
    "nobody seeks": ({"people": "person_id,seeks,gives\nada,0,1\nbo,0,1\n"}, "Nobody seeks a partner"),
    "one person": ({"people": "\n".join(PEOPLE.splitlines()[:2]) + "\n"}, "one person alone"),
    "zero people": ({"people": HEAD}, "Nobody is on the roster"),
    "a conflict with oneself": ({"conflicts": "person_id,partner_id\nada,ada\n"}, "conflicts.csv line 2"),
    "no needs at all": ({"needs": "person_id,area,weight\n"}, ""),
}


@pytest.mark.parametrize("fairness", [0, 1])
@pytest.mark.parametrize("case", GOES_ON)
def test_odd_input_goes_on(case, fairness, tmp_path):
    changed, said = GOES_ON[case]
    folder = write(tmp_path / "in", **({"people": PEOPLE, "needs": NEEDS, "offers": OFFERS} | changed))

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", fairness)

    assert run.code == 0, run
    assert "Traceback" not in run.err
    log = " ".join(f"{note['place']}: {note['sentence']}" for note in summary(tmp_path / "out")["log"])
    page = (tmp_path / "out" / OFFICE).read_text(encoding="utf-8")
    assert said in log
    assert said in run.err
    assert said in page
    assert command("check", tmp_path / "out", "--quiet").code == 0


def designed(tmp_path, **tables):
    folder = write(tmp_path / "in", **tables)
    assert command("design", folder, "--out", tmp_path / "out", "--quiet", "--fairness", 0).code == 0
    return tmp_path / "out"


def test_of_demand_far_above_the_seats_every_seat_is_filled_and_the_rest_is_listed(tmp_path):
    out = designed(tmp_path, **MANY_TABLES)

    assert summary(out)["filled"] == summary(out)["seats"] == 3
    assert len(rows(out / "unmet.csv")) == 17


def test_with_everybody_excluded_nobody_has_a_partner_and_the_certificate_is_whole(tmp_path):
    out = designed(tmp_path, **MANY_TABLES, conflicts=EVERYBODY)

    assert (summary(out)["filled"], summary(out)["certified"]) == (0, 1.0)
    assert len(rows(out / "unmet.csv")) == 20


def test_pairs_of_people_who_seek_nobody_or_give_nothing_are_an_empty_design(tmp_path):
    people = "person_id,seeks,gives\nada,0,0\nbo,0,0\n"
    out = designed(tmp_path, people=people, pairs="person_id,partner_id,area,help\nada,bo,x,0.5\n")

    assert (summary(out)["filled"], summary(out)["certified"]) == (0, 1.0)


def test_pairs_by_hand(tmp_path):
    people = "person_id,seeks,gives\nada,1,0\nbo,1,0\ncy,0,1\ndi,0,1\n"
    pairs = "person_id,partner_id,area,help,extra\nada,cy,x,1,\nada,di,x,0.5,0.25\nbo,cy,x,0.5,\nada,cy,y,0.5,\nbo,di,x,0.5,-1\n"
    needs = "person_id,area,weight\nada,x,3\nada,y,1\nbo,x,5\n"

    out = designed(tmp_path, people=people, pairs=pairs, needs=needs)

    ties = {(row["person_id"], row["partner_id"]): float(row["contribution"]) for row in rows(out / "networks.csv")}
    assert ties == {("ada", "di"): pytest.approx(0.75 * 0.5 + 0.25), ("bo", "cy"): pytest.approx(0.5)}
    assert summary(out)["value"] == pytest.approx(1.125)
    assert command("check", out, "--quiet").code == 0
