"""The command in a language that is none: every sentence that a person reads went through the catalogue."""

import json
import re

import pytest
from lxml import html

from constellation.cli.files import answers, find_files, load_inputs, pairs, ties
from constellation.cli.files import roster as people
from constellation.cli.files.career import RANKS, ROLE_CODE, STAGES
from constellation.packs import load
from constellation.words import LANGUAGES
from tests.cli.design_runs import NEEDS, OFFERS, PEOPLE, command, write
from tests.cli.test_design_refusals import REFUSED
from tests.words.pseudo import OURS, Pseudo, pseudo, unsaid  # noqa: F401 - a fixture

PACK = load("umass")
COLUMNS = {*people.COLUMNS, *answers.NEEDS_COLUMNS, *answers.OFFERS_COLUMNS, *pairs.COLUMNS, *ties.CURRENT_COLUMNS,
           *ties.CONFLICTS_COLUMNS}  # fmt: skip
FILES = {
    "csv",
    "json",
    "toml",
    "people",
    "needs",
    "offers",
    "pairs",
    "conflicts",
    "current",
    "rules",
    "summary",
    "umass",
}
KEYS = COLUMNS | FILES | set(PACK.rules) | {word for area in PACK.areas for word in OURS.findall(area.key)}
CAREERS = {word for one in (*RANKS, *STAGES, *ROLE_CODE) for word in OURS.findall(one)}  # as they stand in a file
PLANTED = {"Ada", "two", "nan", "inf", "perhaps", "kindness", "ada", "bo", "eve", "Eve", "width", "who", "what", "dept"}
LISTED = {"and", "or"}  # Babel writes lists
MESSY = """Nachname;Vorname;Abteilung;Personalnummer;E-Mail;Eintrittsdatum;Γάμμα
Παπαδόπουλος;Μαρία;Ιστορία;0012;1@1.11;8/20/2012;1
Παπαδόπουλος;Μαρία;Ιστορία;0012;1@1.11;8/20/2012;2
Γεωργίου;Νίκος;Ιστορια;7.9E+08;;31.02.2014;3
Γεωργίου;Νικόλαος;Χημεία;0014;2;3/4/15;4;5
;;Χημεία;;;;

Δήμου, Άννα;;Χημεία;?;3@3.33;20-08-2012;6
"""
HEADERS = {"Nachname", "Vorname", "Abteilung", "Personalnummer", "Mail", "Eintrittsdatum"}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refusal_of_a_design_is_said(case, tmp_path, pseudo):  # noqa: F811
    tables = {"people": PEOPLE, "needs": NEEDS, "offers": OFFERS} | REFUSED[case][0]
    folder = write(tmp_path / "1", **{name: content for name, content in tables.items() if content is not None})

    run = command("design", folder, "--out", tmp_path / "2")

    assert said(run.err), run.err
    assert not unsaid(sentence_of(run.err), KEYS | PLANTED | LISTED), run.err


@pytest.mark.parametrize(
    "words",
    [
        ["design"],
        ["design", "{0}/9"],
        ["design", "{0}/1", "--rule", "1"],
        ["design", "{0}/1", "--rule", "kindness=1"],
        ["design", "{0}/1", "--rule", "role=two"],
        ["design", "{0}/1", "--needs", "{0}"],
        ["design", "{0}/1", "--needs", "{0}/9"],
        ["design", "{0}/1", "--simulate-answers"],
        ["design", "{0}/1", "--out", "{0}/1/needs.csv"],
        ["design", "{0}/1", "--out", "{0}"],
        ["check", "{0}/1"],
        ["check", "{0}/3"],
        ["read", "{0}/9.csv"],
        ["read", "{0}"],
        ["read", "{0}/1/people.csv", "--today", "20.8.2026"],
        ["read", "{0}/1/people.csv", "--html", "{0}"],
        ["read", "{0}/1/people.csv", "--html", "{0}/1/people.csv"],
        ["read", "{0}/1/people.csv", "--html", "{0}/4", "--out", "{0}/4"],
        ["--language", "11", "read", "{0}/1/people.csv"],
    ],
    ids=lambda words: " ".join(words).replace("{0}", "."),
)
def test_what_cannot_be_done_is_said(words, tmp_path, pseudo):  # noqa: F811
    here = tmp_path / "0"
    write(here / "1", people=PEOPLE, needs=NEEDS, offers=OFFERS)
    write(here / "3" / "inputs")
    (here / "3" / "summary.json").write_text("[1")

    run = command(*(word.format(here) for word in words))

    assert run.code == 2
    assert said(run.err), run.err
    assert not unsaid(sentence_of(run.err).replace(str(tmp_path), ""), KEYS | PLANTED | {*LANGUAGES}), run.err


def test_notes_of_a_design_are_said(tmp_path, pseudo):  # noqa: F811
    folder = write(
        tmp_path,
        people="id,name,title,rank,seeks,gives,1\n1,Α,Ω,Ψ,1,0\n2,Β,,,60,\n2,Β,,,,3\n3,Γ,,,,\n4,Δ,,,,\n5,Ε,,,,\n",
        needs="person_id,area,weight\n1,tenure,1\n1,tenure,1\n9,tenure,1\n1,Φ,1\n1,,1\n1,balance,0\n",
        offers="person_id,area,level\n2,tenure,.1\n2,tenure,.2\n2,balance,\n",
        conflicts="person_id,partner_id\n1,9\n1,1\n",
        current="person_id,partner_id,areas,keep\n1,2,Φ;tenure,yes\n",
    )

    inputs = load_inputs(find_files(folder, {}), PACK, {}, False, seed=1)

    assert len(inputs.notes) >= 15
    for note in inputs.notes:
        assert said(note.sentence), note
        assert not unsaid(f"{note.place} {note.sentence}", KEYS | CAREERS), note


def test_a_reading_is_said_in_words(tmp_path, pseudo):  # noqa: F811
    (tmp_path / "1.csv").write_text(MESSY, encoding="utf-8")

    run = command("read", tmp_path / "1.csv", "--today", "2026-01-01", "--out", tmp_path / "2.csv", "--save-mapping")

    left = run.out.replace(str(tmp_path), "")
    assert len(run.out.splitlines()) > 30
    assert not unsaid(left, HEADERS | {"csv", "mapping", "toml"}), lines_with(left, unsaid(left, HEADERS))
    assert {"given", "source_row"} <= set(OURS.findall((tmp_path / "2.csv").read_text(encoding="utf-8")))


def test_a_page_of_a_reading_is_said(tmp_path, pseudo):  # noqa: F811
    (tmp_path / "1.csv").write_text(MESSY, encoding="utf-8")

    command("read", tmp_path / "1.csv", "--today", "2026-01-01", "--html", tmp_path / "2.html", "--quiet")

    texts = list(texts_of(html.parse(str(tmp_path / "2.html"))))
    assert len(texts) > 100
    left = [
        text
        for text in texts
        if unsaid(text, HEADERS | {"csv", "Constellation", "constellation", "read", "save", "mapping"})
    ]
    assert not left


def test_json_keeps_its_keys_in_every_language(tmp_path, pseudo):  # noqa: F811
    (tmp_path / "1.csv").write_text(MESSY, encoding="utf-8")

    run = command("read", tmp_path / "1.csv", "--today", "2026-01-01", "--json", "--quiet")

    told = json.loads(run.out)
    assert list(told) == ["rows", "log", "mapping", "duplicates", "counts"]
    assert {entry["severity"] for entry in told["log"]} <= {"info", "warning", "question", "error"}


def test_what_was_never_said_is_found():
    said_once = Pseudo().gettext("{file}: this is a folder").format(file="an unsaid half")

    assert unsaid(said_once, {"half"}) == ["an", "unsaid"]


def said(text):
    return "⟦" in text


def sentence_of(err):
    return err.removeprefix("constellation: ")


def lines_with(text, words):
    return [line for line in text.splitlines() if any(re.search(rf"\b{word}\b", line) for word in words)]


def texts_of(tree):
    """What is seen or read aloud of a page."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in ("style", "script"):
            yield from (
                text for text in (element.text, *(element.get(name) for name in ("aria-label", "title", "alt"))) if text
            )
        if element.tail:
            yield element.tail
