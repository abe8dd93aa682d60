"""`constellation introduce`: the asker sees the first step and nothing else; a no is the same sentence whatever its cause."""

import json

import pytest

from constellation.cli import introduce
from constellation.words import in_language
from tests.cli.design_runs import one_refusal, table, write
from tests.cli.part_runs import run_part

PEOPLE = table(
    [("a", "Ana Díaz"), ("b", "Bo Li"), ("c", "Cy Ode"), ("d", "Di Wu"), ("e", "Eva Roy"), ("f", "Bo Li")],
    "person_id",
    "name",
)
TIES = table(
    [("a", "b", 0.9, ""), ("b", "c", 0.8, "no"), ("c", "d", 0.5, ""), ("a", "e", 0.1, ""), ("e", "d", 0.5, "")],
    "person_id", "partner_id", "strength", "confidential",
)  # fmt: skip
NO_WAY = "No introduction to Di Wu can be offered just now."


def run(folder, asker, sought, *words, **tables):
    folder = write(folder / "in", **({"people": PEOPLE, "ties": TIES} | tables))
    given = [word for name in ("ties", "people", "opt_outs", "conflicts") if (path := folder / f"{name}.csv").exists()
             for word in (f"--{name.replace('_', '-')}", path)]  # fmt: skip
    return run_part(introduce, "introduce", asker, sought, *given, *words)


def test_the_asker_hears_whom_to_ask_and_nothing_of_the_others(tmp_path):
    done = run(tmp_path, "Ana Díaz", "d")

    assert done.code == 0
    assert "Ask Bo Li: through them you could come to know Di Wu." in done.out
    assert "Cy" not in done.out
    assert "0." not in done.out
    assert not any(word in done.out for word in ("two", "three", "steps", "strength"))


def test_a_draft_of_the_request_follows(tmp_path):
    done = run(tmp_path, "a", "d", "--about", "grant writing")

    assert "Could you introduce me to Di Wu?\n\nDear Bo Li,\n" in done.out
    assert "about grant writing" in done.out
    assert done.out.rstrip().endswith("Ana Díaz")


@pytest.mark.parametrize("pack", ["umass", "tufts", "emory"])
@pytest.mark.parametrize("words", [(), ("--about", "grant writing")])
def test_no_gap_of_the_request_is_left_open(tmp_path, pack, words):
    done = run(tmp_path, "a", "d", "--pack", pack, *words)

    assert not {"{", "}"} & set(done.out)
    assert ("Dear Bo Li," in done.out) == bool(words)
    assert ("--about" in done.out) != bool(words)


def test_the_request_is_in_the_readers_language(tmp_path):
    with in_language("es"):
        done = run(tmp_path, "a", "d", "--about", "solicitudes")

    assert "Dear" not in done.out
    assert "solicitudes" in done.out


def test_two_steps_and_three_are_told_alike(tmp_path):
    three = run(tmp_path / "three", "a", "d", ties=TIES.replace("a,e,0.1", "a,e,0.01"))
    two = run(tmp_path / "two", "a", "d", ties=TIES.replace("c,d,0.5", "b,d,0.5"))

    assert two.out == three.out


def test_the_office_sees_the_whole_path_with_strengths(tmp_path):
    done = run(tmp_path, "a", "d", "--office")

    assert done.out.splitlines() == [
        "Confidential, for the program office: the asker sees the first step alone.",
        "Ana Díaz knows Bo Li (strength 0.90).",
        "Bo Li knows Cy Ode (strength 0.80).",
        "Cy Ode knows Di Wu (strength 0.50).",
        "The whole path has strength 0.360.",
    ]


def test_json_holds_no_more_than_the_sentences(tmp_path):
    told = json.loads(run(tmp_path, "a", "d", "--json").out)
    office = json.loads(run(tmp_path, "a", "d", "--json", "--office").out)

    assert told == {"from": "a", "to": "d", "acquainted": False, "first_step": "b"}
    assert office["path"] == ["a", "b", "c", "d"]
    assert office["strengths"] == [0.9, 0.8, 0.5]
    assert office["confidential"] is True


ALL = table([(i, "both") for i in "abcde"], "person_id", "opts_out_of")


@pytest.mark.parametrize(
    "tables",
    [
        {"opt_outs": "person_id,opts_out_of\nb,introducing\ne,introducing\n"},
        {"opt_outs": "person_id,opts_out_of\nd,being introduced\n"},
        {"opt_outs": ALL},
        {"ties": TIES.replace("0.5,", "0.5,yes")},
        {"conflicts": "person_id,partner_id\nd,a\n"},
        {"ties": "person_id,partner_id,strength\na,b,0.5\n"},
    ],
)
def test_a_no_is_the_same_whatever_its_cause(tmp_path, tables):
    done = run(tmp_path, "a", "d", **tables)

    assert done.code == 0
    assert done.out.startswith(NO_WAY)
    assert done.out == f"{NO_WAY} Ask the program office, or name more of the people you know.\n"
    assert done.err == ""


def test_who_opts_out_is_passed_by_where_there_is_another_way(tmp_path):
    done = run(tmp_path, "a", "d", opt_outs="person_id,opts_out_of\nb,introducing\n")

    assert "Ask Eva Roy:" in done.out


def test_people_who_know_each_other_are_told_so(tmp_path):
    assert "You and Eva Roy are acquainted already" in run(tmp_path, "a", "e").out
    assert "acquainted already" in run(tmp_path, "a", "e", "--office").out
    assert json.loads(run(tmp_path, "a", "e", "--json").out)["first_step"] is None


@pytest.mark.parametrize("words", [(), ("--about", "grants"), ("--json",)])
def test_two_who_know_each_other_and_are_barred_hear_what_strangers_without_a_way_hear(tmp_path, words):
    alone = "person_id,partner_id,strength\na,b,0.5\n"
    apart = "person_id,partner_id\ne,a\n"

    barred = run(tmp_path / "one", "a", "e", *words, conflicts=apart)
    lacking = run(tmp_path / "other", "a", "e", *words, ties=alone)

    assert barred == lacking
    assert "write to them" not in barred.out


def test_a_confidential_tie_is_not_told_to_whoever_did_not_tell_it(tmp_path):
    secret = TIES.replace("a,b,0.9,", "a,b,0.9,yes")

    assert "acquainted already" in run(tmp_path / "one", "a", "b", ties=secret).out
    assert "acquainted already" not in run(tmp_path / "other", "b", "a", ties=secret).out


def test_closeness_is_read_as_a_share_of_the_largest(tmp_path):
    ties = "person_id,partner_id,closeness\na,b,5\nb,d,4\n"

    done = run(tmp_path, "a", "d", "--office", ties=ties)

    assert "strength 0.800" in done.out
    assert "share of the largest, 5" in done.err


def test_ids_are_enough_without_a_people_file(tmp_path):
    folder = write(tmp_path, ties=TIES)

    done = run_part(introduce, "introduce", "a", "c", "--ties", folder / "ties.csv")

    assert "Ask b: through them you could come to know c." in done.out


@pytest.mark.parametrize(
    ("asker", "sought", "told"),
    [
        ("Ana Dias", "d", "did you mean Ana Díaz (a)"),
        ("Zoltan", "d", "Nobody is known as Zoltan"),
        ("Bo Li", "d", "b or f"),
        ("a", "a", "name two people"),
    ],
)
def test_people_who_cannot_be_told_are_refused(tmp_path, asker, sought, told):
    one_refusal(run(tmp_path, asker, sought), told)


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"ties": "person_id,partner_id,strength\na,b,1.5\n"}, "ties.csv line 2: strength is 1.5"),
        ({"ties": "person_id,partner_id,confidential\na,b,perhaps\n"}, "write yes or no"),
        ({"ties": "person_id,strength\na,1\n"}, "partner_id"),
        ({"opt_outs": "person_id,opts_out_of\na,mail\n"}, "introducing, being introduced or both"),
    ],
)
def test_files_that_cannot_be_used_are_refused_with_their_line(tmp_path, tables, told):
    one_refusal(run(tmp_path, "a", "d", **tables), told)


@pytest.mark.parametrize("strength", ["0", "0.1"])
def test_what_one_tells_in_confidence_is_no_way_however_weak(strength, tmp_path):
    ties = f"person_id,partner_id,strength,confidential\na,b,{strength},yes\nb,a,.9,no\nb,d,.9,no\n"

    done = run(tmp_path, "a", "d", ties=ties)

    assert done.out.startswith(NO_WAY)


def test_the_weakest_telling_counts_and_0_is_no_tie(tmp_path):
    ties = "person_id,partner_id,strength\na,b,.9\nb,d,.9\nd,b,0\n"

    done = run(tmp_path, "a", "d", "--json", "--office", ties=ties)

    assert json.loads(done.out)["path"] == []
