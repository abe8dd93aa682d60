"""The check finds each thing that is not as stated: exit 1 and a sentence that names it."""

import shutil

import pytest

from tests.cli.design_runs import SMALL, change_rows, change_summary, command, one_refusal, rows, summary, table


@pytest.fixture(scope="module", params=[0, 1], ids=["plain", "fair"])
def designed(request, tmp_path_factory):
    out = tmp_path_factory.mktemp("designed") / "out"
    assert command("design", SMALL, "--out", out, "--fairness", request.param, "--quiet").code == 0
    return out


@pytest.fixture
def output(designed, tmp_path):
    return shutil.copytree(designed, tmp_path / "out")


def found(output, *words):
    run = command("check", output, "--quiet")
    assert run.code == 1, run
    for word in words:
        assert word in run.out, run.out
    return run.out


def tie(person, partner):
    row = dict.fromkeys(("role", "areas", "inside_department", "reason"), "")
    return {**row, "person_id": person, "partner_id": partner, "contribution": "0.1"}


def test_a_tie_added(output):
    people = rows(output / "people.csv")
    full = next(row["person_id"] for row in people if 0 < int(row["gives"]) == int(row["load"]))
    has = {row["person_id"] for row in rows(output / "networks.csv") if row["partner_id"] == full}
    other = next(row["person_id"] for row in people if row["person_id"] not in has | {full})

    change_rows(output / "networks.csv", lambda ties: [*ties, tie(other, full)])

    found(output, f"networks.csv: {full} gives more places than {full} offers")


def test_a_tie_taken_away(output):
    gone = rows(output / "networks.csv")[0]

    change_rows(output / "networks.csv", lambda ties: ties[1:])

    found(output, "summary.json: value", f"people.csv: partners of {gone['person_id']}")


def test_a_tie_written_twice(output):
    first = rows(output / "networks.csv")[0]

    change_rows(output / "networks.csv", lambda ties: [*ties, ties[0]])

    found(output, f"{first['person_id']} and {first['partner_id']} are tied twice")


def test_a_contribution_changed(output):
    first = rows(output / "networks.csv")[0]

    change_rows(output / "networks.csv", lambda ties: [{**ties[0], "contribution": "0.9"}, *ties[1:]])

    found(output, f"contribution of {first['partner_id']} to {first['person_id']} is stated as 0.9")


def test_a_persons_value_changed(output):
    change_rows(output / "people.csv", lambda people: [{**people[0], "value": "7"}, *people[1:]])

    found(output, "people.csv: value of p01 is stated as 7")


def test_the_summarys_value_changed(output):
    change_summary(output, value=summary(output)["value"] + 0.01)

    found(output, "summary.json: value is stated as")


@pytest.mark.parametrize("part", [0.9999, 0.99, 0.5])
def test_a_bound_lowered(output, part):
    low = summary(output)["bound"] * part
    change_summary(output, bound=low, certified=min(1.0, summary(output)["value"] / low))

    found(output, "summary.json: bound", "is lower than")


def test_a_certificate_raised(output):
    change_summary(output, certified=1.01)

    found(output, "summary.json: certified")


def test_an_optimum_raised_that_no_networks_reach(output):
    high = summary(output)["bound"] * 1.001
    change_summary(output, bound=high, certified=summary(output)["value"] / high)

    found(output, "is called the optimum, and the sets of columns.csv reach")


def test_an_optimum_without_the_sets_that_reach_it(output):
    change_rows(output / "columns.csv", lambda sets: sets[1:2])

    found(output, "is called the optimum")


def test_sets_that_break_a_rule_reach_nothing(output):
    everybody = ";".join(row["person_id"] for row in rows(output / "people.csv"))
    high = summary(output)["bound"] * 1.001
    change_summary(output, bound=high, certified=summary(output)["value"] / high)
    change_rows(output / "columns.csv", lambda sets: [*sets, *({**one, "partners": everybody} for one in sets[:40])])

    found(output, "is called the optimum")


@pytest.mark.parametrize("bound", [float("nan"), float("inf"), "much", None])
def test_a_bound_that_is_no_number(output, bound):
    change_summary(output, bound=bound)

    found(output, "bound is not a number")


def test_a_stranger_in_the_columns_is_refused_with_its_line(output):
    change_rows(output / "columns.csv", lambda sets: [*sets[:3], {**sets[3], "partners": "nobody-known"}, *sets[4:]])

    run = command("check", output, "--quiet")

    assert run.code == 2
    assert "columns.csv line 5: nobody-known is nobody" in run.err


def test_a_summary_that_is_no_summary_is_refused(output):
    (output / "summary.json").write_text("[]", encoding="utf-8")

    run = command("check", output, "--quiet")

    assert run.code == 2
    assert "is not what design wrote" in run.err


def test_prices_far_from_any_proof_are_told_without_listing_every_set(output):
    change_rows(
        output / "prices.csv",
        lambda prices: [{**prices[0], "price": "0.9"}, *({**one, "price": "0"} for one in prices[1:])],
    )

    found(output, "prices.csv: with these prices too many sets come near")


def test_a_price_changed_proves_another_bound(output):
    (output / "columns.csv").unlink(missing_ok=True)
    change_rows(output / "prices.csv", lambda prices: [{**row, "price": "0.9"} for row in prices])

    found(output, "is lower than what the prices prove")


def test_a_conflict_broken(output):
    pairs = [(row["person_id"], row["partner_id"]) for row in rows(output / "networks.csv")]
    apart = rows(output / "inputs" / "conflicts.csv")[0]
    a, b = apart["person_id"], apart["partner_id"]
    assert (a, b) not in pairs

    change_rows(output / "networks.csv", lambda ties: [{**ties[0], "person_id": a, "partner_id": b}, *ties[1:]])

    found(output, f"networks.csv: {a} and {b} must not be paired, and are.")


def test_a_kept_tie_made_again(output):
    kept = next(row for row in rows(output / "inputs" / "current.csv") if row["keep"] == "yes")
    a, b = kept["person_id"], kept["partner_id"]

    change_rows(output / "networks.csv", lambda ties: [{**ties[0], "person_id": a, "partner_id": b}, *ties[1:]])

    found(output, f"{a} and {b} are partners already")


def test_inputs_changed_after_the_run(output):
    change_rows(output / "inputs" / "offers.csv", lambda offers: [{**row, "level": "0.01"} for row in offers])

    found(output, "summary.json: value")


def test_a_folder_that_design_did_not_write_is_refused(tmp_path):
    one_refusal(command("check", tmp_path), "summary.json")


def test_a_table_with_somebody_unknown_or_other_columns_is_refused_with_its_line(output):
    change_rows(output / "networks.csv", lambda ties: [*ties, tie("p01", "nobody")])
    one_refusal(command("check", output), "networks.csv line")

    (output / "networks.csv").write_text(table([("p01", "p02")], "a", "b"), encoding="utf-8")
    one_refusal(command("check", output), "networks.csv line 1", "person_id")
