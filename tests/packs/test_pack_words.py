"""A pack in the reader's language: texts are said, keys and what forms say are not."""

from dataclasses import replace

import pytest

from constellation.packs import in_words, load, spoken, texts_to_say
from tests.packs.made_pack import write_pack


@pytest.fixture
def small(tmp_path):
    return load(write_pack(tmp_path))


def test_english_is_what_the_pack_says(small):
    assert in_words(small) == small


def test_every_text_is_listed_once_paragraph_by_paragraph(small):
    texts = list(texts_to_say(small))

    assert len(texts) == len(set(texts))
    assert {"Finding one's feet.", "Yes.", "Do come.", "A coffee, {partner}?", "Company", "Think of the term."} <= set(
        texts
    )
    assert {
        "small",
        "start",
        "orientation",
        "The office",
        "A journal",
        "assumed: some",
        "office@example.edu",
    }.isdisjoint(texts)


def test_texts_are_said_and_keys_stay(small):
    shouted = spoken.with_texts(small, str.upper)

    assert shouted.areas[0] == replace(small.areas[0], name="GETTING STARTED", explanation="FINDING ONE'S FEET.")
    assert shouted.rules["interest"].words == "WHAT SHARED INTERESTS ADD."
    assert shouted.questions[0].choices == ("COMPANY", "ADVICE")
    assert shouted.rules["interest"].value == 0.03
    assert shouted.mappings == small.mappings
    assert shouted.contacts[0] == replace(small.contacts[0], task="EVERYTHING")
