"""The rows of the benchmark table; `python -m benchmarks.cases NAME` runs one and prints it as JSON."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import peers, real_inputs
from benchmarks.population import disconnected, noisy, one_each, one_expert, population
from constellation.engine import Design, Population, design, evaluate
from constellation.engine.solver.choices import all_pairs
from constellation.engine.solver.lists import lists, pools_of

CAMPUS = 1300
ROOT = Path(__file__).parents[1]
Row = dict[str, object]


def run(people: Population, fairness: float = 0.0) -> tuple[Design, float, float]:
    """A design, its seconds, and the peak memory so far in MB."""
    with ThreadPoolExecutor(os.cpu_count()) as executor:
        began = time.perf_counter()
        made = design(people, fairness=fairness, executor=executor)
        seconds = time.perf_counter() - began
    return made, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row_of(people: Population, made: Design, seconds: float, peak: float, more: str = "") -> Row:
    return {
        "people": people.people, "seconds": round(seconds, 1), "peak MB": round(peak), "value": round(made.value, 3),
        "bound": round(made.bound, 3), "certified %": round(100 * made.certified, 3), "scope": made.scope, "more": more,
    }  # fmt: skip


def against_linear(make: Callable[[], Population], fairness: float = 0.0) -> Row:
    """Our design, then the linear optimum over the same choices."""
    people = make()
    made, seconds, peak = run(people, fairness)
    row = row_of(people, made, seconds, peak)
    if made.sample:
        row["more"] = (
            f"{made.sample.people} people re-answered against all pairs could gain at most {100 * made.sample.share_of_value:.2f} %"
        )
    if made.fair:
        share = float(np.nanmin(made.share_of_best))
        row["more"] = (
            f"alpha {fairness:g}: fair {made.fair.value:.2f} of at most {made.fair.bound:.2f}; worst {share:.3f}"
        )
    began = time.perf_counter()
    ties = peers.linear_optimum(people, choices_for(people, made))
    row["seconds, linear"] = round(time.perf_counter() - began, 1)
    row["linear optimum %"] = round(100 * peers.value_of(people, ties) / made.bound, 2)
    return row


def choices_for(people: Population, made: Design):  # type: ignore[no-untyped-def]
    """What the linear optimum may choose from: all pairs, or the very lists of the design."""
    if made.lists is None:
        return all_pairs(people)
    from constellation.engine.solver.choices import from_lists, givers

    giver = givers(people)
    place = np.full(people.people, -1)
    place[giver] = np.arange(len(giver))
    split = np.searchsorted(made.lists[0], np.arange(1, people.people))
    return from_lists(people, giver, np.split(place[made.lists[1]], split))


def noise() -> Row:
    """Self-reported numbers off by up to 20 %: what the design is worth in the true ones, beside the linear optimum."""
    people = population(CAMPUS)
    made, seconds, peak = run(people)
    told = []
    for seed in (0, 1):
        wrong = noisy(people, seed)
        ours, _, _ = run(wrong)
        linear = peers.linear_optimum(wrong, all_pairs(wrong))
        true = float(evaluate.values(people, ours.person, ours.partner).sum())
        told.append(
            f"seed {seed}: {100 * true / made.bound:.2f} % of the true bound, "
            f"linear {100 * peers.value_of(people, linear) / made.bound:.2f} %"
        )
    return row_of(people, made, seconds, peak, "; ".join(told))


def peer(method: Callable[..., peers.Ties], name: str, n: int) -> Row:
    """Another program on the same all-pairs instance, its value over our bound."""
    people = population(n)
    made, seconds, peak = run(people)
    began = time.perf_counter()
    ties = method(people, all_pairs(people))
    took = time.perf_counter() - began
    share = 100 * peers.value_of(people, ties) / made.bound
    return row_of(
        people, made, seconds, peak, f"{name}: {share:.1f} % in {took:.1f} s ({took / seconds:.1f} x our time)"
    )


def command(folder: Path, *words: str) -> Row:
    """`constellation design` on a folder, plain total, in a process of its own; what its summary says."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out"
        asked = [
            str(Path(sys.executable).with_name("constellation")),
            "design",
            str(folder),
            "--out",
            str(out),
            "--quiet",
        ]
        began = time.perf_counter()
        subprocess.run([*asked, "--fairness", "0", *words], check=True, capture_output=True)
        took = time.perf_counter() - began
        told = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return {
        "people": told["people"], "seconds": round(told["seconds"], 1), "peak MB": round(told["peak_mb"]),
        "value": round(told["value"], 3), "bound": round(told["bound"], 3),
        "certified %": round(100 * told["certified"], 3), "scope": told["bound_scope"],
        "more": f"{told['filled']} ties; the whole command {took:.1f} s",
    }  # fmt: skip


def shared() -> Path:
    """The folder of published data: see tests/conftest.py."""
    return Path(os.environ.get("CONSTELLATION_SHARED") or ROOT.parent / "shared") / "data"


def real(make: Callable[[Path, Path], Path], *words: str) -> Row:
    if not shared().is_dir():
        return {"more": "not run: set CONSTELLATION_SHARED to the folder of shared material"}
    with tempfile.TemporaryDirectory() as place:
        return command(make(shared(), Path(place) / "in"), *words)


def ready_pairs() -> Row:
    """Millions of ready pairs: how long reading them takes, and the design."""
    from constellation.cli.files import find_files, load_inputs
    from constellation.packs import load

    with tempfile.TemporaryDirectory() as place:
        folder = real_inputs.campus_as_pairs(CAMPUS, Path(place) / "in")
        size = (folder / "pairs.csv").stat().st_size / 1e6
        began = time.perf_counter()
        inputs = load_inputs(find_files(folder, {}), load("umass"), {}, False, 0)
        took = time.perf_counter() - began
        row = command(folder)
    row["more"] = f"{len(inputs.problem.person):,} rows ({size:.0f} MB) read in {took:.1f} s; {row['more']}"
    return row


def first_compile() -> Row:
    """What the first run on a machine pays: every kernel compiled into an empty cache, with the imports."""
    with tempfile.TemporaryDirectory() as place:
        began = time.perf_counter()
        code = "from constellation.engine.solver.warm import warm; warm()"
        subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "NUMBA_CACHE_DIR": place})
        return {
            "seconds": round(time.perf_counter() - began, 1),
            "more": "two processes side by side, imports included",
        }


def tight(seats: float, seed: int) -> Population:
    return population(CAMPUS, seed, seats)


CASES: dict[str, Callable[[], Row]] = {
    **{
        f"small {n}, seed {s}": partial(against_linear, partial(population, n, s)) for n in (60, 100) for s in (0, 1, 2)
    },
    **{f"campus, seed {s}": partial(against_linear, partial(population, CAMPUS, s)) for s in range(5)},
    **{f"demand {t} x, seed {s}": partial(against_linear, partial(tight, t, s)) for t in (1.5, 3.0) for s in (0, 1)},
    "one expert": partial(against_linear, lambda: one_expert(population(CAMPUS))),
    "one partner each": partial(against_linear, lambda: one_each(population(CAMPUS))),
    "colleges apart": partial(against_linear, lambda: disconnected(population(CAMPUS))),
    "fair campus": partial(against_linear, partial(population, CAMPUS, 0), 1.0),
    "fair, demand 1.5 x": partial(against_linear, partial(tight, 1.5, 0), 1.0),
    "noise 20 %": noise,
    "peer: network simplex": partial(peer, peers.network_simplex, "networkx", 300),
    "peer: stable matching": partial(peer, peers.stable_matching, "matching", 300),
    "first compile": first_compile,
    "real: Colorado, simulated answers": partial(command, ROOT / "examples" / "colorado", "--simulate-answers"),
    "real: Iowa State, simulated answers": partial(real, real_inputs.iowa, "--simulate-answers"),
    "real: bids, conference 1": partial(real, lambda data, to: real_inputs.bids(data, 1, to)[0]),
    "real: bids, conference 2": partial(real, lambda data, to: real_inputs.bids(data, 2, to)[0]),
    "real: Krackhardt's managers": partial(real, lambda data, to: real_inputs.managers(data, to)[0]),
    "ready pairs": ready_pairs,
    "large 10,000": partial(against_linear, partial(population, 10_000)),
    "large 100,000": partial(against_linear, partial(population, 100_000)),
}


if __name__ == "__main__":
    run(population(60, 1))
    warm = population(80, 2)
    lists(warm, pools_of(warm), 8, 4, 0, np.zeros(int((warm.gives > 0).sum())), None, None, None)
    print(json.dumps(CASES[sys.argv[1]]()))
