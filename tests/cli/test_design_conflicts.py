"""A design bars whomever a list of conflicts means, and says how many it could not."""

import openpyxl
import pytest

from tests.cli.design_runs import command, one_refusal, rows, write

PEOPLE = "person_id,name,email,seeks,gives\n" + "".join(
    f"p{n},{name},a{n}@u.edu,1,1\n" for n, name in enumerate(["Ana Wang", "Bo Lee", "Cy Quarrel", "Dora Xu"], start=1)
)
HEADER = "Person A,Person B,Reason,Until\n"


def design(tmp_path, conflicts):
    folder = write(tmp_path / "in", people=PEOPLE, conflicts=conflicts)
    return command("design", folder, "--out", tmp_path / "out", "--fairness", 0, "--simulate-answers")


def barred(tmp_path):
    return {
        frozenset((row["person_id"], row["partner_id"])) for row in rows(tmp_path / "out" / "inputs" / "conflicts.csv")
    }


@pytest.mark.parametrize("between", [", ", ";", " and ", "/", "\n"])
def test_each_of_two_people_in_one_cell_is_barred(tmp_path, between):
    run = design(tmp_path, f'{HEADER}"a1@u.edu{between}a2@u.edu",a3@u.edu,x,\n')

    assert run.code == 0, run.err
    assert barred(tmp_path) == {frozenset(("p1", "p3")), frozenset(("p2", "p3"))}


def test_whoever_of_a_cell_cannot_be_found_is_counted_once(tmp_path):
    run = design(tmp_path, f'{HEADER}"a1@u.edu, a2@u.edu","a3@u.edu; gone@u.edu",x,\n')

    assert run.code == 0, run.err
    assert barred(tmp_path) == {frozenset(("p1", "p3")), frozenset(("p2", "p3"))}
    assert "1 end of a conflict cannot be found" in run.err
    assert "gone" not in run.err


def test_conflicts_that_have_ended_are_counted_without_names_or_rows(tmp_path):
    ended = "a1@u.edu,a2@u.edu,x,2001-01-01\n"

    run = design(tmp_path, f"{HEADER}{ended * 3}a1@u.edu,a4@u.edu,x,\n")

    assert run.code == 0, run.err
    (told,) = [line for line in run.err.splitlines() if "ended" in line]
    assert told.endswith("conflicts.csv: 3 conflicts have ended: they bar nobody.")
    assert barred(tmp_path) == {frozenset(("p1", "p4"))}


def test_the_rows_of_a_list_are_not_said_to_be_people(tmp_path):
    run = design(tmp_path, f"{HEADER}a1@u.edu,a2@u.edu,x,\n")

    assert "conflicts.csv: 1 row was read, 0 set aside;" in run.err
    assert "are 1 people" not in run.err


def test_a_workbook_of_people_holds_no_conflicts(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Employee ID", "Last", "First", "E-mail"], ["0001", "Wang", "Ana", "awang@u.edu"],
                ["0002", "Lee", "Bo", "blee@u.edu"]):  # fmt: skip
        book.active.append(row)
    book.save(tmp_path / "book.xlsx")

    run = command("design", "--people", tmp_path / "book.xlsx", "--conflicts", tmp_path / "book.xlsx",
                  "--out", tmp_path / "out", "--simulate-answers")  # fmt: skip

    one_refusal(
        run,
        "book.xlsx: no conflicts were found in this file, it was read as people; give the list as a file of its own.",
    )
