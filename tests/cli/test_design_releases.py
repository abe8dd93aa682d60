"""A report is checked against those before it, and what cannot be kept is refused before the work begins."""

import json
import stat

import pytest

from tests.cli.design_runs import OFFICE, SMALL, command


def test_a_second_report_is_added_to_the_log(tmp_path):
    log = tmp_path / "releases.json"

    for name in ("first", "second"):
        assert command("design", SMALL, "--out", tmp_path / name, "--release-log", log, "--quiet").code == 0

    labels = [entry["label"] for entry in json.loads(log.read_text(encoding="utf-8"))["releases"]]
    assert len([label for label in labels if label]) == 2


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("out/releases.json", "would be replaced with the output"),
        ("nowhere/releases.json", "there is no folder nowhere"),
        ("damaged.json", "no release log, or a damaged one"),
        (".", "cannot be written there"),
    ],
)
def test_a_log_that_cannot_be_kept_is_refused_before_the_work(tmp_path, place, said):
    (tmp_path / "damaged.json").write_text("{", encoding="utf-8")

    run = command("design", SMALL, "--out", tmp_path / "out", "--release-log", tmp_path / place)

    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".*"))


def test_confidential_folders_are_their_owners_alone(tmp_path):
    assert command("design", SMALL, "--out", tmp_path / "out", "--quiet").code == 0

    folders = [(tmp_path / "out" / OFFICE).parent, tmp_path / "out" / "report" / "people"]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]
