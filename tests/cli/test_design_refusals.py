"""Bad input is refused by exit 2 and one sentence with file, line and mend, and leaves no output folder."""

import os
import subprocess
import sys

import pytest

from tests.cli.design_runs import NEEDS, OFFERS, PAGE, PEOPLE, command, one_refusal, write

PAIRS = "person_id,partner_id,area,help,extra\n"
REFUSED = {
    "empty file": ({"people": ""}, "people.csv line 1", "empty"),
    "empty needs": ({"needs": ""}, "needs.csv line 1", "empty"),
    "only blank lines": ({"offers": "\n\n"}, "offers.csv", "empty"),
    "not text": ({"people": b"\x89PNG\r\n\x1a\n\0\0"}, "people.csv is a picture", "ask for"),
    "nobody": ({"people": "width,seeks\n2,1\n"}, "people.csv line 1", "person_id"),
    "other columns": ({"needs": "who,what\nada,tenure\n"}, "needs.csv line 1", "area"),
    "offers without level": ({"offers": "person_id,area\nbo,tenure\n"}, "offers.csv line 1", "level"),
    "one meaning twice": ({"people": "person_id,dept,department\nada,A,B\n"}, "people.csv line 1", "both mean department"),
    "negative seats": ({"people": PEOPLE.replace("0,2", "0,-2")}, "people.csv line 3", "gives is -2", "whole number"),
    "seats in words": ({"people": PEOPLE.replace("1,0", "two,0")}, "people.csv line 2", "seeks is two"),
    "half a seat": ({"people": PEOPLE.replace("0,2", "0,1.5")}, "people.csv line 3", "gives is 1.5"),
    "seats nan": ({"people": PEOPLE.replace("0,2", "0,nan")}, "people.csv line 3", "gives is nan"),
    "one id, two names": ({"people": PEOPLE + "ada,Eve,Law,,1,0\n"}, "people.csv line 4", "two names"),
    "negative weight": ({"needs": "person_id,area,weight\nada,tenure,-1\n"}, "needs.csv line 2", "weight is -1"),
    "level above 1": ({"offers": "person_id,area,level\nbo,tenure,1.2\n"}, "offers.csv line 2", "level is 1.2"),
    "level nan": ({"offers": "person_id,area,level\nbo,tenure,nan\n"}, "offers.csv line 2", "level is nan"),
    "open quotation mark": ({"people": PEOPLE + '"eve,Eve\n'}, "people.csv line 4", "quotation mark"),
    "keep is perhaps": ({"current": "person_id,partner_id,keep\nada,bo,perhaps\n"}, "current.csv line 2", "yes or no"),
    "help above 1": ({"pairs": f"{PAIRS}ada,bo,x,1.5,\n", "offers": None}, "pairs.csv line 2", "help is 1.5", "0 to 1"),
    "help below 0": ({"pairs": f"{PAIRS}ada,bo,x,.5,\nada,bo,y,-.1,\n", "offers": None}, "pairs.csv line 3", "help is -.1"),
    "help nan": ({"pairs": f"{PAIRS}ada,bo,x,nan,\n", "offers": None}, "pairs.csv line 2", "help is nan"),
    "extra infinite": ({"pairs": f"{PAIRS}ada,bo,x,.5,inf\n", "offers": None}, "pairs.csv line 2", "extra is inf"),
    "a tie to oneself": ({"pairs": f"{PAIRS}ada,ada,x,.5,\n", "offers": None}, "pairs.csv line 2", "oneself"),
    "pairs beside offers": ({"pairs": f"{PAIRS}ada,bo,x,.5,\n"}, "Pairs and offers"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_bad_input_is_refused(case, tmp_path):
    changed, *words = REFUSED[case]
    tables = {"people": PEOPLE, "needs": NEEDS, "offers": OFFERS} | changed
    folder = write(tmp_path / "in", **{name: content for name, content in tables.items() if content is not None})

    run = command("design", folder, "--out", tmp_path / "out")

    one_refusal(run, *words)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "in", people=PEOPLE, needs=NEEDS, offers=OFFERS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--rule", "kindness=1"], "rule kindness is unknown"),
        (["--rule", "role"], "KEY=VALUE"),
        (["--rule", "role=-1"], "role"),
        (["--rule", "topic_lift=3"], "topic_lift is 3"),
        (["--fairness", "-1"], "--fairness"),
        (["--fairness", "nan"], "--fairness"),
        (["--seed", "-4"], "--seed"),
        (["--pack", "nowhere"], "nowhere"),
        (["--simulate-answers"], "--simulate-answers"),
        (["--needs", "missing.csv"], "missing.csv"),
    ],
)
def test_a_wrong_option_is_refused(folder, words, told):
    run = command("design", folder, *words, "--out", folder.parent / "out")

    one_refusal(run, told)
    assert not (folder.parent / "out").exists()


def test_a_folder_that_is_not_there_or_has_no_people_is_refused(tmp_path):
    one_refusal(command("design", tmp_path / "none", "--out", tmp_path / "out"), "none")
    one_refusal(command("design", write(tmp_path / "in", needs=NEEDS), "--out", tmp_path / "out"), "people.csv")
    one_refusal(command("design", "--out", tmp_path / "out"), "people.csv")


def test_an_output_that_cannot_be_written_is_refused_before_the_run(folder, tmp_path):
    (tmp_path / "file").write_text("mine")
    write(tmp_path / "mine", letters="a\n1\n")

    one_refusal(command("design", folder, "--out", tmp_path / "file"), "file")
    one_refusal(command("design", folder, "--out", tmp_path / "file" / "below"), "file")
    one_refusal(command("design", folder, "--out", tmp_path / "mine"), "mine")
    one_refusal(command("design", folder, "--out", "/proc/out", "--quiet"), "/proc")
    assert (tmp_path / "file").read_text() == "mine"
    assert (tmp_path / "mine" / "letters.csv").is_file()


def test_a_file_nobody_may_read_is_refused(folder):
    (folder / "needs.csv").chmod(0)
    if os.access(folder / "needs.csv", os.R_OK):  # the superuser reads everything: let it be a folder then
        (folder / "needs.csv").unlink()
        (folder / "needs.csv").mkdir()
        one_refusal(
            command("design", folder, "--needs", folder / "needs.csv", "--out", folder.parent / "out"), "needs.csv"
        )
        return

    one_refusal(command("design", folder, "--out", folder.parent / "out"), "needs.csv", "read")


def test_a_refusal_keeps_the_previous_output(folder, tmp_path):
    assert command("design", folder, "--out", tmp_path / "out", "--quiet").code == 0
    before = (tmp_path / "out" / "networks.csv").read_bytes()

    write(folder, people=PEOPLE.replace("0,2", "0,-2"))
    one_refusal(command("design", folder, "--out", tmp_path / "out", "--quiet"), "gives")

    assert (tmp_path / "out" / "networks.csv").read_bytes() == before


def test_a_disk_that_is_full_while_writing_keeps_the_previous_output(folder, tmp_path):
    assert command("design", folder, "--out", tmp_path / "out", "--quiet").code == 0
    before = (tmp_path / "out" / PAGE).read_bytes()
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        "from constellation.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )

    words = ["design", str(folder), "--out", str(tmp_path / "out"), "--quiet", "--seed", "5"]
    run = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)

    assert run.returncode == 2, run.stderr
    assert "Traceback" not in run.stderr
    assert "unchanged" in run.stderr
    assert (tmp_path / "out" / PAGE).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]
