"""Job titles as personnel offices write them."""

import csv
from pathlib import Path

import pytest

from constellation.intake.content.ranks import read_rank
from constellation.packs import load

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
    titles = {row["job_title"]: read_rank(row["job_title"]) for row in colorado}
    stages = {stage.name for stage in load("umass").stages} - {"unknown"}

    assert len(titles) == 57
    assert [title for title, read in titles.items() if read is None] == []
    assert {read.ipeds for read in titles.values()} == RANKS
    assert {read.role for read in titles.values()} <= ROLES
    assert {read.stage for read in titles.values()} <= stages | {""}


def test_every_title_with_a_rank_in_it_keeps_it(colorado):
    for title in {row["job_title"] for row in colorado}:
        if "PROFESSOR" in title or "PROF-" in title:
            expected = next((rank for rank in ("ASST", "ASSOC") if rank in title), "PROFESSOR")
            long = {"ASST": "assistant", "ASSOC": "associate", "PROFESSOR": "professor"}[expected]
            assert read_rank(title).ipeds == long, title


MEANINGS = {
    "ASST PROFESSOR": ("assistant", "pre-tenure", "faculty", True),
    "ASSOCIATE PROFESSOR": ("associate", "mid-career associate", "faculty", True),
    "PROFESSOR": ("professor", "full", "faculty", True),
    "SENIOR INSTRUCTOR": ("instructor", "instructor/lecturer", "faculty", True),
    "LECTURER": ("lecturer", "instructor/lecturer", "faculty", True),
    "CLINICAL SENIOR INSTRCTR (C/T)": ("instructor", "instructor/lecturer", "faculty", True),
    "CLINICAL ASST PROFESSOR - 9MO": ("assistant", "non-tenure-track continuing", "faculty", True),
    "ASSOC PROFESSOR-RESEARCH9MONTH": ("associate", "non-tenure-track continuing", "faculty", True),
    "PROFESSOR ATTEND RANK": ("professor", "", "faculty", True),
    "VISITING ASST PROFESSOR": ("assistant", "", "faculty", True),
    "ASSOC PROFESSOR ADJOINT": ("associate", "", "faculty", True),
    "ENDOWED CHAIR": ("professor", "full", "faculty", True),
    "CHAIR": ("no academic rank", "chair/leader", "chair", True),
    "ASSOC DEAN-FACULTY": ("no academic rank", "chair/leader", "dean/provost/administrator", True),
    "DEAN EMERITUS": ("no academic rank", "near retirement", "dean/provost/administrator", True),
    "RESEARCH ASSOCIATE": ("no academic rank", "", "staff expert", False),
    "SR PROFESSIONAL RESEARCH ASST": ("no academic rank", "", "staff expert", False),
    "POST-DOCTORAL FELLOW": ("no academic rank", "", "faculty", False),
    "SCHOLAR IN RESIDENCE": ("no academic rank", "", "external scholar", False),
    "OTHER FACULTY": ("no academic rank", "", "faculty", True),
    "Assistant Librarian": ("no academic rank", "librarian", "librarian", False),
    "Professor and Chair": ("professor", "chair/leader", "chair", True),
    "Associate Dean and Professor": ("professor", "chair/leader", "dean/provost/administrator", True),
    "Instructional Designer": ("no academic rank", "", "staff expert", False),
    "Ph.D. candidate": ("no academic rank", "", "graduate student", False),
    "Professor Emerita": ("professor", "near retirement", "faculty", True),
}


@pytest.mark.parametrize(("title", "meaning"), MEANINGS.items())
def test_a_title_is_read_as(title, meaning):
    read = read_rank(title)

    assert (read.ipeds, read.stage, read.role, read.faculty) == meaning


def test_a_bare_associate_carries_no_rank_since_professors_hold_it_too(colorado):
    holders = {row["roster_id"] for row in colorado if row["job_title"] == "ASSOCIATE"}
    professors = {row["roster_id"] for row in colorado if row["job_title"] == "PROFESSOR"}

    assert (len(holders), len(holders & professors)) == (18, 8)
    assert read_rank("ASSOCIATE").ipeds == "no academic rank"


@pytest.mark.parametrize("title", ["", "   ", "Groundskeeper", "Executive Assistant to the Dean", "???"])
def test_an_unknown_title_is_none(title):
    assert read_rank(title) is None
