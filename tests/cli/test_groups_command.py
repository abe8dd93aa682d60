"""`constellation groups`: files and sentences, whatever the office and the people choose."""

import json

import pytest

from constellation.cli import groups
from tests.cli.design_runs import SMALL, one_refusal, rows, table, write
from tests.cli.part_runs import run_part

PEOPLE = table(
    [
        ("ada", "Ada", "English", "assistant", "poetry"),
        ("bo", "Bo", "English", "assistant", "poetry"),
        ("cy", "Cy", "History", "associate", "archives"),
        ("di", "Di", "History", "associate", "archives"),
        ("eva", "Eva", "", "", ""),
    ],
    "person_id", "name", "department", "rank", "interests",
)  # fmt: skip
NEEDS = table(
    [("ada", "skills", 1, "writing a grant"), ("bo", "skills", 1, "writing a grant"), ("cy", "balance", 1, "saying no"),
     ("di", "balance", 1, "saying no")],
    "person_id", "area", "weight", "topics",
)  # fmt: skip


def run(folder, *words):
    return run_part(groups, "groups", folder, "--out", folder / "out", *words)


def members(folder, role="member"):
    """The ids of each group."""
    found = {}
    for row in rows(folder / "out" / "groups.csv"):
        if row["role"] == role:
            found.setdefault(row["group"], set()).add(row["person_id"])
    return list(found.values())


def test_who_has_most_in_common_meets_and_is_told_what(tmp_path):
    folder = write(tmp_path / "in", people=PEOPLE, needs=NEEDS)

    done = run(folder, "--sizes", "2")

    assert done.code == 0
    assert {frozenset(one) for one in members(folder)} == {frozenset({"ada", "bo"}), frozenset({"cy", "di"})}
    assert "Ada and Bo. In common: writing a grant (2 of 2); " in done.out
    assert "1 person is left out, no suitable group free: Eva." in done.out
    assert rows(folder / "out" / "left_out.csv")[0]["reason"] == "no suitable group free"


def test_a_topic_named_under_two_areas_is_told_once_with_everybody_who_named_it(tmp_path):
    needs = table(
        [("ada", "skills", "Grants"), ("bo", "skills", "grants"), ("cy", "balance", "grants"), ("di", "balance", "grants"),
         ("di", "skills", "grants")],
        "person_id", "area", "topics",
    )  # fmt: skip
    folder = write(tmp_path / "in", people="person_id\nada\nbo\ncy\ndi\n", needs=needs)

    done = run(folder, "--sizes", "4")

    assert done.out.casefold().count("grants (") == 1
    assert "grants (4 of 4)" in done.out.casefold()


def test_two_of_english_have_a_coach_as_facilitator(tmp_path):
    choices = table(
        [("ada", "yes", "same", ""), ("bo", "yes", "same", ""), ("di", "no", "", 1)],
        "person_id", "joins", "departments", "facilitates",
    )  # fmt: skip
    folder = write(tmp_path / "in", people=PEOPLE, needs=NEEDS, choices=choices)

    done = run(folder, "--sizes", "2-3", "--facilitators", "0-2")

    assert members(folder) == [{"ada", "bo"}]
    assert members(folder, "facilitator") == [{"di"}]
    assert "Facilitated by Di." in done.out


def test_a_grant_writing_group_takes_only_those_who_named_it(tmp_path):
    folder = write(tmp_path / "in", people=PEOPLE, needs=NEEDS)

    done = run(folder, "--sizes", "2-6", "--topics", "Writing a Grant")

    assert members(folder) == [{"ada", "bo"}]
    assert "3 people name none of the topics asked for and join no group." in done.err


def test_departments_and_ranks_are_kept_as_chosen_for_the_run():
    folder = SMALL
    for words, column in ((("--departments", "same"), "department"), (("--ranks", "together"), "rank")):
        told = json.loads(
            run_part(groups, "groups", folder, "--sizes", "2-5", "--out", "out/none", "--json", *words).out
        )
        known = {row["person_id"]: row[column] for row in rows(folder / "people.csv")}

        assert told["groups"] > 2
        assert all(len({known[i] for i in one["members"]}) == 1 for one in told["each"])


@pytest.fixture(autouse=True)
def nowhere_near_the_checkout(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_distinct_departments_differ(tmp_path):
    done = run_part(groups, "groups", SMALL, "--departments", "distinct", "--out", tmp_path / "out")

    known = {row["person_id"]: (row["campus"], row["college"], row["department"]) for row in rows(SMALL / "people.csv")}
    for one in json.loads((tmp_path / "out" / "groups.json").read_text())["each"]:
        departments = [known[i] for i in one["members"] if known[i][2]]
        assert len(set(departments)) == len(departments)
    assert "42 people in 8 groups." in done.out


def test_a_conflict_keeps_two_apart_and_nothing_tells_which(tmp_path):
    free = write(tmp_path / "one", people=PEOPLE, needs=NEEDS)
    barred = write(tmp_path / "other", people=PEOPLE, needs=NEEDS, conflicts="person_id,partner_id\nbo,ada\n")

    without, done = run(free, "--sizes", "2"), run(barred, "--sizes", "2")

    assert {"ada", "bo"} in members(free)
    assert not any({"ada", "bo"} <= one for one in members(barred))
    written = "".join(path.read_text() for path in (barred / "out").iterdir()) + done.out + done.err
    assert "conflict" not in written.replace(str(tmp_path), "")
    assert "barred" not in written
    assert done.err == without.err


def test_one_who_may_meet_nobody_is_left_out_in_the_words_for_everybody(tmp_path):
    everybody = table([("ada", other) for other in ("bo", "cy", "di", "eva")], "person_id", "partner_id")
    folder = write(tmp_path / "in", people=PEOPLE, needs=NEEDS, conflicts=everybody)

    done = run(folder, "--sizes", "4-5")

    assert "1 person is left out, no suitable group free: Ada." in done.out
    assert "No groups of these sizes leave fewer out" not in done.out
    assert rows(folder / "out" / "left_out.csv")[0]["reason"] == "no suitable group free"


def test_the_summary_is_printed_as_it_is_written(tmp_path):
    folder = write(tmp_path / "in", people=PEOPLE, needs=NEEDS)

    done = run(folder, "--sizes", "2", "--json")

    assert done.out == (folder / "out" / "groups.json").read_text(encoding="utf-8")
    told = json.loads(done.out)
    assert told["value"] <= told["bound"]
    assert told["left_out"] == ["eva"]
    assert told["each"][0]["in_common"][0] == {"kind": "topics", "word": "writing a grant", "people": 2}


def test_a_cohort_meets_by_itself_and_is_named_nowhere(tmp_path):
    choices = table([("ada", "lavender"), ("cy", "lavender"), ("bo", ""), ("di", "")], "person_id", "cohort")
    folder = write(tmp_path / "in", people=PEOPLE, needs=NEEDS, choices=choices)

    done = run(folder, "--sizes", "2-3")

    assert {"ada", "cy"} in members(folder)
    assert "lavender" not in done.out + "".join(path.read_text() for path in (folder / "out").iterdir())


def test_nothing_known_of_anybody_is_told_and_groups_are_made_by_the_rules(tmp_path):
    folder = write(tmp_path / "in", people="person_id\na\nb\nc\nd\n")

    done = run(folder, "--sizes", "2")

    assert "groups are made by the rules alone" in done.err
    assert "4 people in 2 groups." in done.out
    assert "proven" not in done.out


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path):
    folder = write(tmp_path / "in", people="person_id,name\na,=1+1\nb,B\n")

    run(folder, "--sizes", "2")

    assert rows(folder / "out" / "groups.csv")[0]["name"] == "'=1+1"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--sizes", "1-3"), "from 2 up"),
        (("--sizes", "6-4"), "4-6"),
        (("--sizes", "few"), "as in 4-6"),
        (("--seed", "-1"), "from 0 up"),
        (("--facilitators", "9"), "at most"),
        (("--weights", "love=1"), "needs, topics or interests"),
        (("--topics", "writing a grand"), "did you mean writing a grant"),
        (("--people", "none.csv"), "no such file"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(tmp_path, words, told):
    folder = write(tmp_path / "in", people=PEOPLE, needs=NEEDS)

    one_refusal(run(folder, *words), told)
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ("person_id,departments\nada,sometimes\n", "write same, distinct or any"),
        ("person_id,joins\nada,maybe\n", "write yes or no"),
        ("person_id,facilitates\nada,many\n", "whole number"),
        ("name\nada\n", "person_id"),
    ],
)
def test_a_choice_that_is_none_is_refused_with_its_line(tmp_path, choices, told):
    folder = write(tmp_path / "in", people=PEOPLE, choices=choices)

    one_refusal(run(folder, "--sizes", "2"), "choices.csv line", told)


def test_a_missing_folder_is_refused(tmp_path):
    one_refusal(run_part(groups, "groups", tmp_path / "none"), "no such folder")
    one_refusal(run_part(groups, "groups"), "--people FILE")
