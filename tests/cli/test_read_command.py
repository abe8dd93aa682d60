"""`constellation read`: what it prints, writes, asks and refuses."""

import csv
import fcntl
import io
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import threading
import time

import pytest

from constellation.cli.outputs.reading_csv import write_csv
from constellation.cli.outputs.reading_json import write_json
from constellation.cli.outputs.reading_text import reading_text
from constellation.cli.outputs.whole_files import whole_files
from constellation.cli.refusal import Refusal
from constellation.intake.reading import FIELDS, Counts, Reading, Rows, Source
from tests.cli.design_runs import command, one_refusal, rows
from tests.cli.made_readings import AVOIDED, FILE, entry, make_conflicts, make_reading

STAFF = (
    "Employee ID,Full name,E-mail,Department,Rank,Hire date\n"
    "0412,Mary Ann Achterberg,mary@univ.example,Economics,Professor,2012-08-20\n"
    "0413,Tariq Davis,tariq@univ.example,Mathematics,Associate Professor,2015-01-07\n"
    "0414,Ewa Kowalska,ewa@univ.example,Mathematics,Assistant Professor,2019-08-19\n"
)
UNSURE = STAFF.replace("Department", "Department you sit in")
COMMAND = [sys.executable, "-c", "import sys; from constellation.cli.main import main; sys.exit(main())"]
TODAY = ("--today", "2026-01-01")


@pytest.fixture
def staff(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text(STAFF, encoding="utf-8")
    return path


def as_json(reading):
    file = io.BytesIO()
    write_json(reading, file)
    return json.loads(file.getvalue())


def as_csv(reading):
    file = io.BytesIO()
    left_out = write_csv(reading, file)
    return list(csv.DictReader(io.StringIO(file.getvalue().decode()))), left_out


def at_terminal(answers, *words):
    """The command with a terminal for input and standard error; it is answered whenever it waits."""
    outer, inner = pty.openpty()
    run = subprocess.Popen(
        [*COMMAND, *map(str, words)], stdin=inner, stderr=inner, stdout=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that ^C reaches it as from a keyboard
    )  # fmt: skip
    os.close(inner)
    giving_up = threading.Timer(120, run.kill)
    giving_up.start()
    shown, waiting = b"", list(answers)
    while True:
        try:
            piece = os.read(outer, 4096)
        except OSError:  # the command has gone
            break
        if not piece:
            break
        shown += piece
        if waiting and shown.endswith(b": "):
            os.write(outer, waiting.pop(0))
            shown += b"|"
    out = run.stdout.read().decode()
    run.stdout.close()
    code = run.wait()
    giving_up.cancel()
    os.close(outer)
    return code, out, shown.decode()


def test_it_says_the_counts_the_columns_and_nothing_on_standard_error_when_quiet(staff):
    told = command("read", staff, *TODAY)
    quiet = command("read", staff, *TODAY, "--quiet")

    assert told.code == 0
    assert told.out.startswith("staff.csv: 3 rows in = 3 people + 0 folded + 0 set aside\n")
    assert "Hire date    date of hire" in told.out
    assert (quiet.out, quiet.err) == ("3 rows in = 3 people + 0 folded + 0 set aside\n", "")


def test_json_is_one_document_and_nothing_else(staff):
    told = command("read", staff, *TODAY, "--json", "--quiet")

    document = json.loads(told.out)
    assert list(document) == ["rows", "log", "mapping", "duplicates", "counts"]
    assert [row["family"] for row in document["rows"]] == ["Achterberg", "Davis", "Kowalska"]
    assert set(FIELDS) < set(document["rows"][0])
    assert document["rows"][0]["source"] == {"file": "staff.csv", "sheet": "", "row": 2}
    assert document["counts"] == {"rows_in": 3, "people": 3, "folded": 0, "set_aside": 0}
    assert set(document["mapping"][0]) == {"file", "sheet", "kind", "shape", "columns"}
    assert set(document["mapping"][0]["columns"][0]) == {"number", "header", "field", "confidence", "why"}


def test_json_has_every_entry_and_every_pair():
    document = as_json(make_reading())

    first, pair = document["log"][0], document["duplicates"][0]
    assert list(first) == ["file", "sheet", "row", "column", "found", "done", "mend", "severity"]
    assert (first["row"], document["log"][1]["row"]) == (None, 4)
    assert (pair["rows"], pair["score"]) == ([2, 3], 0.93)
    assert pair["sources"] == [{"file": FILE, "sheet": "", "row": 4}, {"file": FILE, "sheet": "", "row": 5}]


def test_json_rows_are_the_rows_of_the_reading():
    reading = make_reading()

    assert as_json(reading)["rows"] == [json.loads(json.dumps(row)) for row in reading.rows]


def test_json_of_many_pieces_is_whole():
    count = 4_501
    family = ['},{"x":1} “' + str(at) for at in range(count)]
    reading = Reading("people", Rows({"family": family}, [Source(FILE, "", at + 2) for at in range(count)]), [], [], [],
                      Counts(count, 0, 0))  # fmt: skip

    document = as_json(reading)

    assert [row["family"] for row in document["rows"]] == family


def test_half_a_character_does_not_spoil_the_document():
    reading = make_reading(
        rows=Rows({"given": ["Ana", "Bj\ud800rn"]}, [Source(FILE, "", 2), Source(FILE, "", 3)]), duplicates=[]
    )

    assert [row["given"] for row in as_json(reading)["rows"]] == ["Ana", "Bj?rn"]


def test_no_log_has_a_cell_of_a_confidential_column():
    for reading in (make_reading(), make_conflicts()):
        printed = "\n".join(reading_text(reading, FILE))
        document = as_json(reading)

        assert AVOIDED not in printed
        assert AVOIDED not in json.dumps(document["log"], ensure_ascii=False)
        assert AVOIDED in json.dumps(document["rows"], ensure_ascii=False)


def test_the_table_leaves_the_avoid_lists_out_and_says_so(tmp_path):
    table, left_out = as_csv(make_reading())
    conflicts, nothing = as_csv(make_conflicts())

    assert left_out == ["avoid"]
    assert AVOIDED not in str(table)
    assert (conflicts[0]["partner"], nothing) == (AVOIDED, [])


def test_the_table_joins_lists_and_runs_nothing():
    table, _ = as_csv(make_reading())

    assert table[0]["needs"] == "grants;promotion, tenure"
    assert table[2]["needs"] == "'=HYPERLINK(1)"
    assert (table[0]["capacity"], table[2]["capacity"], table[1]["capacity"]) == ("1;2", "3;", "")
    assert table[0]["further_appointments"] == "Director, Honors"
    assert (table[3]["source_file"], table[3]["source_row"]) == (FILE, "5")


def test_no_cell_of_the_table_is_a_formula():
    risky = ["=1+1", "+1", "-1", "@x", "\tx", "'=1"]
    reading = make_reading(rows=Rows({"title": risky}, [Source("=x.csv", "@s", at) for at in range(6)]), duplicates=[])

    table, _ = as_csv(reading)

    assert [row["title"] for row in table] == [f"'{text}" for text in risky]
    assert (table[0]["source_file"], table[0]["source_sheet"]) == ("'=x.csv", "'@s")


def test_a_terminal_without_the_letters_of_a_file_still_shows_the_rest(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text(STAFF.replace("Department", "Afdeling ō"), encoding="utf-8")

    run = subprocess.run(
        [*COMMAND, "read", str(path), *TODAY], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )

    assert run.returncode == 0
    assert b"Afdeling \\u014d" in run.stdout


def test_the_page_and_the_table_appear_where_they_were_asked_for(staff, tmp_path):
    told = command(
        "read", staff, *TODAY, "--quiet", "--html", tmp_path / "new" / "page.html", "--out", tmp_path / "tidy.csv"
    )

    assert told.code == 0
    assert f"The page: {tmp_path / 'new' / 'page.html'}\nThe table: {tmp_path / 'tidy.csv'}\n" in told.out
    assert "<title>staff.csv · Constellation</title>" in (tmp_path / "new" / "page.html").read_text(encoding="utf-8")
    assert [row["employee_id"] for row in rows(tmp_path / "tidy.csv")] == ["0412", "0413", "0414"]


def test_files_appear_together_or_not_at_all(tmp_path):
    (tmp_path / "page.html").write_text("the old page")

    def stopped():
        with whole_files() as opened:
            opened(tmp_path / "page.html").write(b"half")
            opened(tmp_path / "table.csv").write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()

    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text() == "the old page"


def test_what_a_killed_run_left_is_removed_and_what_a_running_one_writes_is_not(tmp_path):
    (tmp_path / ".page.html.constellation-0123456789ab").write_text("left")

    with whole_files() as one:
        one(tmp_path / "page.html").write(b"one")
        with whole_files() as other:
            other(tmp_path / "page.html").write(b"other")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"page.html": b"one"}


def test_who_may_read_a_file_stays_so(tmp_path):
    (tmp_path / "page.html").touch(mode=0o600)

    with whole_files() as opened:
        opened(tmp_path / "page.html").write(b"new")

    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o600


def test_a_disk_that_is_full_is_a_sentence():
    with (
        pytest.raises(Refusal, match="no space left on device, so nothing was written; free some space"),
        whole_files(),
    ):
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--today", "20.8.2026"], "--today 20.8.2026: write a day as YYYY-MM-DD"),
        (["--html", "{folder}"], "is a folder: name a file in it"),
        (["--html", "{file}"], "is the file that is read: name another file to write"),
        (["--out", "{folder}/a", "--html", "{folder}/a"], "is written already: name another file to write"),
        (["--mapping", "{folder}/none.mapping.toml"], "none.mapping.toml: the mapping file cannot be read"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(staff, words, sentence):
    told = command("read", staff, *(word.format(folder=staff.parent, file=staff) for word in words))

    assert (told.code, told.out) == (2, "")
    assert sentence in told.err
    assert told.err.count("\n") == 1
    assert [path.name for path in staff.parent.iterdir()] == ["staff.csv"]


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    told = command("read", tmp_path / "none.csv", "--html", tmp_path / "page.html", "--quiet")

    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("constellation: none.csv is not there")
    assert list(tmp_path.iterdir()) == []


def test_a_mapping_beside_the_file_is_remembered(tmp_path):
    path = tmp_path / "unsure.csv"
    path.write_text(UNSURE, encoding="utf-8")
    first = command("read", path, *TODAY, "--quiet", "--save-mapping")
    saved = tmp_path / "unsure.csv.mapping.toml"
    text = saved.read_text(encoding="utf-8")
    saved.write_text(text.replace('"Hire date", "hire_date"', '"Hire date", ""'), encoding="utf-8")

    document = json.loads(command("read", path, *TODAY, "--json", "--quiet").out)

    assert f"The mapping: {saved}\n" in first.out
    assert [row["hire_date"] for row in document["rows"]] == ["", "", ""]
    assert document["mapping"][0]["columns"][5]["field"] == ""


def test_a_mapping_that_somebody_changed_stays(staff):
    place = staff.with_name("staff.csv.mapping.toml")
    command("read", staff, *TODAY, "--quiet", "--save-mapping")
    changed = place.read_text(encoding="utf-8") + "# ours\n"
    place.write_text(changed, encoding="utf-8")

    told = command("read", staff, *TODAY, "--quiet", "--save-mapping")

    assert place.read_text(encoding="utf-8") == changed
    assert staff.with_name("staff.csv.mapping.toml.new").exists()
    assert "is there and differs, so it stays as it is" in told.out


def test_the_terminal_shows_what_was_done_alike_once_and_the_questions_first():
    log = [entry(row, "Since", f"0{row}/01/2015", f"read as 2015-01-0{row}") for row in range(2, 9)]
    ask = entry(0, "Rank", "", "taken as a title", "say what it is", "question")

    lines = list(reading_text(make_reading(log=[*log, ask]), FILE))

    assert lines.index("Questions: 1".join(["\n", ""])) < lines.index("\nDone without asking: 7")
    assert "      7 × read as …" in lines
    assert (
        "          row 2, Since: “02/01/2015” → 2015-01-02; row 3, Since: “03/01/2015” → 2015-01-03; row 4, Since: “04/01/2015” → 2015-01-04; and 4 more"
        in lines
    )


def test_nothing_of_a_file_moves_the_cursor_of_a_terminal():
    log = [entry(2, "Na\x1b[2Jme", "\x1b]0;x\x07", "left \x9b2J out", "write\r it again", "question")]

    text = "\n".join(reading_text(make_reading(log=log), "a\x1b[31m.csv"))

    assert {sign for sign in text if not sign.isprintable()} == {"\n"}


def test_a_log_gets_one_line_a_stage(staff):
    told = command("read", staff, *TODAY)

    stages = told.err.splitlines()
    assert len(stages) == len(set(stages)) > 1
    assert "%" not in told.err


@pytest.fixture
def unsure(tmp_path):
    path = tmp_path / "unsure.csv"
    path.write_text(UNSURE, encoding="utf-8")
    return path


def test_at_a_terminal_it_asks_shows_examples_and_takes_the_default(unsure):
    code, out, shown = at_terminal([b"\n", b"n\n"], "read", unsure, *TODAY)

    assert code == 0
    assert "“Department you sit in”: department?" in shown
    assert "such as “Economics”; “Mathematics”" in shown
    assert "field [department]: |" in shown
    assert "Questions" not in out
    assert list(unsure.parent.glob("*.toml")) == []


def test_an_answer_changes_the_reading_and_is_kept(unsure):
    code, out, _ = at_terminal([b"shoe size\n", b"College\n", b"\n"], "read", unsure, *TODAY)

    again = json.loads(command("read", unsure, *TODAY, "--json", "--quiet").out)
    assert code == 0
    assert "unsure.csv.mapping.toml" in out
    assert [row["college"] for row in again["rows"]] == ["Economics", "Mathematics", "Mathematics"]


def test_a_column_can_be_left_out_and_no_field_given_twice(unsure):
    code, out, shown = at_terminal([b"email\n", b"-\n", b"n\n"], "read", unsure, *TODAY)

    assert code == 0
    assert "email is another column already" in shown
    assert "left out" in next(line for line in out.splitlines() if "Department you" in line)


def test_without_a_terminal_the_log_has_the_question(unsure):
    told = command("read", unsure, *TODAY)

    assert told.code == 0
    assert "Questions: 1" in told.out


def test_ctrl_c_at_a_question_writes_nothing(unsure):
    code, out, shown = at_terminal([b"\x03"], "read", unsure, *TODAY, "--html", unsure.parent / "page.html")

    assert (code, out) == (130, "")
    assert "stopped; nothing was written" in shown
    assert [path.name for path in unsure.parent.iterdir()] == ["unsure.csv"]


def test_ctrl_c_while_reading_writes_nothing(tmp_path):
    path = tmp_path / "large.csv"
    head, *lines = STAFF.splitlines()
    path.write_text("\n".join([head, *lines * 60_000]) + "\n", encoding="utf-8")
    words = ["read", str(path), *TODAY, "--out", str(tmp_path / "out.csv")]
    run = subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    first = run.stderr.readline()  # a stage has begun

    time.sleep(0.2)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=120)

    assert first.startswith("reading")
    assert (run.returncode, out) == (130, "")
    assert err.endswith("constellation: stopped; nothing was written\n")
    assert "Traceback" not in err
    assert [path.name for path in tmp_path.iterdir()] == ["large.csv"]


def test_reading_does_not_wait_for_the_engine(staff):
    words = (
        f"import sys; from constellation.cli.main import main; main(['read', {str(staff)!r}, '--json', '--quiet']); "
    )

    run = subprocess.run([sys.executable, "-c", words + "print('numba' in sys.modules, file=sys.stderr)"],
                         capture_output=True, text=True, check=True)  # fmt: skip

    assert run.stderr == "False\n"


def test_a_link_that_leads_to_itself_is_refused(tmp_path):
    (tmp_path / "self.csv").symlink_to(tmp_path / "self.csv")

    one_refusal(command("read", tmp_path / "self.csv"), "self.csv", "leads to itself")


def test_a_full_disk_behind_the_output_is_one_sentence(tmp_path):
    (tmp_path / "staff.csv").write_text("Name,Rank\nAna Wang,Professor\n", encoding="utf-8")
    words = [sys.executable, "-c", "import sys; from constellation.cli.main import main; sys.exit(main())"]

    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [*words, "read", tmp_path / "staff.csv", "--json", "--quiet"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert run.returncode == 2
    assert run.stderr == "constellation: the disk is full; make room, or write elsewhere.\n"


def test_a_file_behind_the_output_that_may_not_grow_is_told_like_a_full_disk(tmp_path):
    (tmp_path / "staff.csv").write_text("Name,Rank\nAna Wang,Professor\n", encoding="utf-8")
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "from constellation.cli.main import main; sys.exit(main())"
    )

    with (tmp_path / "out.json").open("wb") as small:
        run = subprocess.run(
            [sys.executable, "-B", "-c", program, "read", tmp_path / "staff.csv", "--json", "--quiet"],
            stdout=small,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert run.returncode == 2
    assert run.stderr == "constellation: the disk is full; make room, or write elsewhere.\n"
