"""Runs of the command on small tables, and what they leave."""

import csv
import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pypdf

from constellation.cli.main import main
from tests.conftest import ROOT

SMALL = ROOT / "examples" / "small"
PEOPLE = "person_id,name,department,rank,seeks,gives\nada,Ada,History,assistant,1,0\nbo,Bo,History,professor,0,2\n"
NEEDS = "person_id,area,weight\nada,tenure,1\nada,balance,1\n"
OFFERS = "person_id,area,level\nbo,tenure,0.8\n"


PAGE = Path("report", "index.html")  # may be shared
OFFICE = Path("report", "office", "index.html")


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


def command(*words):
    """The command in this process; standard output and error as they were written."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in words])
    return Run(code, out.getvalue(), err.getvalue())


def write(folder, **tables):
    """A folder with these tables, each as text or bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in tables.items():
        content = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.csv").write_bytes(content)
    return folder


def table(rows, *columns):
    """CSV text of rows under their columns."""
    text = io.StringIO()
    csv.writer(text).writerows([columns, *rows])
    return text.getvalue()


def rows(path):
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header(path):
    return Path(path).read_text(encoding="utf-8").splitlines()[0]


def summary(folder):
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))


def files(folder):
    """Every file below a folder by its relative name."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def change_rows(path, change):
    """Rewrite a table: `change` gets its rows and returns them."""
    found = rows(path)
    columns = list(found[0])
    changed = change(found)
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(changed)


def change_summary(folder, **changes):
    told = summary(folder) | changes
    (folder / "summary.json").write_text(json.dumps(told), encoding="utf-8")


def one_refusal(run, *words):
    """Exit 2 and one sentence on standard error that holds these words; no traceback."""
    assert run.code == 2, run
    assert run.out == ""
    assert len(run.err.strip().splitlines()) == 1, run.err
    assert re.match(r"constellation: \S.*\.$", run.err.strip())
    for word in words:
        assert word in run.err, run.err


def words_in(path):
    """The text of a file, whatever its format."""
    if path.suffix == ".pdf":
        return " ".join("".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    return path.read_text(encoding="utf-8")
