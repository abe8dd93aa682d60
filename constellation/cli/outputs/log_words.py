"""What in a sentence of the log belongs to one place only: cells, numbers, what a word is read as, in every language.

The sentences are those of intake; where their gaps stand in the reader's language tells what fills them.
"""

import re
from functools import cache
from string import Formatter

from constellation.intake.reading import Entry
from constellation.words import mark, say, say_count

READ_AS, IS_READ_AS, WITH_RANK = (
    mark("read as {value}"),
    mark("{text} is read as {value}"),
    mark("read as {title} (rank: {rank})"),
)
IS = mark("{text} is {what}")
QUOTED = r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)"
READ = r"[^:;,()“”]*[^:;,()“”\s]"
NUMBER = r"\d[\d,.]*"
NUMBERED = r"[^\s()“”,;]*\d[^\s()“”,;:]*"


def pattern(text: str) -> str:
    """The sentence without what is particular to one place.

    >>> pattern("taken as “Ana”, id 0012 kept (3 cells)"), pattern("read as Art History: an alias")
    ('taken as …, id … kept', 'read as …: an alias')
    """
    return particulars().sub("…", without_cells(text)).replace("… …", "…")


def pieces(done: str) -> list[str]:
    """What is particular to one place in a sentence, above all what something is read as.

    >>> pieces("id 0012 is that of “Ana”"), pieces("in row 3: read as Art History, an alias")
    (['0012', '“Ana”'], ['Art History'])
    """
    read = lead_in(say(READ_AS), "value")
    _, sign, read_as = done.rpartition(read) if read else ("", "", "")
    found = particulars().findall(sign + read_as if sign else done)
    return found[:1] if sign else found


def said_of(entry: Entry) -> str:
    """What was done, without what was found where the sentence begins with it, and without the number of cells.

    >>> said_of(Entry("a.csv", "", 0, "Track", "Tenured", "Tenured is read as T (50 cells)", "", "info"))
    'read as T'
    """
    done = without_cells(entry.done)
    if not entry.found or not done.startswith(entry.found):
        return done
    if done.startswith(read := say(IS_READ_AS, text=entry.found, value="")):
        return say(READ_AS, value=done.removeprefix(read))
    return done.removeprefix(say(IS, text=entry.found, what="")).removeprefix(f"{entry.found}: ")


def cells_in(entry: Entry) -> int:
    """How many cells an entry tells of: an entry for a whole column may say it."""
    found = counted_cells().search(entry.done)
    return int(re.sub(r"\D", "", found[0])) if found else 1


def without_cells(text: str) -> str:
    return counted_cells().sub("", text)


def counted_cells() -> re.Pattern[str]:
    """How an entry for a whole column ends, for one cell and for many."""
    forms = (say_count("{done} ({n} cell)", "{done} ({n} cells)", count, done="", n="\0") for count in (1, 2))
    return ending(*forms)


@cache
def ending(*forms: str) -> re.Pattern[str]:
    either = "|".join(re.escape(form).replace(re.escape("\0"), NUMBER) for form in forms)
    return re.compile(f"(?:{either})$")


def particulars() -> re.Pattern[str]:
    read = {lead_in(say(READ_AS), "value"), lead_in(say(IS_READ_AS), "value"), lead_in(say(WITH_RANK), "title")}
    return differing(tuple(sorted(filter(None, read))), lead_in(say(WITH_RANK), "rank"))


@cache
def differing(read: tuple[str, ...], rank: str) -> re.Pattern[str]:
    """`read`, `rank`: the words after which stands what something is read as, and which rank it is."""
    parts = [QUOTED, *(f"(?<={re.escape(words)}){READ}" for words in read)]
    if rank:
        parts.append(rf"(?<={re.escape(rank)})[^()]*")
    return re.compile("|".join([*parts, NUMBERED]))


@cache
def lead_in(sentence: str, gap: str) -> str:
    """The words directly before a gap; blank where it comes first.

    >>> lead_in("read as {title} (rank: {rank})", "rank"), lead_in("{value} it is", "value")
    (' (rank: ', '')
    """
    return next((words for words, name, _, _ in Formatter().parse(sentence) if name == gap), "")
