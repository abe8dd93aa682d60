"""Everything that people read is in the catalogue, and every language says all of it."""

import re
from string import Formatter

import pytest

from catalogue.__main__ import TRANSLATED, as_mo, as_po, brought_up_to_date, po_file, read, strings
from catalogue.messages import gathered
from constellation.words import in_language, say, say_count
from constellation.words.catalogue import catalogue

PERCENT = re.compile(r"%(?:\(\w+\))?[srd]")


@pytest.fixture(scope="module")
def messages():
    return gathered()


@pytest.fixture(scope="module", params=TRANSLATED)
def code(request):
    return request.param


def test_the_catalogue_says_what_the_code_says(code, messages):
    committed = po_file(code).read_bytes()

    assert as_po(brought_up_to_date(code, messages)) == committed, "run: make words"


def test_every_sentence_is_translated(code):
    open_ = [message.id for message in read(code) if message.id and not all(strings(message.string))]

    assert not open_, f"{len(open_)} sentences have no translation into {code}: {open_[:20]}"


def test_no_translation_is_doubtful(code):
    doubtful = [
        message.id
        for message in read(code)
        if message.id and (message.fuzzy or (doubled(message.string) and not doubled(message.id)))
    ]

    assert not doubtful


def test_a_translation_has_the_gaps_of_its_sentence(code):
    wrong = [
        (one, string)
        for message in read(code)
        if message.id
        for string in strings(message.string)
        for one in [strings(message.id)[-1]]
        if gaps(string) - gaps(one) or gaps(one) - gaps(string) - {"n"}
    ]

    assert not wrong


def test_plurals_have_all_forms_of_the_language(code):
    said = read(code)

    wrong = [m.id for m in said if m.pluralizable and len(strings(m.string)) != said.num_plurals]

    assert not wrong


def test_the_compiled_catalogue_is_that_of_the_text(code):
    committed = po_file(code).with_suffix(".mo").read_bytes()

    assert as_mo(read(code)) == committed, "run: make words"


def test_a_sentence_is_said_in_the_language_in_force():
    with in_language("es"):
        spanish = say("no suitable partner free"), say_count("{n} person", "{n} people", 1200)

    assert spanish != ("no suitable partner free", "1,200 people")
    assert say_count("{n} person", "{n} people", 1200) == "1,200 people"


def test_a_language_without_catalogue_is_english():
    with in_language("xx"):
        assert say("no suitable partner free") == "no suitable partner free"
    assert catalogue("xx").gettext("anything at all") == "anything at all"


def gaps(text: str) -> set[str]:
    """The named gaps of a sentence, and the places of old-style formats."""
    if PERCENT.search(text):
        return set(PERCENT.findall(text))
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def doubled(string: object) -> bool:
    return any("  " in one for one in strings(string))
