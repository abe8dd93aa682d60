"""From a folder to a problem, and from a problem to a folder that gives the same one."""

import csv
import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from constellation.cli.files import Refusal, find_files, is_bare, load_inputs, write_inputs
from tests.cli.reading import PACK, read_tables

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def same(one, other):
    """Whether two problems are equal to the last bit, Rows and Rules within them too."""
    if dataclasses.is_dataclass(one):
        names = [field.name for field in dataclasses.fields(one)]
        return type(one) is type(other) and all(same(getattr(one, name), getattr(other, name)) for name in names)
    return np.array_equal(one, other) and np.asarray(one).dtype == np.asarray(other).dtype


def again(inputs, folder):
    write_inputs(inputs, folder)
    return load_inputs(find_files(folder, {}), PACK, {}, False, seed=0)


def test_the_small_example_is_read_with_one_note_on_its_blank_cells():
    inputs = load_inputs(find_files(EXAMPLES / "small", {}), PACK, {}, False, seed=1)

    assert inputs.problem.people == 42
    [note] = inputs.notes
    assert note.place == "people.csv"
    assert note.sentence.endswith("2 in department, 3 in college, 2 in campus, 5 in stage.")
    assert (len(inputs.kept), len(inputs.compared)) == (6, 2)
    assert not is_bare(inputs)


def test_the_small_example_written_and_read_is_the_same_problem(tmp_path):
    inputs = load_inputs(find_files(EXAMPLES / "small", {}), PACK, {"role": 0.1 + 0.2}, False, seed=1)

    back = again(inputs, tmp_path / "new")

    assert same(inputs.problem, back.problem)
    assert (inputs.kept, inputs.rules, inputs.roster.ids) == (back.kept, back.rules, back.roster.ids)
    assert not same(inputs.problem, dataclasses.replace(back.problem, seeks=back.problem.seeks + 1))


def test_a_real_roster_with_drawn_answers_is_the_same_problem_again_and_stays_marked(tmp_path):
    inputs = load_inputs(find_files(EXAMPLES / "colorado", {}), PACK, {}, True, seed=7)

    back = again(inputs, tmp_path)

    assert inputs.problem.seeks.sum() > 0
    assert len(inputs.needs.person) > 0
    assert same(inputs.problem, back.problem)
    assert inputs.simulated
    assert back.simulated


def test_pairs_written_and_read_are_the_same_problem(tmp_path):
    inputs = read_tables(
        tmp_path,
        people="id,seeks,gives\n=1+1,2,1\n'=x,1,2\n-cy,1,1\n",
        pairs=f"id,partner,area,help,extra\n-cy,=1+1,@b,{0.1 + 0.2!r},-0.7\n=1+1,-cy,a,1,1e-17\n=1+1,-cy,a,0.3,0.1\n"
        "-cy,zoe,gone,1,\n",
        needs="id,area,weight\n-cy,@b,0.1\n-cy,a,0.2\n=1+1,idle,0\n",
        current="id,partner,areas\n-cy,=1+1,@b;a\n",
        conflicts="id,partner,reason\n-cy,=x,secret\n",
    )

    back = again(inputs, tmp_path / "new")

    assert inputs.roster.ids == ["=1+1", "=x", "-cy"]
    assert (inputs.roster.ids, inputs.area_names) == (back.roster.ids, back.area_names)
    assert inputs.problem.needs.weight.tolist() == [0.1 / (0.1 + 0.2), 0.2 / (0.1 + 0.2)]
    assert same(inputs.problem, back.problem)


def test_equal_needs_of_pairs_are_written(tmp_path):
    inputs = read_tables(tmp_path, people="id,seeks,gives\na,1,1\nb,1,1\n", pairs="id,partner,area,help\na,b,x,1\n")

    assert same(inputs.problem, again(inputs, tmp_path / "new").problem)


def test_written_tables_hold_no_formula_and_no_reason(tmp_path):
    inputs = read_tables(
        tmp_path,
        people="id,name,interests\na,=cmd(),+1;x\nb,@b,\n",
        conflicts="id,partner,reason\na,b,grievance\n",
    )

    write_inputs(inputs, tmp_path / "new")

    for path in (tmp_path / "new").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        assert "grievance" not in cells
    assert json.loads((tmp_path / "new" / "rules.json").read_text(encoding="utf-8"))["pack"] == "umass"


def test_what_a_conflict_undid_is_written_as_it_was_said(tmp_path):
    inputs = read_tables(
        tmp_path, people="id\na\nb\n", current="id,partner,keep\na,b,yes\n", conflicts="id,partner\na,b\n"
    )

    back = again(inputs, tmp_path / "new")

    assert "a,b,,yes" in (tmp_path / "new" / "current.csv").read_text(encoding="utf-8")
    assert (inputs.compared.tolist(), back.compared.tolist(), back.kept) == ([[0, 1]], [[0, 1]], [])


def test_a_bare_roster_stays_bare(tmp_path):
    inputs = read_tables(tmp_path, people="id\na\n")

    assert is_bare(inputs)
    assert is_bare(again(inputs, tmp_path / "new"))


def test_a_file_named_by_itself_outweighs_the_folder(tmp_path):
    (tmp_path / "people.csv").write_text("id\na\n", encoding="utf-8")
    (tmp_path / "others.csv").write_text("id\nb\n", encoding="utf-8")

    files = find_files(tmp_path, {"people": tmp_path / "others.csv", "needs": None})

    assert files == {"people": tmp_path / "others.csv"}


def test_a_folder_without_people_is_refused_with_what_was_looked_for(tmp_path):
    (tmp_path / "staff.csv").write_text("id\n", encoding="utf-8")

    with pytest.raises(
        Refusal, match=r"no people\.csv in this folder \(it has staff\.csv\): .* looked for were people"
    ) as r:
        find_files(tmp_path, {})
    assert str(tmp_path) not in str(r.value)
    with pytest.raises(Refusal, match="nowhere: there is no such folder; name one"):
        find_files(tmp_path / "nowhere", {})
    with pytest.raises(Refusal, match="Without a folder: people"):
        find_files(None, {})


def test_pairs_beside_offers_are_refused(tmp_path):
    with pytest.raises(Refusal, match="Pairs and offers are both given"):
        read_tables(tmp_path, people="id\na\n", pairs="id\n", offers="id\n")


@pytest.mark.parametrize("name", ["needs", "offers", "pairs"])
def test_drawn_answers_replace_no_real_ones(tmp_path, name):
    with pytest.raises(Refusal, match=r"^--simulate-answers replaces answers; leave --"):
        read_tables(tmp_path, people="id\na\n", simulate=True, **{name: "id,area\n"})


def test_drawn_answers_follow_the_seed_alone(tmp_path):
    files = find_files(EXAMPLES / "colorado", {})

    one, two, other = (load_inputs(files, PACK, {}, True, seed=seed).problem for seed in (1, 1, 2))

    assert same(one, two)
    assert not same(one, other)


def test_rules_of_the_pack_reach_the_engine_under_its_names(tmp_path):
    inputs = read_tables(tmp_path, people="id\na\n", rules={"inside_department": 0.5, "elsewhere": "0.25"})

    rules = inputs.problem.rules
    assert (rules.inside, rules.elsewhere, rules.outside) == (0.5, 0.25, 0.10)
    assert inputs.rules["inside_department"] == 0.5


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ({"colour": 1}, "The rule colour is unknown; use one of interest, reciprocity"),
        ({"role": "much"}, r"The rule role is much; give a number from 0 up \(the rules are interest,"),
        ({"role": float("nan")}, "The rule role is nan; give a number"),
        ({"role": -1}, "The rule role is -1; give a number"),
        ({"same_college": 3}, "Rule same_college is 3.0: give a share from 0 to 1"),
    ],
)
def test_a_wrong_rule_is_refused(tmp_path, rules, words):
    with pytest.raises(Refusal, match=words):
        read_tables(tmp_path, people="id\na\n", rules=rules)


@pytest.mark.parametrize("content", ["", "[]", '{"rules": 1}', "[" * 100_000, "\x00", '{"rules": {"colour": 1}}'])
def test_a_wrong_rules_file_is_refused(tmp_path, content):
    (tmp_path / "rules.json").write_text(content, encoding="utf-8")

    with pytest.raises(Refusal):
        read_tables(tmp_path, people="id\na\n")
