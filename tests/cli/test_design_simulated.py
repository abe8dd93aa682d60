"""A bare roster is studied, not paired; drawn answers are marked on every file and page."""

import pytest

from tests.cli.design_runs import SMALL, command, files, header, rows, summary, write

WATERMARK = "simulated answers"


@pytest.fixture(scope="module")
def roster(tmp_path_factory):
    return write(tmp_path_factory.mktemp("bare") / "in", people=(SMALL / "people.csv").read_text(encoding="utf-8"))


def test_a_bare_roster_gives_a_supply_study_and_nobody_a_network(roster, tmp_path):
    run = command("design", roster, "--out", tmp_path / "out", "--quiet")

    written = set(files(tmp_path / "out"))
    assert run.code == 0
    assert "supply study" in run.out
    assert not {"networks.csv", "networks.graphml", "unmet.csv"} & written
    assert {"index.html", "summary.json", "expected_needs.csv", "expected_seats.csv", "near_peers.csv"} <= written
    assert summary(tmp_path / "out")["people"] == 42


@pytest.fixture(scope="module")
def drawn(roster):
    out = roster.parent / "drawn"
    assert (
        command("design", roster, "--simulate-answers", "--seed", 3, "--fairness", 0, "--out", out, "--quiet").code == 0
    )
    return out


def test_every_file_outside_the_inputs_says_that_answers_were_simulated(drawn):
    written = {name: path for name, path in files(drawn).items() if not name.startswith("inputs/")}

    assert {"networks.csv", "columns.csv", "networks.graphml", "index.html", "summary.json"} <= set(written)
    silent = [name for name, path in written.items() if WATERMARK not in path.read_text(encoding="utf-8").casefold()]
    assert silent == []


def test_the_inputs_as_used_say_so_too(drawn):
    silent = [name for name, path in files(drawn).items()
              if name.startswith("inputs/") and WATERMARK not in path.read_text(encoding="utf-8").casefold()]  # fmt: skip

    assert silent == []


def test_every_row_of_the_networks_carries_the_mark(drawn):
    assert header(drawn / "networks.csv").startswith("person_id,partner_id,role,areas,contribution,")
    for name in ("networks.csv", "unmet.csv", "people.csv", "prices.csv"):
        assert all(WATERMARK in row.values() for row in rows(drawn / name)), name


def test_drawn_answers_are_checked_and_stay_marked_when_their_inputs_are_designed_again(drawn, tmp_path):
    assert command("check", drawn, "--quiet").code == 0

    assert command("design", drawn / "inputs", "--fairness", 0, "--out", tmp_path / "out", "--quiet").code == 0

    assert WATERMARK in (tmp_path / "out" / "networks.csv").read_text(encoding="utf-8")
    assert summary(tmp_path / "out")["value"] == pytest.approx(summary(drawn)["value"], rel=1e-9)


def test_another_seed_draws_other_answers(drawn, roster, tmp_path):
    assert command("design", roster, "--simulate-answers", "--seed", 4, "--out", tmp_path / "out", "--quiet").code == 0

    assert (tmp_path / "out" / "inputs" / "needs.csv").read_bytes() != (drawn / "inputs" / "needs.csv").read_bytes()
