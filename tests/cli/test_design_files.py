"""A design of the shipped example writes every file as promised, and the check agrees."""

import io
import json
from contextlib import redirect_stderr
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from constellation.cli.main import main
from tests.cli.design_runs import OFFICE, PAGE, SMALL, change_rows, command, files, header, rows, summary, table, write

HEADERS = {
    "networks.csv": "person_id,partner_id,role,areas,contribution,inside_department,reason",
    "unmet.csv": "person_id,area,reason,mend",
    "people.csv": "person_id,seeks,partners,coverage,value,share_of_best,gives,load",
    "prices.csv": "person_id,price",
}
KEYS = {
    "people", "seats", "filled", "value", "bound", "certified", "bound_scope", "worst_share", "seconds", "peak_mb",
    "seed", "version", "objective", "settings", "stopped",
}  # fmt: skip


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    out = tmp_path_factory.mktemp("plain") / "out"
    assert command("design", SMALL, "--out", out, "--fairness", 0, "--quiet").code == 0
    return out


@pytest.fixture(scope="module")
def fair(tmp_path_factory):
    out = tmp_path_factory.mktemp("fair") / "out"
    assert command("design", SMALL, "--out", out, "--quiet").code == 0
    return out


def test_every_table_has_the_promised_columns(plain):
    assert {name: header(plain / name) for name in HEADERS} == HEADERS


def test_every_promised_file_is_there_and_a_proof_brings_its_columns(plain):
    written = set(files(plain))

    assert (
        set(HEADERS) | {"summary.json", "networks.graphml", PAGE.as_posix(), OFFICE.as_posix(), "columns.csv"}
        <= written
    )
    used = {"inputs/people.csv", "inputs/needs.csv", "inputs/offers.csv", "inputs/conflicts.csv", "inputs/current.csv"}
    assert used <= written


def test_the_summary_has_the_promised_keys(plain, fair):
    for out in (plain, fair):
        told = summary(out)
        assert told.keys() >= KEYS
        assert told["certified"] == pytest.approx(told["value"] / told["bound"])
        assert (told["people"], told["seed"], told["stopped"]) == (42, 0, False)
        assert told["filled"] == len(rows(out / "networks.csv"))
        assert told["seats"] == sum(int(row["gives"]) for row in rows(out / "people.csv"))


def test_the_plain_total_is_proven_and_value_bound_and_certificate_speak_of_it(plain, fair):
    assert summary(plain)["bound_scope"] == "optimum proven"
    assert summary(plain)["objective"]["alpha"] == 0
    assert summary(fair)["objective"]["alpha"] == 1
    assert summary(fair)["value"] <= summary(plain)["value"] + 1e-6
    assert summary(fair)["bound"] >= summary(plain)["value"] - 1e-6
    assert summary(fair)["objective"]["value"] <= summary(fair)["objective"]["bound"]
    assert summary(fair)["value"] == pytest.approx(sum(float(row["value"]) for row in rows(fair / "people.csv")))


@pytest.mark.parametrize("name", ["plain", "fair"])
def test_the_check_agrees(name, request):
    run = command("check", request.getfixturevalue(name), "--quiet")

    assert run.code == 0, run.out
    assert run.out.startswith("Agrees:")


def test_the_tables_agree_with_each_other(fair):
    ties, people = rows(fair / "networks.csv"), {row["person_id"]: row for row in rows(fair / "people.csv")}

    for who, row in people.items():
        assert int(row["partners"]) == sum(tie["person_id"] == who for tie in ties) <= int(row["seeks"])
        assert int(row["load"]) == sum(tie["partner_id"] == who for tie in ties) <= int(row["gives"])
    assert {row["person_id"] for row in rows(fair / "prices.csv")} == {
        i for i, row in people.items() if int(row["gives"])
    }


def test_kept_ties_are_not_repeated_and_conflicts_are_kept_apart(fair):
    made = {(tie["person_id"], tie["partner_id"]) for tie in rows(fair / "networks.csv")}
    kept = {(row["person_id"], row["partner_id"]) for row in rows(SMALL / "current.csv") if row["keep"] != "no"}
    apart = {(row["person_id"], row["partner_id"]) for row in rows(SMALL / "conflicts.csv")}

    assert kept
    assert apart
    assert not made & kept
    assert not made & (apart | {(b, a) for a, b in apart})


def test_the_graph_holds_the_same_ties(fair):
    graph = ElementTree.parse(fair / "networks.graphml").getroot()
    edges = {(edge.get("target"), edge.get("source")) for edge in graph.iter() if edge.tag.endswith("}edge")}

    assert edges == {(tie["person_id"], tie["partner_id"]) for tie in rows(fair / "networks.csv")}


def test_every_page_but_the_shareable_one_is_marked_confidential(fair):
    pages = {path.relative_to(fair): path.read_text(encoding="utf-8").casefold() for path in fair.rglob("*.html")}

    assert [path for path, page in pages.items() if "confidential:" not in page] == [PAGE]


def test_the_same_command_writes_the_same_tables_over_the_old_ones(fair, tmp_path):
    out = tmp_path / "again"
    for _ in range(2):
        assert command("design", SMALL, "--out", out, "--quiet").code == 0

    for name in [*HEADERS, "networks.graphml"]:
        assert (out / name).read_bytes() == (fair / name).read_bytes(), name
    assert [path.name for path in tmp_path.iterdir()] == ["again"]


def test_single_files_by_option_give_the_same(fair, tmp_path):
    names = ("people", "needs", "offers", "conflicts", "current")
    options = [word for name in names for word in (f"--{name}", SMALL / f"{name}.csv")]

    assert command("design", *options, "--out", tmp_path / "out", "--quiet").code == 0

    assert (tmp_path / "out" / "networks.csv").read_bytes() == (fair / "networks.csv").read_bytes()


def test_quiet_says_nothing_on_standard_error(tmp_path):
    assert command("design", SMALL, "--out", tmp_path / "out", "--quiet").err == ""


def test_json_prints_the_summary_alone(tmp_path):
    run = command("design", SMALL, "--out", tmp_path / "out", "--json", "--quiet")

    assert json.loads(run.out) == summary(tmp_path / "out")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_at_a_terminal_a_bar_carries_the_running_certificate(tmp_path):
    with redirect_stderr(Terminal()) as err:
        main(["design", str(SMALL), "--out", str(tmp_path / "out")])

    moves = err.getvalue().split("\r")
    assert len(moves) > 20
    assert any("%|" in move and "of at most" in move for move in moves)


def test_in_a_log_progress_is_a_line_a_stage_with_the_certificate_so_far(tmp_path):
    err = command("design", SMALL, "--out", tmp_path / "out").err

    lines = err.splitlines()
    assert "\r" not in err
    assert len(lines) < 16
    assert all(a.split()[0] != b.split()[0] for a, b in pairwise(lines))
    assert [line.split()[0] for line in lines if "of at most" in line][-1] == "done"


def test_a_rule_changes_the_objective_and_is_kept_for_the_check(plain, tmp_path):
    out = tmp_path / "out"
    assert (
        command("design", SMALL, "--out", out, "--fairness", 0, "--rule", "inside_department=0.5", "--quiet").code == 0
    )

    assert summary(out)["settings"]["rules"]["inside_department"] == 0.5
    assert summary(out)["value"] > summary(plain)["value"] + 1
    assert command("check", out, "--quiet").code == 0


def test_an_output_can_be_designed_again_from_its_inputs(fair, tmp_path):
    assert command("design", fair / "inputs", "--out", tmp_path / "out", "--quiet").code == 0

    change_rows(tmp_path / "out" / "networks.csv", lambda ties: ties)
    change_rows(fair / "networks.csv", lambda ties: ties)
    assert (tmp_path / "out" / "networks.csv").read_bytes() == (fair / "networks.csv").read_bytes()


def test_ids_with_every_separator_are_checked(tmp_path):
    ids = ["a;b", "c\nd", 'e"f', "g,h", "i\rj"]
    people = table([(one, 1, 1) for one in ids], "person_id", "seeks", "gives")
    pairs = table([(a, b, "x", 0.5) for a in ids for b in ids if a != b], "person_id", "partner_id", "area", "help")
    folder = write(tmp_path / "in", people=people, pairs=pairs)

    assert command("design", folder, "--out", tmp_path / "out", "--quiet", "--fairness", 0).code == 0

    assert summary(tmp_path / "out")["bound_scope"] == "optimum proven"
    assert command("check", tmp_path / "out", "--quiet").code == 0


def test_who_has_the_best_there_is_has_all_of_it(plain):
    shares = [float(row["share_of_best"]) for row in rows(plain / "people.csv") if row["share_of_best"]]

    assert max(shares) == 1.0
    assert not [share for share in shares if 1 - 1e-5 < share < 1]


def test_the_page_shows_the_rules_as_they_were(plain):
    page = (plain / OFFICE).read_text(encoding="utf-8")

    rules = summary(plain)["settings"]["rules"]
    assert rules["interest"] == 0.03
    for key, number in rules.items():
        assert f"{key}: {number:g}" in page, key
