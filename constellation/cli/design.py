"""`constellation design`: from people, needs and offers to everybody's network, with its certificate."""

import argparse
import io
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from constellation.cli.files import Inputs
    from constellation.engine import Design
    from constellation.packs import Pack
    from constellation.report.results import Note

EXIT_STOPPED = 130
TABLES = {
    "people": "people.csv: person_id and what is known of each",
    "needs": "needs.csv: person_id, area, weight, topics",
    "offers": "offers.csv: person_id, area, level, topics",
    "conflicts": "conflicts.csv: person_id, partner_id, reason",
    "current": "current.csv: person_id, partner_id, areas, keep",
    "pairs": "pairs.csv: person_id, partner_id, area, help, extra",
}
PATIENCE = 1.5  # seconds until a first compilation is announced


def add_to(commands: Any) -> None:
    one = commands.add_parser("design", help="design everybody's network", description=__doc__)
    one.add_argument("folder", nargs="?", type=Path, help="folder with people.csv and its sisters")
    for name, words in TABLES.items():
        one.add_argument(f"--{name}", type=Path, metavar="FILE", help=words)
    one.add_argument("--pack", default="umass", help="program pack, by name or folder (default: umass)")
    one.add_argument("--rule", action="append", default=[], metavar="KEY=VALUE", help="change a rule of the pack")
    one.add_argument("--fairness", type=float, default=1.0, metavar="ALPHA", help="0: plain total; default 1")
    one.add_argument("--seed", type=int, default=0, help="of lists, samples and simulated answers (default 0)")
    one.add_argument("--simulate-answers", action="store_true", help="draw answers from the pack's rates, watermarked")
    one.add_argument("--out", type=Path, default=Path("out/design"), metavar="DIR", help="default: out/design")
    one.add_argument("--json", action="store_true", help="print summary.json to standard output")
    one.add_argument("--quiet", action="store_true", help="no progress and no notes")
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from constellation import packs
    from constellation.cli.asking import ask, is_wanted
    from constellation.cli.files import Refusal, find_files, is_bare, load_inputs
    from constellation.cli.outputs import obstacle_to_publish

    if obstacle := obstacle_to_publish(asked.out):
        raise Refusal(obstacle)
    if not 0 <= asked.fairness <= 20:
        raise Refusal(f"--fairness {asked.fairness:g}: give a number from 0 (plain total) to 20.")
    if asked.seed < 0:
        raise Refusal(f"--seed {asked.seed}: give a whole number from 0 up.")
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
            raise Refusal(f"--rule {pair}: write KEY=VALUE, as in role=0.05.")
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
    say(asked, f"Nobody has been asked yet, so this is a supply study: {asked.out / 'index.html'}")
    if asked.json:
        show(told)
    return 0


def in_words(made: "Design") -> str:
    """The certificate in a few words."""
    from constellation.engine.certificate import OPTIMUM

    if made.stopped:
        return "stopped early, the best so far"
    share = share_reached(made, places=3)
    below = made.scope == OPTIMUM and made.value < made.bound  # what fairness costs, not what is unknown
    return f"certified {share}{' of a proven optimum' if below else f', {made.scope}'}"


def networks(asked: argparse.Namespace, inputs: "Inputs") -> int:
    from constellation.cli.account import results_of, standing
    from constellation.cli.files import write_inputs
    from constellation.cli.outputs import publish, write_all
    from constellation.cli.outputs.proofs import write_proof
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
    with publish(asked.out) as folder:
        write_inputs(inputs, folder / "inputs")
        write_proof(inputs.roster.ids, made, folder, SIMULATED if inputs.simulated else "")
        write_all(results, folder)
        told = summary_in(folder)
    say(
        asked,
        f"{len(made.person)} ties for {inputs.problem.people} people ({in_words(made)}): {asked.out / 'index.html'}",
    )
    if asked.json:
        show(told)
    return EXIT_STOPPED if made.stopped else 0


def say(asked: argparse.Namespace, sentence: str) -> None:
    if not asked.json:
        print(sentence)


def summary_in(folder: Path) -> str:
    return (folder / "summary.json").read_text(encoding="utf-8")


def show(summary: str) -> None:
    """The summary to standard output as the file holds it: JSON is UTF-8 whatever the terminal is set to."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(summary, end="")


def compute(asked: argparse.Namespace, inputs: "Inputs") -> "Design":
    """The engine on all processors, with progress, stoppable by Ctrl-C."""
    from constellation.engine import design

    with (
        interruptible() as stop,
        announced(asked.quiet),
        bar(asked.quiet) as tell,
        ThreadPoolExecutor(os.cpu_count()) as executor,
    ):
        return design(inputs.problem, fairness=asked.fairness, seed=asked.seed, executor=executor,
                      progress=tell, cancelled=stop.is_set)  # fmt: skip


@contextmanager
def interruptible() -> Iterator[threading.Event]:
    """The first Ctrl-C asks the engine to stop, a second one ends everything."""
    stop = threading.Event()

    def on_interrupt(*_: Any) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def announced(quiet: bool) -> Iterator[None]:
    """Compile the kernels where this machine has not yet, and say so when it takes a while."""
    from constellation.engine.solver.warm import warm

    words = "Compiling the engine for this machine, once (about 20 seconds) ..."
    timer = threading.Timer(PATIENCE, lambda: None if quiet else print(words, file=sys.stderr, flush=True))
    timer.daemon = True
    timer.start()
    try:
        warm()
    finally:
        timer.cancel()
    yield


@contextmanager
def bar(quiet: bool) -> Iterator[Any]:
    """A progress bar with the running certificate, on standard error; in a log one line a stage."""
    from tqdm import tqdm

    shape, watched = "{desc:<14} {percentage:3.0f}%|{bar}| {elapsed}{postfix}", sys.stderr.isatty()
    with tqdm(total=1000, disable=quiet or not watched, bar_format=shape, file=sys.stderr) as shown:

        def tell(progress: Any) -> None:
            shown.set_description_str(progress.stage, refresh=False)
            shown.set_postfix_str(running(progress), refresh=False)
            shown.update(max(0, round(1000 * progress.done) - shown.n))
            shown.refresh()

        yield tell if watched or quiet else one_line_a_stage()


def running(progress: Any) -> str:
    """The certificate so far, once there are value and bound, rounded as on the page."""
    from constellation.report.numbers import points

    if not (progress.value == progress.value and 0 < progress.bound < float("inf")):
        return ""
    most = points(progress.bound, upwards=True)
    return f"{points(progress.value)} of at most {most} ({share_reached(progress, places=2)})"


def share_reached(told: Any, places: int) -> str:
    """Value over bound as on the page, but with plain spaces, for a terminal."""
    from constellation.report.numbers import proven

    return proven(told.value, told.bound, places).replace("\N{NO-BREAK SPACE}", " ")


def one_line_a_stage() -> Callable[[Any], None]:
    last = ""

    def tell(progress: Any) -> None:
        nonlocal last
        if progress.stage != last:
            last = progress.stage
            print(f"{progress.stage:<15} {running(progress)}".rstrip(), file=sys.stderr, flush=True)

    return tell
