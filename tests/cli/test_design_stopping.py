"""Ctrl-C keeps the best design so far, marked, with exit 130; a second one ends the run and leaves no output."""

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.design_runs import OFFICE, PAGE, command, files, rows, summary
from tests.cli.made_tables import write_population

COMMAND = "import sys; from constellation.cli.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def campus(tmp_path):
    return write_population(tmp_path / "in", 1300, 0)


def begin(folder, out):
    """The command in a process and a terminal session of its own."""
    files = [word for name in ("people", "needs", "offers", "conflicts") if (folder / f"{name}.csv").exists()
             for word in (f"--{name}", str(folder / f"{name}.csv"))]  # fmt: skip
    words = [sys.executable, "-c", COMMAND, "design", *files, "--out", str(out)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def wait_for(process, word):
    """Everything on standard error until this word comes."""
    told = b""
    while word.encode() not in told:
        piece = os.read(process.stderr.fileno(), 4096)
        assert piece, told.decode()
        told += piece
    return told.decode()


def interrupted(folder, out, stage):
    """Ctrl-C, sent to the whole session as a terminal does, in a stage of the run; what it left is whole and marked."""
    process = begin(folder, out)
    wait_for(process, stage)

    os.killpg(process.pid, signal.SIGINT)
    told, err = process.communicate()

    assert process.returncode == 130, err.decode()
    assert b"Traceback" not in err
    assert b"stopped early" in told
    assert_whole_and_marked(out)


def test_an_interrupted_run_hands_back_the_best_so_far(campus, tmp_path):
    interrupted(campus, tmp_path / "out", "prices")


def test_what_an_interrupted_run_left_is_checked_as_any_other(tmp_path):
    interrupted(write_population(tmp_path / "in", 700, 0), tmp_path / "out", "rounding")

    assert command("check", tmp_path / "out", "--quiet").code == 0


def assert_whole_and_marked(out):
    told, ties = summary(out), rows(out / "networks.csv")
    assert told["stopped"] is True
    assert told["filled"] == len(ties) > 0
    assert 0 < told["value"] <= told["bound"]
    for row in rows(out / "people.csv"):
        assert int(row["partners"]) <= int(row["seeks"])
        assert int(row["load"]) <= int(row["gives"])
    for name in (PAGE.as_posix(), OFFICE.as_posix(), "networks.graphml"):
        assert "stopped early" in files(out)[name].read_text(encoding="utf-8").casefold(), name


def test_a_run_interrupted_while_reading_leaves_nothing_and_no_traceback(tmp_path):
    os.mkfifo(tmp_path / "people.csv")
    process = begin(tmp_path, tmp_path / "out")
    with (tmp_path / "people.csv").open("wb"):  # opens when the run begins to read
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate()

    assert process.returncode == 130
    assert b"Traceback" not in err
    assert len(err.strip().splitlines()) <= 1
    assert not (tmp_path / "out").exists()
