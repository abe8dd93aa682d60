"""The kinds 01, 03, 04, 05, 07-10 and 12-15 as another office would make them."""

import json
import unicodedata

from tests.intake.made_set.delimited import day, lines, turned, whole
from tests.intake.made_set.people import CODES, Made, Person, plain

NULLS = [
    "",
    "—",
    "N.A.",
    "(blank)",
    "missing",
    "not provided",
    "xxx",
    "?",
    "TBA",
    "1900-01-01",
    "#VALUE!",
    "none on file",
    "\\N",
]
QUERY = [
    "ID", "Empl Rcd#", "Eff Date", "Seq", "Last", "First Name", "Department", "Job Title", "Status", "Action Reason",
]  # fmt: skip
SURVEY = [
    "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "ResponseId", "Q1", "Q2", "Q3", "Q4", "Q5_1", "Q6",
]  # fmt: skip
ASKED = [
    "Start Date", "End Date", "Response Type", "IP Address", "Progress", "Finished", "Response ID", "Your first name",
    "Your last name", "University e-mail", "Home department", "Would you mentor? - Selected Choice",
    "How many mentees could you take?",
]  # fmt: skip


def write_banner_words(made: Made) -> None:
    """01: capitals, words for codes, the second job marked by a flag."""
    rows = [
        [
            "ID",
            "Last Name",
            "First Name",
            "MI",
            "Position",
            "Rank",
            "Rank Date",
            "Tenure Status",
            "Home Org",
            "Org Desc",
            "Primary Job",
            "FTE",
            "E-mail",
        ]
    ]
    tenure = {"T": "Tenured", "TT": "On Track", "NTT": "Not Eligible"}
    for at, one in enumerate(made.people):
        jobs = [("N", made.chance.choice(made.units()), ".00")] if at % 9 == 0 else []
        for flag, unit, fte in [*jobs, ("Y", one["department"], f"{float(one['fte']):.2f}")]:
            rows.append([
                one["employee_id"], one["family"].upper(), one["given"].upper(), one["middle"].upper(), f"F{at:05d}", one["title"].upper(),
                day(one).strftime("%d-%b-%Y"), tenure[one["tenure"]], str(made.orgn()[unit]), unit, flag, fte, one["email"],
            ])  # fmt: skip
    (made.folder / "01v_banner_words.csv").write_bytes(lines(rows, ";").encode("utf-8-sig"))


def write_peoplesoft_query(made: Made) -> None:
    """03: newest step first, a line with the number of rows above the header, words for codes."""
    rows = [["FAC_JOB_HISTORY", str(len(made.people))], QUERY]
    for at, one in enumerate(made.people):
        steps = [(day(one), "Assistant Professor", "Active", "Hire")]
        if one["rank"] != "assistant":
            promoted = day(one).replace(year=min(day(one).year + 6, 2018), month=8, day=16)
            steps.append((max(promoted, day(one)), one["title"], "Active", "Promotion"))
        if at % 13 == 0:
            steps.append((day(one).replace(year=2031), one["title"], "Retired", "Retirement"))
        for nth, (when, *what) in reversed(list(enumerate(steps))):
            who = [one["family"], one["given"], one["department"]]
            rows.append([one["employee_id"], "0", when.isoformat(), str(nth), *who, *what])
    (made.folder / "03v_peoplesoft_query.csv").write_bytes(lines(rows).encode("utf-8"))


def write_interfolio_columns(made: Made) -> None:
    """04: several units and titles divided by semicolons, the family name first."""
    rows = [["Name (Last, First)", "Primary Email", "Departments", "Title(s)", "Reappointment year"]]
    for at, one in enumerate(made.people):
        unit, title = one["department"], one["title"]
        if at % 6 == 0:
            unit += "; " + made.chance.choice([other for other in made.units() if other != unit])
            title += "; Director of Graduate Studies"
        rows.append([turned(one), one["email"], unit, title, str(made.chance.randrange(2019, 2024))])
    (made.folder / "04v_interfolio_columns.csv").write_bytes(lines(rows).encode("utf-8"))


def write_qualtrics(made: Made) -> None:
    """05: three rows of headers, technical columns first."""
    rows = [SURVEY, ASKED, [json.dumps({"ImportId": name}) for name in SURVEY]]
    for at, one in enumerate(made.people):
        when = f"2018-09-{at % 28 + 1:02d} 10:{at % 60:02d}:00"
        done = ("40", "False") if at % 20 == 7 else ("100", "True")
        who = [one["preferred"] or one["given"], one["family"], one["email"], one["department"]]
        answers = [made.chance.choice(["Yes", "No", "Maybe later"]), made.chance.choice(["1", "2", "up to 3", ""])]
        rows.append([when, when, "IP Address", "192.0.2.1", *done, f"R_{at:08d}", *who, *answers])
    (made.folder / "05v_qualtrics.csv").write_bytes(lines(rows).encode("utf-8"))


def write_subtotals(made: Made) -> None:
    """07: numbered, the family name first, with a subtotal after each college."""
    rows = [["#", "Faculty name (Last, First)", "College", "Unit", "Title", "Years of service", ""]]
    people = sorted(made.people, key=lambda one: one["college"])
    for at, one in enumerate(people):
        rows.append(
            [
                str(at + 1),
                f"{one['family']}, {one['given']}",
                one["college"],
                one["department"],
                CODES[one["rank"]],
                str(2018 - day(one).year),
                "",
            ]
        )
        if at + 1 == len(people) or people[at + 1]["college"] != one["college"]:
            number = sum(other["college"] == one["college"] for other in people)
            rows.append(["", f"Subtotal {one['college']}:", "", "", "", str(number), ""])
    rows.append(["", "Grand total:", "", "", "", str(len(people)), ""])
    (made.folder / "07v_subtotals.csv").write_bytes(("sep=;\r\n" + lines(rows, ";")).encode("utf-8-sig"))


def write_european_damage(made: Made) -> None:
    """08: a German spreadsheet's damage."""
    rows = [["Pers.-Nr.", "Name, Vorname", "Eintritt", "Tel."]]
    for at, one in enumerate(made.people):
        number = f"{int(one['employee_id']):.2E}".replace(".", ",") if at % 2 else str(int(one["employee_id"]))
        rows.append(
            [
                number,
                turned(one),
                day(one).strftime("%d.%m.%y") if at % 3 else day(one).strftime("%d.%m.%Y 00:00"),
                f"+49 30 {1000 + at}",
            ]
        )
    (made.folder / "08v_european_damage.csv").write_bytes(lines(rows, ";").encode("utf-8"))


def write_mac_mojibake(made: Made) -> None:
    """09: UTF-8 read as MacRoman, and codes of web pages."""
    rows = [["Name", "Mail", "Dept.", "Title"]]
    for one in made.people:
        name = whole(one).encode("utf-8").decode("mac_roman")
        rows.append(
            [
                f"{name}&nbsp;",
                f"mailto:{one['email']}",
                one["department"].replace("&", "&amp;"),
                f"&quot;{one['title']}&quot;",
            ]
        )
    (made.folder / "09v_mac_mojibake.csv").write_bytes(lines(rows).encode("utf-8"))


def write_other_hands(made: Made) -> None:
    """10: no accents, small letters, family name and initial, the middle name in between, tagged addresses."""
    rows: list[list[str]] = []
    for one in made.people:
        for which in made.chance.sample(range(5), made.chance.choice([1, 1, 2, 2, 3])):
            rows.append([*other_hand(made, one, which), one["person_key"]])
    made.chance.shuffle(rows)
    header = ["Full name", "Contact", "Unit", "Position", "truth_key"]
    (made.folder / "10v_other_hands.csv").write_bytes(lines([header, *rows], end="\n").encode("utf-8"))


def other_hand(made: Made, one: Person, which: int) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", whole(one)) if not unicodedata.combining(c))
    name, address = [
        (bare, one["email"]),
        (whole(one).lower(), one["email"].replace("@", "+forms@")),
        (f"{one['family']}, {one['given'][0]}.", one["email"]),
        (f"Dr. {whole(one)}, PhD", ""),
        (
            " ".join(part for part in (one["given"], one["middle"], one["family"]) if part),
            f"{plain(one['given'])}.{plain(one['family'])}@mail.example",
        ),
    ][which]
    return [
        name,
        address,
        made.chance.choice([one["department"], one["department"].upper()]),
        made.chance.choice([one["title"], CODES[one["rank"]]]),
    ]


def write_mac_semicolons(made: Made) -> None:
    """12: another delimiter, another order, everything quoted."""
    rows = [
        ["Title", "Faculty member", "Office"],
        *([one["title"], f"{one['family']}, {one['given']}", f"{at} Hall"] for at, one in enumerate(made.people)),
    ]
    text = lines(rows, ";", 1, "\r")
    (made.folder / "12v_mac_semicolons.csv").write_bytes(text.encode("mac_roman", "replace"))


def write_pipe_records(made: Made) -> None:
    """13: a first record about the file, a pipe at each end, dates without marks with the month first."""
    rows = ["HDR|FACULTY EXTRACT|20181001|", "EMPLID|LAST|FIRST|MI|DEPT|TITLE|HIREDT|"]
    for one in made.people:
        cells = [
            one["employee_id"],
            one["family"],
            one["given"],
            one["middle"],
            one["department"],
            CODES[one["rank"]],
            day(one).strftime("%m%d%Y"),
        ]
        rows.append("|".join(cells) + "|")
    rows.append(f"TRAILER|{len(made.people):05d}|")
    (made.folder / "13v_pipe_records.dat").write_bytes(("\r\n".join(rows) + "\r\n").encode("utf-8"))


def write_headerless_ids(made: Made) -> None:
    """14: ids first, whole names, words for ranks, each department once or twice."""
    rows = [
        [one["employee_id"], f"{one['family']}, {one['given']}", one["title"], one["department"], one["hire_date"]]
        for one in made.people[:20]
    ]
    (made.folder / "14v_headerless_ids.csv").write_bytes(lines(rows).encode("utf-8"))


def write_other_nulls(made: Made) -> None:
    """15: other words for nothing, other dates."""
    rows = [["Key", "Faculty", "Academic rank", "Started", "ORCID", "Left"]]
    chance = made.chance
    for one in made.people:
        on = day(one)
        styles = [
            f"{on.day} {on:%b} {on.year}", f"{on:%Y/%m/%d}", f"{on:%b} {on.day}, {on.year}", f"{on:%m-%d-%Y}", f"{one['hire_date']}T00:00:00Z",
            f"{on:%B} {on.year}", f"since {on.year}", chance.choice(NULLS),
        ]  # fmt: skip
        number = (
            chance.choice([one["orcid"], f"orcid.org/{one['orcid'].lower()}", one["orcid"].replace("-", " ")])
            if one["orcid"]
            else chance.choice(NULLS)
        )
        rank = one["title"] if chance.random() < 0.5 else chance.choice(NULLS)
        rows.append([one["person_key"], whole(one), rank, chance.choice(styles), number, chance.choice(NULLS)])
    (made.folder / "15v_other_nulls.csv").write_bytes(lines(rows).encode("utf-8"))
