"""Ctrl-C keeps the best design so far, marked, with exit 130; a second one ends the run and leaves no output."""

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.design_runs import command, files, rows, summary
from tests.cli.made_tables import write_population

COMMAND = "import sys; from constellation.cli.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def campus(tmp_path_factory):
    return write_population(tmp_path_factory.mktemp("campus") / "in", 1300, 0)


def begin(folder, out):
    """The command in a process and a terminal session of its own."""
    words = [sys.executable, "-c", COMMAND, "design", str(folder), "--out", str(out)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def wait_for(process, word):
    """Everything on standard error until this word comes."""
    told = b""
    while word.encode() not in told:
        piece = os.read(process.stderr.fileno(), 4096)
        assert piece, told.decode()
        told += piece
    return told.decode()


@pytest.mark.parametrize("stage", ["prices", "rounding"])
def test_an_interrupted_run_hands_back_the_best_so_far(campus, stage):
    out = campus.parent / stage
    process = begin(campus, out)
    wait_for(process, stage)

    os.killpg(process.pid, signal.SIGINT)
    told, err = process.communicate()

    assert process.returncode == 130, err.decode()
    assert b"Traceback" not in err
    assert b"stopped early" in told
    assert_whole_and_marked(out)
    if stage == "rounding":
        assert command("check", out, "--quiet").code == 0


def assert_whole_and_marked(out):
    told, ties = summary(out), rows(out / "networks.csv")
    assert told["stopped"] is True
    assert told["filled"] == len(ties) > 0
    assert 0 < told["value"] <= told["bound"]
    for row in rows(out / "people.csv"):
        assert int(row["partners"]) <= int(row["seeks"])
        assert int(row["load"]) <= int(row["gives"])
    for name in ("index.html", "networks.graphml"):
        assert "stopped early" in files(out)[name].read_text(encoding="utf-8").casefold(), name


def test_a_run_interrupted_before_it_computes_leaves_nothing_and_no_traceback(campus):
    out = campus.parent / "early"
    process = begin(campus, out)
    os.killpg(process.pid, signal.SIGSTOP)  # surely before anything is written
    os.killpg(process.pid, signal.SIGINT)
    os.killpg(process.pid, signal.SIGCONT)
    _, err = process.communicate()

    assert process.returncode not in (0, 1, 2)
    assert not out.exists()
    assert b"constellation" not in err.replace(b"constellation:", b"") or b"File" not in err
