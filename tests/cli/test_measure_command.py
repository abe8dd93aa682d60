"""`constellation measure`: what it reads, prints, writes and refuses."""

import argparse
import csv
import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout

import networkx
import pytest
import rustworkx

from constellation.cli import measure
from constellation.cli.outputs.graphml import write_graphml
from constellation.cli.refusal import Refusal
from constellation.engine.measures import MEASURES
from constellation.words import in_language
from tests.make import make_results

TIES = (
    "person_id,partner_id,areas,closeness,frequency,arena,role,helps\n"
    "ada,bo,tenure,5,2,current unit,chair,both\n"
    "ada,cy,tenure; Balance,4,,prior job,peer,\n"
    "bo,cy,,,,,,i help\n"
)
PEOPLE = "person_id,name,department,needs\nada,Ada,History,tenure;balance;grants\nbo,=Bo,History,\ncy,Cy,Physics,\ndi,Di,,grants\n"


def run(*words):
    """The exit code, standard output and standard error; a refusal as the command says it."""
    parser = argparse.ArgumentParser()
    measure.add_to(parser.add_subparsers())
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        asked = parser.parse_args(["measure", *map(str, words)])
        try:
            code = asked.run(asked)
        except Refusal as refusal:
            code = 2
            print(refusal, file=err)
    return code, out.getvalue(), err.getvalue()


def refusal(*words):
    code, out, err = run(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    return err.strip()


def file(folder, name, text):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def people_of(*words):
    """Each person's measures as JSON has them."""
    code, out, _ = run(*words, "--json")
    assert code == 0
    return {row["person_id"]: row for row in json.loads(out)["people"]}


@pytest.fixture
def small(tmp_path):
    return file(tmp_path, "ties.csv", TIES), file(tmp_path, "people.csv", PEOPLE)


def test_everything_said_of_a_person_is_counted_as_by_hand(small):
    ties, people = small

    ada = people_of(ties, "--people", people)["ada"]

    expected = {
        "size": 2, "range_arenas": 2, "range_roles": 2, "external_share": 0.5, "coverage": 2 / 3, "gaps": 1,
        "redundancy": 1.5, "multiplexity": 1.5, "concentration": 0.75, "mutuality": 0.5, "mean_closeness": 4.5,
        "mean_frequency": 2, "ties_among_partners": 1, "density": 1, "effective_size": 1, "efficiency": 0.5,
        "constraint": 1.125, "blau_arenas": 0.5, "iqv_arenas": 1, "blau_roles": 0.5, "iqv_roles": 1, "e_i_index": 0,
    }  # fmt: skip
    assert (ada.pop("person_id"), ada.pop("name")) == ("ada", "Ada")
    assert ada == pytest.approx(expected)


def test_somebody_without_ties_has_no_partners_and_open_needs(small):
    ties, people = small

    di = people_of(ties, "--people", people)["di"]

    defined = {key: value for key, value in di.items() if value is not None}
    assert defined == {
        "person_id": "di", "name": "Di", "size": 0, "range_arenas": 0, "range_roles": 0, "coverage": 0, "gaps": 1,
        "ties_among_partners": 0,
    }  # fmt: skip


def test_the_print_has_the_program_each_person_and_no_score(small):
    ties, people = small

    code, out, err = run(ties, "--people", people)

    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0].startswith("4 people (1 without a tie), 3 ties; mutuality 0.333")
    assert "Inside and outside speak of departments." in lines
    assert [line.split()[0] for line in lines if line.startswith(("Ada", "=Bo", "Cy", "Di"))] == [
        "Ada",
        "=Bo",
        "Cy",
        "Di",
    ]
    assert "undefined" in next(line for line in lines if line.startswith("Di"))
    assert 'no "more is better" score' in lines[-1]


def test_ties_in_both_directions_are_said_to_count_as_one_pair(tmp_path):
    ties = file(tmp_path, "ties.csv", "from,to\na,b\nb,a\nb,c\n")

    _, out, _ = run(ties)

    assert "3 ties by direction, 2 pairs of people: ties in both directions are counted as one pair." in out


def test_numbers_are_printed_as_the_language_writes_them(tmp_path):
    ties = file(tmp_path, "ties.csv", "from,to\n" + "".join(f"hub,person{i}\n" for i in range(1200)))

    with in_language("es"):
        _, out, _ = run(ties, "--program")

    assert "1.200" in out
    assert "0,999" in out
    assert not re.findall(r"1,20[01]\b|\b0\.\d", out)


def test_the_programs_figures_alone_name_nobody(small):
    ties, people = small

    _, printed, _ = run(ties, "--people", people, "--program")
    _, document, _ = run(ties, "--people", people, "--program", "--json")

    assert "Size" in printed
    assert "Ada" not in printed + document
    assert "people" not in json.loads(document)


def test_thirty_people_are_not_listed_one_by_one(tmp_path):
    ring = file(tmp_path, "ring.csv", "from,to\n" + "".join(f"person{i},person{(i + 1) % 30}\n" for i in range(30)))

    _, out, _ = run(ring)

    assert out.startswith("30 people")
    assert "person1" not in out


def test_the_table_has_a_row_a_person_blank_where_undefined_and_no_formula(small, tmp_path):
    ties, people = small

    code, out, _ = run(ties, "--people", people, "--out", tmp_path / "new" / "measures.csv")

    with (tmp_path / "new" / "measures.csv").open(encoding="utf-8", newline="") as written:
        rows = list(csv.DictReader(written))
    assert code == 0
    assert "measures.csv" in out
    assert list(rows[0]) == ["person_id", "name", *(one.key for one in MEASURES)]
    assert [row["person_id"] for row in rows] == ["ada", "bo", "cy", "di"]
    assert rows[1]["name"] == "'=Bo"
    assert (rows[0]["size"], rows[0]["mutuality"], rows[3]["density"]) == ("2", "0.5", "")


def test_the_document_is_alone_on_standard_output_and_notes_stand_beside(tmp_path):
    ties = file(tmp_path, "ties.csv", "from;to;shoe size\na;b;9\na;b;9\n")

    code, out, err = run(ties, "--json")

    document = json.loads(out)
    assert code == 0
    assert document["network"] == {
        "people": 2, "ties": 1, "mutual_ties": 0, "mutuality": 0.0, "people_without_ties": 0, "unit": "",
    }  # fmt: skip
    assert document["measures"]["size"] == {"mean": 1.0, "lower": 1.0, "median": 1.0, "upper": 1.0, "undefined": 0}
    assert len(document["notes"]) == len(err.splitlines()) == 2
    assert "ties.csv line 3: 1 row about a tie that was named before" in err


def test_rows_about_one_tie_join_areas_and_directions(tmp_path):
    ties = file(tmp_path, "ties.csv", "from,to,areas,closeness,helps\na,b,x,1,me\na,b,X;y,3,partner\nb,a,z,,me\n")

    found = people_of(ties)

    assert (found["a"]["multiplexity"], found["a"]["mean_closeness"], found["a"]["mutuality"]) == (1, 3, 1)
    assert (found["b"]["multiplexity"], found["b"]["mean_closeness"], found["b"]["size"]) == (3, None, 1)


@pytest.mark.parametrize("helped", ["me", "both"])
def test_areas_stay_with_the_direction_of_help_they_were_named_in(helped, tmp_path):
    ties = file(tmp_path, "ties.csv", f"from,to,helps,areas\na,b,partner,teaching\na,b,{helped},writing\n")
    people = file(tmp_path, "people.csv", "person_id,needs\na,teaching\nb,teaching\n")

    found = people_of(ties, "--people", people)

    assert (found["a"]["coverage"], found["a"]["gaps"]) == (0, 1)
    assert (found["b"]["coverage"], found["b"]["gaps"]) == (1, 0)


def test_needs_can_come_from_a_table_of_their_own(tmp_path, small):
    ties, people = small
    needs = file(tmp_path, "needs.csv", "person_id,area,weight\nbo,Tenure,1\nbo,grants,1\nnobody,tenure,1\n")

    _, out, err = run(ties, "--people", people, "--needs", needs, "--json")

    bo = json.loads(out)["people"][1]
    assert (bo["coverage"], bo["gaps"]) == (0, 2)
    assert "needs.csv line 4: 1 need of a person who is not in the network is left out." in err


def test_ties_of_weight_0_are_none(tmp_path):
    ties = file(tmp_path, "ties.csv", "from,to,weight\na,b,2\na,c,0\n")

    code, out, err = run(ties, "--json")

    assert (code, json.loads(out)["network"]["ties"]) == (0, 1)
    assert "ties.csv line 3: 1 row of weight 0 is no tie and left out." in err


def test_a_header_alone_is_a_correct_empty_result(tmp_path):
    ties = file(tmp_path, "ties.csv", "from,to\n")
    people = file(tmp_path, "people.csv", "person_id\na\nb\n")

    nobody, unconnected = run(ties), run(ties, "--people", people)

    assert nobody == (0, "Nobody has a tie here, so there is nothing to measure: all measures are undefined.\n", "")
    assert unconnected[1].startswith("2 people (2 without a tie), 0 ties; mutuality undefined")
    assert json.loads(run(ties, "--json")[1])["people"] == []


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("a,b\na,zed\n", "ties.csv line 3: zed is not among the people of people.csv; add them there, or correct the id."),
        ("a,b\nb,b\n", "ties.csv line 3: b has a tie to themselves; remove the row."),
        ("a,b\n,b\n", "ties.csv line 3: one end of the tie is blank; name both people."),
        ("a,b,-1\n", "ties.csv line 2: weight is -1; give a number from 0 to 1,000,000,000,000."),
        ("a,b,nan\n", "ties.csv line 2: weight is nan; give a number from 0 to 1,000,000,000,000."),
        ("a,b,1,often\n", "ties.csv line 2: closeness is often; give a number from 0 to 1,000,000,000,000."),
        ("a,b,1,-2\n", "ties.csv line 2: closeness is -2; give a number from 0 to 1,000,000,000,000."),
        ("a,b,,,them\n", "ties.csv line 2: helps is them; write me (the partner helps the person), partner, or both."),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_at_its_line(tmp_path, rows, sentence):
    ties = file(tmp_path, "ties.csv", f"person_id,partner_id,weight,closeness,helps\n{rows}")
    people = file(tmp_path, "people.csv", "person_id\na\nb\n")

    assert refusal(ties, "--people", people) == sentence


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("ties.csv", "", "ties.csv line 1: the file is empty"),
        ("ties.csv", "who,whom\na,b\n", "ties.csv line 1: no two columns name the ends of a tie; call them person_id"),
        ("ties.csv", b"from,to\na,\xff\n", "ties.csv line 2: byte 0xff is not UTF-8"),
        ("ties.graphml", "", "ties.graphml line 1: this is not GraphML that can be read"),
        ("ties.csv", "<html></html>", "ties.csv line 1: this is not GraphML that can be read"),
        ("ties.graphml", "<graphml>\n<graph>\n<node", "ties.graphml line 3: this is not GraphML that can be read"),
    ],
)
def test_a_file_that_holds_no_ties_is_refused(tmp_path, name, content, sentence):
    assert refusal(file(tmp_path, name, content)).startswith(sentence)


def test_a_file_that_is_not_there_and_one_that_may_not_be_overwritten_are_refused(small, tmp_path):
    ties, people = small

    assert refusal(tmp_path / "none.csv") == "none.csv: there is no such file; check its name and folder."
    assert refusal(tmp_path / "none.graphml") == "none.graphml: there is no such file; check its name and folder."
    assert "is a file that is read" in refusal(ties, "--people", people, "--out", people)
    assert "is a folder" in refusal(ties, "--out", tmp_path)


def test_a_blank_id_among_the_people_is_refused(small, tmp_path):
    people = file(tmp_path, "people.csv", "person_id,name\nada,Ada\n,Bo\n")

    assert refusal(small[0], "--people", people) == "people.csv line 3: the id is blank; give each person an id."


def test_one_relation_of_several_can_be_measured(shared_data):
    ties = shared_data / "networks" / "krackhardt_hightech_ties.csv"

    advice, friends = (people_of(ties, "--relation", name) for name in ("advice", "Friends"))

    assert (advice["2"]["size"], friends["2"]["size"]) == (19, 10)
    assert refusal(ties, "--relation", "love").endswith(
        "no tie has the relation love; there are friends, advice and reports."
    )


def test_the_faculty_network_is_read_with_its_schools(shared_data):
    folder = shared_data / "networks"

    code, out, err = run(folder / "uk_faculty_friendship.csv", "--people", folder / "uk_faculty_nodes.csv")

    assert (code, err) == (0, "")
    assert out.startswith("81 people (0 without a tie), 577 ties; mutuality 0.416")
    assert "Inside and outside speak of colleges." in out


def graphml(body, direction="directed", before=""):
    keys = (
        '<key id="k0" for="node" attr.name="department" attr.type="string"><default>History</default></key>'
        '<key id="k1" for="edge" attr.name="areas" attr.type="string"/>'
        '<key id="k2" for="edge" attr.name="weight" attr.type="double"/>'
    )
    head = f'<?xml version="1.0"?>\n{before}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}\n'
    return f'{head}<graph edgedefault="{direction}">\n{body}\n</graph></graphml>\n'


NODES = '<node id="a"/>\n<node id="b"><data key="k0">Physics &amp; Law</data></node>\n'


def test_our_own_graph_is_read_as_the_networks_it_was_written_from(tmp_path):
    results = make_results()
    write_graphml(results, "", tmp_path / "networks.graphml")

    found = people_of(tmp_path / "networks.graphml")

    drawn = networkx.read_graphml(tmp_path / "networks.graphml")
    library = rustworkx.read_graphml(str(tmp_path / "networks.graphml"))[0]
    assert len(found) == drawn.number_of_nodes() == library.num_nodes()
    assert sum(row["size"] for row in found.values()) == 2 * len(drawn.to_undirected().edges)
    for tie in results.ties:
        assert found[tie.person_id]["multiplexity"] is not None  # help flows to the person
    assert {who for who, row in found.items() if row["multiplexity"]} == {
        tie.person_id for tie in results.ties if tie.areas
    }


def test_an_edge_helps_its_target_and_one_without_direction_both(tmp_path):
    edge = '<edge source="a" target="b"><data key="k1">tenure;balance</data></edge>'
    directed = people_of(file(tmp_path, "one.graphml", graphml(NODES + edge)))
    undirected = people_of(file(tmp_path, "two.graphml", graphml(NODES + edge, "undirected")))

    assert (directed["a"]["multiplexity"], directed["b"]["multiplexity"], directed["b"]["mutuality"]) == (None, 2, 0)
    assert (undirected["a"]["mutuality"], undirected["b"]["mutuality"]) == (1, 1)
    assert directed["a"]["external_share"] == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (graphml(NODES + '<edge source="a" target="zed"/>'), "line 6: the edge leads to zed, who is no node of the file"),
        (graphml(NODES + '<edge source="a" target="a"/>'), "line 6: a has a tie to themselves; remove the row."),
        (graphml(NODES + '<edge source="a" target="b"><data key="k2">-1</data></edge>'), "line 6: weight is -1; give"),
        (graphml(NODES + '<node id="a"/>'), "line 6: the node a is there twice or has no id"),
        (graphml(NODES + '<hyperedge><endpoint node="a"/></hyperedge>'), "line 6: a tie has two ends"),
        (graphml("<node>" * 5000), "this is not GraphML that can be read"),
    ],
)  # fmt: skip
def test_a_graph_that_cannot_be_is_refused_at_its_line(tmp_path, content, sentence):
    assert sentence in refusal(file(tmp_path, "ties.graphml", content))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE graphml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE graphml [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE graphml SYSTEM "http://localhost:9/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_graph_that_declares_a_document_type_is_refused_unread(tmp_path, declared, encoding):
    body = NODES + '<edge source="a" target="b"><data key="k1">&c;</data></edge>'
    text = graphml(body, before=declared).replace('version="1.0"', f'version="1.0" encoding="{encoding}"')

    path = file(tmp_path, "ties.graphml", text.encode(encoding))

    assert "declares a document type" in refusal(path)


def test_a_graph_over_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "ties.graphml"
    with path.open("wb") as huge:
        huge.truncate(200_000_001)  # takes no room on the disk

    assert "more than the 200 that are read" in refusal(path)
