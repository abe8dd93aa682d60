"""The engine at work: on all processors, with progress, stoppable by Ctrl-C."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from constellation.words import mark, say

if TYPE_CHECKING:
    from constellation.cli.files import Inputs
    from constellation.engine import Design

STAGES = (
    mark("begin"),
    mark("candidate lists"),
    mark("prices"),
    mark("whole sets"),
    mark("rounding"),
    mark("first design"),
    mark("proof"),
    mark("done"),
)  # what the engine calls its steps
SCOPES = (mark("all pairs"), mark("optimum proven"))
PATIENCE = 1.5  # seconds until a first compilation is announced


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

    words = say("Compiling the engine for this machine, once (about 20 seconds) ...")
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
            shown.set_description_str(say(progress.stage), refresh=False)
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
    share = share_reached(progress, places=2)
    return say("{points} of at most {most} ({share})", points=points(progress.value), most=most, share=share)


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
            print(f"{say(progress.stage):<15} {running(progress)}".rstrip(), file=sys.stderr, flush=True)

    return tell
