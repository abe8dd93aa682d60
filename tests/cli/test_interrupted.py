"""Ctrl-C at any moment: one line, exit 130, no traceback, nothing left behind."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from constellation.cli.computing import interruptible
from constellation.cli.outputs import publish
from tests.cli.design_runs import NEEDS, OFFERS, PEOPLE, command, write

STOPPED = "constellation: stopped; nothing was written\n"


def interrupted_at(pipe, *words):
    """The command in a process of its own, interrupted while it waits for this file."""
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    run = subprocess.Popen(
        [sys.executable, "-c", "import sys; from constellation.cli.main import main; sys.exit(main())", *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    giving_up = threading.Timer(120, run.kill)
    giving_up.start()
    with pipe.open("wb"):  # opens when the command does
        run.send_signal(signal.SIGINT)
        out, err = run.communicate()
    giving_up.cancel()
    return run.returncode, out, err


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "in", people=PEOPLE, needs=NEEDS, offers=OFFERS)


def test_while_reading(folder, tmp_path):
    told = interrupted_at(tmp_path / "pipe", "design", folder, "--needs", tmp_path / "pipe", "--out", tmp_path / "out")

    assert told == (130, "", STOPPED)
    assert not (tmp_path / "out").exists()


def test_while_checking(folder, tmp_path):
    assert command("design", folder, "--out", tmp_path / "out", "--quiet").code == 0

    assert interrupted_at(tmp_path / "out" / "networks.csv", "check", tmp_path / "out") == (130, "", STOPPED)


def test_while_writing_the_unfinished_output_goes(tmp_path):
    def writing():
        with publish(tmp_path / "out") as unfinished:
            (unfinished / "summary.json").write_text("{}")
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        writing()

    assert list(tmp_path.iterdir()) == []


def test_the_first_one_asks_the_engine_to_stop_and_the_second_ends_everything():
    with interruptible() as stop:
        signal.raise_signal(signal.SIGINT)

        assert stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
