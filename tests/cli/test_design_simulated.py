"""A bare roster is studied, not paired; drawn answers are marked on every file and page."""

from dataclasses import replace

import numpy as np
import pytest

from constellation.cli.outputs.proofs import write_proof
from constellation.engine import design
from constellation.engine.examples import two_people
from tests.cli.design_runs import PAGE, SMALL, command, files, header, rows, summary, words_in, write

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

    assert {"networks.csv", "columns.csv", "networks.graphml", PAGE.as_posix(), "summary.json"} <= set(written)
    silent = [name for name, path in written.items() if WATERMARK not in words_in(path).casefold()]
    assert silent == []


def test_the_inputs_as_used_say_so_too(drawn):
    silent = [name for name, path in files(drawn).items()
              if name.startswith("inputs/") and WATERMARK not in path.read_text(encoding="utf-8").casefold()]  # fmt: skip

    assert silent == []


def test_every_table_even_of_the_inputs_ends_with_the_mark_and_is_read_again_without_a_word(drawn):
    tables = [path for name, path in files(drawn).items() if name.endswith(".csv")]

    assert {path.name for path in tables} >= {"columns.csv", "needs.csv", "offers.csv"}
    assert [path for path in tables if not header(path).endswith(",note")] == []
    again = command("design", drawn / "inputs", "--fairness", 0, "--out", drawn.parent / "again")
    assert "left out" not in again.err
    before, said = ({note["sentence"] for note in summary(out)["log"]} for out in (drawn, drawn.parent / "again"))
    assert [sentence for sentence in said - before if not sentence.startswith("Blank cells")] == []


def test_json_prints_what_the_summary_holds_with_its_watermark(roster, tmp_path):
    run = command(
        "design", roster, "--simulate-answers", "--fairness", 0, "--out", tmp_path / "out", "--json", "--quiet"
    )

    assert run.out == (tmp_path / "out" / "summary.json").read_text(encoding="utf-8")
    assert WATERMARK in run.out


def test_lists_are_marked_too(tmp_path):
    made = replace(design(two_people()), lists=(np.array([0]), np.array([1])))

    write_proof(["ada", "bo"], made, tmp_path, WATERMARK)

    assert rows(tmp_path / "inputs" / "lists.csv") == [{"person_id": "ada", "partner_id": "bo", "note": WATERMARK}]


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
