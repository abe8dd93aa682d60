"""The release log's file: whole, private, and never written by two at once."""

import json
import multiprocessing
import stat

import numpy as np
import pytest

from constellation.engine.privacy import EMPTY, Table, merged, release
from constellation.report.release_log import BadLog, open_log, read, write


def needs(*counts):
    return Table(
        "Needs", "faculty", ("area", "state"), (("teaching", "balance", "grants"), ("open", "met")),
        np.array(counts).reshape(3, 2), overlapping=frozenset({"area"}), public=frozenset({"state"}),
        where={"college": "Science"}, part_of="university",
    )  # fmt: skip


def test_a_log_read_again_is_the_log_that_was_written(tmp_path):
    table = merged(needs(9, 8, 30, 20, 3, 7), "state", 60)
    log = release([table], threshold=5, label="May 2026").log

    write(tmp_path / "releases.json", log)

    (entry,) = read(tmp_path / "releases.json").entries
    assert (entry.label, entry.threshold) == ("May 2026", 5)
    assert (entry.tables[0].shown == log.entries[0].tables[0].shown).all()
    assert (entry.tables[0].table.counts == table.counts).all()
    for name in ("name", "population", "dimensions", "categories", "overlapping", "public", "made_of", "part_of"):
        assert getattr(entry.tables[0].table, name) == getattr(table, name)


def test_a_release_after_reading_hides_what_changed_by_few(tmp_path):
    write(tmp_path / "releases.json", release([needs(9, 8, 30, 20, 12, 7)], threshold=5).log)

    (one,) = release([needs(9, 8, 30, 20, 14, 7)], threshold=5, log=read(tmp_path / "releases.json")).tables

    assert one.count("grants", "open") is None
    assert one.count("teaching", "open") == 9


def test_without_a_file_nothing_was_released(tmp_path):
    assert read(tmp_path / "releases.json") == EMPTY


def test_only_its_owner_may_read_the_log(tmp_path):
    write(tmp_path / "releases.json", EMPTY)

    assert stat.S_IMODE((tmp_path / "releases.json").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"format": 1}', '{"format": 1, "releases": [{"label": "May"}]}', '{"format": 1, "releases": 5}'],
)
def test_a_file_that_is_no_log_is_refused_with_its_name(tmp_path, content):
    (tmp_path / "releases.json").write_text(content, encoding="utf-8")

    with pytest.raises(BadLog, match=r"releases.json is no release log"):
        read(tmp_path / "releases.json")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "releases.json").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadLog):
        read(tmp_path / "releases.json")


def test_a_log_of_a_newer_version_is_left_alone(tmp_path):
    (tmp_path / "releases.json").write_text(json.dumps({"format": 2, "releases": []}), encoding="utf-8")

    with pytest.raises(BadLog, match="newer version"):
        read(tmp_path / "releases.json")


def test_a_write_that_fails_leaves_the_old_log_and_no_scrap(tmp_path):
    log = release([needs(9, 8, 30, 20, 12, 7)], threshold=5).log
    write(tmp_path / "releases.json", log)
    unwritable = release([needs(9, 8, 30, 20, 12, 7)], threshold=5, label=object()).log

    with pytest.raises(TypeError):
        write(tmp_path / "releases.json", unwritable)

    assert len(read(tmp_path / "releases.json").entries) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["releases.json"]


def test_two_runs_at_once_both_stay_in_the_log(tmp_path):
    runs = [multiprocessing.get_context("spawn").Process(target=add_releases, args=(tmp_path, at)) for at in range(2)]

    for run in runs:
        run.start()
    for run in runs:
        run.join()

    labels = [entry.label for entry in read(tmp_path / "releases.json").entries]
    assert sorted(labels) == sorted(f"{run} {turn}" for run in range(2) for turn in range(10))


def add_releases(folder, run):
    for turn in range(10):
        with open_log(folder / "releases.json") as file:
            file.keep(release([needs(9, 8, 30, 20, 12, 7)], threshold=5, log=file.log, label=f"{run} {turn}").log)
