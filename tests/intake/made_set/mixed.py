"""Files in the look of the made set's kinds 05, 10 and 15-17: answers, duplicates, blanks, Chinese, Turkish."""

from tests.intake.made_set.delimited import day, lines, private, turned, whole
from tests.intake.made_set.people import CODES, Made, Person, plain

HELP = [
    "Promotion & tenure", "Work-life balance", "Grant writing", "Research & scholarly writing", "Leadership / chair role",
    "Professional networks", 'Getting oriented, e.g. "who to ask"', "Teaching, course design (incl. online)",
]  # fmt: skip
QUESTIONS = [
    "Timestamp", "Email Address", "What is your name? (First Last)", "Department / Unit", "I would like to be… (check all)",
    "What would you like help with?\n(Select up to 3)", "What could you offer to others?",
    "How many colleagues could you meet with this year?", "Anyone you would rather NOT be matched with? (confidential)",
    "When are you usually free?", "Anything else? 😊",
]  # fmt: skip
CHOICES = [
    ["A mentor", "Both", "Matched with mentors", "Part of a peer writing group", "Matched with mentors, A mentor"],
    ["", "0", "1", "2", "2-3", "3", "3 (max!)", "as many as needed", "one or two", "∞"],
    ["Mon/Wed mornings", "TTh after 2", "Tues 10-12, Fri 9–11", "any", "not Fridays", "week A only"],
    [
        "",
        '"quoted", with comma',
        "+1 555 0100",
        "-none-",
        "=1+1",
        "@chair",
        "I am on sabbatical in spring",
        "Première fois ✓",
        "Thanks!",
    ],
]
BLANKS = ["", "-", "--", ".", "N/A", "n/a", "NULL", "None", "nan", "#N/A", "#REF!", "TBD", "unknown", "0", "9999-12-31"]
GENDERS = ["M", "F", "male", "Female", "W", "Non-binary", "Prefer not to say", "-", "", "n/a", "N/A", "NULL"]
CHINESE = {"Wei": "王伟", "Xiaoming": "李小明", "Ji-woo": "김지우", "Soo-jin": "박수진", "Kenji": "山本健二"}


def write_form(made: Made) -> None:
    rows = [QUESTIONS]
    for at, one in enumerate(made.people):
        if made.chance.random() < 0.12:
            continue
        rows.append(answer(made, one))
        if at % 15 == 0:
            late = list(rows[-1])
            late[0], late[5] = "9/30/2018 23:59:59", made.chance.choice(HELP)
            rows.append(late)
    (made.folder / "05_form_responses_utf8.csv").write_bytes(lines(rows).encode("utf-8"))


def answer(made: Made, one: Person) -> list[str]:
    chance = made.chance
    when = (
        f"9/{chance.randrange(1, 29)}/2018 {chance.randrange(24)}:{chance.randrange(60):02d}:{chance.randrange(60):02d}"
    )
    address = private(one) if chance.random() < 0.15 else one["email"]
    name = f"{one['preferred'] or one['given']} {one['family']}" + chance.choice(["", " ", "\u00a0"])
    unit = one["department"]
    unit = chance.choice([unit, unit.upper(), unit.split()[0]])
    other = chance.choice(made.people)
    avoid = chance.choice(
        ["", "", "N/A", "none", "my chair", "I'd rather not say here, call me", whole(other), f"Prof {other['family']}"]
    )
    want = ", ".join(chance.sample(HELP, chance.randrange(1, 5)))
    offer = ", ".join(chance.sample(HELP, chance.randrange(4)))
    role, many, free, more = (chance.choice(kind) for kind in CHOICES)
    return [when, address, name, unit, role, want, offer, many, avoid, free, more]


def write_duplicates(made: Made) -> None:
    rows: list[list[str]] = []
    for one in made.people:
        hands = made.chance.sample(range(5), made.chance.choice([1, 1, 2, 2, 3]))
        rows += [
            [str(len(rows) + nth + 1), *hand(made, one, which), one["person_key"]] for nth, which in enumerate(hands)
        ]
    made.chance.shuffle(rows)
    header = ["record", "name", "email", "dept", "title", "orcid", "truth_key"]
    (made.folder / "10_duplicates_with_truth.csv").write_bytes(lines([header, *rows], end="\n").encode("utf-8"))


def hand(made: Made, one: Person, which: int) -> list[str]:
    given, family, email = one["given"], one["family"], one["email"]
    name, address = [
        (f"{given} {family}", email),
        (turned(one), email.upper()),
        (f"{family.upper()} {given}", email),
        (f"{given[0]}. {family}", f"{plain(family)}@dept.univ.example"),
        (f"{one['preferred'] or given} {family}", ""),
    ][which]
    unit = one["department"]
    unit = made.chance.choice([unit, f"Dept of {unit}", unit[:12] + "."])
    title = one["title"]
    if one["rank"] != "chair":
        title = made.chance.choice([title, CODES[one["rank"]], title.replace("Professor", "Prof.")])
    return [name, address, unit, title, one["orcid"] if made.chance.random() < 0.35 else ""]


def write_blanks(made: Made) -> None:
    rows = [["id", "name", "rank", "gender", "hire_date", "tenure_date", "orcid", "terminated"]]
    chance = made.chance
    for one in made.people:
        rank = one["title"] if chance.random() < 0.2 else chance.choice(BLANKS)
        rows.append([
            one["person_key"], whole(one), rank, chance.choice(GENDERS), some_date(made, one), chance.choice(BLANKS),
            some_orcid(made, one["orcid"]), chance.choice(BLANKS),
        ])  # fmt: skip
    (made.folder / "15_null_zoo_mixed_dates.csv").write_bytes(lines(rows, end="\n").encode("utf-8"))


def some_date(made: Made, one: Person) -> str:
    on = day(one)
    styles = [
        one["hire_date"], f"{on.month}/{on.day}/{on:%y}", f"{on:%b-%y}", f"{on:%B} {on.day}, {on.year}", f"{on.year}",
        f"Fall {on.year}", "", "NULL", "N/A",
    ]  # fmt: skip
    if on.month != 8:
        styles[5] = one["hire_date"]
    return made.chance.choice(styles)


def some_orcid(made: Made, orcid: str) -> str:
    if not orcid:
        return made.chance.choice(["", "NULL", "N/A", "9"])
    wrong = "9" if orcid[-1] != "9" else "8"
    return made.chance.choice([orcid, orcid, orcid.replace("-", ""), orcid[:-1] + wrong, "N/A"])


def write_chinese(made: Made) -> None:
    rows = [["工号", "姓名", "英文名", "学院", "职称", "入职日期"]]
    titles = {"associate": "副教授", "assistant": "助理教授"}
    for one in made.people[:40]:
        when = f"{day(one).year}年{day(one).month}月{day(one).day}日"
        own = CHINESE.get(one["given"], "（外籍）")
        rows.append([one["employee_id"], own, whole(one), one["department"], titles.get(one["rank"], "教授"), when])
    (made.folder / "16_chinese_gb18030.csv").write_bytes(lines(rows).encode("gb18030"))


def write_turkish(made: Made) -> None:
    rows = [["Sicil No", "Adı Soyadı", "Birim", "Unvan", "Başlama Tarihi"]]
    titles = {"associate": "Doç. Dr.", "assistant": "Dr. Öğr. Üyesi"}
    for one in made.people[:40]:
        name = f"{one['given']} {one['family'].upper()}"
        rows.append(
            [
                one["employee_id"],
                name,
                one["department"],
                titles.get(one["rank"], "Prof. Dr."),
                day(one).strftime("%d.%m.%Y"),
            ]
        )
    (made.folder / "17_turkish_cp1254_semicolon.csv").write_bytes(lines(rows, ";").encode("cp1254", "replace"))
