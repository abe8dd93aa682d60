"""`--language`, what the environment names, and what Python's reader of options says, in a small catalogue of our own."""

import gettext
import os

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from constellation.cli.main import main
from constellation.cli.outputs.reading_log import discreet, grouped, particular
from constellation.intake.reading import Column, Counts, Entry, Reading, Rows, TableMapping
from constellation.words import in_language
from tests.cli.design_runs import command

SPANISH = {
    "usage: ": "uso: ",
    "options": "opciones",
    "%(prog)s: error: %(message)s\n": "%(prog)s: no: %(message)s\n",
    "the following arguments are required: %s": "faltan: %s",
    "read a roster or a list in any format": "leer una lista",
    "--language {code}: this language is not known; use one of {known}.": "--language {code}: idioma desconocido ({known}).",
    "{folder}: there is no such folder; name one with people.csv in it.": "{folder}: esa carpeta no existe.",
    "read as {value}": "se lee como {value}",
    "{text} is read as {value}": "{text} se lee como {value}",
    "column {number}": "columna {number}",
    ("{done} ({n} cell)", "{done} ({n} cells)"): ("{done} ({n} celda)", "{done} ({n} celdas)"),
}


@pytest.fixture
def spanish(tmp_path, monkeypatch):
    """A folder of catalogues with a few sentences in Spanish, in the place of ours."""
    told = Catalog(locale="es", domain="constellation")
    for sentence, translation in SPANISH.items():
        told.add(sentence, translation)
    file = tmp_path / "locale" / "es" / "LC_MESSAGES" / "constellation.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, told)
    folder = tmp_path / "locale"

    def catalogue(code):
        return gettext.translation("constellation", folder, [code], fallback=True)

    monkeypatch.setattr("constellation.words.catalogue.catalogue", catalogue)
    monkeypatch.setattr("constellation.cli.argparse_words.CATALOGUES", folder)
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    return monkeypatch


@pytest.mark.parametrize("words", [["--language", "es", "design", "0"], ["design", "--language=es_MX", "0"]])
def test_the_language_stands_before_or_after_the_subcommand(words, spanish):
    run = command(*words)

    assert (run.code, run.err) == (2, "constellation: 0: esa carpeta no existe.\n")


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"LANG": "es_ES.UTF-8"}, "esa carpeta no existe."),
        ({"LANGUAGE": "fr:es", "LANG": "en_US.UTF-8"}, "esa carpeta no existe."),
        ({"LC_ALL": "C.UTF-8", "LANG": "es_ES.UTF-8"}, "there is no such folder; name one with people.csv in it."),
        ({"LANG": "fr_FR.UTF-8"}, "there is no such folder; name one with people.csv in it."),
        ({}, "there is no such folder; name one with people.csv in it."),
    ],
)
def test_else_the_environment_names_it(variables, told, spanish):
    for name, value in variables.items():
        spanish.setenv(name, value)

    assert command("design", "0").err == f"constellation: 0: {told}\n"


def test_an_unknown_language_is_refused_in_the_one_of_the_environment(spanish):
    spanish.setenv("LANG", "es_ES.UTF-8")

    run = command("read", "--language", "tlh", "0.csv")

    assert (run.code, run.err) == (2, "constellation: --language tlh: idioma desconocido (en, es).\n")


def test_what_argparse_says_is_translated_and_nothing_of_it_stays_behind(spanish, capsys):
    for words in (["--language", "es", "--help"], ["read", "--language", "es"]):
        with pytest.raises(SystemExit):
            main(words)
    told = capsys.readouterr()

    assert told.out.startswith("uso: constellation ")
    assert "leer una lista" in told.out
    assert "opciones:" in told.out
    assert told.err.endswith("constellation read: no: faltan: file\n")
    assert gettext.textdomain() == "messages"
    assert "LANGUAGE" not in os.environ


def test_what_was_done_alike_stands_together_in_every_language(spanish):
    log = [
        Entry("a.csv", "", 0, "0", "TT", "TT se lee como en carrera (1,200 celdas)", "", "info"),
        Entry("a.csv", "", 0, "0", "T", "T se lee como titular (1 celda)", "", "info"),
    ]

    with in_language("es"):
        [group] = grouped(log)
        pieces = [particular(group, entry) for entry in group.entries]

    assert (group.done, group.cells, pieces) == ("se lee como …", 1201, ["en carrera", "titular"])


def test_a_confidential_column_without_a_header_is_kept_quiet_in_every_language(spanish):
    column = Column(3, "", "avoid", 1.0, "")
    table = TableMapping("a.csv", "", "people", "", (column,))
    entry = Entry("a.csv", "", 2, "columna 3", "0", "", "", "info")
    reading = Reading("people", Rows({}, []), [entry], [table], [], Counts(0, 0, 0))

    with in_language("es"):
        [told] = discreet(reading)

    assert told.found == "(confidential)"
