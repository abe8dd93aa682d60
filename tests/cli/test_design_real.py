"""Real rosters, real bids and a real network of managers go through the whole path, and the check agrees."""

import math
from collections import defaultdict

import pytest

from tests.cli.design_runs import change_rows, command, files, rows, summary, table, write


def agreed(folder, out, *words):
    run = command("design", folder, "--out", out, "--quiet", *words)
    assert run.code == 0, run
    checked = command("check", out, "--quiet")
    assert checked.code == 0, checked.out
    return summary(out)


@pytest.fixture(scope="module")
def iowa(shared_data, tmp_path_factory):
    """Everybody at the newest year of the roster."""
    newest = {}
    for row in rows(shared_data / "rosters" / "isu_professors_2007_2018_half_a.csv"):
        known = newest.get(row["person_id"])
        if known is None or int(row["fiscal_year"]) > int(known["fiscal_year"]):
            newest[row["person_id"]] = row
    last = max(int(row["fiscal_year"]) for row in newest.values())
    here = [row for row in newest.values() if int(row["fiscal_year"]) == last]
    columns = ("person_id", "rank", "department", "college")
    people = table([[row[column] for column in columns] for row in here], *columns)
    return write(tmp_path_factory.mktemp("iowa") / "in", people=people)


def test_a_roster_of_professors_is_studied(iowa, tmp_path):
    run = command("design", iowa, "--out", tmp_path / "out", "--quiet")

    told = summary(tmp_path / "out")
    assert run.code == 0
    assert told["people"] == len(rows(iowa / "people.csv")) > 500
    assert "networks.csv" not in files(tmp_path / "out")
    assert sum(float(row["expected"]) for row in rows(tmp_path / "out" / "expected_needs.csv")) > 0


def test_a_roster_of_professors_is_designed_with_drawn_answers(iowa, tmp_path):
    run = command("design", iowa, "--simulate-answers", "--fairness", 0, "--out", tmp_path / "out", "--quiet")

    told = summary(tmp_path / "out")
    assert run.code == 0, run
    assert told["certified"] >= 0.99
    assert told["filled"] > 100
    assert "simulated answers" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8").casefold()


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("fairness", [0, 1])
def test_published_bids_of_reviewers_are_certified_and_checked(shared_data, number, fairness, tmp_path):
    bids = rows(shared_data / "matching" / f"preflib_conference{number}_bids.csv")
    papers, reviewers = sorted({row["paper"] for row in bids}), sorted({row["reviewer"] for row in bids})
    gives = math.ceil(3 * len(papers) / len(reviewers))
    people = [(f"paper {paper}", 3, 0) for paper in papers] + [(f"reviewer {one}", 0, gives) for one in reviewers]
    ends = [(f"paper {row['paper']}", f"reviewer {row['reviewer']}", row) for row in bids]
    folder = write(
        tmp_path / "in",
        people=table(people, "person_id", "seeks", "gives"),
        pairs=table([(a, b, "reviewing", int(row["bid"]) / 4) for a, b, row in ends],
                    "person_id", "partner_id", "area", "help"),
        conflicts=table([(a, b, "declared") for a, b, row in ends if row["conflict"] == "1"],
                        "person_id", "partner_id", "reason"),
    )  # fmt: skip

    told = agreed(folder, tmp_path / "out", "--fairness", fairness)

    assert told["certified"] >= 0.998
    apart = {(a, b) for a, b, row in ends if row["conflict"] == "1"}
    assert apart
    assert not apart & {(row["person_id"], row["partner_id"]) for row in rows(tmp_path / "out" / "networks.csv")}


@pytest.fixture(scope="module")
def managers(shared_data, tmp_path_factory):
    """Krackhardt's 21 managers: advice is who they turn to now, nobody is paired with whom they report to."""
    nodes = rows(shared_data / "networks" / "krackhardt_hightech_nodes.csv")
    ties = defaultdict(list)
    for row in rows(shared_data / "networks" / "krackhardt_hightech_ties.csv"):
        ties[row["relation"]].append((f"m{row['from']}", f"m{row['to']}"))
    asked = defaultdict(int)
    for _, adviser in ties["advice"]:
        asked[adviser] += 1
    who = [f"m{node['id']}" for node in nodes]
    folder = tmp_path_factory.mktemp("managers") / "in"
    write(
        folder,
        people=table([(f"m{node['id']}", f"Department {node['dept']}", 2, min(3, asked[f"m{node['id']}"] // 4))
                      for node in nodes], "person_id", "department", "seeks", "gives"),
        needs=table([(one, area, 1) for one in who for area in ("skills", "networks")], "person_id", "area", "weight"),
        offers=table([(one, "skills" if x % 2 else "networks", min(0.9, asked[one] / 20)) for x, one in enumerate(who)
                      if asked[one]], "person_id", "area", "level"),
        current=table([(a, b, "skills", "no") for a, b in ties["advice"]], "person_id", "partner_id", "areas", "keep"),
        conflicts=table([(a, b, "reports to") for a, b in ties["reports"]], "person_id", "partner_id", "reason"),
    )  # fmt: skip
    return folder, ties


def made(out):
    return {(row["person_id"], row["partner_id"]) for row in rows(out / "networks.csv")}


def test_managers_who_compare_with_present_advice_may_be_advised_by_the_same_again(managers, tmp_path):
    folder, ties = managers

    told = agreed(folder, tmp_path / "out", "--fairness", 0)

    assert told["bound_scope"] == "optimum proven"
    assert made(tmp_path / "out") & set(ties["advice"])
    assert not made(tmp_path / "out") & ({*ties["reports"]} | {(b, a) for a, b in ties["reports"]})


def test_managers_who_keep_present_advice_are_worth_more_and_get_only_new_advisers(managers, tmp_path):
    folder, ties = managers
    kept = write(tmp_path / "kept", **{path.stem: path.read_bytes() for path in folder.glob("*.csv")})
    change_rows(kept / "current.csv", lambda current: [{**row, "keep": "yes"} for row in current])

    compared = agreed(folder, tmp_path / "compared", "--fairness", 0)
    told = agreed(kept, tmp_path / "out", "--fairness", 0)

    apart = {*ties["reports"]} | {(b, a) for a, b in ties["reports"]}
    assert told["value"] > compared["value"]
    assert not made(tmp_path / "out") & (set(ties["advice"]) | apart)
    assert made(tmp_path / "out")
