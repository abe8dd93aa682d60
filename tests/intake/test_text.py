"""Cells made plain, what a file has lost, and what a spreadsheet would run."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.text import is_formula, lost_letters, mend, neutral, same

NAMES = [
    *("Štěpán", "Jiří", "Čapek", "Ayşe", "İnci", "Şimşek", "Müller", "Oğuz", "Żak", "Łucja", "François", "Işık", "Åsa", "Øyvind"),
    *("Þórsdóttir", "Nguyễn", "Thị", "Trần", "Phạm", "Ångström", "Ñandú", "Élodie", "Óscar", "Ágnes", "Örn", "Ümit", "Đorđe"),
    *("Bełz", "Dvořák", "Ibáñez", "Straße", "Conceição", "Gréta", "Miloš", "Núñez", "Inês", "Zoë", "Chloë", "Siobhán", "Súilleabháin"),
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["sloppy-windows-1252", "latin-1"])
def test_letters_read_in_the_wrong_encoding_are_put_together(name, encoding):
    torn = name.encode("utf-8").decode(encoding)

    mended, done = mend(f"Ana {torn}")

    assert mended == f"Ana {name}"
    assert done.startswith("letters mended")


def test_letters_torn_twice_are_put_together():
    assert mend("MuÃƒÂ±oz")[0] == "Muñoz"


def test_letters_torn_on_a_mac_are_put_together():
    assert [mend(torn)[0] for torn in ("Mu√±oz", "√Ösa", "Dvo≈ô√°k", "Jo√£o")] == ["Muñoz", "Åsa", "Dvořák", "João"]


@pytest.mark.parametrize(
    "text",
    [*NAMES, *map(str.upper, NAMES), "SÃO PAULO", "JOÃO", "Ã", "CONCEIÇÃO", "IRMÃ", "Â", "ÅSA", "ÄÖÜ", "café – “odd”", "Côté", "王梅", "Première fois ✓"],
)  # fmt: skip
def test_letters_that_are_right_are_left_alone(text):
    plain = unicodedata.normalize("NFC", text)

    assert mend(plain) == (plain, "")


TORN_IN_SHORT_WORDS = [
    *("Şahin", "Śliwa", "Ğ.", "Țurcanu", "Ěliška", "Ēriks", "Ėglė", "Òscar", "Œuvrard", "Šahin", "Šimek", "Å.", "Ě.", "MUÑOZ", "KÖK"),
    *("Șerban", "Ęcki", "Ľubomír", "Űrhajó", "Phương", "Thượng", "Đặng", "KOŠICE", "ŠIMEK", "ĖGLĖ", "DVOŘÁK", "Muḥammad", "Từ", "Anna-Åsa"),
]  # fmt: skip


@pytest.mark.parametrize("name", TORN_IN_SHORT_WORDS)
@pytest.mark.parametrize("encoding", ["sloppy-windows-1252", "sloppy-windows-1250", "mac_roman"])
def test_every_letter_of_names_is_put_together_from_every_usual_encoding(name, encoding):
    torn = name.encode("utf-8").decode(encoding)

    assert mend(torn)[0] == name
    assert mend(f"Ana {torn}")[0] == f"Ana {name}"


@pytest.mark.parametrize(
    "text",
    ["São", "Škoda", "Ã", "IRMÃ’s", "Å berg", "PAMÄŤ", "BĂŞESCU", "«papá»…", "«Mamá», dijo", "»österreich«", "Ä–Ö", "it’s “odd” – café", "col·lecció", "√2", "ƒ(x)", "L’Œuvre", "…élan", "„Ä“ und „Å“", "T ≈ 5 °C"],
)  # fmt: skip
def test_marks_beside_whole_letters_are_no_torn_letters(text):
    assert mend(text) == (text, "")


def test_a_letter_in_quotes_or_before_a_hard_space_is_whole():
    assert [mend(text)[0] for text in ("“Ã”", "‘Ã’", "Å\u00a0Lee", "ÅSA\u00a0BLÅ\u00a0LEE")] == [
        "Ã",
        "Ã",
        "Å Lee",
        "ÅSA BLÅ LEE",
    ]


def test_a_lost_byte_stays_lost_and_is_said():
    mended, done = mend("Ewa Å\ufffdukaszewicz")

    assert mended == "Ewa \ufffdukaszewicz"
    assert done == "Å\ufffd is a lost letter, marked \ufffd"
    assert lost_letters(mended)


@pytest.mark.parametrize(
    ("text", "plain", "done"),
    [
        ("Mary\u00a0Ann", "Mary Ann", "an odd space made plain"),
        ("Mary\u3000Ann", "Mary Ann", "an odd space made plain"),
        ("Ann\u200b", "Ann", "an invisible character taken out"),
        ("\ufeffAn\u00adn\u202a", "Ann", "invisible characters taken out"),
        ("Nun\u0303ez", "Nuñez", "letters and their accents joined"),
        ("Ｐｒｏｆ．", "Prof.", "full-width letters made plain"),
        ("（外籍）", "(外籍)", "full-width letters made plain"),
        ("“Professor”", "Professor", "quotation marks taken off"),
        ('"Professor"', "Professor", "quotation marks taken off"),
        (" Ana  Wang ", "Ana Wang", "spaces tidied"),
        ("O&#39;Connor", "O'Connor", "a code of web pages read (&#39; was ')"),
        ("Ana\u00a0Wang\u200b", "Ana Wang", "an invisible character taken out; an odd space made plain"),
    ],
)
def test_what_hides_in_a_cell_is_mended_and_said(text, plain, done):
    assert mend(text) == (plain, done)


@pytest.mark.parametrize(
    "text", ['"quoted", with comma', "it’s “odd”", "'t Hooft", "R&D", "Professor\nDirector, Studies", "Mary", ""]
)
def test_what_is_plain_already_is_left_alone(text):
    assert mend(text) == (text, "")


def test_lines_of_a_cell_are_kept():
    assert mend("Pl Path & Micro\r\n Statistics\u2028Law")[0] == "Pl Path & Micro\nStatistics\nLaw"


def test_joiners_stay_where_a_script_needs_them():
    persian, sinhala, latin = "می\u200cخواهم", "ශ\u200dරී", "An\u200dna"

    assert [mend(text)[0] for text in (persian, sinhala, latin)] == [persian, sinhala, "Anna"]


@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            ["Ã±", "Å", "\ufffd", '"', "“", "&amp;", "&", "amp;", "\u200b", "\u00a0", "'", "é", "a", " ", "\n"]
        )
    ).map("".join)
)
def test_mending_twice_is_mending_once(text):
    once = mend(text)[0]

    assert mend(once) == (once, "")


@pytest.mark.parametrize(
    "text",
    [
        "Dvo?ák",
        "Nguy?n Th?",
        "?órsdóttir",
        "Siobhán ?ÓRSDÓTTIR",
        "Milo?",
        "Milo? Smith",
        "Be?z",
        "?ukaszewicz, Ewa",
        "Nguy?n Th? van der Berg",
        "???",
        "�ukasz",
    ],
)
def test_letters_lost_as_question_marks_are_seen(text):
    assert lost_letters(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "ongoing?",
        "Who?",
        "Is Ana free?",
        "Could we meet in spring?",
        "TBD?",
        "https://univ.example/a?b=c",
        "Ana Wang",
        "what is tenure?",
    ],
)
def test_a_question_is_no_loss(text):
    assert not lost_letters(text)


def test_spellings_of_one_name_are_the_same():
    assert same("ŁUKASZEWICZ, Ewa") == same("lukaszewicz ewa")
    assert same("Straße") == same("STRASSE")
    assert same("Þórsdóttir") == same("Thorsdottir")
    assert same("Søren  Ærø") == same("soren aero")
    assert same("Işık") == same("ISIK") == same("ışık")
    assert same("Pl. Path & Micro") == "pl path micro"
    assert same("नमस्ते") == "नमस्ते"
    assert same("Ё") == same("е")


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text):
    key = same(text)

    assert same(key) == key
    assert same(text.upper().lower()) == same(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=HYPERLINK(x)",
        "@chair",
        "-none-",
        "+1 555 0100",
        "+1-555-0100",
        "@SUM(1)",
        "-2+3",
        "+cmd|' /C calc'!A0",
    ],
)
def test_what_a_spreadsheet_would_run_or_choke_on_is_seen(text):
    assert is_formula(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "--", "=", "-5", "-0.5", "+3.5 %", "1-2", "Ana", "ana@univ.example", "–5", "-1,250.00", "+15550100"],
)
def test_text_and_numbers_are_no_formulas(text):
    assert not is_formula(text)


def test_the_apostrophe_of_a_spreadsheet_is_taken_off():
    assert [neutral(text) for text in ("'=1+1", "'+1 555", "'@chair", "'00123")] == [
        "=1+1",
        "+1 555",
        "@chair",
        "00123",
    ]
    assert [neutral(text) for text in ("'t Hooft", "'90s", "O'Connor", "'", "")] == [
        "'t Hooft",
        "'90s",
        "O'Connor",
        "'",
        "",
    ]


def test_a_long_text_of_torn_letters_is_mended():
    torn = "Ã…sa Å\u00a0AHIN KÃ–K á»…n " * 2_000

    text, done = mend(torn)

    assert text.count("Åsa") == 2_000
    assert done
