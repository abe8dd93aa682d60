"""Directories, cards and JSON: a bad record is said and the others are read."""

import base64

import orjson
import pytest

from constellation.intake.formats import open_tables
from constellation.intake.tables import Number, RawTable

USER = "urn:ietf:params:scim:schemas:core:2.0:User"


def one(data: str, name: str) -> tuple[list[dict[str, str]], RawTable]:
    """The records of a file with one table."""
    (table,) = open_tables(data.encode(), name)
    (_, header), *rows = table.rows
    return [dict(zip(header, cells, strict=True)) for _, cells in rows], table


def test_a_folded_and_a_base64_value_of_a_directory_are_whole():
    coded = base64.b64encode("Møller".encode()).decode()
    entry = (
        f"version: 1\n\n# made by a directory\ndn: uid=m,dc=x\nobjectClass: person\ncn: Ana Ma\n ria\nsn:: {coded}\n"
    )

    people, _ = one(entry, "people.ldif")

    assert people == [{"dn": "uid=m,dc=x", "objectClass": "person", "cn": "Ana Maria", "sn": "Møller"}]


def test_units_changes_and_broken_entries_of_a_directory_are_no_people():
    text = (
        "dn: ou=people,dc=x\nobjectClass: organizationalUnit\n\n"
        "dn: uid=b,dc=x\nchangetype: delete\n\n"
        "dn: uid=c,dc=x\nthis is no attribute\n\n"
        "dn: uid=a,dc=x\ncn: Ana\n"
    )

    people, table = one(text, "people.ldif")

    assert [person["cn"] for person in people] == ["Ana"]
    assert [(row, found) for row, found, *_ in table.remarks] == [
        (7, "dn: uid=c,dc=x"),
        (0, "1 × organizationalunit"),
        (0, "1 × change of an entry (delete)"),
    ]


def test_a_directory_never_opens_what_it_points_to(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    text = f"dn: uid=a\ncn: Ana\ndescription:< file://{tmp_path}/secret.txt\nuserPassword: hunter2\n"

    people, table = one(text, "people.ldif")

    assert people == [{"dn": "uid=a", "cn": "Ana"}]
    assert [found for _, found, *_ in table.remarks] == ["description that is blank or kept in another place"]


def test_a_name_that_would_hold_up_the_library_does_not():
    name = "cn=" + "a\\,b=" * 2000

    people, _ = one(f"dn: {name}!\ncn: Ana\n", "people.ldif")

    assert people[0]["cn"] == "Ana"


def test_a_bad_card_does_not_stop_the_others():
    text = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Wang\nN:Wang;Ana;;;\nEND:VCARD\n"
        "BEGIN:VCARD\nthis is no card\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Cut Off\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Bo Le\nN:Le;Bo;;;\nEND:VCARD\n"
    )

    people, table = one(text, "people.vcf")

    assert [person["fn"] for person in people] == ["Ana Wang", "Bo Le"]
    assert [(row, severity) for row, _, _, _, severity in table.remarks] == [(6, "error"), (9, "error")]


def test_an_old_card_with_quoted_printable_and_folded_lines_is_read():
    text = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;;\r\n"
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen M=C3=BCller\r\nTITLE:Prof\r\n essor\r\nEND:VCARD\r\n"
    )

    people, _ = one(text, "people.vcf")

    assert (people[0]["n.family"], people[0]["n.given"], people[0]["fn"], people[0]["title"]) == (
        "Müller",
        "Jürgen",
        "Jürgen Müller",
        "Professor",
    )


def test_the_preferred_address_of_a_card_stands_first():
    text = "BEGIN:VCARD\nVERSION:3.0\nN:Wang;Ana;;;\nFN:Ana Wang\nEMAIL;TYPE=home:a@home.example\nEMAIL;TYPE=WORK,PREF:a@univ.example\nEND:VCARD\n"

    people, _ = one(text, "people.vcf")

    assert people[0]["email"] == "a@univ.example\na@home.example"


def test_the_last_part_of_an_organisation_is_the_unit_and_the_middle_the_college():
    def organisation(org: str) -> dict[str, str]:
        people, _ = one(f"BEGIN:VCARD\nVERSION:3.0\nN:Wang;Ana;;;\nFN:Ana Wang\nORG:{org}\nEND:VCARD\n", "people.vcf")
        return {name: text for name, text in people[0].items() if name.startswith("org.")}

    read = [organisation(org) for org in ("University;Arts;History", "University;History", "University;;History", "University")]  # fmt: skip

    assert read == [
        {"org.name": "University", "org.college": "Arts", "org.unit": "History"},
        {"org.name": "University", "org.unit": "History"},
        {"org.name": "University", "org.unit": "History"},
        {"org.name": "University"},
    ]


@pytest.mark.parametrize(("name", "yes", "no"), [("primary", "true", "false"), ("is_primary", '"Y"', '"N"'), ("main", "1", "0")])  # fmt: skip
def test_the_primary_job_stands_first_in_every_column(name, yes, no):
    text = f'{{"name": "Ana", "jobs": [{{"unit": "Music", "{name}": {no}, "tags": ["a", "b"]}}, {{"unit": "History", "{name}": {yes}, "rank": "Professor"}}]}}\n'

    people, _ = one(text, "people.jsonl")

    assert people[0]["jobs.unit"] == "History\nMusic"
    assert people[0]["jobs.rank"] == "Professor\n"
    assert people[0]["jobs.tags"] == "\na; b"


def test_entries_that_share_a_line_are_numbered_one_by_one():
    text = '[{"id": 1}, {"id": 2},\n\n\n {"id": 3}]'

    _, table = one(text, "people.json")

    assert [row for row, _ in open_rows(text)] == [0, 1, 2, 3]
    assert "numbered" in table.remarks[0][2]


def test_several_appointments_are_lines_that_belong_together():
    text = '{"name": "Ana", "appts": [{"unit": "History", "rank": "Professor"}, {"unit": "Music"}], "tags": ["a", "b"]}\n{"name": "Bo"}\n'

    people, _ = one(text, "people.jsonl")

    assert people[0] == {"name": "Ana", "appts.unit": "History\nMusic", "appts.rank": "Professor\n", "tags": "a\nb"}
    assert people[1] == {"name": "Bo", "appts.unit": "", "appts.rank": "", "tags": ""}


def test_a_bad_line_is_said_and_the_others_are_read():
    text = '{"id": 1}\n{"id": 2\n[3]\n{"id": 4}\n'

    people, table = one(text, "people.jsonl")

    assert [person["id"] for person in people] == ["1", "4"]
    assert [(row, found, severity) for row, found, _, _, severity in table.remarks] == [
        (2, '{"id": 2', "error"),
        (3, "[3]", "error"),
    ]


def test_numbers_of_json_stay_as_they_are_written():
    people, _ = one('[{"id": 123456789012345678901, "fte": 0.50, "active": true, "left": null}]', "people.json")

    assert people == [{"id": "123456789012345678901", "fte": "0.50", "active": "true", "left": ""}]
    assert type(people[0]["id"]) is Number


def test_a_list_within_an_object_is_found_with_its_lines():
    text = '{"meta": {"total": 2},\n "data": [\n  {"id": 1},\n  {"id": 2}\n ]}'

    people, table = one(text, "people.json")

    assert [person["id"] for person in people] == ["1", "2"]
    assert [row for row, _ in open_rows(text)] == [0, 3, 4]
    assert table.sheet == ""


def open_rows(text: str) -> list[tuple[int, list[str]]]:
    (table,) = open_tables(text.encode(), "people.json")
    return list(table.rows)


def test_two_lists_in_an_object_are_two_tables():
    text = '{"faculty": [{"id": 1}], "units": [{"code": "H"}]}'

    tables = list(open_tables(text.encode(), "people.json"))

    assert [(table.sheet, [cells for _, cells in table.rows]) for table in tables] == [
        ("faculty", [["id"], ["1"]]),
        ("units", [["code"], ["H"]]),
    ]


def test_a_list_that_breaks_off_is_read_up_to_there_and_that_is_said():
    text = '[\n{"id": 1},\n{"id": 2},\n{"id": 3'

    people, table = one(text, "people.json")

    assert [person["id"] for person in people] == ["1", "2"]
    assert [(row, severity) for row, _, _, _, severity in table.remarks] == [(4, "error")]


def test_one_person_with_appointments_is_one_record():
    people, _ = one('{"name": {"first": "Ana"}, "appts": [{"unit": "A"}, {"unit": "B"}]}', "person.json")

    assert people == [{"name.first": "Ana", "appts.unit": "A\nB"}]


def test_the_primary_address_of_a_user_stands_first_and_secrets_stay_out():
    user = {
        "schemas": [USER],
        "userName": "ana",
        "password": "hunter2",
        "emails": [{"value": "a@home.example", "type": "home"}, {"value": "a@univ.example", "type": "work"}],
        "phoneNumbers": [
            {"value": "555-0100", "type": "work"},
            {"value": "555-0101", "type": "mobile", "primary": True},
        ],
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "History"},
    }

    people, _ = one(orjson.dumps(user).decode(), "user.json")

    assert people == [
        {
            "userName": "ana",
            "emails": "a@univ.example\na@home.example",
            "phoneNumbers": "555-0101\n555-0100",
            "enterprise.department": "History",
        }
    ]


def test_the_examples_of_the_standard_are_users_or_said_to_be_none(shared_data):
    files = sorted((shared_data / "scim" / "rfc").glob("*.json"))

    tables = {path.name: next(iter(open_tables(path.read_bytes(), path.name))) for path in files}
    people = {name for name, table in tables.items() if list(table.rows)}

    assert len(files) == 49
    assert people == {name for name in tables if "user-" in name or "_user.json" in name or "partial_attr" in name or "post_query" in name} - {
        "rfc7643-8.7.1-schema-enterprise_user.json", "rfc7643-8.6-resource_type-user.json", "rfc7643-8.7.1-schema-user.json",
        "rfc7644-3.7.2-bulk_request-enterprise_user.json",
    } | {"rfc7643-8.1-user-minimal.json", "rfc7643-8.2-user-full.json"}  # fmt: skip
    assert all(tables[name].remarks for name in set(tables) - people)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("a.jsonl", '{"name": "Ana"}\n', '{"name": "Bo\n'),
        ("a.ldif", "dn: uid=a\ncn: Ana\n\n", "dn: uid=b\ncn Bo\n\n"),
        ("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n", "BEGIN:VCARD\nVERSION:3.0\nFN:Bo\n"),
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_each_record_that_cannot_be_read_has_one_remark(name, good, bad, count):
    text = good + (bad + good) * count

    (table,) = open_tables(text.encode(), name)

    assert len(list(table.rows)) == count + 2
    assert [severity for *_, done, _, severity in table.remarks if done.startswith("set aside")] == ["error"] * count


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("a.ldif", "dn: uid=a\ncn: Ana\n\n", "dn: uid=b\ncn Bo\n\n"),
        ("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n", "VERSION:3.0\nFN:Bo\nEND:VCARD\n"),
    ],
)
def test_many_records_that_cannot_be_read_have_a_remark_each(name, good, bad):
    text = good + bad * 80

    (table,) = open_tables(text.encode(), name)

    assert [done[:9] for _, _, done, _, severity in table.remarks if severity == "error"] == ["set aside"] * 80
