"""Real rosters, real bids and a real network of managers go through the whole path, and the check agrees."""

import pytest

from benchmarks import real_inputs
from tests.cli.design_runs import PAGE, command, files, rows, summary


def agreed(folder, out, *words):
    run = command("design", folder, "--out", out, "--quiet", *words)
    assert run.code == 0, run
    checked = command("check", out, "--quiet")
    assert checked.code == 0, checked.out
    return summary(out)


@pytest.fixture(scope="module")
def iowa(shared_data, tmp_path_factory):
    return real_inputs.iowa(shared_data, tmp_path_factory.mktemp("iowa") / "in")


def test_a_roster_of_professors_is_studied(iowa, tmp_path):
    run = command("design", iowa, "--out", tmp_path / "out", "--quiet")

    told = summary(tmp_path / "out")
    assert run.code == 0
    assert told["people"] == len({row["person_id"] for row in rows(iowa / "people.csv")}) > 500
    assert "networks.csv" not in files(tmp_path / "out")
    assert sum(float(row["expected"]) for row in rows(tmp_path / "out" / "expected_needs.csv")) > 0


def test_a_roster_of_professors_is_designed_with_drawn_answers(iowa, tmp_path):
    told = agreed(iowa, tmp_path / "out", "--simulate-answers", "--fairness", 0)

    assert told["bound_scope"] == "optimum proven"  # who seeks one or two partners each is lean enough for a proof
    assert told["filled"] > 100
    assert "simulated answers" in (tmp_path / "out" / PAGE).read_text(encoding="utf-8").casefold()


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("fairness", [0, 1])
def test_published_bids_of_reviewers_are_certified_and_checked(shared_data, number, fairness, tmp_path):
    folder, apart = real_inputs.bids(shared_data, number, tmp_path / "in")

    told = agreed(folder, tmp_path / "out", "--fairness", fairness)

    assert told["bound_scope"] == "optimum proven"
    assert told["certified"] >= (0.998 if fairness else 1)
    assert apart
    assert not apart & {(row["person_id"], row["partner_id"]) for row in rows(tmp_path / "out" / "networks.csv")}


def made(out):
    return {(row["person_id"], row["partner_id"]) for row in rows(out / "networks.csv")}


def test_managers_who_compare_with_present_advice_may_be_advised_by_the_same_again(shared_data, tmp_path):
    folder, ties = real_inputs.managers(shared_data, tmp_path / "in")

    told = agreed(folder, tmp_path / "out", "--fairness", 0)

    assert told["bound_scope"] == "optimum proven"
    assert made(tmp_path / "out") & set(ties["advice"])
    assert not made(tmp_path / "out") & ({*ties["reports"]} | {(b, a) for a, b in ties["reports"]})


def test_managers_who_keep_present_advice_are_worth_more_and_get_only_new_advisers(shared_data, tmp_path):
    folder, ties = real_inputs.managers(shared_data, tmp_path / "in")
    kept, _ = real_inputs.managers(shared_data, tmp_path / "kept", keep="yes")

    compared = agreed(folder, tmp_path / "compared", "--fairness", 0)
    told = agreed(kept, tmp_path / "out", "--fairness", 0)

    apart = {*ties["reports"]} | {(b, a) for a, b in ties["reports"]}
    assert told["value"] > compared["value"]
    assert not made(tmp_path / "out") & (set(ties["advice"]) | apart)
    assert made(tmp_path / "out")
