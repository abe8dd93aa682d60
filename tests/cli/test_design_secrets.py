"""No output reveals who was excluded or why; formulas in cells and markup in names stay text."""

import csv

import pytest

from tests.cli.design_runs import SMALL, command, files, rows, summary, table, words_in, write

APART = [("p01", "p02"), ("p04", "p09"), ("p10", "p14"), ("p05", "p07"), ("p12", "p20")]


@pytest.fixture(scope="module")
def secret(tmp_path_factory):
    """The small example with conflicts that have reasons, among them one that undoes a kept tie."""
    folder = tmp_path_factory.mktemp("secret")
    planted = table(
        [(a, b, f"SECRET{x} affair") for x, (a, b) in enumerate(APART)], "person_id", "partner_id", "reason"
    )
    run = command("design", SMALL, "--conflicts", write(folder / "in", conflicts=planted) / "conflicts.csv",
                  "--out", folder / "out")  # fmt: skip
    assert run.code == 0
    return folder / "out", run


def test_the_reason_of_an_exclusion_is_in_no_file_and_no_log(secret):
    out, run = secret

    for name, path in files(out).items():
        assert b"SECRET" not in path.read_bytes(), name
        assert b"affair" not in path.read_bytes(), name
    assert "SECRET" not in run.out + run.err


def test_every_unmet_need_reads_the_same(secret):
    out, _ = secret

    unmet = rows(out / "unmet.csv")

    assert unmet
    assert {row["reason"] for row in unmet} == {"no suitable partner free"}
    for word in ("conflict", "exclu", "barred", "must not"):
        assert not any(word in row["mend"].casefold() for row in unmet)


def test_outside_the_confidential_inputs_nothing_speaks_of_exclusions(secret):
    out, run = secret

    for name, path in files(out).items():
        if not name.startswith("inputs/"):
            text = words_in(path).casefold()
            for word in ("conflict", "excluded", "exclusion", "barred"):
                assert word not in text, (name, word)
    assert "conflict" not in (run.out + run.err).casefold()


def test_no_row_outside_the_inputs_names_an_excluded_pair(secret):
    out, _ = secret

    for name, path in files(out).items():
        if name.endswith(".csv") and not name.startswith("inputs/"):
            with path.open(encoding="utf-8", newline="") as file:
                told = [set(row) for row in csv.reader(file)]
            assert not any({a, b} <= row for row in told for a, b in APART), name


def test_the_inputs_hold_the_pairs_for_the_check_which_agrees(secret):
    out, _ = secret

    kept = {frozenset((row["person_id"], row["partner_id"])) for row in rows(out / "inputs" / "conflicts.csv")}

    assert kept == {frozenset(pair) for pair in APART}
    assert command("check", out, "--quiet").code == 0


def test_people_whose_only_helper_is_excluded_read_what_others_read(tmp_path):
    people = "person_id,seeks,gives\nada,1,0\nbo,1,0\ncy,0,2\n"
    needs, offers = "person_id,area\nada,tenure\nbo,balance\n", "person_id,area,level\ncy,tenure,0.9\ncy,balance,0\n"
    folder = write(
        tmp_path / "in", people=people, needs=needs, offers=offers, conflicts="person_id,partner_id\nada,cy\n"
    )

    assert command("design", folder, "--out", tmp_path / "out", "--quiet").code == 0

    unmet = rows(tmp_path / "out" / "unmet.csv")
    assert {row["person_id"] for row in unmet} == {"ada", "bo"}
    assert {row["reason"] for row in unmet} == {"no suitable partner free"}


HOSTILE = {"=1+1": "=HYPERLINK(1)", "@SUM(A1)": "<script>alert(1)</script>", "+cmd|x": "-2+3", "d": "\tTab"}


def test_formulas_are_neutralised_in_every_table_and_markup_is_escaped(tmp_path):
    ids = list(HOSTILE)
    people = table([(i, HOSTILE[i], "=DEPT", 2, 2) for i in ids], "person_id", "name", "department", "seeks", "gives")
    needs = table([(i, "tenure", 1, "=topic;<b>bold</b>") for i in ids], "person_id", "area", "weight", "topics")
    offers = table([(i, "tenure", 0.8, "=topic;<b>bold</b>") for i in ids], "person_id", "area", "level", "topics")
    folder = write(tmp_path / "in", people=people, needs=needs, offers=offers)

    for fairness in (0, 1):
        assert command("design", folder, "--out", tmp_path / "out", "--fairness", fairness, "--quiet").code == 0
        assert command("check", tmp_path / "out", "--quiet").code == 0
        for name, path in files(tmp_path / "out").items():
            if name.endswith(".csv"):
                with path.open(encoding="utf-8", newline="") as file:
                    cells = [cell for row in csv.reader(file) for cell in row]
                assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r")], name
        for page in (path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")):
            assert "<script>alert(1)" not in page
            assert "<b>bold" not in page
        assert {row["person_id"].removeprefix("'") for row in rows(tmp_path / "out" / "people.csv")} == set(ids)
        assert summary(tmp_path / "out")["filled"] > 0


def test_pairs_may_hold_formulas_as_well(tmp_path):
    people = table([("=a", 1, 0), ("@b", 0, 1)], "person_id", "seeks", "gives")
    pairs = table([("=a", "@b", "=area", 0.5)], "person_id", "partner_id", "area", "help")
    folder = write(tmp_path / "in", people=people, pairs=pairs)

    assert command("design", folder, "--out", tmp_path / "out", "--quiet").code == 0

    assert command("check", tmp_path / "out", "--quiet").code == 0
    [tie] = rows(tmp_path / "out" / "networks.csv")
    assert (tie["person_id"], tie["partner_id"], tie["areas"]) == ("'=a", "'@b", "'=area")
