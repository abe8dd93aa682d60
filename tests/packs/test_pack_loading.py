"""What a pack says, and what is refused in which words."""

import csv
import re

import pytest

from constellation.packs import PackError, load, names
from constellation.packs.loader import SHIPPED

CAREER_STAGES = {
    "instructor/lecturer",
    "pre-tenure",
    "newly tenured",
    "mid-career associate",
    "full",
    "near retirement",
    "non-tenure-track continuing",
    "librarian",
    "chair/leader",
}


@pytest.fixture(scope="module")
def umass():
    return load("umass")


@pytest.fixture
def changed(tmp_path):
    """Load a copy of the shipped pack in which one piece of text is replaced."""

    def load_changed(old, new):
        text = (SHIPPED / "umass" / "pack.toml").read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the pack"
        (tmp_path / "pack.toml").write_text(text.replace(old, new), encoding="utf-8")
        return load(tmp_path)

    return load_changed


def line_in_shipped(text):
    lines = (SHIPPED / "umass" / "pack.toml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_the_shipped_pack_has_two_lists_of_five_areas(umass):
    assert "umass" in names()
    assert [area.list for area in umass.areas] == ["early"] * 5 + ["later"] * 5
    assert {area.kind for area in umass.areas} == {"general", "research", "local"}


def test_the_shipped_pack_knows_every_career_stage_and_one_for_blanks(umass):
    assert {stage.name for stage in umass.stages} == CAREER_STAGES | {"unknown"}
    assert {prompt.stage for prompt in umass.prompts} == CAREER_STAGES | {"unknown"}
    assert {giving.stage for giving in umass.giving} == CAREER_STAGES | {"unknown"}
    assert umass.stage("").name == "unknown"


def test_every_rate_is_assumed_or_carries_a_published_figure(umass):
    sources = [umass.joining, *umass.prompts, *umass.giving, *umass.stages]

    published = re.compile(r"(PMC4904521|UC Santa Cruz|UMass Chan|UMass Amherst|PMC9258986).*\b\d")

    assert all(one.source.startswith("assumed: ") or published.search(one.source) for one in sources)


def test_a_published_rate_is_the_figure_in_its_source(umass):
    for prompt in umass.prompts:
        if found := re.match(r"PMC4904521.*?: ([\d.]+) %", prompt.source):
            assert prompt.rate == pytest.approx(float(found[1]) / 100)


def test_published_figures_are_those_of_the_table_of_benchmarks(umass, shared_data):
    with (shared_data / "reference" / "published_mentoring_benchmarks.csv").open(encoding="utf-8") as file:
        published = {row["value"] for row in csv.DictReader(file)}

    quoted = {
        figure
        for prompt in umass.prompts
        if not prompt.source.startswith("assumed")
        for figure in re.findall(r"([\d.]+) %", prompt.source)
    }

    assert quoted
    assert quoted <= published


def test_areas_are_found_by_key_or_name_however_capitalised(umass):
    assert umass.area("TENURE").name == "Navigating the tenure track"
    assert umass.area("  promotion to full,  leadership, Retirement ").key == "promotion"
    assert umass.area("parking") is None


def test_rules_carry_their_numbers_and_words(umass):
    values = {name: rule.value for name, rule in umass.rules.items()}

    assert values == {
        "interest": 0.03,
        "reciprocity": 0.05,
        "role": 0.04,
        "inside_department": 0.10,
        "outside_department": 0.10,
        "off_campus": 0.04,
        "topic_lift": 0.4,
        "research_floor": 0.25,
        "same_college": 0.9,
        "same_campus": 0.75,
        "elsewhere": 0.35,
        "kept_help": 0.5,
    }
    assert all(rule.words.endswith(".") for rule in umass.rules.values())


def test_a_copied_folder_is_a_pack(changed):
    pack = changed('name = "umass"', 'name = "ours"')

    assert pack.name == "ours"
    assert len(pack.areas) == 10


WRONG = [
    ("version = 1", "version = 1\ncolour = 1", 1, "the key colour is not known here; use one of"),
    ("rate = 0.40\n", "rat = 0.40\n", 0, "the key rat is not known here; write rate"),
    ("rate = 0.40\n", "rate = 40\n", 0, "rate is 40; give a number from 0 to 1"),
    ("tenure = { rate = 0.86", "tenure = { rate = 1.86", 0, "rate is 1.86; give a number from 0 to 1"),
    ("tenure = { rate = 0.86", "parking = { rate = 0.86", 0, "the area parking is missing from [[areas]]"),
    ("tenure = { rate = 0.86", "renewal = { rate = 0.86", 0, "renewal is later, but pre-tenure chooses"),
    ("tenure = { rate = 0.86", '"Work-life balance" = { rate = 0.86', 1, "a duplicate key, the area balance"),
    ("tenure = { rate = 0.86", "balance = { rate = 0.86", 1, "a duplicate key; keep one of the two"),
    ('key = "skills"', 'key = "orientation"', 0, "a duplicate key, orientation, which another area has"),
    ('[prompts."full"]', '[prompts."fool"]', 0, "the stage fool is unknown; use one of"),
    (
        "same_college = { value = 0.9,",
        "same_college = { value = 9,",
        0,
        "value is 9; give a number from 0 to 1",
    ),
    ("role = { value = 0.04,", "rule = { value = 0.04,", 0, "the key rule is not known here; write role"),
    ('title = "Mutual', "title = Mutual", 0, "not TOML"),
]


@pytest.mark.parametrize(("old", "new", "below", "words"), WRONG, ids=[row[1] for row in WRONG])
def test_a_wrong_pack_is_refused_with_its_line_and_the_mend(changed, old, new, below, words):
    line = line_in_shipped(old.splitlines()[0]) + below

    with pytest.raises(PackError) as refused:
        changed(old, new)

    assert f"pack.toml, line {line}: " in str(refused.value)
    assert words in str(refused.value)


def test_an_area_without_explanation_is_refused(changed):
    explanation = next(area.explanation for area in load("umass").areas if area.key == "tenure")

    with pytest.raises(PackError, match=rf"line {line_in_shipped(explanation)}: tenure has no explanation; add"):
        changed(explanation, " ")


def test_an_area_of_unknown_kind_is_refused_at_its_line(changed):
    line = line_in_shipped('key = "tenure"')
    text = f'explanation = "{load("umass").area("tenure").explanation}"\nkind = "local"'

    with pytest.raises(PackError, match=rf"line {line + 3}: the kind remote is unknown; use one of general"):
        changed(text, text.replace("local", "remote"))


def test_seats_the_wrong_way_round_are_refused(changed):
    with pytest.raises(PackError, match=r"seats is \[6, 2\]; give two whole numbers"):
        changed("seats = [2, 6]", "seats = [6, 2]")


def test_a_missing_file_is_refused_with_the_packs_there_are(tmp_path):
    with pytest.raises(PackError, match=r"pack\.toml: the file is missing .* shipped pack: umass"):
        load(tmp_path)
    with pytest.raises(PackError, match="missing"):
        load("nowhere")


def test_a_pack_that_is_not_utf8_is_refused_with_its_line(tmp_path):
    (tmp_path / "pack.toml").write_bytes(b'name = "a"\ntitle = "caf\xe9"\n')

    with pytest.raises(PackError, match="line 2: a character is not UTF-8; save"):
        load(tmp_path)
