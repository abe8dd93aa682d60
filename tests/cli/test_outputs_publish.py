"""An output folder appears whole or not at all, and nobody else's files are touched."""

import os
import resource
import signal
import subprocess
import sys
import threading

import pytest

from constellation.cli.files import Refusal
from constellation.cli.outputs import obstacle_to_publish, publish
from constellation.cli.outputs.publish import aside_name, by_three_renames

PUBLISH = """
import os, signal, sys
from pathlib import Path
from constellation.cli.outputs.publish import publish
with publish(Path(sys.argv[1])) as folder:
    (folder / "summary.json").write_text("new" * 1000)
    {then}
"""


def put(folder, text):
    with publish(folder) as fresh:
        (fresh / "summary.json").write_text(text)


def run_and(then, folder, **options):
    return subprocess.run([sys.executable, "-c", PUBLISH.format(then=then), str(folder)], timeout=120, **options)


@pytest.fixture
def out(tmp_path):
    put(tmp_path / "out", "old")
    return tmp_path / "out"


def test_a_new_output_replaces_the_previous_one_and_leaves_nothing_beside_it(out):
    put(out, "new")

    assert (out / "summary.json").read_text() == "new"
    assert os.listdir(out.parent) == ["out"]


def test_folders_above_are_made(tmp_path):
    put(tmp_path / "a" / "b" / "out", "new")

    assert (tmp_path / "a" / "b" / "out" / "summary.json").read_text() == "new"


def test_a_run_that_fails_leaves_the_previous_output(out):
    def fail():
        with publish(out) as fresh:
            (fresh / "summary.json").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()

    assert (out / "summary.json").read_text() == "old"
    assert os.listdir(out.parent) == ["out"]


def test_a_full_disk_leaves_the_previous_output_and_is_said_in_a_sentence(out):
    def no_file_over_1000_bytes():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    result = run_and("pass", out, preexec_fn=no_file_over_1000_bytes, capture_output=True, text=True)

    assert result.returncode == 1
    assert "Refusal: the output cannot be written (File too large); what was in" in result.stderr
    assert (out / "summary.json").read_text() == "old"
    assert os.listdir(out.parent) == ["out"]


def test_a_killed_run_leaves_the_previous_output_and_the_next_run_tidies_up(out):
    result = run_and("os.kill(os.getpid(), signal.SIGKILL)", out)

    assert result.returncode == -signal.SIGKILL
    assert (out / "summary.json").read_text() == "old"
    assert len(os.listdir(out.parent)) == 2

    put(out, "new")

    assert os.listdir(out.parent) == ["out"]


def test_a_run_beside_another_does_not_take_its_folder_for_a_leftover(out):
    with publish(out) as first:
        (first / "summary.json").write_text("first")
        put(out, "second")
        assert (out / "summary.json").read_text() == "second"

    assert (out / "summary.json").read_text() == "first"
    assert os.listdir(out.parent) == ["out"]


@pytest.mark.parametrize("_again", range(5))
def test_of_many_runs_at_once_each_is_whole_and_one_wins(_again, tmp_path):
    out, failures = tmp_path / "out", []

    def run(number):
        try:
            with publish(out) as fresh:
                (fresh / "index.html").write_text(str(number))
                (fresh / "summary.json").write_text(str(number))
        except Exception as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failures
    assert (out / "index.html").read_text() == (out / "summary.json").read_text()
    assert os.listdir(tmp_path) == ["out"]


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "out").mkdir()

    put(tmp_path / "out", "new")

    assert (tmp_path / "out" / "summary.json").read_text() == "new"


@pytest.mark.parametrize("names", [["thesis.docx"], ["index.html"], ["summary.json", "thesis.docx"]])
def test_a_folder_of_somebody_else_is_refused_and_kept(names, tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    for name in names:
        (theirs / name).write_text("mine")

    with pytest.raises(Refusal, match="did not write"):
        put(theirs, "new")

    assert sorted(os.listdir(theirs)) == sorted(names)


def test_somebody_elses_file_that_comes_during_the_run_is_kept(out):
    def run():
        with publish(out) as fresh:
            (fresh / "summary.json").write_text("new")
            (out / "thesis.docx").write_text("mine")

    with pytest.raises(Refusal, match=r"thesis\.docx"):
        run()

    assert (out / "summary.json").read_text() == "old"
    assert (out / "thesis.docx").read_text() == "mine"


def test_the_inputs_as_used_belong_to_the_output_and_nothing_else_in_their_folder_does(out):
    (out / "inputs").mkdir()
    (out / "inputs" / "needs.csv").write_text("")

    assert obstacle_to_publish(out) == ""

    (out / "inputs" / "diary.txt").write_text("mine")

    assert "inputs/diary.txt" in obstacle_to_publish(out)


def test_a_file_and_the_top_of_the_disk_are_refused(tmp_path):
    (tmp_path / "out").write_text("a file")

    assert "is a file" in obstacle_to_publish(tmp_path / "out")
    assert "name a folder inside it" in obstacle_to_publish(tmp_path.parents[-1])


def test_a_folder_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("")

    assert "may not be written to" in obstacle_to_publish(tmp_path / "file" / "out")


@pytest.mark.parametrize("name", ["out [1]*", "-rf", "日本語", "x" * 200])
def test_odd_folder_names_are_only_names(name, tmp_path):
    put(tmp_path / name, "old")
    put(tmp_path / name, "new")

    assert (tmp_path / name / "summary.json").read_text() == "new"
    assert os.listdir(tmp_path) == [name]


def test_without_a_one_step_exchange_three_renames_do_the_same(out):
    fresh = out.parent / "fresh"
    fresh.mkdir()
    (fresh / "summary.json").write_text("new")

    by_three_renames(fresh, out)

    assert (out / "summary.json").read_text() == "new"
    assert (fresh / "summary.json").read_text() == "old"


def test_a_previous_output_left_aside_between_two_renames_comes_back(out):
    out.rename(out.with_name(aside_name(out) + "0"))

    with publish(out):
        assert (out / "summary.json").read_text() == "old"


def test_a_link_to_a_folder_stays_a_link(out):
    link = out.parent / "latest"
    link.symlink_to(out)

    put(link, "new")

    assert link.is_symlink()
    assert (out / "summary.json").read_text() == "new"
