"""A file becomes people, a log, a mapping, duplicates and counts."""

import io
from datetime import date

import openpyxl
import pytest

from constellation.intake import Cancelled, Unreadable, read, read_bytes

TODAY = date(2020, 1, 1)


def reading(text, name="roster.csv", **more):
    return read_bytes(text if isinstance(text, bytes) else text.encode(), name, today=TODAY, **more)


def column(found, name):
    return [row[name] for row in found.rows]


def said(found, **wanted):
    return [entry for entry in found.log if all(getattr(entry, name) == value for name, value in wanted.items())]


def test_every_row_has_the_same_columns_and_says_where_it_stands():
    found = reading('Employee ID,Name,Dept,Rank,Hire date\n00123,"Wang, Ana M.",History,Assoc Prof,08/20/2012\n')

    [row] = found.rows
    assert {name: row[name] for name in ("employee_id", "given", "middle", "family", "department", "rank", "title", "hire_date")} == {
        "employee_id": "00123", "given": "Ana", "middle": "M.", "family": "Wang", "department": "History",
        "rank": "associate", "title": "Associate Professor", "hire_date": "2012-08-20",
    }  # fmt: skip
    assert row["source"] == {"file": "roster.csv", "sheet": "", "row": 2}
    assert row["appointments"] == [
        {
            "title": "Associate Professor",
            "rank": "associate",
            "department": "History",
            "hire_date": "2012-08-20",
            "primary": True,
        }
    ]


def test_rank_stage_and_ipeds_rank_are_kept_apart():
    found = reading("Name,Title\nAna Wang,Professor and Chair\nBo Lee,Distinguished Professor\nEwa Xu,Asst Prof\n")

    assert column(found, "rank") == ["chair", "distinguished", "assistant"]
    assert column(found, "ipeds_rank") == ["professor", "professor", "assistant"]
    assert column(found, "stage")[::2] == ["chair/leader", "pre-tenure"]


def test_rows_in_are_people_folded_and_set_aside():
    found = reading(
        "ID,Name,Dept,FTE\n1,Ana Wang,History,1\n1,Ana Wang,Physics,0\n2,Bo Lee,Physics,1\n,,,\n,,Nobody,1\nTotal,3,,\n"
    )

    assert (found.counts.people, found.counts.folded, found.counts.set_aside) == (2, 1, 2)
    assert found.counts.rows_in == 5
    assert [entry.row for entry in found.log if "set aside" in entry.done] == [6, 7]


def test_several_appointments_are_one_person_with_the_largest_first():
    found = reading("ID,Name,Dept,Title,FTE\n1,Ana Wang,Physics,Courtesy Professor,0\n1,Ana Wang,History,Professor,1\n")

    [row] = found.rows
    assert row["department"] == "History"
    assert [(one["department"], one["title"], one["primary"]) for one in row["appointments"]] == [
        ("History", "Professor", True),
        ("Physics", "Courtesy Professor", False),
    ]


def test_two_names_with_one_id_stay_two_people_and_are_asked_about():
    found = reading("ID,Name\n1,Ana Wang\n1,Bo Lee\n")

    assert column(found, "family") == ["Wang", "Lee"]
    assert len(found.questions) == 1
    assert found.questions[0].row == 3


def test_one_person_on_two_sheets_is_folded_with_both_appointments():
    book = openpyxl.Workbook()
    book.active.title = "History"
    for sheet, title in ((book.active, "Professor"), (book.create_sheet("Music"), "Courtesy Professor")):
        for row in (
            ["Employee ID", "Name", "Title", "Email"],
            ["0001", "Ana Wang", title, "" if sheet.title == "History" else "a@b.edu"],
            [f"9{sheet.title}", "Bo Lee", "Lecturer", ""],
        ):
            sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)

    found = reading(saved.getvalue(), "roster.xlsx")

    assert (found.counts.people, found.counts.folded) == (3, 1)
    assert [one["title"] for one in found.rows[0]["appointments"]] == ["Professor", "Courtesy Professor"]
    assert found.rows[0]["email"] == "a@b.edu"
    assert [(entry.sheet, entry.row) for entry in found.log if "folded into one" in entry.done] == [("Music", 2)]


def test_a_step_that_takes_effect_later_is_not_applied():
    found = reading(
        "EMPLID,EFFDT,NAME,JOBCODE_DESCR,ACTION\n01,08/01/2010,\"Wang,Ana\",ASST PROF,HIR\n01,08/01/2016,\"Wang,Ana\",ASSOC PROF,PRO\n"
        "01,08/01/2031,\"Wang,Ana\",PROF,PRO\n"
    )  # fmt: skip

    [row] = found.rows
    assert (row["rank"], row["hire_date"]) == ("associate", "2010-08-01")
    assert [entry.row for entry in found.log if "not applied" in entry.done] == [4]


def test_a_promotion_dated_before_the_hiring_counts_and_is_said():
    found = reading(
        'EMPLID,EFFDT,NAME,JOBCODE_DESCR,ACTION\n01,08/20/2018,"Wang,Ana",ASST PROF,HIR\n01,08/16/2018,"Wang,Ana",PROF,PRO\n'
    )

    assert column(found, "rank") == ["professor"]
    assert said(found, row=2, severity="warning")


def test_a_later_answer_replaces_an_earlier_one():
    found = reading(
        "Timestamp,Email,What would you like help with?\n9/1/2019 10:00:00,a@b.edu,Grants\n9/3/2019 8:00:00,a@b.edu,Teaching\n9/2/2019 9:00:00,c@b.edu,\n"
    )

    assert column(found, "needs") == [["Teaching"], []]
    assert found.counts.folded == 1
    assert any("row 3 replaces it" in entry.done for entry in said(found, row=2))


def test_nobody_whom_somebody_would_rather_avoid_stands_in_the_log():
    found = reading(
        "Timestamp,Email,Name,Anyone you would rather NOT be matched with? (confidential)\n"
        "9/1/2019,a@b.edu,Ana Wang,Xaver Secretname\n9/2/2019,,,Xaver Secretname\n9/2/2019,c@b.edu,Bo Lee,=Secretname\n"
    )

    assert found.rows[0]["avoid"] == ["Xaver Secretname"]
    assert not [entry for entry in found.log if "Secretname" in f"{entry.found}{entry.done}{entry.mend}"]


def test_lost_zeros_of_ids_are_said_and_never_invented():
    found = reading("Employee ID,Name\n79918134,Ana Wang\n8.59E+07,Bo Lee\n3062917,Ewa Xu\n")

    assert column(found, "employee_id") == ["79918134", "", "3062917"]
    assert {entry.row for entry in said(found, severity="warning", column="Employee ID")} >= {3, 4}


def test_letters_that_are_lost_are_said_and_stay():
    found = reading("Last,First\nNguy?n,Tomás\n".encode("latin-1"))

    assert column(found, "family") == ["Nguy?n"]
    assert any("lost" in entry.done for entry in said(found, row=2, column="Last", severity="warning"))


def test_a_cell_like_a_formula_is_text():
    found = reading("Name,Dept\nAna Wang,=1+1\nBo Lee,History\n")

    assert column(found, "department") == ["=1+1", "History"]
    assert any("never run" in entry.done for entry in said(found, row=2))


def test_a_college_at_the_top_of_its_block_counts_for_the_rows_below():
    found = reading(
        "Name,College,Dept\nAna Wang,College of Arts,History\nBo Lee,,Music\nEwa Xu,College of Science,Physics\nIda Le,,Botany\n"
    )

    assert column(found, "college") == [
        "College of Arts",
        "College of Arts",
        "College of Science",
        "College of Science",
    ]


def test_nobody_is_found_where_no_column_names_a_person():
    found = reading("Width,Species\n5.1,setosa\n4.9,setosa\n")

    assert found.kind == "unknown"
    assert (found.counts.people, found.counts.set_aside) == (0, 2)
    assert "no column names a person" in found.log[-1].done


def test_a_table_without_header_is_asked_about():
    found = reading("awang@b.edu\tWang\tAna\t08/20/2012\nblee@b.edu\tLee\tBo\t01/30/2013\n", "roster.tsv")

    assert (column(found, "given"), column(found, "family")) == (["Ana", "Bo"], ["Wang", "Lee"])
    assert "no header" in found.questions[0].done


def test_a_plain_roster_raises_no_question():
    found = reading(
        "Employee ID,Last Name,First Name,Email,Department,Rank\n01,Wang,Ana,a@b.edu,History,Professor\n02,Lee,Bo,b@b.edu,Physics,Lecturer\n"
    )

    assert not found.questions
    assert all(entry.severity == "info" for entry in found.log)


def test_cancelling_stops_and_progress_is_told():
    stages = []

    with pytest.raises(Cancelled):
        reading(
            "Name\n" + "Ana Wang\n" * 10_000,
            cancelled=lambda: len(stages) > 1,
            progress=lambda p: stages.append(p.done),
        )

    assert stages == sorted(stages)
    assert stages


def test_what_is_no_file_is_refused_with_its_name(tmp_path):
    with pytest.raises(Unreadable, match=r"gone\.csv"):
        read(tmp_path / "gone.csv", today=TODAY)


def test_names_of_a_pairing_are_found_in_the_roster():
    roster = reading("ID,Name,Dept\n1,Ana Wang,History\n2,Bo Lee,Physics\n3,Mia Lee,Music\n")

    found = reading("Mentee,Mentor 1,Mentor 2,Started\nAna Wang,Lee (Physics),Lee,9/2019\n", "pairs.csv", roster=roster)

    assert found.kind == "pairings"
    matches = column(found, "partner_match")
    assert [match["position"] for match in matches] == [1, None]
    assert sorted(matches[1]["others"]) == [1, 2]
    assert column(found, "started") == ["2019-09", "2019-09"]


@pytest.mark.parametrize(
    "file",
    ["rosters/cu_faculty_fy18_uccs_denver.csv", "rosters/isu_professors_2007_2018_half_a.csv", "networks/uk_faculty_nodes.csv",
     "networks/krackhardt_hightech_nodes.csv", "matching/ukgov_sample_mentees.csv", "xlsx_real/deaths.xlsx", "xlsx_real/skipping.xlsx",
     "xlsx_real/names-need-repair-xlsx.xlsx", "xlsx_real/texty-dates-xlsx.xlsx"],
)  # fmt: skip
def test_real_files_raise_no_question_that_a_person_would_find_silly(shared_data, file):
    found = read(shared_data / file, today=TODAY)

    assert not found.questions
    assert found.counts.rows_in == found.counts.people + found.counts.folded + found.counts.set_aside > 0


def test_a_real_roster_of_appointments_folds_to_its_people(shared_data):
    found = read(shared_data / "rosters/cu_faculty_fy18_uccs_denver.csv", today=TODAY)

    assert (found.counts.rows_in, found.counts.people) == (3478, 2566)
    assert sum(bool(rank) for rank in column(found, "rank")) > 0.95 * 2566


def test_a_real_roster_of_years_keeps_the_latest_of_each_person(shared_data):
    found = read(shared_data / "rosters/isu_professors_2007_2018_half_a.csv", today=TODAY)

    assert (found.counts.rows_in, found.counts.people) == (8124, 1289)


def test_a_state_that_begins_later_or_has_ended_is_not_the_present_one():
    later = 'EMPLID,EFFDT,NAME,EMPL_STATUS,ACTION\n01,01/15/2019,"Wang,Ana",A,HIR\n01,01/15/2027,"Wang,Ana",T,TER\n'
    back = 'EMPLID,EFFDT,NAME,EMPL_STATUS,ACTION\n01,01/15/2018,"Wang,Ana",L,LOA\n01,06/15/2019,"Wang,Ana",A,RFL\n'

    assert reading(later).rows[0].get("status", "") == ""
    assert reading(back).rows[0].get("status", "") == ""


def test_what_a_folded_row_says_differently_is_said():
    found = reading(
        "ID,Name,Email,Dept\n1,Ana Wang,ana@x.edu,History\n1,Ana Wang,awang@y.edu,Music\n2,Bo Lee,b@x.edu,Music\n"
    )

    [entry] = [entry for entry in found.log if "folded into row 2" in entry.done]
    assert (entry.row, entry.severity) == (3, "warning")
    assert "email differs" in entry.done
    assert [one["department"] for one in found.rows[0]["appointments"]] == ["History", "Music"]


def test_of_two_answers_of_one_day_the_later_hour_counts():
    found = reading(
        "Timestamp,Email,What would you like help with?\n9/1/2019 3:00:00 PM,a@b.edu,Late\n9/1/2019 9:00:00 AM,a@b.edu,Early\n"
    )

    assert column(found, "needs") == [["Late"]]


def test_a_blank_in_a_later_answer_is_not_filled_from_an_earlier_one():
    found = reading(
        "Timestamp,Email,What could you offer to others?,Seeks\n9/1/2019,a@b.edu,Grants,3\n9/2/2019,a@b.edu,Grants,\n9/2/2019,c@b.edu,Grants,1\n"
    )

    assert column(found, "seeks") == ["", "1"]


def test_a_status_that_is_not_known_is_said():
    found = reading("ID,Name,Employment Status\n1,Ana Wang,Terminated - voluntary\n2,Bo Lee,Purple\n")

    assert column(found, "status") == ["left", ""]
    assert [entry.found for entry in found.log if "not known as a status" in entry.done] == ["Purple"]


def test_columns_that_go_into_no_answer_are_named():
    found = reading("Name,Phone,Date of birth\nAna Wang,555-0100,1970-01-01\nBo Lee,555-0101,1971-01-01\n")

    assert any(
        "Phone" in entry.found and "Date of birth" in entry.found and "left out" in entry.done for entry in found.log
    )


def test_names_in_a_column_called_person_are_no_ids():
    found = reading("Person,Department\nAna Wang,History\nAna Wang,Music\nBo Lee,Music\n")

    assert column(found, "family") == ["Wang", "Wang", "Lee"]


def test_a_whole_name_counts_where_its_parts_are_blank():
    found = reading("Name,First name,Last name\nAna Wang,,\nBo Lee,Bo,Lee\n")

    assert column(found, "family") == ["Wang", "Lee"]


def test_confidential_words_that_slip_into_other_cells_are_not_quoted():
    header = "Name,Email,Anyone you would rather NOT be matched with? (confidential)"
    found = reading(f"{header}\nAna Wang,a@x.edu,Lee, Bobsecret\n,,Carla Secret\nNote: Carla Secret,,\n")
    conflicts = reading("Person A,Person B,Reason\na@b.edu,c@b.edu,divorced, Secret complaint\n")

    assert "Bobsecret" in " ".join(found.rows[0]["avoid"])
    for entry in [*found.log, *conflicts.log]:
        assert "ecret" not in entry.found + entry.done


def test_two_lists_below_each_other_are_both_read():
    found = reading(
        "Name,Email\nAna Wang,a@b.edu\nBo Lee,b@b.edu\n\nName,Email,Rank,Department\nEwa Xu,e@b.edu,Professor,History\nKim Le,k@b.edu,Lecturer,Music\n"
    )

    assert column(found, "family") == ["Wang", "Lee", "Xu", "Le"]
    assert found.counts.rows_in == 4
    assert [row["source"]["row"] for row in found.rows] == [2, 3, 6, 7]


def test_of_two_answers_at_one_second_the_later_row_counts():
    found = reading(
        "Timestamp,Email,What would you like help with?\n9/1/2019 9:00:00,a@b.edu,First\n9/1/2019 9:00:00,a@b.edu,Second\n"
    )

    assert column(found, "needs") == [["Second"]]
