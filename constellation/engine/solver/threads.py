"""Blocks of people on any executor; without one, here and now.  Results come in the order of the blocks."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from typing import Any


def each(executor: Executor | None, work: Callable[[Any], Any], blocks: Iterable[Any]) -> Iterator[Any]:
    """Results in the order of the blocks; leaving the iteration early drops what has not begun."""
    return map(work, blocks) if executor is None else executor.map(work, blocks)
