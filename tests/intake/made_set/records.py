"""Files in the look of the made set's kinds 18-23: LDIF, SCIM, vCards, JSON lines, a zip, HTML named .xls."""

import base64
import html
import json
import zipfile

from tests.intake.made_set.delimited import banner, whole
from tests.intake.made_set.people import Made, Person

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


def write_ldif(made: Made) -> None:
    text = ["version: 1"]
    for one in made.people[:50]:
        uid = one["email"].split("@")[0]
        kinds = ["affiliate", "member"] if one["rank"] == "adjunct" else ["faculty", "employee", "member"]
        pairs = [
            ("dn", f"uid={uid},ou=people,dc=univ,dc=example"),
            ("objectClass", "inetOrgPerson"),
            ("objectClass", "eduPerson"),
        ]
        pairs += [
            ("uid", uid),
            ("cn", whole(one)),
            ("sn", one["family"]),
            ("givenName", one["given"]),
            ("title", one["title"]),
        ]
        pairs += [("ou", one["department"]), ("mail", one["email"]), ("eduPersonPrincipalName", one["email"])]
        pairs += [("eduPersonOrcid", f"https://orcid.org/{one['orcid']}")] if one["orcid"] else []
        pairs += [("eduPersonAffiliation", kind) for kind in kinds]
        pairs += [("eduPersonPrimaryAffiliation", "faculty"), ("eduPersonScopedAffiliation", "faculty@univ.example")]
        text.append("\n".join(attribute(name, value) for name, value in pairs))
    (made.folder / "18_eduperson.ldif").write_text("\n\n".join(text) + "\n", encoding="utf-8")


def attribute(name: str, value: str) -> str:
    line = f"{name}: {value}" if value.isascii() else f"{name}:: {base64.b64encode(value.encode()).decode()}"
    folded = [line[:76]] + [" " + line[at : at + 75] for at in range(76, len(line), 75)]
    return "\n".join(folded)


def write_scim(made: Made) -> None:
    answer = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": len(made.people),
        "startIndex": 1,
        "itemsPerPage": 25,
        "Resources": [user(at, one, made.people[0]) for at, one in enumerate(made.people[:25])],
    }
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    (made.folder / "19_scim_list_response.json").write_text(text, encoding="utf-8")


def user(at: int, one: Person, chief: Person) -> dict[str, object]:
    work = {"employeeNumber": one["employee_id"], "department": one["department"], "division": one["college"]}
    return {
        "schemas": [USER, ENTERPRISE],
        "id": one["person_key"],
        "externalId": one["employee_id"],
        "userName": one["email"],
        "active": at % 12 != 0,
        "name": {"givenName": one["given"], "familyName": one["family"], "formatted": whole(one)},
        "title": one["title"],
        "userType": "Faculty",
        "emails": [{"value": one["email"], "type": "work", "primary": True}],
        ENTERPRISE: work | ({"manager": {"value": chief["person_key"]}} if at else {}),
        "meta": {"resourceType": "User", "created": f"{one['hire_date']}T00:00:00Z", "version": f'W/"{at}"'},
    }


def write_vcards(made: Made) -> None:
    text = []
    for at, one in enumerate(made.people[:20]):
        text += [
            "BEGIN:VCARD",
            f"VERSION:{'4.0' if at % 2 else '3.0'}",
            f"N:{one['family']};{one['given']};{one['middle']};;",
        ]
        text += [f"FN:{whole(one)}", f"ORG:Example University;{one['department']}", f"TITLE:{one['title']}"]
        text += [f"EMAIL;TYPE=work:{one['email']}", "END:VCARD"]
    (made.folder / "20_people.vcf").write_bytes(("\r\n".join(text) + "\r\n").encode("utf-8"))


def write_jsonl(made: Made) -> None:
    text = []
    for at, one in enumerate(made.people):
        post = {"unit": one["department"], "rank": one["title"], "from": one["hire_date"]}
        record = {
            "name": {"first": one["given"], "last": one["family"]},
            "appts": [post],
            "orcid": one["orcid"] or None,
        }
        text.append(json.dumps(record, ensure_ascii=at % 2 == 1))
    (made.folder / "21_people.jsonl").write_text("\n".join(text), encoding="utf-8")


def write_zip(made: Made) -> None:
    with zipfile.ZipFile(made.folder / "22_export.zip", "w") as packed:
        packed.writestr("exports/2018/banner.csv", banner(made))
        packed.writestr("__MACOSX/._banner.csv", b"\x00\x05\x16\x07")
        packed.writestr("exports/README.txt", "hi\r\n")


def write_html(made: Made) -> None:
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{html.escape(one_cell, quote=False)}</td>"
            for one_cell in (whole(one), one["department"], one["title"])
        )
        + "</tr>"
        for one in made.people[:30]
    )
    head = '<html><head><meta charset="utf-8"></head><body><table border=1><tr><th>Name</th><th>Dept</th><th>Rank</th></tr>'
    (made.folder / "23_html_table_named.xls").write_text(f"{head}{rows}</table></body></html>", encoding="utf-8")
