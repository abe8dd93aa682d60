"""The kinds 11 and 18-23 as other systems would make them: a sheet per college, Active Directory, Graph, old vCards."""

import io
import json
import quopri
import zipfile

import openpyxl

from tests.intake.made_set.delimited import day, whole
from tests.intake.made_set.people import CODES, Made, Person


def write_colleges(made: Made) -> None:
    """11: a sheet per college, departments within as lines of their own."""
    book = openpyxl.Workbook()
    summary = book.active
    summary.title = "Summary"
    summary.append(["College", "Headcount"])
    for college in sorted({one["college"] for one in made.people}):
        inside = sorted((one for one in made.people if one["college"] == college), key=lambda one: one["department"])
        summary.append([college, len(inside)])
        sheet = book.create_sheet(college.split(" ", 2)[2][:31].replace("/", "-"))
        sheet.append([college])
        sheet.append([])
        sheet.append(["Department", "Name (Last, First)", "Academic rank", "Hired", "Mail"])
        for one in inside:
            sheet.append(
                [one["department"], f"{one['family']}, {one['given']}", CODES[one["rank"]], day(one), one["email"]]
            )
    book.save(made.folder / "11v_colleges.xlsx")


def write_active_directory(made: Made) -> None:
    """18: users of Active Directory, with remarks, CRLF and a picture."""
    text = ["# LDIF export, 60 entries", ""]
    for one in made.people:
        display = f"{one['family']}, {one['given']}"
        pairs = [
            ("dn", f"CN={display.replace(',', chr(92) + ',')},OU=Faculty,DC=univ,DC=example"),
            ("objectClass", "user"),
            ("displayName", display),
        ]
        pairs += [
            ("sAMAccountName", one["email"].split("@")[0]),
            ("employeeID", one["employee_id"]),
            ("givenName", one["given"]),
            ("sn", one["family"]),
        ]
        pairs += [
            ("title", one["title"]),
            ("department", one["department"]),
            ("company", one["college"]),
            ("mail", one["email"]),
        ]
        pairs += [("userAccountControl", "512"), ("whenCreated", "20120101000000.0Z")]
        text += [f"{name}: {value}" for name, value in pairs] + ["thumbnailPhoto:: /9j/4AAQSkZJRg==", ""]
    (made.folder / "18v_active_directory.ldif").write_bytes("\r\n".join(text).encode("utf-8"))


def write_graph(made: Made) -> None:
    """19: the users of Microsoft Graph."""
    users = [
        {
            "id": f"00000000-0000-4000-8000-{at:012d}", "employeeId": one["employee_id"], "givenName": one["given"], "surname": one["family"],
            "displayName": whole(one), "mail": one["email"], "userPrincipalName": one["email"], "jobTitle": one["title"],
            "department": one["department"], "companyName": one["college"], "employeeHireDate": f"{one['hire_date']}T00:00:00Z",
            "accountEnabled": True,
        }
        for at, one in enumerate(made.people)
    ]  # fmt: skip
    answer = {"@odata.context": "https://graph.example/v1.0/$metadata#users", "value": users}
    (made.folder / "19v_graph.json").write_text(json.dumps(answer), encoding="utf-8")


def write_old_vcards(made: Made) -> None:
    """20: version 2.1, quoted-printable."""
    text = []
    for one in made.people:
        fields = [("N", f"{one['family']};{one['given']};{one['middle']}"), ("FN", whole(one))]
        text += ["BEGIN:VCARD", "VERSION:2.1", *(quoted(name, value) for name, value in fields)]
        text += [f"TITLE:{one['title']}", f"ORG:Example University;{one['college']};{one['department']}"]
        text += ["TEL;WORK;VOICE:+1 555 0100", f"EMAIL;PREF;INTERNET:{one['email']}", "END:VCARD", ""]
    (made.folder / "20v_old_cards.vcf").write_bytes("\r\n".join(text).encode("utf-8"))


def quoted(name: str, value: str) -> str:
    if value.isascii():
        return f"{name}:{value}"
    return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + quopri.encodestring(
        value.encode(), quotetabs=False
    ).decode().replace("\n", "\r\n")


def write_nested(made: Made) -> None:
    """21: one document, people within it, the main job not the first."""
    people = [
        {
            "employee": {"id": one["employee_id"], "legal_name": {"first_name": one["given"], "middle_name": one["middle"] or None, "last_name": one["family"]}},
            "contact": {"work_email": one["email"]},
            "jobs": jobs(made, at, one),
            "identifiers": [{"type": "orcid", "value": one["orcid"]}] if one["orcid"] else [],
        }
        for at, one in enumerate(made.people)
    ]  # fmt: skip
    text = json.dumps(
        {"generated": "2018-10-01", "count": len(people), "faculty": people}, ensure_ascii=False, indent=2
    )
    (made.folder / "21v_nested.json").write_text(text, encoding="utf-8")


def jobs(made: Made, at: int, one: Person) -> list[dict[str, object]]:
    main = {"primary": True, "department": one["department"], "job_title": one["title"], "start_date": one["hire_date"]}
    if at % 6:
        return [main]
    other = made.chance.choice([unit for unit in made.units() if unit != one["department"]])
    return [
        {"primary": False, "department": other, "job_title": "Courtesy Professor", "start_date": "2018-01-01"},
        main,
    ]


def write_zipped_book(made: Made) -> None:
    """22: a workbook in a folder, among what systems leave behind."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Emp ID", "First", "Middle", "Last", "Department", "Rank", "Hire date", "Email"])
    for one in made.people:
        sheet.append(
            [
                one["employee_id"],
                one["given"],
                one["middle"],
                one["family"],
                one["department"],
                one["title"],
                day(one),
                one["email"],
            ]
        )
    held = io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(made.folder / "22v_zipped_book.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Fall 2018/Fakultät/faculty list.xlsx", held.getvalue())
        packed.writestr("Fall 2018/~$faculty list.xlsx", b"\x05Owner")
        packed.writestr("Fall 2018/.DS_Store", b"\x00\x00\x00\x01Bud1")
        packed.writestr("Fall 2018/Thumbs.db", b"\xd0\xcf\x11\xe0")


def write_web_page(made: Made) -> None:
    """23: a menu as a table, a heading over all columns, links and breaks within the cells."""
    rows = "".join(
        f'<tr><td>{at + 1}</td><td><a href="/p/{at}">{one["family"]},<br/>{one["given"]}</a></td>'
        f"<td><span>{one['department'].replace('&', '&amp;')}</span></td><td><i>{one['title']}</i></td><td><a href='mailto:{one['email']}'>{one['email']}</a></td></tr>\n"
        for at, one in enumerate(made.people)
    )
    menu = "<table><tr><td><a href='/'>Home</a></td><td>People</td><td>Contact</td></tr></table>"
    head = "<thead><tr><th colspan=5>Faculty directory</th></tr><tr><th>No.</th><th>Name</th><th>Unit</th><th>Position</th><th>E-mail</th></tr></thead>"
    foot = "<tfoot><tr><td colspan=5>60 entries</td></tr></tfoot>"
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8><style>td{{}}</style></head><body>{menu}<table>{head}<tbody>{rows}</tbody>{foot}</table></body></html>"
    (made.folder / "23v_web_page.xls").write_text(page, encoding="utf-8")
