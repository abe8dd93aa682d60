"""A reading written by hand: a small college's staff list with everything that a page or a file must be able to show."""

from constellation.intake.reading import (
    ERROR,
    INFO,
    QUESTION,
    WARNING,
    Column,
    Counts,
    Duplicate,
    Entry,
    Reading,
    Rows,
    Source,
    TableMapping,
)

FILE = "staff.csv"
SHAPE = "a1b2c3d4e5f6"
AVOIDED = "Ewa Konfidenz"  # no page, log or table may say this name but where it must
HOSTILE = '<script>alert("x")</script>'
HEADERS = (
    ("Employee ID", "employee_id", 0.98, "the header says so"),
    ("Full name", "name", 0.98, "the header says so"),
    ("E-mail", "email", 0.98, "the header says so"),
    ("Unit", "department", 0.81, "the header looks like it; 70% of the cells fit"),
    ("Rank", "title", 0.6, "the header says rank, the cells are titles we do not know"),
    ("Since", "hire_date", 0.95, "the header says so"),
    ("ORCID", "orcid", 0.98, "the header says so"),
    ("Help?", "needs", 0.55, "words of the header are inside it"),
    ("Not with", "avoid", 0.9, "the header says so"),
    ("Parking", "", 0.0, "its header is not known"),
)
COLUMNS = {
    "person_key": ["0412", "0413", "0414", "row 5"],
    "employee_id": ["0412", "0413", "0414", ""],
    "given": ["Mary Ann", "Yūki", "Fatima Zahra", "Fatima"],
    "middle": ["Q. R.", "", "", "Z."],
    "family": ["Achterberg", "Tanaka", "al-Haddad", "al-Haddad"],
    "preferred": ["Mary", "", "", ""],
    "email": ["mary@univ.example", "yuki@univ.example", "fatima@univ.example", ""],
    "department": ["Plant Pathology", "Economics", "Mathematics", "Mathematics"],
    "college": ["Agriculture", "", "", ""],
    "rank": ["professor", "associate", "", ""],
    "title": ["Professor", "Associate Professor", HOSTILE, "Dean & Professor"],
    "hire_date": ["2012-08-20", "", "2015-01-07", ""],
    "gender": ["F", "", "F", "F"],
    "orcid": ["0000-0002-1825-0097", "", "", ""],
    "tenure": ["T", "TT", "", ""],
    "fte": ["1.0", "0.5", "", ""],
    "native_name": ["", "田中 有希", "", ""],
    "status": ["", "on leave", "", ""],
    "needs": [["grants", "promotion, tenure"], [], ["=HYPERLINK(1)"], []],
    "offers": [[], ["writing"], [], []],
    "capacity": [[1, 2], None, [3, None], None],
    "avoid": [[AVOIDED], [], [], []],
}
ROWS = (2, 3, 4, 5)
ORIGINALS = {
    Source(FILE, "", 2): {
        "employee_id": "0412",
        "name": "ACHTERBERG, Mary Ann (Mary) Q. R.",
        "hire_date": "08/20/2012",
        "department": "Pl Path",
        "avoid": AVOIDED,
    },
    Source(FILE, "", 3): {"employee_id": "413", "orcid": "0000-0002-1825-0098"},
}


def entry(row, column, found, done, mend="", severity=INFO):
    return Entry(FILE, "", row, column, found, done, mend, severity)


LOG = [
    entry(0, "Rank", "Rank", "taken as title (60%: the cells are titles)", "say in the mapping file what the column is", QUESTION),
    entry(4, "Since", "07/01/2015", "read as “2015-01-07”, the day first", "say whether the day or the month comes first", QUESTION),
    entry(5, "Since", "06/02/2016", "read as “2016-02-06”, the day first", "say whether the day or the month comes first", QUESTION),
    entry(3, "Employee ID", "413", "a leading zero is lost: “0413” is the likely id", "ask for the export with the ids as text", WARNING),
    entry(3, "ORCID", "0000-0002-1825-0098", "the check digit is wrong: left blank", "ask the person for their ORCID", WARNING),
    entry(0, "Unit", "Pl Path", "read as Plant Pathology: an abbreviation (1 cell)"),
    entry(2, "Not with", AVOIDED, "kept apart"),
    entry(6, "", f"n. n. | {AVOIDED}", "set aside: the row names nobody", "add a name, if this is a person", ERROR),
]  # fmt: skip


def make_reading(**changed):
    """The reading of four people; any part of it can be put in by name."""
    mapping = TableMapping(FILE, "", "people", SHAPE, tuple(Column(at, *head) for at, head in enumerate(HEADERS, 1)))
    further = {0: [{"title": "Director", "rank": "", "kind": "administrative", "department": "Honors", "fte": ""}]}
    parts = {
        "kind": "people",
        "rows": Rows(COLUMNS, [Source(FILE, "", row) for row in ROWS], further),
        "log": LOG,
        "mapping": [mapping],
        "duplicates": [Duplicate(2, 3, 0.93, "the same family name, and Fatima is part of Fatima Zahra")],
        "counts": Counts(people=4, folded=1, set_aside=1),
        "questions": [one for one in LOG if one.severity == QUESTION],
    }
    return Reading(**(parts | changed))


def make_conflicts():
    """A list of who must not be paired with whom."""
    columns = {"person": ["ada@univ.example"], "partner": [AVOIDED], "reason": ["grievance"], "until": ["2027-01-01"]}
    heads = (("Person A", "person"), ("Person B", "partner"), ("Reason", "reason"), ("Until", "until"))
    mapping = TableMapping(
        FILE, "", "conflicts", SHAPE, tuple(Column(at, *head, 0.9, "") for at, head in enumerate(heads, 1))
    )
    log = [entry(2, "Person B", AVOIDED, "not on the roster", "write the name as the roster has it", WARNING)]
    return Reading("conflicts", Rows(columns, [Source(FILE, "", 2)]), log, [mapping], [], Counts(1, 0, 0), [])


def make_large(people=20_000):
    """A reading of many people, each with an entry."""
    columns = {name: [f"{name} {at}" for at in range(people)] for name in ("person_key", "given", "family", "email")}
    log = [entry(at + 2, "Since", "8/20/2012", f"read as 2012-08-{at % 28 + 1:02}") for at in range(people)]
    return Reading("people", Rows(columns, [Source(FILE, "", at + 2) for at in range(people)]), log, [], [],
                   Counts(people, 0, 0), [])  # fmt: skip
