"""A wrong pack is refused with file, line and mend; a check names everything at once."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies

from constellation.packs import PackError, load, names, problems_of
from constellation.words import in_language
from tests.packs.made_pack import FAQ, FILES, write_pack

P, A, R, U, D, F, G, M, L = FILES

# file, what is replaced, by what, the text on the refused line, what is said
WRONG = [
    (P, 'language = "en"', 'language = "en"\ncolour = 1', "colour = 1", "the key colour is not known here; use one of"),
    (P, 'task = "everything"', 'tsk = "everything"', "tsk", "the key tsk is not known here; write task."),
    (P, 'name = "Lunch"\n', "", "[[formats]]", 'lunch has no name; add name = "…" in words.'),
    (P, "office@example.edu", "office", "office", "address is office; write an e-mail address."),
    (P, 'alternate = "dean"', 'alternate = "deen"', "deen", "deen is missing from [[contacts]]; write dean, or add"),
    (
        P,
        'name = "Lunch"',
        'name = "Lunch"\n[[formats]]\nkey = "LUNCH"\nname = "x"',
        "LUNCH",
        "a duplicate key, LUNCH, which another one has; give",
    ),
    (P, 'evaluates = ["History"]', 'picture = "face.png"', "face.png", "the file face.png is missing; put it beside"),
    (
        P,
        'evaluates = ["History"]',
        'picture = "/etc/passwd"',
        "passwd",
        "the file /etc/passwd is missing; put it beside",
    ),
    (P, "two_way = true", 'two_way = "yes"', "two_way", "two_way is yes; write true or false."),
    (P, 'opens = ["start"]', 'opens = ["stat"]', "opens", "stat is missing from [[areas]]; write start, or add it"),
    (P, 'kind = "career"', 'kind = "work"', "kind", "the kind work is unknown; use one of career, psychosocial, map."),
    (P, '"09-30"', '"30-09"', "date =", "date is 30-09; write month and day, as in 09-30, or leave it blank."),
    (P, '"09-30"', '"02-30"', "date =", "date is 02-30; write month and day"),
    (P, "cap = 1500", "cap = 0.5", "cap", "cap is 0.5; give a whole number from 1 up."),
    (P, 'grants = ["micro"]', 'grants = ["mega"]', "grants =", "mega is missing from [[grants]]; add it there, or use"),
    (P, 'use = "poll"', 'use = "pole"', "use =", "the use pole is unknown; use one of opening, application"),
    (P, 'choices = ["Company", "Advice"]\n', "", "[[questions]]", "the poll hope has fewer than two choices; add"),
    (P, "weight = 0.6", "weight = 0.7", "weight = 0.7", "the weights of the rubric sum to 1.1; make them sum to 1."),
    (P, "weight = 0.6", "weight = 60", "weight = 60", "weight is 60; give a number from 0 to 1."),
    (P, 'title = "A small', "title = A small", "title =", "not TOML"),
    (P, "version = 3", "version = 3\nversion = 4", "version = 4", "a duplicate key; keep one of the two."),
    (P, 'key = "lunch"', 'key = ""', 'key = ""', 'Lunch has no key; add key = "…" in words.'),
    (A, 'explanation = "Finding one\'s feet."\n', "", "[[areas]]", 'start has no explanation; add explanation = "…"'),
    (A, 'kind = "local"', 'kind = "remote"', "remote", "the kind remote is unknown; use one of general, research"),
    (A, 'list = "early"', 'list = "earli"', "earli", "earli is missing from [[lists]]; write early, or add it there."),
    (A, 'area = "start"', 'area = "parking"', "parking", "parking is missing from [[areas]]; add it there, or use one"),
    (A, 'support = ["sponsor"]', 'support = ["x"]', "support", "x is missing from [[support]]; add it there, or use"),
    (A, '"new", "unknown"]', '"knew", "unknown"]', "knew", "the stage knew is unknown; use one of new, old, unknown"),
    (A, 'from = "old"', 'from = "older"', "from =", "older is missing from [[lists]]; write old, or add it there."),
    (A, 'old-time = ["time"]', "", "[mappings.areas]", "old-time of the list old is not mapped; add old-time = []"),
    (A, '["time"]', '["start"]', "old-time = [", "the area start is not in the list later; use one of time."),
    (
        A,
        '["time"]',
        '["time"]\nstart = []',
        "start = []",
        "the area start is not in the list old; use one of old-time.",
    ),
    (
        A,
        'area = "start"',
        'area = "start"\nalso = "keys"',
        "also =",
        "also is keys; give a list of words in quotation marks",
    ),
    (
        A,
        'name = "Time"',
        'name = "Orientation"',
        "Orientation",
        "a duplicate name, Orientation, which another area has; give",
    ),
    (
        A,
        '"Keeping some."',
        '"Keeping some."\nalso = ["START"]',
        'also = ["START',
        "START in also, which another area is called; keep",
    ),
    (R, "rate = 0.4\n", "rate = 40\n", "rate = 40", "rate is 40; give a number from 0 to 1."),
    (R, "rate = 0.4\n", "rat = 0.4\n", "rat =", "the key rat is not known here; write rate."),
    (R, "start = { rate = 0.5, s", "start = { rate = 1.5, s", "rate = 1.5", "rate is 1.5; give a number from 0 to 1."),
    (R, "time = {", "parking = {", "parking", "the area parking is missing from [[areas]]; add it, or use one of"),
    (R, "time = {", '"getting STARTED" = {', "STARTED", "a duplicate key, the area start; keep one of the two."),
    (R, "time = {", "old-time = {", "old-time", "old-time is in the list old, from which new does not choose; remove"),
    (R, "[prompts.new]", "[prompts.old]", "start = { rate = 0.5, s", "start is in the list early, from which old does"),
    (R, "[prompts.new]", "[prompts.knew]", "knew", "the stage knew is unknown; use one of new, old, unknown, or add"),
    (R, "unknown = {", "others = {", "[stages]", "the stage unknown is missing; add [stages.unknown] for people of"),
    (R, "old = { seeks", "NEW = { seeks", "NEW", "a duplicate stage, NEW; keep one of the two."),
    (R, "seats = [2, 6]", "seats = [6, 2]", "seats", "seats is [6, 2]; give two whole numbers from 1 up, the smaller"),
    (R, "[0.2, 0.9]", "[0.2, 9]", "0.2, 9", "level is [0.2, 9]; give two numbers from 0 to 1, the smaller first"),
    (
        U,
        "same_college = { value = 0.9,",
        "same_college = { value = 9,",
        "value = 9",
        "value is 9; give a number from 0 to",
    ),
    (U, "role = {", "rule = {", "rule = {", "the key rule is not known here; write role."),
    (U, "[rules]", "[[roles]]\n[rules]", "[[roles]]", "roles belongs in pack.toml; move it there."),
    (D, 'evidence = "survey"', 'evidence = "hearsay"', "hearsay", "the evidence hearsay is unknown; use one of"),
    (
        F,
        "## Does it cost?\n\nNo.",
        "## Does it cost?",
        "## Does",
        "the question has no answer; write a paragraph below",
    ),
    (F, "## Does it cost?", "## May I join?", "## May", "a duplicate question; keep one of the two."),
    (F, "# Questions", "Questions", "Questions", "a text without question; put ## and a question above it."),
    (F, FAQ, "# Questions", "# Questions", "there is no question; begin each one with ## and write its answer below."),
    (G, "# For partners", "For partners", "For partners", "the title is missing; begin the file with # and a title."),
    (G, "Listen first.", "", "# For", "there is no text; write it below the title."),
    (M, "for: coffee", "for: tea", "tea", "for: tea is unknown; use one of coffee, twenty-minutes"),
    (M, "subject: A coffee, {partner}?\n", "", "---", "the front matter has no subject; add a line subject: …."),
    (M, "for: coffee", "four: coffee", "four", "four is not known here; write for: or subject:."),
    (M, "---\nfor", "for", "for", "the front matter is missing; begin with lines of for: and subject: between"),
    (M, "{area}", "{aera}", "{aera}", "the gap {aera} is unknown; use {area}."),
    (M, "{area}", "{date}", "{date}", "the gap {date} is unknown; use {partner}, {person}, {area}, {topic}, {intro"),
    (M, "{area}", "{area", "{area", "a brace stands alone; write a gap as in {partner}."),
    (L, "for: award", "for: coffee", "for: coffee", "for: coffee is unknown; use one of award, service"),
    (L, "{contact}", "{introducer}", "{introducer}", "the gap {introducer} is unknown; use {person}, {partner}"),
]


def wrong_pack(folder, file, old, new):
    assert old in FILES[file]
    return write_pack(folder, **{file: FILES[file].replace(old, new, 1)})


@pytest.mark.parametrize(
    ("file", "old", "new", "line_text", "said"), WRONG, ids=[f"{row[0]}: {row[2][:30]}" for row in WRONG]
)
def test_a_wrong_pack_is_refused_with_file_line_and_mend(tmp_path, file, old, new, line_text, said):
    wrong_pack(tmp_path, file, old, new)
    lines = (tmp_path / file).read_text(encoding="utf-8").splitlines()

    with pytest.raises(PackError) as refused:
        load(tmp_path)

    path, told = str(refused.value).split(", line ", 1)
    number = int(told.split(":")[0])
    assert path == str(tmp_path / file)
    assert said in told
    assert line_text in lines[number - 1]


@pytest.mark.parametrize("name", names())
def test_a_shipped_pack_has_no_problem(name):
    assert [str(problem) for problem in problems_of(name)] == []
    assert load(name).name == name


def test_a_check_names_every_problem_file_by_file_in_the_order_of_lines(tmp_path):
    head = (
        FILES[P].replace("version = 3", "version = 0").replace("weight = 0.6", "weight = 0.5").replace("cap = 1500", "")
    )
    write_pack(tmp_path, **{P: head, R: FILES[R].replace("0.25", "2"), M: FILES[M].replace("{area}", "{aera}")})

    problems = problems_of(tmp_path)

    places = [(problem.file.removeprefix(f"{tmp_path}/"), problem.line) for problem in problems]
    assert [file for file, _ in places] == [P, P, P, R, M]
    assert places[:3] == sorted(places[:3])
    assert "the weights of the rubric sum to 0.9" in problems[2].sentence


def test_a_file_that_is_missing_is_named_with_where_to_find_one(tmp_path):
    write_pack(tmp_path, **{U: None, D: None})

    assert [str(problem) for problem in problems_of(tmp_path)] == [
        f"{tmp_path}/rules.toml: the file is missing; copy it from a shipped pack."
    ]


def test_a_folder_without_a_pack_is_refused_with_the_packs_there_are(tmp_path):
    with pytest.raises(PackError, match=r"pack\.toml: the file is missing .* or a shipped pack: emory, tufts, umass\."):
        load(tmp_path)
    with pytest.raises(PackError, match="missing"):
        load("nowhere")


def test_a_pack_that_is_not_utf8_is_refused_with_its_line(tmp_path):
    write_pack(tmp_path)
    (tmp_path / G).write_bytes(b"# For partners\n\ncaf\xe9\n")

    with pytest.raises(PackError, match=r"partners\.md, line 3: a character is not UTF-8; save the file as UTF-8\."):
        load(tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("area.toml", "area.toml is no part of a pack; rename it to areas.toml."),
        ("mesages/tea.md", "mesages is no part of a pack; rename it to messages."),
        ("notes.md", "notes.md is no part of a pack; use one of pack.toml"),
    ],
)
def test_a_file_that_nobody_would_read_is_refused(tmp_path, name, said):
    write_pack(tmp_path, **{name: "# Notes"})

    [problem] = problems_of(tmp_path)

    assert said in str(problem)


def test_a_stage_without_a_list_is_refused(tmp_path):
    wrong_pack(tmp_path, A, 'stages = ["*"]', 'stages = ["new"]')

    [problem] = problems_of(tmp_path)

    assert problem.sentence == "no list is for the stage old; add it to the stages of a list."


def test_a_refusal_is_told_in_the_language_in_force_around_the_same_place(tmp_path):
    wrong_pack(tmp_path, R, "rate = 0.4\n", "rate = 40\n")

    with in_language("es"):
        [problem] = problems_of(tmp_path)

    assert (problem.file, problem.line) == (str(tmp_path / R), 2)
    assert "40" in problem.sentence


@given(data=strategies.data())
def test_whatever_is_lost_or_put_in_a_pack_loads_or_is_refused_at_a_place(data):
    file = data.draw(strategies.sampled_from(sorted(FILES)))
    lines = FILES[file].splitlines()
    start = data.draw(strategies.integers(0, len(lines) - 1))
    end = data.draw(strategies.integers(start, min(start + 3, len(lines))))
    put = data.draw(
        strategies.sampled_from(
            ["", "[[areas]]", "areas = 1", 'list = ["x"]', "key = {}", "## ", "---", "{x", "[rules]"]
        )
    )
    text = "\n".join([*lines[:start], put, *lines[end:]])

    with TemporaryDirectory() as folder:
        problems = problems_of(write_pack(Path(folder), **{file: text}))

        assert all(problem.sentence and problem.file.startswith(folder) for problem in problems)
        assert all(problem.line <= 1 + text.count("\n") for problem in problems if problem.file.endswith(file))
        assert problems or load(folder)


@pytest.mark.parametrize(
    "value", ["inf", "nan", "0x" + "f" * 5000, "9" * 5000, "1979-05-27", "[" * 2000, "{ a = 1 }", '"a lot"']
)
def test_a_number_that_is_none_is_refused_in_a_short_sentence(tmp_path, value):
    wrong_pack(tmp_path, U, "interest = { value = 0.03,", f"interest = {{ value = {value},")

    with pytest.raises(PackError, match=r"rules\.toml") as refused:
        load(tmp_path)

    assert len(str(refused.value)) < 300 + len(str(tmp_path))
