"""How a run is watched: progress out, a wish to stop in; and who computes."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from numpy import fmax, fmin


class Stopped(Exception):
    """Somebody asked to stop; what was reached is kept by whoever catches it."""


@dataclass(frozen=True)
class Progress:
    """`stage` in words, `done` 0-1 of the run, `value` of the best design so far, `bound` proven on any (nan: none
    yet)."""

    stage: str
    done: float
    value: float
    bound: float


@dataclass
class Course:
    """The running certificate of one run: best value so far and best proven bound."""

    executor: Executor | None = None
    report: Callable[[Progress], None] | None = None
    cancelled: Callable[[], bool] | None = None
    stage: str = "begin"
    done: float = 0.0
    value: float = float("nan")
    bound: float = float("nan")

    def tell(self, stage: str, done: float, value: float = float("nan"), bound: float = float("nan")) -> None:
        """Say where the run is, and stop here if that is wished."""
        self.say(stage, done, value, bound)
        self.breathe()

    def say(self, stage: str, done: float, value: float = float("nan"), bound: float = float("nan")) -> None:
        """Say where the run is; a worse value or a looser bound than known changes nothing."""
        self.stage, self.done = stage, max(self.done, done)
        self.value = fmax(self.value, value)
        self.bound = fmin(self.bound, bound)
        if self.report:
            self.report(Progress(self.stage, self.done, self.value, self.bound))

    def breathe(self) -> None:
        if self.cancelled and self.cancelled():
            raise Stopped

    def done_with(self, value: float, bound: float) -> None:
        """The last word, also to somebody who wished to stop."""
        if self.report:
            self.report(Progress("done", 1.0, value, bound))
