"""Programs designed once for all tests of reports: the small example, and a part of Colorado with simulated answers."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from constellation import packs
from constellation.cli.account import results_of
from constellation.cli.files import find_files, load_inputs
from constellation.engine import design
from constellation.engine.privacy import EMPTY
from constellation.report.marks import marks
from constellation.report.shareable import INSIDE, shareable
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
SOME = 900


def designed(folder, simulate=False, change=lambda inputs: inputs):
    """The results of a folder of tables."""
    pack = packs.load("umass")
    inputs = change(load_inputs(find_files(folder, {}), pack, {}, simulate, 0))
    with ThreadPoolExecutor(2) as executor:
        made = design(inputs.problem, fairness=1.0, seed=0, executor=executor)
    return results_of(inputs, made, pack.title, {"seed": 0})


@cache
def small():
    return designed(ROOT / "examples" / "small")


@cache
def colorado(people=SOME):
    """The first people of the roster, with answers drawn from the pack's rates."""
    with TemporaryDirectory() as folder:
        with (ROOT / "examples" / "colorado" / "people.csv").open(encoding="utf-8") as roster:
            Path(folder, "people.csv").write_text("".join(islice(roster, people + 1)), encoding="utf-8")
        return designed(Path(folder), simulate=True)


def report_of(results, audience=INSIDE, log=EMPTY):
    return shareable(results, results.facts, audience=audience, day=TODAY, log=log, marks=marks(results))
