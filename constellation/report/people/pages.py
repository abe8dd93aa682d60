"""Everybody's page, one after the other, drawn on all processors where there are many."""

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from constellation.packs import Pack
from constellation.report.people.file_names import file_names
from constellation.report.people.guidance import Guidance
from constellation.report.people.page import person_page
from constellation.report.people.told import Told, everybody_told
from constellation.report.results import Results
from constellation.words import in_language, language

Marks = Sequence[tuple[str, str]]
Task = tuple[str, Told, Guidance, Marks, str]

FEW = 100  # people: a second process takes longer to begin
AT_ONCE = 64  # pages drawn ahead of whoever takes them


def person_pages(results: Results, pack: Pack, *, marks: Marks = ()) -> Iterator[tuple[str, str]]:
    """File name and page of every person, in the order of the roster, made as they are asked for.

    `pack`: whose drafts of messages are used.  `marks`: what stands on every page before anything else, a mark and
    its explanation.  The language is the one in force now, whenever the pages are taken.
    """
    names, guidance, spoken = file_names([one.person_id for one in results.people]), Guidance.of(pack), language()
    tasks: Iterator[Task] = (
        (names[key], told, guidance, tuple(marks), spoken) for key, told in everybody_told(results)
    )
    return map(made, tasks) if len(results.people) <= FEW else made_together(tasks)


def made(task: Task) -> tuple[str, str]:
    name, told, guidance, marks, spoken = task
    with in_language(spoken):
        return name, person_page(told, guidance, marks)


def made_together(tasks: Iterator[Task]) -> Iterator[tuple[str, str]]:
    """The same by several processes, never many pages ahead."""
    with ProcessPoolExecutor(processors(), get_context("spawn"), leave_interrupts_to_the_parent) as pool:
        while some := list(islice(tasks, AT_ONCE)):
            yield from pool.map(made, some, chunksize=4)


def processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
