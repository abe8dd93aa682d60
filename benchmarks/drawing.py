"""`python -m benchmarks.drawing`: how long maps take, by how many partners or people are on them."""

import os
import sys
import time
from collections.abc import Callable

import numpy as np

from constellation.maps import PHONE, WIDE, person_map
from constellation.maps.program import program_map
from tests.maps.networks import random_network
from tests.maps.teams import random_program

TRIES = 20


def middle(work: Callable[[int], object], tries: int) -> float:
    """The middle of several times, in seconds of the processor."""
    times = []
    for seed in range(tries):
        began = time.process_time()
        work(seed)
        times.append(time.process_time() - began)
    return float(np.median(times))


def main() -> int:
    print("| map | middle of times, s of processor |", "|---|---|", sep="\n")
    for form in (WIDE, PHONE):
        for partners in (8, 25, 300):
            took = middle(lambda seed, n=partners, to=form: person_map(random_network(seed, n), form=to), TRIES)  # type: ignore[misc]
            print(f"| a person with {partners} partners, {form.name} | {took:.3f} |", flush=True)
    took = middle(lambda seed: program_map(*random_program(2000, 6000, 40, seed)), 3)
    print(f"| a program of 2,000 people and 6,000 ties | {took:.2f} |")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())
