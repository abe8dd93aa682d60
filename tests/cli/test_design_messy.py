"""A design takes any roster-like file wherever it took a tidy one."""

import openpyxl
import pytest

from constellation.intake import load_remembered
from tests.cli.design_runs import command, files, one_refusal, rows, summary, words_in, write

FORM = (
    "Timestamp,Email Address,What is your name?,Department,What would you like help with?,What could you offer to others?,"
    "How many colleagues could you meet with this year?,Anyone you would rather NOT be matched with? (confidential)\n"
    '9/1/2025 9:00:00,awang@u.edu,Ana Wang,History,"Grant writing, Promotion & tenure",,0,Cy Quarrel\n'
    '9/1/2025 9:05:00,blee@u.edu,Bo Lee,Physics,,"Grant writing, Promotion & tenure",one or two,\n'
    '9/1/2025 9:10:00,cquarrel@u.edu,Cy Quarrel,Music,,"Grant writing, Promotion & tenure",as many as needed,none\n'
    "9/2/2025 9:10:00,dxu@u.edu,Dora Xu,Music,Work-life balance,Parking,2,my chair\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def workbook(path, *table):
    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    book.save(path)


def roster(path):
    workbook(path, ["HR report", None, None, None, None], [None] * 5, ["Employee ID", "Last", "First", "E-mail", "Academic Rank"],
             ["0001", "Wang", "Ana", "awang@u.edu", "Asst Prof"], ["0002", "Lee", "Bo", "BLEE@U.EDU", "Professor and Chair"],
             ["0003", "Quarrel", "Cy", "cquarrel@u.edu", "Assoc Prof"], ["0004", "Xu", "Dora", "dxu@u.edu", "Professor"],
             ["Total", 4, None, None, None])  # fmt: skip


def test_a_form_alone_is_people_needs_offers_and_places(folder, tmp_path):
    (folder / "people.csv").write_text(FORM, encoding="utf-8")

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    told = summary(tmp_path / "out")
    assert run.code == 0, run.err
    assert told["people"] == 4
    assert [(row["person_id"], row["seeks"], row["gives"]) for row in rows(tmp_path / "out" / "inputs" / "people.csv")] == [
        ("awang@u.edu", "2", "0"), ("blee@u.edu", "0", "2"), ("cquarrel@u.edu", "0", "10"), ("dxu@u.edu", "1", "2"),
    ]  # fmt: skip
    assert {
        row["partner_id"] for row in rows(tmp_path / "out" / "networks.csv") if row["person_id"] == "awang@u.edu"
    } == {"blee@u.edu"}
    assert command("check", tmp_path / "out", "--quiet").code == 0


def test_whom_somebody_would_rather_avoid_is_kept_apart_and_named_nowhere(folder, tmp_path):
    (folder / "people.csv").write_text(FORM, encoding="utf-8")

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    assert {(row["person_id"], row["partner_id"]) for row in rows(tmp_path / "out" / "inputs" / "conflicts.csv")} == {
        ("awang@u.edu", "cquarrel@u.edu")
    }
    assert ("awang@u.edu", "cquarrel@u.edu") not in {
        (row["person_id"], row["partner_id"]) for row in rows(tmp_path / "out" / "networks.csv")
    }
    assert "Quarrel" not in run.err
    assert "chair" not in run.err
    assert [line for line in run.err.splitlines() if "1 confidential answer cannot be found" in line]
    for name, path in files(tmp_path / "out").items():
        if not name.startswith("inputs/"):
            assert "not be matched" not in words_in(path).casefold(), name


def test_a_workbook_of_people_and_a_form_are_joined_by_their_addresses(folder, tmp_path):
    roster(folder / "people.xlsx")
    (folder / "needs.csv").write_text(FORM, encoding="utf-8")

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    assert run.code == 0, run.err
    people = {row["person_id"]: row for row in rows(tmp_path / "out" / "inputs" / "people.csv")}
    assert people["0002"] | {"name": "Bo Lee", "rank": "professor", "role": "chair", "gives": "2"} == people["0002"]
    assert {row["person_id"] for row in rows(tmp_path / "out" / "inputs" / "needs.csv")} == {"0001", "0004"}
    assert {(row["person_id"], row["partner_id"]) for row in rows(tmp_path / "out" / "inputs" / "conflicts.csv")} == {
        ("0001", "0003")
    }
    assert "option 'Parking'" in run.err


def test_pairings_and_conflicts_of_the_office_are_found_in_the_roster(folder, tmp_path):
    roster(folder / "people.xlsx")
    (folder / "needs.csv").write_text(FORM, encoding="utf-8")
    (folder / "current.csv").write_text(
        "Mentee,Mentor 1,Mentor 2,Ended/notes\nAna Wang,Dora Xu,TBD,\nDora Xu,Bo Lee,,ended - moved\n", encoding="utf-8"
    )
    (folder / "conflicts.csv").write_text(
        "Person A,Person B,Reason,Until\ndxu@u.edu,Bo Lee,grievance,forever\nawang@u.edu,blee@u.edu,co-PI,2001-01-01\n",
        encoding="utf-8",
    )

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    assert run.code == 0, run.err
    current = [
        (row["person_id"], row["partner_id"], row["keep"]) for row in rows(tmp_path / "out" / "inputs" / "current.csv")
    ]
    assert current == [("0001", "0004", "yes"), ("0004", "0002", "no")]
    apart = {(row["person_id"], row["partner_id"]) for row in rows(tmp_path / "out" / "inputs" / "conflicts.csv")}
    assert apart == {("0001", "0003"), ("0002", "0004")}  # the one that ended bars nobody
    assert "grievance" not in run.err


def test_an_unsure_file_stops_with_the_mapping_to_correct_and_goes_on_with_it(folder, tmp_path):
    (folder / "people.tsv").write_text(
        "awang@u.edu\tWang\tAna\tHistory\nblee@u.edu\tLee\tBo\tHistory\nexu@u.edu\tXu\tEwa\tMusic\n", encoding="utf-8"
    )

    first = command("design", folder, "--out", tmp_path / "out")
    mapping = folder / "people.tsv.mapping.toml"
    text = mapping.read_text(encoding="utf-8")
    mapping.write_text(text.replace('["", "department"]', '["", "college"]'), encoding="utf-8")
    second = command("design", folder, "--out", tmp_path / "out", "--simulate-answers")

    one_refusal(first, "people.tsv", "people.tsv.mapping.toml", "column 4")
    assert not (tmp_path / "out").exists() or second.code == 0
    assert second.code == 0, second.err
    assert [row["college"] for row in rows(tmp_path / "out" / "inputs" / "people.csv")] == [
        "History",
        "History",
        "Music",
    ]


def test_a_wrong_mapping_beside_the_files_is_refused(folder, tmp_path):
    roster(folder / "people.xlsx")
    (folder / "people.xlsx.mapping.toml").write_text("[[tables]]\nshape = 1\n", encoding="utf-8")

    one_refusal(command("design", folder, "--out", tmp_path / "out"), "people.xlsx.mapping.toml", "--save-mapping")


def test_ids_that_a_spreadsheet_rounded_do_not_make_many_people_one(folder, tmp_path):
    (folder / "people.csv").write_text("ID,Name\n8.59E+07,Ana Wang\n8.59E+07,Bo Lee\n", encoding="utf-8")

    run = command("design", folder, "--out", tmp_path / "out")

    assert run.code == 0, run.err
    assert summary(tmp_path / "out")["people"] == 2
    assert "rounded" in run.err


def test_a_tidy_file_passes_through_unchanged(folder, tmp_path):
    (folder / "people.csv").write_text("person_id,name,seeks,gives\n7,o'CONNOR ii,1,0\n8,=x,0,1\n", encoding="utf-8")
    (folder / "needs.csv").write_text("person_id,area\n7,tenure\n", encoding="utf-8")

    run = command("design", folder, "--out", tmp_path / "out")

    assert run.code == 0
    assert [row["name"] for row in rows(tmp_path / "out" / "inputs" / "people.csv")] == ["o'CONNOR ii", "'=x"]
    assert not list(folder.glob("*.toml"))


@pytest.mark.parametrize(
    "name",
    [
        "01_banner_like_cp1252.csv",
        "06_german_semicolon_latin1.csv",
        "18_eduperson.ldif",
        "22_export.zip",
        "28_libreoffice_02_workday_like.ods",
    ],
)
def test_exports_of_systems_are_designed(shared_data, tmp_path, name):
    run = command(
        "design",
        "--people",
        shared_data / "messy_made" / name,
        "--simulate-answers",
        "--out",
        tmp_path / "out",
        "--fairness",
        0,
    )

    assert run.code == 0, run.err
    assert summary(tmp_path / "out")["filled"] > 10
    assert command("check", tmp_path / "out", "--quiet").code == 0


TIDY = "person_id,name,department,seeks,gives\np1,Ana Wang,History,1,1\np2,Bob Lee,Music,1,1\np3,Cy Quarrel,History,1,1\np4,Di Xu,Physics,1,1\n"
ANSWERS = (
    "Timestamp,What is your name?,Department,What would you like help with?\n"
    "9/1/2025 9:00:00,Di Xu,Physics,Grant writing\n9/1/2025 9:01:00,Cy Quarrel,History,Grant writing\n"
    "9/1/2025 9:02:00,Bob Lee,Music,Grant writing\n9/1/2025 9:03:00,Ana Wang,History,Grant writing\n"
)
UNITS = (
    "Person A,Person B,Reason,Until\nEveryone in Physics,Bob Lee,grievance,\nEveryone in Botany,Bob Lee,grievance,\n"
)


def barred(out):
    return {(row["person_id"], row["partner_id"]) for row in rows(out / "inputs" / "conflicts.csv")}


@pytest.mark.parametrize("form", [True, False])
def test_a_department_in_a_conflict_is_that_of_the_people(folder, tmp_path, form):
    write(folder, people=TIDY, conflicts=UNITS, needs=ANSWERS if form else "person_id,area\np1,tenure\n")

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    assert run.code == 0, run.err
    assert barred(tmp_path / "out") in ({("p2", "p4")}, {("p4", "p2")})
    assert "1 end of a conflict cannot be found" in run.err


def test_a_login_that_is_the_family_name_of_another_person_is_not_that_person(folder, tmp_path):
    write(
        folder,
        people="person_id,name,seeks,gives\nlee,Bob Stone,1,1\nalee,Ana Lee,1,1\nA 12,Cy Quarrel,1,1\n",
        needs="Login,First,Last,What would you like help with?\nlee,Bob,Stone,Grant writing\nA 12,C.,Q.,Promotion & tenure\n",
    )

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    assert run.code == 0, run.err
    assert {row["person_id"] for row in rows(tmp_path / "out" / "inputs" / "needs.csv")} == {"lee", "A 12"}


def test_each_of_two_forms_tells_the_places_that_it_asks_for(folder, tmp_path):
    write(
        folder,
        people="person_id,name,department\np1,Ana Wang,History\np2,Bob Lee,Music\n",
        needs="Timestamp,What is your name?,Department,What would you like help with?\n"
        "9/1/2025 9:00:00,Ana Wang,History,Grant writing\n9/1/2025 9:00:00,Bob Lee,Music,Grant writing\n",
        offers="Timestamp,What is your name?,Department,What could you offer to others?,How many colleagues could you meet with this year?\n"
        "9/1/2025 9:00:00,Ana Wang,History,Promotion & tenure,2\n9/1/2025 9:00:00,Bob Lee,Music,Grant writing,1\n",
    )

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    assert run.code == 0, run.err
    assert [(row["seeks"], row["gives"]) for row in rows(tmp_path / "out" / "inputs" / "people.csv")] == [
        ("1", "2"),
        ("1", "1"),
    ]


UNSURE = "awang@u.edu\tWang\tAna\tHistory\nblee@u.edu\tLee\tBo\tHistory\nexu@u.edu\tXu\tEwa\tMusic\n"


def test_a_mapping_keeps_what_was_decided_for_files_of_another_shape(folder, tmp_path):
    mapping = folder / "people.tsv.mapping.toml"
    mapping.write_text(
        '[[tables]]\nshape = "of last year"\nkind = "people"\ncolumns = [["Who \\"really\\"", "name"], ["X", ""]]\n',
        encoding="utf-8",
    )
    (folder / "people.tsv").write_text(UNSURE, encoding="utf-8")
    (decided,) = load_remembered(mapping)

    one_refusal(command("design", folder, "--out", tmp_path / "out"), "people.tsv.mapping.toml")

    kept = load_remembered(mapping)
    assert len(kept) == 2
    assert decided in kept


def test_the_mapping_of_a_file_itself_counts_before_those_of_other_files(folder, tmp_path):
    (folder / "people.tsv").write_text(UNSURE, encoding="utf-8")
    command("design", folder, "--out", tmp_path / "out")
    mapping = folder / "people.tsv.mapping.toml"
    text = mapping.read_text(encoding="utf-8")
    (folder / "archive.tsv.mapping.toml").write_text(text, encoding="utf-8")
    mapping.write_text(text.replace('["", "department"]', '["", "college"]'), encoding="utf-8")

    run = command("design", folder, "--out", tmp_path / "out", "--simulate-answers")

    assert run.code == 0, run.err
    assert {row["college"] for row in rows(tmp_path / "out" / "inputs" / "people.csv")} == {"History", "Music"}


@pytest.mark.parametrize("header", ["Email", "E-mail", "mail"])
def test_the_addresses_of_a_tidy_file_find_whoever_answers_a_form_by_them(folder, tmp_path, header):
    write(
        folder,
        people=f"person_id;name;{header};seeks;gives\np1;Ana Wang;awang@u.edu;1;1\n\np2;Bob Lee;BLEE@u.edu;1;1\np3;Cy Quarrel\n",
        needs="Timestamp,Email Address,What would you like help with?\n"
        "9/1/2025 9:00:00,blee@u.edu,Grant writing\n9/1/2025 9:00:00,awang@u.edu,Promotion & tenure\n",
    )

    run = command("design", folder, "--out", tmp_path / "out", "--fairness", 0)

    assert run.code == 0, run.err
    assert {(row["person_id"], row["area"]) for row in rows(tmp_path / "out" / "inputs" / "needs.csv")} == {
        ("p1", "Navigating the tenure track"),
        ("p2", "Building teaching, research and service skills"),
    }
