"""Files with a delimiter, in the look of the made set's kinds 01, 03, 04, 06-09 and 12-14."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from tests.intake.made_set.people import CODES, JOBS, Made, Person, plain

RANK_CODES = {
    "chair": "0198", "university": "0199", "distinguished": "0200", "professor": "0201", "associate": "0202",
    "assistant": "0203", "adjunct": "0301",
}  # fmt: skip
BANNER = (
    "SPRIDEN_PIDM SPRIDEN_ID SPRIDEN_LAST_NAME SPRIDEN_FIRST_NAME SPRIDEN_MI NBRJOBS_POSN PTRRANK_CODE PERRANK_BEGIN_DATE "
    "PERAPPT_TENURE_CODE PEBEMPL_ORGN_CODE_HOME FTVORGN_TITLE NBRJOBS_FTE GOREMAL_EMAIL_ADDRESS"
)
PEOPLESOFT = "EMPLID EMPL_RCD EFFDT EFFSEQ NAME DEPTID DEPT_DESCR JOBCODE JOBCODE_DESCR EMPL_STATUS ACTION RPTS_TO"


def lines(
    rows: Iterable[Iterable[object]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL, end: str = "\r\n"
) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return text.getvalue()


def day(one: Person) -> date:
    return date.fromisoformat(one["hire_date"])


def whole(one: Person) -> str:
    return f"{one['given']} {one['family']}"


def turned(one: Person) -> str:
    return f"{one['family']}, {one['given']} {one['middle']}".strip()


def share(one: Person) -> str:
    return one["fte"].removesuffix(".0")


def banner(made: Made) -> bytes:
    rows: list[list[str]] = [BANNER.split()]
    orgn = made.orgn()
    for at, one in enumerate(made.people):
        for nth in range(2 if at % 9 == 0 else 1):
            unit = made.chance.choice(made.units()) if nth else one["department"]
            rows.append([
                str(90000 + at), one["employee_id"], one["family"], one["given"], one["middle"], f"F{nth + 1}{at:04d}",
                RANK_CODES[one["rank"]], day(one).strftime("%d-%b-%y").upper(), "TT" if one["tenure"] == "TT" else one["tenure"],
                str(orgn[unit]), unit.upper(), "0" if nth else share(one), one["email"].upper(),
            ])  # fmt: skip
    text = lines(rows, quoting=csv.QUOTE_ALL)
    return text.encode("cp1252", "replace")


def write_banner(made: Made) -> None:
    (made.folder / "01_banner_like_cp1252.csv").write_bytes(banner(made))


def write_peoplesoft(made: Made) -> None:
    rows = [PEOPLESOFT.split()]
    orgn = made.orgn()
    for at, one in enumerate(made.people):
        name = f"{one['family']},{one['given']} {one['middle']}".strip()
        for nth, when, unit, job, told, state, why, chief in steps(made, at, one):
            known = [one["employee_id"], str(nth), when.strftime("%m/%d/%Y"), "0", name, str(orgn[unit]), unit]
            rows.append([*known, job, told, state, why, chief])
    text = lines(rows, "\t")
    (made.folder / "03_peoplesoft_like_utf16_tab.txt").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))


def steps(made: Made, at: int, one: Person) -> Iterable[tuple[int, date, str, str, str, str, str, str]]:
    """Hired, promoted, of some a retirement to come, of some a second job on leave."""
    unit, chief = one["department"], made.people[0]["employee_id"]
    job, told = JOBS[one["rank"]], CODES[one["rank"]]
    yield 0, day(one), unit, "AP1", "ASST PROF", "A", "HIR", ""
    if one["rank"] != "assistant":
        yield 0, min(date(day(one).year + 6, 8, 16), date(2018, 8, 16)), unit, job, told, "A", "PRO", chief
    if at % 13 == 0:
        yield 0, date(2031, 1, 1), unit, job, told, "R", "RET", ""
    if at % 11 == 0:
        yield 1, date(2017, 7, 1), made.chance.choice(made.units()), "AD1", "ASSOC DEAN", "L", "LOA", ""


def write_interfolio(made: Made) -> None:
    rows = [["Faculty Member", "Email", "Unit(s)", "Position(s)", "Case Status", "Tenure Clock"]]
    for at, one in enumerate(made.people):
        unit, title = one["department"], one["title"]
        if at % 6 == 0:
            unit += "\n" + made.chance.choice([other for other in made.units() if other != unit])
            title = f"{title}\nCourtesy {title}\r\nDirector, Graduate Studies"
        clock = f"{made.chance.randrange(1, 8)} of 6 yrs" if one["rank"] == "assistant" else "n/a"
        state = made.chance.choice(["In progress", "Complete", "Not started", ""])
        name = " ".join(part for part in (one["given"], one["middle"], one["family"]) if part)
        rows.append([name, one["email"], unit, title, state, clock])
    (made.folder / "04_interfolio_like_multiline_utf8bom.csv").write_bytes(("\ufeff" + lines(rows)).encode("utf-8"))


def write_german(made: Made) -> None:
    rows = [
        [
            "Personalnr.",
            "Name",
            "Vorname",
            "Titel",
            "Fakultät",
            "Institut",
            "Dienstbezeichnung",
            "Eintritt",
            "Stellenanteil",
            "Geschlecht",
            "E-Mail",
        ]
    ]
    service = {"assistant": "Juniorprofessor/in (W1)", "associate": "Professor/in (W2)"}
    for one in made.people:
        percent = {"1.0": "100 %", "0.75": "75,0 %", "0.5": "50,0 %"}[one["fte"]]
        rows.append([
            one["employee_id"], one["family"], one["given"], made.chance.choice(["", "Dr.", "PD Dr.", "Prof. Dr.", "Prof. Dr.-Ing. habil."]),
            one["college"], one["department"], service.get(one["rank"], "Universitätsprofessor/in (W3)"),
            day(one).strftime("%d.%m.%Y"), percent, {"M": "m", "F": "w"}[one["gender"]], one["email"],
        ])  # fmt: skip
    (made.folder / "06_german_semicolon_latin1.csv").write_bytes(lines(rows, ";").encode("latin-1", "replace"))


def write_sep(made: Made) -> None:
    rows = [["Name", "Dept", "Rank", "Yrs", "", "", ""]]
    rows += [
        [whole(one), one["department"], CODES[one["rank"]], str(2018 - day(one).year), "", "", ""]
        for one in made.people
    ]
    rows += [[""] * 7, ["Count:", str(len(made.people)), "", "", "", "", ""]]
    text = '\ufeff"sep=,"\r\n\r\n' + lines(rows)
    (made.folder / "07_sep_line_trailing_blank_columns.csv").write_bytes(text.encode("utf-8"))


def write_damaged(made: Made) -> None:
    rows = [["ID", "Name", "Start", "Phone", "Dept #"]]
    for at, one in enumerate(made.people):
        number = f"{int(one['employee_id']):.2E}" if at % 2 else str(int(one["employee_id"]))
        code = ["3-Mar", "MAR3", "1E+03", "00123", "SEPT1"][at % 5]
        rows.append([number, turned(one), str((day(one) - date(1899, 12, 30)).days), f"555-0{100 + at}", code])
    (made.folder / "08_excel_damaged_ids_dates.csv").write_bytes(lines(rows).encode("utf-8"))


def garbled(text: str) -> str:
    return text.encode("utf-8").decode("cp1252", "replace")


def write_mojibake(made: Made) -> None:
    rows = [["Full\u00a0 Name ", "  Email", "Department\u200b", "“Rank”", "Notes"]]
    for at, one in enumerate(made.people):
        name = garbled(whole(one)) if at % 2 else f"{one['given']}\u00a0 {one['family']}\u200b"
        address = f" {one['email'].title()} "
        unit = one["department"].replace(" ", "\u00a0 ")
        rows.append([name, address, unit, f"“{one['title']}”", "–" if at % 3 else "n/a"])
    (made.folder / "09_mojibake_nbsp.csv").write_bytes(lines(rows, end="\n").encode("utf-8"))


def write_macroman(made: Made) -> None:
    rows = [["Name", "Rank"], *([whole(one), one["title"]] for one in made.people)]
    (made.folder / "12_mac_cr_macroman.csv").write_bytes(lines(rows, end="\r").encode("mac_roman", "replace"))


def write_pipe(made: Made) -> None:
    rows = ["EMP|NAME|ORG|RANK|DATE"]
    for at, one in enumerate(made.people):
        cells = [
            one["employee_id"],
            turned(one),
            one["department"],
            one["rank"].upper(),
            one["hire_date"].replace("-", ""),
        ]
        cells += ["EXTRA"] if at % 7 == 0 else []
        rows.append("|".join(cells[:3] if at % 10 == 0 else cells))
    rows.append(f"TRL|{len(made.people)}")
    (made.folder / "13_pipe_ragged_trailer.dat").write_bytes("\r\n".join(rows).encode("utf-8"))


def write_headerless(made: Made) -> None:
    rows = [
        [one["email"], one["family"], one["given"], one["department"], JOBS[one["rank"]], day(one).strftime("%d/%m/%Y")]
        for one in made.people
    ]
    (made.folder / "14_headerless.tsv").write_bytes(lines(rows, "\t", end="\n").encode("utf-8"))


def private(one: Person) -> str:
    return f"{plain(one['given'])}.{plain(one['family'])}@mail.example"
