"""Names in every form that offices write them."""

import csv
import io
import unicodedata
from collections import Counter
from itertools import product

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.intake.content.names import full, initials, is_nickname, looks_like_name, read_name
from constellation.intake.content.text import lost_letters, mend, same


def parts(text, **known):
    name = read_name(text, **known)
    return name.given, name.middle, name.family


def around(text):
    name = read_name(text)
    return name.preferred, name.suffix, name.honorific, name.note


# --- the right answers of the made files


def table(path, encoding, delimiter=","):
    return list(csv.reader(io.StringIO(path.read_text(encoding=encoding)), delimiter=delimiter))


def cases(folder):
    """(file, text, what the function is told beside, the true person, fields that the file holds)."""
    with (folder / "_truth_people.csv").open(encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    by_id = {person["employee_id"]: person for person in people}
    by_key = {person["person_key"]: person for person in people}
    by_mail = {person["email"]: person for person in people}
    whole, short = ("given", "middle", "family"), ("given", "family")
    for row in table(folder / "01_banner_like_cp1252.csv", "cp1252")[1:]:
        yield "01", f"{row[3]} {row[4]}".strip(), {"family": row[2]}, by_id[row[1]], whole
    for row in table(folder / "03_peoplesoft_like_utf16_tab.txt", "utf-16", "\t")[1:]:
        yield "03", row[4], {}, by_id[row[0]], whole
    for row in table(folder / "04_interfolio_like_multiline_utf8bom.csv", "utf-8-sig")[1:]:
        yield "04", row[0], {"email": row[1]}, by_mail[row[1]], whole
    for row, person in zip(table(folder / "08_excel_damaged_ids_dates.csv", "utf-8-sig")[1:], people, strict=True):
        yield "08", row[1], {}, person, whole
    for row in table(folder / "10_duplicates_with_truth.csv", "utf-8-sig")[1:]:
        person = by_key[row[6]]
        held = whole if "," in row[1] else short if person["given"] in row[1] else ("family",)
        yield "10", row[1], {"email": row[2]}, person, held
    for row in table(folder / "13_pipe_ragged_trailer.dat", "utf-8-sig", "|")[1:]:
        if row[0] in by_id:
            yield "13", row[1], {}, by_id[row[0]], whole
    for row in table(folder / "17_turkish_cp1254_semicolon.csv", "cp1254", ";")[1:]:
        yield "17", row[1], {}, by_id[row[0]], short
    sheet = openpyxl.load_workbook(folder / "02_workday_like.xlsx").worksheets[0]
    for row in sheet.iter_rows(values_only=True):
        mail = next((cell for cell in row if cell in by_mail), None)
        if mail:
            yield "02", row[0], {"family": row[2]}, by_mail[mail], (*short, "preferred")
            yield "02", row[0], {"email": mail}, by_mail[mail], (*short, "preferred")


def test_names_of_the_made_files_are_read_right(shared_data):
    wrong, seen = [], Counter()

    for file, text, known, person, fields in cases(shared_data / "messy_made"):
        if lost_letters(text) or any(lost_letters(value) for value in known.values()) or "STRASSE" in text:
            continue
        name = read_name(mend(text)[0], **known)
        seen[file] += 1
        wrong += [(file, text, field) for field in fields if getattr(name, field) != person[field]]

    assert set(seen) == {"01", "02", "03", "04", "08", "10", "13", "17"}
    assert len(wrong) <= 0.02 * seen.total(), wrong


# --- another set of names, made here

GIVEN = [
    "Anna Maria",
    "José Luis",
    "Seo-yeon",
    "Jean-Luc",
    "Þóra",
    "Łucja",
    "Björn",
    "D'Arcy",
    "Oluwaseun",
    "Željka",
    "Karl Heinz",
    "Ravi",
    "Ngọc",
    "Émilie",
]
MIDDLE = ["", "J", "K.", "R. S.", "van"]
FAMILY = ["de la Cruz", "von Humboldt", "D'Angelo", "Ní Bhriain", "Ó Briain", "Le Roux", "Di Stefano", "al-Rashid", "bin Salman", "MacLeod", "Öztürk", "Żółkiewski", "Trần", "St. Clair", "Ibn Sina", "McKenzie", "O'Brien", "Fernandes-Silva", "Ng", "Yu", "ter Horst", "dos Santos", "Suzuki", "Ramanujan"]  # fmt: skip
PEOPLE = list(product(GIVEN, MIDDLE, FAMILY))


def address(given, family):
    return f"{(same(given)[0] + same(family).replace(' ', ''))[:8]}12@univ.example"


@pytest.mark.parametrize("between", [", ", ","])
def test_last_comma_first_middle(between):
    wrong = [person for person in PEOPLE if parts(f"{person[2]}{between}{person[0]} {person[1]}".strip()) != person]

    assert wrong == []


def test_first_middle_last_with_the_address_of_the_person():
    wrong = [
        (*person, parts(full(*person), email=address(person[0], person[2])))
        for person in PEOPLE
        if parts(full(*person), email=address(person[0], person[2])) != person
    ]

    assert wrong == []


def test_the_address_takes_the_doubt_about_a_particle_away():
    known = read_name("Margaret van O'Connor", email="moconnor25@univ.example")
    unknown = read_name("Margaret van O'Connor")

    assert (known.middle, known.family, known.doubt) == ("van", "O'Connor", "")
    assert (unknown.middle, unknown.family) == ("", "van O'Connor")
    assert unknown.doubt == "“van” may be a middle name"


def test_first_last_without_an_address():
    wrong = [person for given, _, family in PEOPLE if parts(f"{given} {family}") != (person := (given, "", family))]

    assert wrong == []


@pytest.mark.parametrize("form", ["{family} {given}", "{given} {family}"])
def test_the_family_name_in_capitals_at_either_end(form):
    wrong = [
        (text, parts(text))
        for given, _, family in PEOPLE
        if parts(text := form.format(given=given, family=family.upper())) != (given, "", family)
    ]

    assert wrong == []


def test_a_column_wholly_in_capitals():
    wrong = [
        (text, parts(text))
        for person in PEOPLE
        if parts(text := f"{person[2]}, {person[0]} {person[1]}".strip().upper()) != person
    ]

    assert wrong == []


@pytest.mark.parametrize("form", ["{given} {middle} {family}", "{family}, {given} {middle}", "{given} {middle}"])
def test_beside_a_known_family_name_the_rest_is_given_and_middle(form):
    wrong = [
        (text, parts(text, family=person[2]))
        for person in PEOPLE
        if parts(
            text := " ".join(form.format(given=person[0], middle=person[1], family=person[2]).split()), family=person[2]
        )
        != person
    ]

    assert wrong == []


def test_what_was_read_is_read_alike_again():
    for person in PEOPLE:
        name = read_name(full(*person), email=address(person[0], person[2]))

        assert parts(f"{name.family}, {name.given} {name.middle}".strip()) == person


# --- customs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Ann Q. R. Achterberg", ("Mary Ann", "Q. R.", "Achterberg")),
        ("Dvořák J Brown", ("Dvořák", "J", "Brown")),
        ("A. Singh", ("A.", "", "Singh")),
        ("A. B. Singh", ("A.", "B.", "Singh")),
        ("T. Ó Súilleabháin", ("T.", "", "Ó Súilleabháin")),
        ("J. Robert Oppenheimer", ("J. Robert", "", "Oppenheimer")),
        ("JF Wang", ("JF", "", "Wang")),
        ("XU Ana Lúcia", ("Ana Lúcia", "", "Xu")),
        ("VAN DER BERG Nguyễn Thị", ("Nguyễn Thị", "", "van der Berg")),
        ("Ó SÚILLEABHÁIN Tariq", ("Tariq", "", "Ó Súilleabháin")),
        ("ACHTERBERG, MARY ANN", ("Mary Ann", "", "Achterberg")),
        ("ABDULLAHI, MIN-JUN VAN", ("Min-jun", "van", "Abdullahi")),
        ("al-Haddad, Fatima Zahra van", ("Fatima Zahra", "van", "al-Haddad")),
        ("María García López", ("María", "", "García López")),
        ("José Ortega y Gasset", ("José", "", "Ortega y Gasset")),
        ("María del Carmen García", ("María del Carmen", "", "García")),
        ("Ana de Souza Lima", ("Ana", "", "de Souza Lima")),
        ("João Silva Filho", ("João", "", "Silva Filho")),
        ("Mary Le Roux", ("Mary", "", "Le Roux")),
        ("Van Nguyen", ("Van", "", "Nguyen")),
        ("Thi Van Nguyen", ("Thi Van", "", "Nguyen")),
        ("Mohamed Ben Ali", ("Mohamed", "", "Ben Ali")),
        ("St. John", ("", "", "St. John")),
        ("van der Berg", ("", "", "van der Berg")),
        ("Suharto", ("", "", "Suharto")),
        ("Achterberg W. J.", ("W.", "J.", "Achterberg")),
        ("Park Min-jun", ("Min-jun", "", "Park")),
        ("O' Connor, Mary", ("Mary", "", "O'Connor")),
        ("Smith, JD", ("JD", "", "Smith")),
        ("Ma, Jun", ("Jun", "", "Ma")),
        ("Ivan Ivanovich Petrov", ("Ivan", "Ivanovich", "Petrov")),
        ("Иванов Иван Иванович", ("Иван", "Иванович", "Иванов")),
        ("Иван Иванович Иванов", ("Иван", "Иванович", "Иванов")),
        ("Иванов, Иван Иванович", ("Иван", "Иванович", "Иванов")),
        ("王梅", ("梅", "", "王")),
        ("欧阳修", ("修", "", "欧阳")),
        ("司马 迁", ("迁", "", "司马")),
        ("卡尔·马克思", ("卡尔", "", "马克思")),
        ("박민준", ("민준", "", "박")),
        ("남궁민수", ("민수", "", "남궁")),
        ("山田 太郎", ("太郎", "", "山田")),
        ("山田太郎", ("太郎", "", "山田")),
        ("नरेन्द्र मोदी", ("नरेन्द्र", "", "मोदी")),
        ("محمد بن سلمان", ("محمد", "", "بن سلمان")),
        ("עמוס עוז", ("עמוס", "", "עוז")),
        ("สมชาย ใจดี", ("สมชาย", "", "ใจดี")),
        ("Δημήτρης Παπαδόπουλος", ("Δημήτρης", "", "Παπαδόπουλος")),
        ("mary ann achterberg", ("Mary Ann", "", "Achterberg")),
        ("JF Ó Súilleabháin", ("JF", "", "Ó Súilleabháin")),
        ("AJ Ó BRIAIN", ("AJ", "", "Ó Briain")),
        ("Ruth Ibarra Quintero", ("Ruth", "", "Ibarra Quintero")),
        ("Paulo Nogueira Brandão", ("Paulo", "", "Nogueira Brandão")),
        ("Arun Sen Gupta", ("Arun", "", "Sen Gupta")),
        ("Manpreet Kaur Gill", ("Manpreet", "", "Kaur Gill")),
        ("Wing Au Yeung", ("Wing", "", "Au Yeung")),
        ("Ana do Nascimento", ("Ana", "", "do Nascimento")),
        ("ANA DO NASCIMENTO", ("Ana", "", "do Nascimento")),
        ("Minh Do Nguyen", ("Minh Do", "", "Nguyen")),
        ("Arjun in 't Veld", ("Arjun", "", "in 't Veld")),
        ("ARJUN IN 'T VELD", ("Arjun", "", "in 't Veld")),
        ("Björn von und zu Liechtenstein", ("Björn", "", "von und zu Liechtenstein")),
        ("Grace O", ("Grace", "", "O")),
        ("Robert B", ("Robert", "", "B")),
        ("Achterberg W", ("W", "", "Achterberg")),
        ("li zhang", ("Li", "", "Zhang")),
        ("VAN DER BERG", ("", "", "van der Berg")),
        ("SOO IN KIM", ("Soo In", "", "Kim")),
        ("wei li chen", ("Wei Li", "", "Chen")),
        ("Del Nagy", ("Del", "", "Nagy")),
        ("Juan Del Toro", ("Juan", "", "Del Toro")),
        ("LA TOYA PATEL", ("La Toya", "", "Patel")),
        ("abd al-rahman cohen", ("Abd al-Rahman", "", "Cohen")),
        ("SMITH III Omar", ("Omar", "", "Smith")),
        ("Smith Jr. Omar", ("Omar", "", "Smith")),
    ],
)
def test_customs_of_many_countries(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        *[("MCDONALD", "McDonald"), ("MACDONALD", "MacDonald"), ("MACHADO", "Machado"), ("O'CONNOR", "O'Connor"), ("AL-HADDAD", "al-Haddad")],
        *[("VAN DER BERG", "van der Berg"), ("DE LA CRUZ", "de la Cruz"), ("LA FONTAINE", "La Fontaine"), ("IBN RUSHD", "Ibn Rushd")],
        *[("ST. JOHN", "St. John"), ("SMITH-JONES", "Smith-Jones"), ("STRASSE", "Strasse"), ("IŞIK", "Işık"), ("YILMAZ", "Yilmaz")],
        *[("ÞÓRSDÓTTIR", "Þórsdóttir"), ("?ÓRSDÓTTIR", "?órsdóttir"), ("D'ANGELO", "D'Angelo"), ("KA'AHUMANU", "Ka'ahumanu"), ("NÍ BHRIAIN", "Ní Bhriain")],
    ],
)  # fmt: skip
def test_family_names_in_capitals_are_written_as_people_write_them(capitals, written):
    assert parts(f"{capitals}, Ana")[2] == written
    assert parts(f"{capitals}, ANA")[2] == written


def test_given_names_in_capitals_are_written_as_people_write_them():
    names = ["DE'ANDRE", "MIN-JUN", "JEAN-FRANÇOIS", "MARY-ANN", "WEI-LING", "JF", "JO", "ÅSA", "NGUYỄN THỊ"]

    read = [parts(f"PARK, {name}")[0] for name in names]

    assert read == ["De'Andre", "Min-jun", "Jean-François", "Mary-Ann", "Wei-ling", "JF", "Jo", "Åsa", "Nguyễn Thị"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Ann Achterberg (Mary)", ("Mary", "", "", "")),
        ("Chidinma Abdullahi (On Leave)", ("", "", "", "On Leave")),
        ("Margaret McDonald (Peggy) (On Leave)", ("Peggy", "", "", "On Leave")),
        ('Robert "Bob" Tran', ("Bob", "", "", "")),
        ("Robert 'Bob' Tran", ("Bob", "", "", "")),
        ("De'Andre ‘Dre’ Jones", ("Dre", "", "", "")),
        ("Wei (David) Zhang", ("David", "", "", "")),
        ("Mary Smith (goes by Molly)", ("Molly", "", "", "goes by")),
        ("Mary Smith (née Jones)", ("", "", "", "née Jones")),
        ("Mary Smith, formerly Jones", ("", "", "", "formerly Jones")),
        ("Jane Doe (she/her)", ("", "", "", "she/her")),
        ("Jane Doe - On Leave", ("", "", "", "On Leave")),
        ("Smith (Mathematics)", ("", "", "", "Mathematics")),
        ("Mei Wang (王梅)", ("", "", "", "王梅")),
        ("Prof. Dr.-Ing. habil. Günther Müller", ("", "", "Prof. Dr.-Ing. habil.", "")),
        ("PD Dr. Ana Wang", ("", "", "PD Dr.", "")),
        ("Doç. Dr. Ayşe Kaya", ("", "", "Doç. Dr.", "")),
        ("Wang, Dr. Ana", ("", "", "Dr.", "")),
        ("Smith, John, PhD", ("", "PhD", "", "")),
        ("John Smith, MA", ("", "MA", "", "")),
        ("John Q. Public, Ph. D.", ("", "Ph. D.", "", "")),
        ("Smith Jr., John", ("", "Jr.", "", "")),
        ("Dr. Martin King III", ("", "III", "Dr.", "")),
        ("Jane Doe, Director of Studies", ("", "", "", "Director of Studies")),
        ("王梅教授", ("", "", "教授", "")),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_told_from_it(text, expected):
    assert around(text) == expected


@pytest.mark.parametrize("text", ["Mary Ann Smith*", "Mary Ann Smith†", "Mary Ann Smith¹", "‡ Mary Ann Smith"])
def test_marks_of_footnotes_are_taken_off(text):
    assert parts(text) == ("Mary Ann", "", "Smith")


@pytest.mark.parametrize(
    ("text", "email", "expected"),
    [
        ("Åsa van Lee", "alee47@univ.example", ("Åsa", "van", "Lee")),
        ("Gréta van der Berg", "gvanderb8@univ.example", ("Gréta", "", "van der Berg")),
        ("Tomás van van der Berg", "tvanderb8@univ.example", ("Tomás", "van", "van der Berg")),
        ("Ewa van ?ukaszewicz", "elukasze49@univ.example", ("Ewa", "van", "?ukaszewicz")),
        ("O'Connor, Margaret van", "mvanoconno@univ.example", ("Margaret", "", "van O'Connor")),
        ("Juan García Márquez", "jgarciamar@univ.example", ("Juan", "", "García Márquez")),
        ("Maria Garcia Lopez", "maria.garcia.lopez@univ.example", ("Maria", "", "Garcia Lopez")),
        ("Karl Müller Schmidt", "kmuellersch@univ.example", ("Karl", "", "Müller Schmidt")),
        ("Nguyễn Văn An", "anguyen@univ.example", ("An", "Văn", "Nguyễn")),
        ("Nguyễn Thị Straße", "nstrasse7@univ.example", ("Nguyễn Thị", "", "Straße")),
        ("Wang Mei", "mwang@univ.example", ("Mei", "", "Wang")),
        ("TRAN ROBERT", "rtran41@univ.example", ("Robert", "", "Tran")),
        ("Mary Smith", "marys@univ.example", ("Mary", "", "Smith")),
        ("Mary Ann Smith", "mary@gmail.com", ("Mary Ann", "", "Smith")),
        ("Mary Ann Smith", "qx7@univ.example", ("Mary Ann", "", "Smith")),
        ("Noor Wang", "not an address", ("Noor", "", "Wang")),
        ("JF Ó Súilleabháin", "josuille12@univ.example", ("JF", "", "Ó Súilleabháin")),
        ("Ø. Ó Súilleabháin", "osuilleabhain@dept.example", ("Ø.", "", "Ó Súilleabháin")),
        ("O. Ó Briain", "obriain@univ.example", ("O.", "", "Ó Briain")),
        ("T. Ó Briain", "tbriain@univ.example", ("T.", "", "Ó Briain")),
        ("Liz Ibarra Quintero", "elizabeth.ibarraquintero@univ.example", ("Liz", "", "Ibarra Quintero")),
        ("Liz Holt Amory", "elizabeth.holt-amory@univ.example", ("Liz", "", "Holt Amory")),
        ("Molly Ann Smith", "mary.ann.smith@univ.example", ("Molly Ann", "", "Smith")),
        ("Grace O", "go12@univ.example", ("Grace", "", "O")),
        ("Grace B", "gb12@univ.example", ("Grace", "", "B")),
        ("Tran R", "rtran@univ.example", ("R", "", "Tran")),
        ("Xiaoming Du Bois", "xbois@univ.example", ("Xiaoming Du", "", "Bois")),
    ],
)
def test_the_address_decides_between_two_readings(text, email, expected):
    assert parts(text, email=email) == expected


def test_a_known_order_of_the_column_decides():
    assert parts("Achterberg Mary Ann Q. R.", order="family first") == ("Mary Ann", "Q. R.", "Achterberg")
    assert parts("van der Berg Gréta", order="family first") == ("Gréta", "", "van der Berg")
    assert parts("Nguyễn Văn An", order="family first")[2] == "Nguyễn"
    assert read_name("Wang Mei", order="given first").doubt == ""
    assert parts("Smith, John", order="given first") == ("John", "", "Smith")


def test_a_family_name_of_another_column_is_kept_without_a_text():
    assert parts("", family="Smith") == ("", "", "Smith")
    assert parts("MARY ANN Q.", family="VAN DER BERG") == ("Mary Ann", "Q.", "van der Berg")
    assert parts("Tomás Nguy?n", family="Nguyễn") == ("Tomás", "", "Nguyễn")
    assert parts("Fatima Zahra", family="al-Haddad") == ("Fatima Zahra", "", "al-Haddad")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("TRAN ROBERT", "“TRAN”"),
        ("ROBERT QUICK", "capitals"),
        ("Wang Mei", "“Wang”"),
        ("Suharto", "single word"),
        ("Smith & Jones", "two people"),
        ("Smith/Jones", "two people"),
        ("MACDONALD, FLORA", "capitals hide"),
        ("STRASSE, ANA", "with ß"),
        ("mary achterberg", "without capitals"),
        ("Abdullahi, Min-jun van", "“van” may belong"),
        ("María García López", "“García”"),
        ("山田太郎", "Japanese"),
        ("محمد سلمان", "order"),
        ("Smith, John, Jones, Ann", "comma"),
        ("li zhang", "“li”"),
        ("Grace O", "initial"),
        ("Ruth Ibarra Quintero", "“Ibarra”"),
        ("Thomas Ben Carter", "“Ben”"),
        ("John Smith 2", "number"),
    ],
)  # fmt: skip
def test_a_doubtful_split_is_said_to_be_so(text, word):
    assert word in read_name(text).doubt


def test_a_second_given_name_is_a_mild_doubt_and_known_pairs_are_none():
    assert read_name("Clara Beth Achterberg").doubt == "mildly doubtful: “Beth” may be a middle name"
    assert read_name("Ludwig van Beethoven").doubt == "mildly doubtful: “van” may be a middle name"
    assert [
        read_name(text).doubt for text in ("Mary Ann Achterberg", "Ana Lúcia Xu", "Robert J Tran", "Gréta van der Berg")
    ] == [""] * 4


@pytest.mark.parametrize(
    "text", ["Xiaoming Du Bois", "Mary Le Roux", "Dick Van Dyke", "Ana Di Stefano", "Juan Del Toro"]
)
def test_a_particle_with_a_capital_before_a_family_name_is_no_doubt(text):
    assert read_name(text).doubt == ""


def test_a_number_of_a_generation_within_a_name_is_a_suffix():
    assert [read_name(text).suffix for text in ("SMITH III Omar", "Smith Jr. Omar", "SMITH III OMAR")] == [
        "III",
        "Jr.",
        "III",
    ]


# --- anything at all

PIECES = [
    "van",
    "der",
    "O'Connor",
    "MARY",
    "Ann",
    "J.",
    "(Peggy)",
    "(On",
    "Leave)",
    "Prof.",
    "Dr.",
    "PhD",
    "Jr.",
    ",",
    "née",
    "王梅",
    "박민준",
    "ß",
    "İ",
    "ŞIK",
    '"Bob"',
    "'",
    "and",
    "&",
    "-",
    "*",
    "St.",
    "Ó",
    "Иванович",
    "Иван",
    "de",
    "la",
    "y",
    "e",
    "García",
    "?",
    "Th?",
    "�",
    "(",
    "[",
    "12",
    "al-Haddad",
    "MCDONALD",
    "bin",
    "نور",
    "न्द",
    "III",
    "MA",
    "'Dre'",
    "·",
    ".",
    "aka",
    "ŉ",
    "ﬁ",
]
ANYTHING = (
    st.text(max_size=40)
    | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
)


def letters(text):
    """Every letter with how often it stands there, however it is written."""
    bare = "".join(letter if letter.isalpha() else " " for letter in text).replace("ı", "i")
    plain = unicodedata.normalize("NFKD", bare.casefold().replace("ı", "i")).casefold()
    return Counter(letter for letter in plain if letter.isalpha())


@settings(max_examples=1000, deadline=None)
@given(
    ANYTHING,
    st.sampled_from(["", "moconnor25@univ.example", "@", "x"]),
    st.sampled_from(["", "given first", "family first"]),
)
def test_no_letter_of_any_text_is_lost(text, email, order):
    name = read_name(text, email=email, order=order)

    held = " ".join((name.given, name.middle, name.family, name.preferred, name.honorific, name.suffix, name.note))
    assert letters(held) == letters(text)


@settings(max_examples=500, deadline=None)
@given(ANYTHING, ANYTHING)
def test_any_text_beside_any_family_name_gets_an_answer(text, family):
    name = read_name(text, family=family)

    assert all("\n" not in part and part == part.strip() for part in (name.given, name.middle, name.family))
    assert looks_like_name(text) in (True, False)
    assert is_nickname(text, family) == is_nickname(family, text)


def test_a_very_long_text_is_read_at_once():
    for text in ("(" * 50_000, "a" * 100_000, "Mary " * 20_000, "'a" * 20_000, "Mary, " * 20_000):
        name = read_name(text)  # a search that goes back and forth would take hours

        assert name.doubt or name.family or name.given or name.note
        assert looks_like_name(text) is False


# --- nicknames, and what is a name


@pytest.mark.parametrize(
    ("a", "b"),
    [("Bill", "William"), ("Bob", "Robert"), ("Peggy", "Margaret"), ("Mary", "Mary Ann"), ("JF", "Jean-François"), ("Liz", "Elizabeth"), ("Sasha", "Alexander"), ("Pepe", "José"), ("Paco", "Francisco"), ("Fritz", "Friedrich"), ("Misha", "Mikhail"), ("Саша", "Александр"), ("Bill", "William Henry"), ("Bob", "Rob")],
)  # fmt: skip
def test_nicknames_are_known_both_ways(a, b):
    assert is_nickname(a, b)
    assert is_nickname(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bill", "Robert"),
        ("Mary", "Mary"),
        ("", "Mary"),
        ("Ana", "Anthony"),
        ("M.", "Mary"),
        ("Wei", "Ming"),
        ("Åsa", "åsa"),
    ],
)
def test_other_names_are_no_nicknames(a, b):
    assert not is_nickname(a, b)


def test_initials_of_given_and_middle_names():
    assert [initials("Mary Ann", "Q. R."), initials("Jean-François"), initials("", "")] == ["MAQR", "JF", ""]


def test_columns_of_names_are_told_from_other_columns(shared_data):
    with (shared_data / "messy_made" / "_truth_people.csv").open(encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    with (shared_data / "rosters" / "isu_professors_2007_2018_half_a.csv").open(encoding="utf-8") as file:
        offices = {text for row in csv.DictReader(file) for text in (row["department"], row["college"], row["rank"])}
    offices |= {person[field] for person in people for field in ("department", "college", "title", "email")}

    assert [
        name
        for person in people
        if not looks_like_name(name := full(person["given"], person["middle"], person["family"]))
    ] == []
    assert sum(map(looks_like_name, offices)) <= 0.02 * len(offices)
