"""Titles and ranks as people, personnel offices and codes write them."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.ranks import read_rank, read_rank_code
from constellation.intake.content.title_lists import split_titles

IPEDS = {"professor", "associate", "assistant", "instructor", "lecturer", "no academic rank"}
KINDS = {"rank", "admin", "courtesy", "staff", "student", "librarian"}

# title: rank, IPEDS rank, kind
SPELLINGS = {
    "Professor": ("professor", "professor", "rank"),
    "PROF": ("professor", "professor", "rank"),
    "Prof.": ("professor", "professor", "rank"),
    "Full Professor": ("professor", "professor", "rank"),
    "Professeur titulaire": ("professor", "professor", "rank"),
    "Associate Professor": ("associate", "associate", "rank"),
    "ASSOC PROF": ("associate", "associate", "rank"),
    "Assoc. Prof.": ("associate", "associate", "rank"),
    "Associate Prof.": ("associate", "associate", "rank"),
    "AssocProf": ("associate", "associate", "rank"),
    "Assistant Professor": ("assistant", "assistant", "rank"),
    "ASST PROF": ("assistant", "assistant", "rank"),
    "asst. prof.": ("assistant", "assistant", "rank"),
    "Assist. Prof.": ("assistant", "assistant", "rank"),
    "Ass. Prof.": ("assistant", "assistant", "rank"),
    "PROF & CHAIR": ("chair", "professor", "rank"),
    "Professor and Chair": ("chair", "professor", "rank"),
    "Professor & Head": ("chair", "professor", "rank"),
    "Associate Professor and Department Chair": ("chair", "associate", "rank"),
    "Associate Professor and Vice Chair": ("associate", "associate", "rank"),
    "Department Head": ("chair", "no academic rank", "admin"),
    "Head of Department": ("chair", "no academic rank", "admin"),
    "Dept. Chair": ("chair", "no academic rank", "admin"),
    "Interim Chair": ("chair", "no academic rank", "admin"),
    "Chairperson": ("chair", "no academic rank", "admin"),
    "Vice Chair": ("vice chair", "no academic rank", "admin"),
    "DIST PROF": ("distinguished", "professor", "rank"),
    "Distinguished Prof.": ("distinguished", "professor", "rank"),
    "University Distinguished Professor": ("distinguished", "professor", "rank"),
    "Regents' Professor": ("distinguished", "professor", "rank"),
    "UNIV PROF": ("university", "professor", "rank"),
    "University Professor": ("university", "professor", "rank"),
    "ENDOWED CHAIR": ("professor", "professor", "rank"),
    "Chair in Physics": ("professor", "professor", "rank"),
    "ADJ ASST PROF": ("adjunct", "assistant", "rank"),
    "Adjunct Assistant Prof.": ("adjunct", "assistant", "rank"),
    "Adjunct Professor": ("adjunct", "professor", "rank"),
    "Adjunct Faculty": ("adjunct", "lecturer", "rank"),
    "INSTRUCTOR ADJUNCT": ("adjunct", "instructor", "rank"),
    "VSTG ASST PROF": ("visiting", "assistant", "rank"),
    "Vis. Asst. Prof.": ("visiting", "assistant", "rank"),
    "Visiting Professor": ("visiting", "professor", "rank"),
    "Associate Professor, Vis Arts": ("associate", "associate", "rank"),
    "Professor Emerita": ("emeritus", "professor", "rank"),
    "Emeritus Professor": ("emeritus", "professor", "rank"),
    "Prof. em.": ("emeritus", "professor", "rank"),
    "Courtesy Professor": ("professor", "professor", "courtesy"),
    "Courtesy Associate Professor": ("associate", "associate", "courtesy"),
    "Professor, by courtesy": ("professor", "professor", "courtesy"),
    "Affiliate Assistant Professor": ("affiliate", "assistant", "courtesy"),
    "CLINICAL ASST PROFESSOR (C/T)": ("assistant", "assistant", "rank"),
    "ASSOC PROFESSOR-RESEARCH9MONTH": ("associate", "associate", "rank"),
    "Professor of Practice": ("professor", "professor", "rank"),
    "Teaching Professor": ("professor", "professor", "rank"),
    "Instructor": ("instructor", "instructor", "rank"),
    "Sr. Instrctr": ("instructor", "instructor", "rank"),
    "SR LECT": ("lecturer", "lecturer", "rank"),
    "Senior Lecturer": ("lecturer", "lecturer", "rank"),
    "Associate Lecturer": ("lecturer", "lecturer", "rank"),
    "Reader": ("reader", "associate", "rank"),
    "Director, Graduate Studies": ("director", "no academic rank", "admin"),
    "ASSOC DEAN": ("dean", "no academic rank", "admin"),
    "ASSOC DEAN-FACULTY": ("dean", "no academic rank", "admin"),
    "Associate Dean and Professor": ("professor", "professor", "rank"),
    "Vice Provost": ("provost", "no academic rank", "admin"),
    "Assistant Librarian": ("librarian", "no academic rank", "librarian"),
    "Postdoctoral Research Associate": ("postdoc", "no academic rank", "staff"),
    "POST-DOCTORAL FELLOW": ("postdoc", "no academic rank", "staff"),
    "Research Scientist": ("researcher", "no academic rank", "staff"),
    "Ph.D. candidate": ("student", "no academic rank", "student"),
    "Graduate Teaching Assistant": ("student", "no academic rank", "student"),
    # German
    "Universitätsprofessor/in (W3)": ("professor", "professor", "rank"),
    "Professor/in (W2)": ("associate", "associate", "rank"),
    "Professorin (W3)": ("professor", "professor", "rank"),
    "Juniorprofessor/in (W1)": ("assistant", "assistant", "rank"),
    "Univ.-Prof. Dr.": ("professor", "professor", "rank"),
    "Prof. Dr.-Ing. habil.": ("professor", "professor", "rank"),
    "PD Dr.": ("lecturer", "lecturer", "rank"),
    "apl. Prof.": ("adjunct", "professor", "rank"),
    "Gastprofessorin": ("visiting", "professor", "rank"),
    "Lehrbeauftragter": ("adjunct", "lecturer", "rank"),
    "Akademische Rätin": ("lecturer", "lecturer", "rank"),
    "Wissenschaftliche Mitarbeiterin": ("researcher", "no academic rank", "staff"),
    "Dekanin": ("dean", "no academic rank", "admin"),
    # French
    "Professeure des universités": ("professor", "professor", "rank"),
    "Maître de conférences": ("associate", "associate", "rank"),
    "MAÎTRESSE DE CONFÉRENCES": ("associate", "associate", "rank"),
    "Professeur adjoint": ("assistant", "assistant", "rank"),
    "Chargée d'enseignement": ("lecturer", "lecturer", "rank"),
    "Doyen": ("dean", "no academic rank", "admin"),
    # Spanish, Portuguese, Italian
    "Catedrática de Universidad": ("professor", "professor", "rank"),
    "profesor titular": ("associate", "associate", "rank"),
    "Profesor/a Titular de Universidad": ("associate", "associate", "rank"),
    "Profesora Ayudante Doctora": ("assistant", "assistant", "rank"),
    "Professor Catedrático": ("professor", "professor", "rank"),
    "Professora Associada": ("associate", "associate", "rank"),
    "Professor Auxiliar": ("assistant", "assistant", "rank"),
    "professore ordinario": ("professor", "professor", "rank"),
    "Professoressa associata": ("associate", "associate", "rank"),
    "ricercatrice": ("assistant", "assistant", "rank"),
    "professore a contratto": ("adjunct", "professor", "rank"),
    # Dutch
    "hoogleraar": ("professor", "professor", "rank"),
    "Universitair hoofddocent": ("associate", "associate", "rank"),
    "universitair docent": ("assistant", "assistant", "rank"),
    # Turkish
    "Prof. Dr.": ("professor", "professor", "rank"),
    "Doç. Dr.": ("associate", "associate", "rank"),
    "Dr. Öğr. Üyesi": ("assistant", "assistant", "rank"),
    "Yrd. Doç. Dr.": ("assistant", "assistant", "rank"),
    "Öğr. Gör.": ("instructor", "instructor", "rank"),
    # Chinese, Japanese, Korean
    "教授": ("professor", "professor", "rank"),
    "副教授": ("associate", "associate", "rank"),
    "助理教授": ("assistant", "assistant", "rank"),
    "讲师": ("lecturer", "lecturer", "rank"),
    "講師": ("lecturer", "lecturer", "rank"),
    "特聘教授": ("distinguished", "professor", "rank"),
    "客座教授": ("visiting", "professor", "rank"),
    "名誉教授": ("emeritus", "professor", "rank"),
    "准教授": ("associate", "associate", "rank"),
    "정교수": ("professor", "professor", "rank"),
    "부교수": ("associate", "associate", "rank"),
    "조교수": ("assistant", "assistant", "rank"),
    "学部長": ("dean", "no academic rank", "admin"),
    # Russian, Polish, Arabic
    "профессор": ("professor", "professor", "rank"),
    "доцент": ("associate", "associate", "rank"),
    "Старший преподаватель": ("lecturer", "lecturer", "rank"),
    "profesor zwyczajny": ("professor", "professor", "rank"),
    "profesor uczelni": ("associate", "associate", "rank"),
    "adiunkt": ("assistant", "assistant", "rank"),
    "أستاذ": ("professor", "professor", "rank"),
    "أستاذ مشارك": ("associate", "associate", "rank"),
    "أستاذ مساعد": ("assistant", "assistant", "rank"),
    # Scandinavian
    "førsteamanuensis": ("associate", "associate", "rank"),
    "universitetslektor": ("associate", "associate", "rank"),
    "biträdande lektor": ("assistant", "assistant", "rank"),
    "universitetsadjunkt": ("lecturer", "lecturer", "rank"),
}


@pytest.mark.parametrize(("title", "meaning"), SPELLINGS.items())
def test_a_title_is_read_as(title, meaning):
    read = read_rank(title)

    assert read is not None
    assert (read.rank, read.ipeds, read.kind) == meaning


WRITTEN_OUT = {
    "PROF & CHAIR": "Professor and Chair",
    "ADJ ASST PROF": "Adjunct Assistant Professor",
    "Assistant Prof.": "Assistant Professor",
    "UNIV PROF": "University Professor",
    "DIST PROF": "Distinguished Professor",
    "ASSOC DEAN": "Associate Dean",
    "CLINICAL ASST PROFESSOR (C/T)": "Clinical Assistant Professor (C/T)",
    "PROFESSOR OF HISTORY": "Professor of History",
    "ASSISTANT PROFESSOR (NTT)": "Assistant Professor (NTT)",
    "Director, Graduate Studies": "Director, Graduate Studies",
    "Professor and Chair": "Professor and Chair",
    "Universitätsprofessor/in (W3)": "Universitätsprofessor/in (W3)",
    "Doç. Dr.": "Doç. Dr.",
    "maître de conférences": "maître de conférences",
    "副教授": "副教授",
}


@pytest.mark.parametrize(("title", "shown"), WRITTEN_OUT.items())
def test_a_title_is_shown_written_out_and_a_foreign_one_as_it_stands(title, shown):
    assert read_rank(title).title == shown


COLUMN_OF_RANKS = {
    "PROFESSOR": ("professor", "professor", "Professor"),
    "FULL": ("professor", "professor", "Professor"),
    "ASSOCIATE": ("associate", "associate", "Associate Professor"),
    "assoc": ("associate", "associate", "Associate Professor"),
    "Assistant": ("assistant", "assistant", "Assistant Professor"),
    "CHAIR": ("chair", "professor", "Professor and Chair"),
    "DISTINGUISHED": ("distinguished", "professor", "Distinguished Professor"),
    "UNIVERSITY": ("university", "professor", "University Professor"),
    "ADJUNCT": ("adjunct", "no academic rank", "Adjunct Professor"),
    "ADJ ASST PROF": ("adjunct", "assistant", "Adjunct Assistant Professor"),
}


@pytest.mark.parametrize(("word", "meaning"), COLUMN_OF_RANKS.items())
def test_a_word_in_a_column_of_ranks_is_the_rank(word, meaning):
    read = read_rank(word, column="rank")

    assert (read.rank, read.ipeds, read.title) == meaning


def test_a_bare_adjunct_says_that_its_rank_is_not_known():
    read = read_rank("ADJUNCT", column="rank")

    assert "not known" in read.doubt


@pytest.mark.parametrize("word", ["ASSOCIATE", "FULL", "Chair"])
def test_a_bare_word_as_a_title_is_doubtful(word):
    read = read_rank(word)

    assert read.ipeds == "no academic rank"
    assert read.doubt


CODES = {
    "AP1": "assistant",
    "AP2": "associate",
    "ap3": "professor",
    "AP4": "distinguished",
    "AP5": "university",
    "AP6": "chair",
    "AD1": "dean",
    "NT1": "adjunct",
    "0198": "chair",
    "0199": "university",
    "0200": "distinguished",
    "0201": "professor",
    "0202": "associate",
    "0203": "assistant",
    "0301": "adjunct",
    "W1": "assistant",
    "W2": "associate",
    "W3": "professor",
}


@pytest.mark.parametrize(("code", "rank"), CODES.items())
def test_a_code_is_read_and_to_be_confirmed(code, rank):
    read = read_rank_code(code)

    assert read.rank == rank
    assert "codes are local" in read.doubt


def test_a_code_that_lost_its_leading_zero_is_found_and_said():
    read = read_rank_code("201")

    assert read.rank == "professor"
    assert "0201" in read.doubt


def test_numbers_of_ipeds_are_read_only_when_they_are_asked_for():
    assert read_rank_code("1") is None
    assert [read_rank_code(str(number), scheme="ipeds").ipeds for number in range(1, 7)] == [
        "professor",
        "associate",
        "assistant",
        "instructor",
        "lecturer",
        "no academic rank",
    ]


@pytest.mark.parametrize(
    "text", ["", "   ", "Groundskeeper", "Executive Assistant to the Dean", "???", "Dr.", "x" * 5000]
)
def test_an_unknown_title_is_none(text):
    assert read_rank(text) is None


def test_what_a_title_says_of_tenure_is_kept_and_nothing_is_inferred():
    said = [
        read_rank(title).tenure
        for title in ("Assistant Professor (Tenure Track)", "Non-Tenure Track Instructor", "Professor, tenured")
    ]
    silent = [
        read_rank(title).tenure
        for title in ("CLINICAL PROFESSOR (C/T)", "Juniorprofessor/in (W1)", "Adjunct Professor", "Professor")
    ]

    assert said == ["TT", "NTT", "T"]
    assert silent == [""] * 4


def test_a_stage_is_given_only_where_the_title_can_tell():
    stages = {
        title: read_rank(title).stage
        for title in ("ASST PROF", "Professor and Chair", "Professor Emerita", "Adjunct Professor")
    }

    assert stages == {"ASST PROF": "pre-tenure", "Professor and Chair": "chair/leader", "Professor Emerita": "near retirement", "Adjunct Professor": ""}  # fmt: skip


# in a column of ranks: rank, IPEDS rank, stage, role, tenure
CELLS_OF_RANKS = {
    "Prof. (tenured)": ("professor", "professor", "full", "faculty", "T"),
    "Associate Professor with tenure": ("associate", "associate", "mid-career associate", "faculty", "T"),
    "Assoc Prof w/ tenure": ("associate", "associate", "mid-career associate", "faculty", "T"),
    "Asst. Prof (TT)": ("assistant", "assistant", "pre-tenure", "faculty", "TT"),
    "Full Prof": ("professor", "professor", "full", "faculty", ""),
    "Assoc Prof w/o tenure": ("associate", "associate", "mid-career associate", "faculty", ""),
    "Teaching Professor": ("professor", "professor", "non-tenure-track continuing", "faculty", ""),
    "Professor of Practice": ("professor", "professor", "non-tenure-track continuing", "faculty", ""),
    "Senior Lecturer": ("lecturer", "lecturer", "instructor/lecturer", "faculty", ""),
    "Associate Teaching Professor": ("associate", "associate", "non-tenure-track continuing", "faculty", ""),
    "Research Assistant Professor": ("assistant", "assistant", "non-tenure-track continuing", "faculty", ""),
    "Clinical Professor": ("professor", "professor", "non-tenure-track continuing", "faculty", ""),
    "Professor Emeritus": ("emeritus", "professor", "near retirement", "faculty", ""),
    "Visiting Assistant Professor": ("visiting", "assistant", "", "faculty", ""),
    "Postdoctoral Fellow": ("postdoc", "no academic rank", "", "faculty", ""),
    "Librarian III": ("librarian", "no academic rank", "librarian", "librarian", ""),
    "Senior Extension Specialist": ("extension", "no academic rank", "", "staff expert", ""),
    "Extension Assistant Professor": ("assistant", "assistant", "pre-tenure", "faculty", ""),
    "Endowed Chair": ("professor", "professor", "full", "faculty", ""),
    "Regents Professor": ("distinguished", "professor", "full", "faculty", ""),
    "Distinguished University Professor": ("distinguished", "professor", "full", "faculty", ""),
    "Interim Chair and Professor": ("chair", "professor", "chair/leader", "chair", ""),
    "Vice Provost": ("provost", "no academic rank", "chair/leader", "dean/provost/administrator", ""),
}


@pytest.mark.parametrize(("cell", "meaning"), CELLS_OF_RANKS.items())
def test_a_cell_of_a_column_of_ranks_gives_rank_stage_role_and_tenure(cell, meaning):
    read = read_rank(cell, column="rank")

    assert (read.rank, read.ipeds, read.stage, read.role, read.tenure) == meaning


def test_without_tenure_is_asked_about_and_written_out():
    read = read_rank("Assoc Prof w/o tenure")

    assert read.title == "Associate Professor Without Tenure"
    assert "track" in read.doubt


def test_an_office_for_the_faculty_is_no_faculty_appointment():
    assert not read_rank("Vice Provost for Faculty Affairs").faculty
    assert read_rank("Adjunct Faculty").faculty


SEVERAL = {
    "Associate Professor; Director of Graduate Studies": ["Associate Professor", "Director of Graduate Studies"],
    "Professor / Chair": ["Professor", "Chair"],
    "PROF | ASSOC DEAN": ["PROF", "ASSOC DEAN"],
    "Professor\r\nDean": ["Professor", "Dean"],
    "Professor\nFellow of the Academy": ["Professor", "Fellow of the Academy"],
    "Professor of Music / Associate Professor of History": ["Professor of Music", "Associate Professor of History"],
    "Lecturer; Adviser; Dean": ["Lecturer; Adviser", "Dean"],
    ";Professor;": ["Professor"],
    "": [],
}


@pytest.mark.parametrize(("cell", "titles"), SEVERAL.items())
def test_several_titles_of_a_cell_are_told_apart(cell, titles):
    assert split_titles(cell) == titles


@pytest.mark.parametrize(
    "title",
    ["Professor and Chair", "Director, Graduate Studies", "Assistant/Associate Professor", "Assistant / Associate Professor", "Assistant Professor / Associate Professor", "Professor; History", "Professor (Chair; Director)", "Universitätsprofessor/in (W3)", "Clinical / Research Professor"],
)  # fmt: skip
def test_one_title_stays_whole(title):
    assert split_titles(title) == [title]


def test_a_title_that_goes_on_in_the_next_line_is_one():
    assert split_titles("Associate Professor of\nHistory") == ["Associate Professor of History"]


@given(st.text(max_size=60) | st.lists(st.sampled_from(["Professor", "Chair", ";", " / ", "\n", "|", "(", ")", "History", " "])).map("".join))  # fmt: skip
def test_no_letter_of_a_cell_is_lost_when_its_titles_are_told_apart(text):
    titles = split_titles(text)

    assert [sign for sign in "".join(titles) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


def test_a_rank_that_differs_between_countries_is_said():
    assert "Latin America" in read_rank("profesor titular").doubt
    assert "China" in read_rank("助教").doubt


def test_every_title_of_a_real_roster_is_known(shared_data):
    with (shared_data / "rosters" / "cu_faculty_fy18_uccs_denver.csv").open(encoding="utf-8", newline="") as file:
        titles = {row["job_title"] for row in csv.DictReader(file)}

    read = {title: read_rank(title) for title in titles}

    assert len(titles) == 57
    assert [title for title, one in read.items() if one is None] == []
    assert not [one.title for one in read.values() if one.title.isupper()]


def test_every_word_of_a_real_column_of_ranks_is_known(shared_data):
    with (shared_data / "rosters" / "isu_professors_2007_2018_half_a.csv").open(encoding="utf-8", newline="") as file:
        words = {row["rank"] for row in csv.DictReader(file)}

    read = {word: read_rank(word, column="rank") for word in words}

    assert len(words) == 12
    assert [word for word, one in read.items() if one is None] == []
    assert {word for word, one in read.items() if one.rank != word} == {"morrill", "collab"}


@given(
    st.text(max_size=250)
    | st.lists(st.sampled_from(["PROF", "ASST", "教授", "(", "/in", "T", ".", "Chair", "ASSISTANT", "Dr"])).map(
        " ".join
    )
)
def test_any_text_is_read_without_an_error(text):
    for column in ("title", "rank"):
        read = read_rank(text, column=column)
        assert read is None or (read.ipeds in IPEDS and read.kind in KINDS and read.rank)
    assert read_rank_code(text) is None or read_rank_code(text).rank


def test_ranks_of_made_files_are_those_of_the_truth(shared_data):
    made = shared_data / "messy_made"
    with (made / "_truth_people.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    by_id, by_email = {row["employee_id"]: row for row in people}, {row["email"]: row for row in people}
    banner = csv.DictReader((made / "01_banner_like_cp1252.csv").read_text(encoding="cp1252").splitlines())
    peoplesoft = csv.DictReader(
        (made / "03_peoplesoft_like_utf16_tab.txt").read_text(encoding="utf-16").splitlines(), delimiter="\t"
    )
    pipe = [
        line.split("|") for line in (made / "13_pipe_ragged_trailer.dat").read_text(encoding="utf-8").splitlines()[1:-1]
    ]
    tabs = [line.split("\t") for line in (made / "14_headerless.tsv").read_text(encoding="utf-8").splitlines()]

    found = [(by_id[row["SPRIDEN_ID"]], read_rank_code(row["PTRRANK_CODE"])) for row in banner]
    found += [(by_id[row["EMPLID"]], read_rank(row["JOBCODE_DESCR"])) for row in peoplesoft if row["ACTION"] == "PRO"]
    found += [(by_id[row[0]], read_rank(row[3], column="rank")) for row in pipe if len(row) > 3]
    found += [(by_email[row[0]], read_rank_code(row[4])) for row in tabs]

    assert len(found) > 150
    assert {(row["rank"], read.rank) for row, read in found if row["rank"] != read.rank} == set()
    titles = {(row["title"], read.title) for row, read in found if row["title"] != read.title}
    assert titles == {("Adjunct Assistant Professor", "Adjunct Professor")}
