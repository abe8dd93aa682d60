"""The files of an output folder reconcile, open safely in a spreadsheet and say when they are simulated."""

import csv
import json
import xml.etree.ElementTree as ElementTree

import networkx
import pytest

from constellation.cli.outputs import write_all, write_study
from constellation.packs import load, supply_study
from constellation.report.results import TieRow
from tests.make import HOSTILE, make_results

TABLES = ("networks.csv", "unmet.csv", "people.csv", "prices.csv")
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def written(tmp_path):
    results = make_results()
    write_all(results, tmp_path)
    return results, tmp_path


def test_the_contributions_of_a_person_add_up_to_their_value(written):
    results, folder = written

    given = {}
    for row in rows(folder / "networks.csv"):
        given[row["person_id"]] = given.get(row["person_id"], 0) + float(row["contribution"])

    assert results.ties
    for row in rows(folder / "people.csv"):
        assert given.get(row["person_id"], 0) == pytest.approx(float(row["value"]), abs=1e-9)
    assert sum(given.values()) == pytest.approx(json.loads((folder / "summary.json").read_text())["value"], abs=1e-6)


def test_partners_loads_and_ties_agree(written):
    _, folder = written

    ties = rows(folder / "networks.csv")

    for person in rows(folder / "people.csv"):
        assert int(person["partners"]) == sum(tie["person_id"] == person["person_id"] for tie in ties)
        assert int(person["load"]) == sum(tie["partner_id"] == person["person_id"] for tie in ties)


def test_prices_are_written_in_full(written):
    results, folder = written

    assert [float(row["price"]) for row in rows(folder / "prices.csv")] == [price for _, price in results.prices]


def test_no_cell_is_run_as_a_formula(tmp_path):
    dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1"]
    ties = [TieRow("p001", text, text, (text,), 0.5, None, text) for text in dangerous]

    write_all(make_results(ties=ties), tmp_path)

    with (tmp_path / "networks.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=1+1" in cells


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_simulated_table_says_so_last(name, tmp_path):
    write_all(make_results(simulated=True), tmp_path)

    table = rows(tmp_path / name)

    assert table
    assert list(table[0])[-1] == "note"
    assert {row["note"] for row in table} == {"simulated answers"}


def test_a_real_run_carries_no_watermark(written):
    _, folder = written

    assert "note" not in rows(folder / "networks.csv")[0]
    summary = json.loads((folder / "summary.json").read_text())
    assert not {"watermark", "marked"} & summary.keys()
    assert summary["stopped"] is False


def test_summary_page_and_graph_say_that_a_run_was_simulated_and_stopped(tmp_path):
    write_all(make_results(simulated=True, stopped=True), tmp_path)

    summary = json.loads((tmp_path / "summary.json").read_text())
    graph = networkx.read_graphml(tmp_path / "networks.graphml").graph

    assert summary["watermark"] == "simulated answers"
    assert summary["stopped"] is True
    assert summary["marked"] == "stopped early: the best design so far"
    assert graph["note"] == "simulated answers; stopped early: the best design so far"


def test_the_graph_holds_the_people_and_help_flows_to_the_person(written):
    results, folder = written

    graph = networkx.read_graphml(folder / "networks.graphml")

    assert graph.is_directed()
    assert set(graph) == {person.person_id for person in results.people}
    assert set(graph.edges) == {(tie.partner_id, tie.person_id) for tie in results.ties}
    tie = results.ties[0]
    assert graph.edges[tie.partner_id, tie.person_id]["contribution"] == tie.contribution
    assert graph.nodes["p001"]["name"] == HOSTILE[0]


def test_every_key_of_the_graph_is_declared_for_its_owner(written):
    _, folder = written
    root = ElementTree.parse(folder / "networks.graphml").getroot()

    declared = {key.get("id"): key.get("for") for key in root.iter(f"{GRAPHML}key")}
    used = {
        (data.get("key"), owner)
        for owner in ("graph", "node", "edge")
        for element in root.iter(f"{GRAPHML}{owner}")
        for data in element.findall(f"{GRAPHML}data")
    }

    assert used
    assert all(declared[key] == owner for key, owner in used)


def test_the_graph_survives_ids_that_xml_does_not_allow(tmp_path):
    odd = ["a\x00", "a", 'q"<&>', "tab\there", "\ufffe\ud800"]
    ties = [TieRow("p001", text, "", ("x",), 0.5, None, f"because \x08 {text}") for text in odd]

    write_all(make_results(people=1, ties=ties), tmp_path)

    graph = networkx.read_graphml(tmp_path / "networks.graphml")
    assert {'q"<&>', "tab\there", "a"} <= set(graph)
    assert graph.number_of_edges() == len(odd)


def test_nobody_and_nothing_is_a_whole_output_too(tmp_path):
    nothing = {"coverage_by_area": [], "coverage_by_department": [], "load": [], "mends": [], "notes": []}

    write_all(make_results(people=0, changes=None, summary={}, **nothing), tmp_path)

    assert rows(tmp_path / "networks.csv") == []
    assert len(networkx.read_graphml(tmp_path / "networks.graphml")) == 0


def test_a_supply_study_writes_its_tables(tmp_path):
    study = supply_study(["pre-tenure", "full"], [1, 3], ["=x", "Law"], ["Arts", ""], ["North", ""], load("umass"))

    write_study(study, "Roster", [], tmp_path)

    shortages = rows(tmp_path / "shortages.csv")
    assert sum(float(row["needs"]) for row in shortages) == pytest.approx(sum(row.needs for row in study.shortages))
    assert json.loads((tmp_path / "summary.json").read_text())["kind"] == "supply study"
    assert "'=x" in (tmp_path / "near_peers.csv").read_text(encoding="utf-8")
