"""`constellation design`: from people, needs and offers to everybody's network, with its certificate."""

import argparse
import io
import os
import resource
import sys
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constellation.cli.computing import compute, share_reached
from constellation.words import mark, say, say_count

if TYPE_CHECKING:
    from constellation.cli.files import Inputs
    from constellation.engine import Design
    from constellation.packs import Pack
    from constellation.report.release_log import LogFile, NoLog
    from constellation.report.results import Note

EXIT_STOPPED = 130
TABLES = {
    "people": mark("people.csv: person_id and what is known of each"),
    "needs": mark("needs.csv: person_id, area, weight, topics"),
    "offers": mark("offers.csv: person_id, area, level, topics"),
    "conflicts": mark("conflicts.csv: person_id, partner_id, reason"),
    "current": mark("current.csv: person_id, partner_id, areas, keep"),
    "pairs": mark("pairs.csv: person_id, partner_id, area, help, extra"),
}
AUDIENCES = ("inside", "public")
SCREENS = ("darwin", "win32")  # elsewhere a variable names the screen


def add_to(commands: Any) -> None:
    words = say("From people, needs and offers to everybody’s network, with its certificate and report.")
    one = commands.add_parser("design", help=say("design everybody's network"), description=words)
    one.add_argument("folder", nargs="?", type=Path, help=say("folder with people.csv and its sisters"))
    for name, what in TABLES.items():
        one.add_argument(f"--{name}", type=Path, metavar="FILE", help=say(what))
    one.add_argument("--pack", default="umass", help=say("program pack, by name or folder (default: umass)"))
    one.add_argument("--rule", action="append", default=[], metavar="KEY=VALUE", help=say("change a rule of the pack"))
    one.add_argument("--fairness", type=float, default=1.0, metavar="ALPHA", help=say("0: plain total; default 1"))
    one.add_argument("--seed", type=int, default=0, help=say("of lists, samples and simulated answers (default 0)"))
    drawn = say("draw answers from the pack's rates, watermarked")
    one.add_argument("--simulate-answers", action="store_true", help=drawn)
    one.add_argument("--out", type=Path, default=Path("out/design"), metavar="DIR", help=say("default: out/design"))
    whom = say("who may read the shareable report: inside hides numbers under 5 people, public under 10")
    one.add_argument("--audience", choices=AUDIENCES, default="inside", help=whom)
    before = say("what was released before; this report is checked against it and added")
    one.add_argument("--release-log", type=Path, metavar="FILE", help=before)
    one.add_argument("--open", action="store_true", help=say("show the report, where there is a screen"))
    one.add_argument("--json", action="store_true", help=say("print summary.json to standard output"))
    one.add_argument("--quiet", action="store_true", help=say("no progress and no notes"))
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from constellation import packs
    from constellation.cli.asking import ask, is_wanted
    from constellation.cli.files import Refusal, find_files, is_bare, load_inputs
    from constellation.cli.outputs import obstacle_to_publish
    from constellation.report.release_log import obstacle_to_log

    if obstacle := obstacle_to_publish(asked.out) or (
        asked.release_log and obstacle_to_log(asked.release_log, asked.out)
    ):
        raise Refusal(obstacle)
    if not 0 <= asked.fairness <= 20:
        raise Refusal(
            say("--fairness {number}: give a number from 0 (plain total) to 20.", number=f"{asked.fairness:g}")
        )
    if asked.seed < 0:
        raise Refusal(say("--seed {number}: give a whole number from 0 up.", number=asked.seed))
    pack = packs.load(asked.pack)
    files = find_files(asked.folder, {name: getattr(asked, name) for name in TABLES})
    inputs = load_inputs(files, pack, rules_asked(asked.rule), asked.simulate_answers, asked.seed,
                         ask=ask if is_wanted(asked) else None)  # fmt: skip
    log(asked, inputs.notes)
    if is_bare(inputs):
        return study(asked, inputs, pack)
    return networks(asked, inputs)


def log(asked: argparse.Namespace, notes: "list[Note]") -> None:
    for note in [] if asked.quiet else notes:
        print(f"{note.place}: {note.sentence}", file=sys.stderr)


def rules_asked(pairs: list[str]) -> dict[str, object]:
    from constellation.cli.files import Refusal

    rules: dict[str, object] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign:
            raise Refusal(say("--rule {pair}: write KEY=VALUE, as in role=0.05.", pair=pair))
        rules[key.strip()] = value.strip()
    return rules


def study(asked: argparse.Namespace, inputs: "Inputs", pack: "Pack") -> int:
    """A bare roster: nobody asked for a network, so nobody gets one; what supply and demand would be."""
    from constellation.cli.outputs import publish, write_study
    from constellation.packs import supply_study

    roster = inputs.roster
    found = supply_study(roster.stage, roster.levels().tolist(), roster.department, roster.college, roster.campus, pack)
    with publish(asked.out) as folder:
        write_study(found, pack.title, inputs.notes, folder)
        told = summary_in(folder)
    page = asked.out / "index.html"
    tell(asked, say("Nobody has been asked yet, so this is a supply study: {page}", page=page))
    show_page(asked, page)
    if asked.json:
        show(told)
    return 0


def in_words(made: "Design") -> str:
    """The certificate in a few words."""
    from constellation.engine.certificate import OPTIMUM

    if made.stopped:
        return say("stopped early, the best so far")
    share = share_reached(made, places=3)
    if made.scope == OPTIMUM and made.value < made.bound:  # what fairness costs, not what is unknown
        return say("certified {share} of a proven optimum", share=share)
    return say("certified {share}, {scope}", share=share, scope=say(made.scope))


def networks(asked: argparse.Namespace, inputs: "Inputs") -> int:
    from constellation.cli.account import results_of, standing
    from constellation.cli.files import write_inputs
    from constellation.cli.outputs import publish, write_all
    from constellation.cli.outputs.ours import PAGE, REPORT
    from constellation.cli.outputs.proofs import write_proof
    from constellation.cli.outputs.report_files import write_report
    from constellation.report.results import SIMULATED

    began = time.perf_counter()
    made = compute(asked, inputs)
    found = standing(inputs.problem, len(made.person))
    log(asked, found)
    inputs = replace(inputs, notes=inputs.notes + found)
    settings = {
        "seconds": round(time.perf_counter() - began, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "seed": asked.seed,
        "version": version("constellation"),
        "settings": {"pack": inputs.pack.name, "fairness": asked.fairness, "rules": inputs.rules,
                     "mode": "pairs" if "pairs" in inputs.files else "answers", "simulated": inputs.simulated},
    }  # fmt: skip
    results = results_of(inputs, made, inputs.pack.title, settings)
    with releases(asked.release_log) as released, publish(asked.out) as folder:
        write_inputs(inputs, folder / "inputs")
        write_proof(inputs.roster.ids, made, folder, SIMULATED if inputs.simulated else "")
        write_all(results, folder)
        shared = write_report(
            results, inputs.pack, folder, audience=asked.audience, day=date.today(), log=released.log, quiet=asked.quiet
        )
        released.keep(shared.release.log)
        told = summary_in(folder)
    page = asked.out / REPORT / PAGE
    tell(asked, sentence_of(made, inputs.problem.people, page))
    if asked.json:
        show(told)
    show_page(asked, page)
    return EXIT_STOPPED if made.stopped else 0


def sentence_of(made: "Design", everybody: int, page: Path) -> str:
    """What a run ends with: how much, how good, and where to look."""
    ties, people = say_count("{n} tie", "{n} ties", len(made.person)), say_count("{n} person", "{n} people", everybody)
    gaps = {"ties": ties, "people": people, "certificate": in_words(made), "page": page}
    return say("{ties} for {people} ({certificate}): {page}", **gaps)


@contextmanager
def releases(path: Path | None) -> "Iterator[LogFile | NoLog]":
    """What was released before, kept to ourselves until this report is written; Refusal where it cannot be used."""
    from constellation.cli.files import Refusal
    from constellation.report.release_log import BadLog, NoLog, open_log

    if path is None:
        yield NoLog()
        return
    try:
        with open_log(path) as file:
            yield file
    except BadLog as error:
        raise Refusal(str(error)) from None


def tell(asked: argparse.Namespace, sentence: str) -> None:
    if not asked.json:
        print(sentence)


def show_page(asked: argparse.Namespace, page: Path) -> None:
    """Open the page in the browser, where it is wanted and there is a screen to show it on."""
    if asked.open and (sys.platform in SCREENS or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        webbrowser.open(page.resolve().as_uri())


def summary_in(folder: Path) -> str:
    return (folder / "summary.json").read_text(encoding="utf-8")


def show(summary: str) -> None:
    """The summary to standard output as the file holds it: JSON is UTF-8 whatever the terminal is set to."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(summary, end="")
