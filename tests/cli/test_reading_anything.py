"""Whatever the files hold, there is a problem or a refusal, and never anything else."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.cli.files import Refusal, find_files, load_inputs, write_inputs
from tests.cli.reading import PACK
from tests.cli.test_reading_inputs import same

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "small"
FILES = {path.stem: path.read_bytes() for path in EXAMPLE.glob("*.csv")}
PAIRS = b"person_id,partner_id,area,help,extra\np01,p02,teaching,0.5,\np01,p03,grants,0.25,-1\np02,p01,grants,1,0.1\n"
AS_PAIRS = {name: content for name, content in FILES.items() if name != "offers"} | {"pairs": PAIRS}

ODD = [
    "",
    "-1",
    "nan",
    "1e308",
    "31",
    "0.5",
    "=1",
    "'=1",
    "'",
    '"',
    "p01",
    "p01;p02",
    "\x1f",
    "Ä",
    "٣",
    " tenure ",
    "no",
]
cells = st.sampled_from(ODD) | st.text(max_size=5)


@st.composite
def changed(draw, content):
    """A table in which some cells, rows or bytes are not what they were."""
    rows = list(csv.reader(io.StringIO(content.decode())))
    for _ in range(draw(st.integers(1, 3))):
        row = rows[draw(st.integers(0, len(rows) - 1))]
        match draw(st.sampled_from(["cell", "cell", "cell", "cell", "longer", "shorter", "again", "blank"])):
            case "cell" if row:
                row[draw(st.integers(0, len(row) - 1))] = draw(cells)
            case "longer":
                row.append(draw(cells))
            case "shorter":
                del row[-1:]
            case "again":
                rows.append(list(row))
            case _:
                rows.insert(draw(st.integers(0, len(rows))), [])
    text = io.StringIO()
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    csv.writer(text, delimiter=draw(st.sampled_from(",;\t")), lineterminator=end).writerows(rows)
    data = text.getvalue().encode("utf-8", "replace")
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=4)) + data[at:]
    return data


@st.composite
def tables_like(draw, files):
    """The tables with one or two of them changed."""
    names = draw(st.sets(st.sampled_from(sorted(files)), min_size=1, max_size=2))
    return files | {name: draw(changed(files[name])) for name in sorted(names)}


def inputs_or_refusal(files, simulate=False):
    """Reads the files; what can be read is written and read again to the same problem."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table, content in files.items():
            (folder / f"{table}.csv").write_bytes(content)
        try:
            inputs = load_inputs(find_files(folder, {}), PACK, {}, simulate, seed=1)
        except Refusal as refused:
            said = str(refused)
            inputs = None
        if inputs is None:
            assert said.isprintable()
            assert name not in said
            return None
        write_inputs(inputs, folder / "again")
        back = load_inputs(find_files(folder / "again", {}), PACK, {}, False, seed=1)
        assert same(inputs.problem, back.problem)
        return inputs


@pytest.mark.parametrize("files", [FILES, AS_PAIRS], ids=["answers", "pairs"])
def test_the_examples_themselves_are_read(files):
    assert inputs_or_refusal(files) is not None


@settings(max_examples=150, deadline=None)
@given(tables_like(FILES))
def test_changed_answers_are_read_or_refused(files):
    inputs_or_refusal(files)


@settings(max_examples=150, deadline=None)
@given(tables_like(AS_PAIRS))
def test_changed_pairs_are_read_or_refused(files):
    inputs_or_refusal(files)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted({*FILES, "pairs"})), st.binary(max_size=200), st.booleans())
def test_bytes_are_read_or_refused(table, content, headed):
    whole = AS_PAIRS if table == "pairs" else FILES
    head = whole[table].splitlines()[0] + b"\n" if headed else b""
    inputs_or_refusal(whole | {table: head + content})


@settings(max_examples=50, deadline=None)
@given(changed(FILES["people"]))
def test_answers_are_drawn_for_any_roster_that_can_be_read(people):
    inputs_or_refusal({"people": people}, simulate=True)
