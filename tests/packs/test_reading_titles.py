"""Job titles as personnel offices write them."""

import csv
from pathlib import Path

import pytest

from constellation.packs import Title, load, read_title

ROSTER = Path(__file__).resolve().parents[2] / "examples" / "colorado" / "people.csv"

RANKS = {"professor", "associate", "assistant", "instructor", "lecturer", "no academic rank"}
ROLES = {
    "faculty",
    "chair",
    "dean/provost/administrator",
    "librarian",
    "graduate student",
    "undergraduate",
    "staff expert",
    "alumna/us",
    "regional colleague",
    "external scholar",
    "professional coach",
    "editor",
}


@pytest.fixture(scope="module")
def colorado():
    with ROSTER.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_colorado_title_is_read_with_the_words_of_the_field(colorado):
    titles = {row["job_title"]: read_title(row["job_title"]) for row in colorado}
    stages = {stage.name for stage in load("umass").stages} - {"unknown"}

    assert len(titles) == 57
    assert [title for title, read in titles.items() if read is None] == []
    assert {read.rank for read in titles.values()} == RANKS
    assert {read.role for read in titles.values()} <= ROLES
    assert {read.stage for read in titles.values()} <= stages | {""}


def test_every_title_with_a_rank_in_it_keeps_it(colorado):
    for title in {row["job_title"] for row in colorado}:
        if "PROFESSOR" in title or "PROF-" in title:
            expected = next((rank for rank in ("ASST", "ASSOC") if rank in title), "PROFESSOR")
            long = {"ASST": "assistant", "ASSOC": "associate", "PROFESSOR": "professor"}[expected]
            assert read_title(title).rank == long, title


MEANINGS = {
    "ASST PROFESSOR": Title("assistant", "pre-tenure", "faculty", True),
    "ASSOCIATE PROFESSOR": Title("associate", "mid-career associate", "faculty", True),
    "PROFESSOR": Title("professor", "full", "faculty", True),
    "SENIOR INSTRUCTOR": Title("instructor", "instructor/lecturer", "faculty", True),
    "LECTURER": Title("lecturer", "instructor/lecturer", "faculty", True),
    "CLINICAL SENIOR INSTRCTR (C/T)": Title("instructor", "instructor/lecturer", "faculty", True),
    "CLINICAL ASST PROFESSOR - 9MO": Title("assistant", "non-tenure-track continuing", "faculty", True),
    "ASSOC PROFESSOR-RESEARCH9MONTH": Title("associate", "non-tenure-track continuing", "faculty", True),
    "PROFESSOR ATTEND RANK": Title("professor", "", "faculty", True),
    "VISITING ASST PROFESSOR": Title("assistant", "", "faculty", True),
    "ASSOC PROFESSOR ADJOINT": Title("associate", "", "faculty", True),
    "ENDOWED CHAIR": Title("professor", "full", "faculty", True),
    "CHAIR": Title("no academic rank", "chair/leader", "chair", True),
    "ASSOC DEAN-FACULTY": Title("no academic rank", "chair/leader", "dean/provost/administrator", True),
    "DEAN EMERITUS": Title("no academic rank", "near retirement", "dean/provost/administrator", True),
    "RESEARCH ASSOCIATE": Title("no academic rank", "", "staff expert", False),
    "SR PROFESSIONAL RESEARCH ASST": Title("no academic rank", "", "staff expert", False),
    "POST-DOCTORAL FELLOW": Title("no academic rank", "", "faculty", False),
    "SCHOLAR IN RESIDENCE": Title("no academic rank", "", "external scholar", False),
    "OTHER FACULTY": Title("no academic rank", "", "faculty", True),
    "Assistant Librarian": Title("no academic rank", "librarian", "librarian", False),
    "Professor and Chair": Title("professor", "chair/leader", "chair", True),
    "Associate Dean and Professor": Title("professor", "chair/leader", "dean/provost/administrator", True),
    "Instructional Designer": Title("no academic rank", "", "staff expert", False),
    "Ph.D. candidate": Title("no academic rank", "", "graduate student", False),
    "Professor Emerita": Title("professor", "near retirement", "faculty", True),
}


@pytest.mark.parametrize(("title", "meaning"), MEANINGS.items())
def test_a_title_is_read_as(title, meaning):
    assert read_title(title) == meaning


def test_a_bare_associate_carries_no_rank_since_professors_hold_it_too(colorado):
    holders = {row["roster_id"] for row in colorado if row["job_title"] == "ASSOCIATE"}
    professors = {row["roster_id"] for row in colorado if row["job_title"] == "PROFESSOR"}

    assert (len(holders), len(holders & professors)) == (18, 8)
    assert read_title("ASSOCIATE").rank == "no academic rank"


@pytest.mark.parametrize("title", ["", "   ", "Groundskeeper", "Executive Assistant to the Dean", "???"])
def test_an_unknown_title_is_none(title):
    assert read_title(title) is None
