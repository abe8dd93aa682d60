"""`constellation packs`: what is printed, and with which exit code it ends."""

import argparse
import json

import pytest

from constellation.cli import packs as command
from constellation.cli.outputs.pack_parts import PARTS
from constellation.cli.refusal import Refusal
from constellation.packs import PackError, load, names
from tests.packs.made_pack import FILES, write_pack


@pytest.fixture
def run(capsys, monkeypatch):
    """Run `constellation packs …`; its exit code and what it printed."""
    monkeypatch.setenv("COLUMNS", "100")

    def run_packs(*words):
        top = argparse.ArgumentParser()
        command.add_to(top.add_subparsers())
        asked = top.parse_args(["packs", *map(str, words)])
        return asked.run(asked), capsys.readouterr().out

    return run_packs


@pytest.fixture
def small(tmp_path):
    return write_pack(tmp_path / "small")


def test_the_list_names_every_pack_with_title_version_and_descent(run):
    code, out = run("list")

    assert code == 0
    for pack in map(load, names()):
        assert f"{pack.name}: {pack.title}, version {pack.version}" in out
    assert out.count("Descends from") >= 2


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", names())
def test_every_part_of_every_pack_can_be_read(run, name, part):
    code, out = run("show", name, part)

    assert code == 0
    assert out.strip()
    assert [line for line in out.splitlines() if len(line) > 100 and "http" not in line] == []


def test_the_overview_counts_the_parts(run, small):
    _, out = run("show", small)

    assert out.startswith("A small program\n  Pack small, version 3.\n  Everybody seeks help")
    assert "  areas         3\n" in out
    assert "To read one: constellation packs show small areas" in out


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (
            "areas",
            "Getting started (start)\n  Finding one's feet.\n  Help counts more from close by.\n  Topics: Keys and",
        ),
        ("areas", "An optional list for every stage: nobody is asked about it yet."),
        ("lists", "Early, version 1\n  Chosen from by new and unknown.\n  - Getting started"),
        ("mappings", "Of old → Later\n  Time → Time"),
        ("rates", "new\n  Seeks 1 to 2 new partners (assumed: few).\n  50.0% need Getting started (assumed: half)."),
        ("rates", "80% of those who join give 2 to 6 places (assumed: most).\n  Of these offer: Getting started 50%."),
        ("rules", "interest = 0.03\n  What shared interests add."),
        ("calendar", "09-30: Call\n  Applications open."),
        (
            "contacts",
            "The office\n  everything\n  office@example.edu\n  Evaluates people of History.\n  Instead there: The dean's",
        ),
        ("grants", "Micro grant\n  At most 1,500 USD."),
        ("questions", "What do you hope for?\n  poll\n  - Company\n  - Advice"),
        ("reading", "A. Author (2019). On networks. A journal.\n  Networks help.\n  Evidence: survey. It is a survey."),
        ("rubric", "Need: 60%"),
        ("faq", "May I join?\n\n  Yes.\n\n  Do come."),
        ("messages", "A coffee, {partner}? (coffee)\n\n  Dear {partner},"),
        ("letters", "Your award (award)"),
        ("ancestry", "Pack small says nothing about this."),
    ],
)
def test_a_part_is_told_in_words(run, small, part, said):
    assert said in run("show", small, part)[1]


def test_json_has_the_keys_of_the_files(run, small):
    mappings = json.loads(run("show", small, "mappings", "--json")[1])
    whole = json.loads(run("show", small, "--json")[1])

    assert mappings == {"mappings": [{"from": "old", "to": "later", "areas": {"old-time": ["time"]}}]}
    assert whole["rules"]["interest"]["value"] == 0.03
    assert whole["messages"][0]["for"] == "coffee"


def test_an_unknown_part_is_refused_with_the_one_that_was_meant(run):
    with pytest.raises(Refusal, match=r"redings is no part of a pack; write reading\."):
        run("show", "umass", "redings")
    with pytest.raises(Refusal, match=r"zzz is no part of a pack; use one of overview, lists, areas"):
        run("show", "umass", "zzz")


def test_a_right_pack_is_said_to_be_right(run, small):
    assert run("check", small) == (0, f"Nothing is wrong with {small}: A small program, version 3.\n")


def test_a_check_prints_every_problem_and_ends_with_one(run, small):
    write_pack(small, **{"rules.toml": FILES["rules.toml"].replace("0.9,", "9,").replace("0.25", "2.5")})

    code, out = run("check", small)

    assert code == 1
    assert out.splitlines() == [
        f"{small}/rules.toml, line 9: value is 2.5; give a number from 0 to 1.",
        f"{small}/rules.toml, line 10: value is 9; give a number from 0 to 1.",
        f"2 problems in {small}.",
    ]


def test_where_there_is_no_pack_there_is_nothing_to_check(run, tmp_path):
    with pytest.raises(PackError, match="the file is missing"):
        run("check", tmp_path)


def test_a_copy_is_right_and_the_next_step_is_said(run, tmp_path):
    code, out = run("copy", "tufts", tmp_path / "ours")

    assert code == 0
    assert (
        out == f"Pack ours is in {tmp_path}/ours. Edit its files, then run: constellation packs check {tmp_path}/ours\n"
    )
    assert run("check", tmp_path / "ours")[0] == 0


def test_a_place_that_cannot_be_written_is_refused(run, tmp_path):
    (tmp_path / "file").write_text("here")

    with pytest.raises(Refusal, match="nothing was written; name another place"):
        run("copy", "umass", tmp_path / "file" / "ours")


def test_what_could_move_the_cursor_is_not_printed(run, small):
    write_pack(small, **{"guidance/partners.md": "# For \x1b[2Jpartners\n\nListen\x07 first."})

    out = run("show", small, "guidance")[1]

    assert "\x1b" not in out
    assert "\x07" not in out
