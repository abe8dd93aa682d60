"""How a text file separates its cells: by what gives its records the same number of cells."""

import csv
import re
from collections import Counter
from dataclasses import dataclass

CANDIDATES = (",", ";", "\t", "|", "^", "~", ":", "\x1f", "\x01", "¦")
# at least two spaces between the columns, as reports for printing have
RUNS = "  "
# what stands for "one column": a character that would have won if the text had it
ONE_COLUMN = "\x1f"
SAMPLE_LINES, SAMPLE_CHARACTERS = 200, 200_000
LEAST_SCORE = 0.25
SEP_LINE = re.compile(r'"?sep=(\\t|tab|[^\r\n"])"?[ \t,;|"]*(?=[\r\n]|$)', re.IGNORECASE)
SEP_WORDS = {"\\t": "\t", "tab": "\t"}
GAPS = re.compile(r" {2,}|\t+")
# a quote that a backslash makes plain: sure before a letter, and then likely everywhere but at the end of a cell
SURELY_ESCAPED = re.compile(r'\\"(?=[^,;|\t\r\n])')
ESCAPED = re.compile(r'\\"(?![,;|\t]"|[\r\n]|$)')


@dataclass(frozen=True, slots=True)
class Dialect:
    """`width`: cells that most records have.  `start`: where the records begin in the text, `line` their first line.

    `escaped`: quotes within a cell are written `\\"`.
    """

    delimiter: str
    quote: str = '"'
    width: int = 1
    start: int = 0
    line: int = 1
    escaped: bool = False


def dialect_of(text: str) -> Dialect:
    """The dialect by the first lines; a file with one column is a table too.

    >>> dialect_of("id|name\\n1|Wang, Ana\\n2|Le, Bo\\n").delimiter
    '|'
    >>> dialect_of('sep=;\\r\\nname;rank\\r\\n').delimiter
    ';'
    >>> dialect_of("Name\\nWang, Ana\\nLe, Bo\\n").width
    1
    """
    said = SEP_LINE.match(text[:100])
    start, line = (after_line(text, said.end()), 2) if said else (0, 1)
    lines = sample_of(text, start)
    sample = "".join(lines)
    quote = "'" if is_single_quoted(sample) else '"'
    escaped = bool(SURELY_ESCAPED.search(sample)) and quote == '"'
    if escaped:
        lines = [ESCAPED.sub('""', one) for one in lines]
    if said:
        delimiter = SEP_WORDS.get(said[1].lower(), said[1])
        return Dialect(delimiter, quote, width_of(lines, delimiter, quote), start, line, escaped)
    delimiter, width = judged(lines, sample, quote)
    return Dialect(delimiter, quote, width, start, line, escaped)


def judged(lines: list[str], sample: str, quote: str) -> tuple[str, int]:
    """The best delimiter and the width it gives."""
    scored = [(*score(lines, sample, one, quote), one) for one in CANDIDATES if one in sample]
    best = max(scored, default=(0.0, 1, ONE_COLUMN))
    if best[0] >= LEAST_SCORE:
        return best[2], best[1]
    share, width = agreement([len(GAPS.split(one.strip())) for one in lines if one.strip()])
    return (RUNS, width) if share > 0.8 and width > 2 else (ONE_COLUMN, 1)


def score(lines: list[str], sample: str, delimiter: str, quote: str) -> tuple[float, int]:
    """How well a delimiter cuts the sample, 0–1, and the number of cells it makes."""
    widths = [len(row) for row in parsed(lines, delimiter, quote) if any(cell.strip() for cell in row)]
    share, width = agreement(widths)
    if width < 2 or (delimiter == ":" and (width < 3 or share < 0.9)):
        return 0.0, 1
    touched = sum(1 for one in widths if one > 1) / len(widths)
    result = (0.6 * share + 0.4 * touched) * (1 - 1 / width)
    if delimiter in ",;" and sample.count(delimiter + " ") > 0.9 * sample.count(delimiter):
        if width == 2 and widths[0] == 1:
            return 0.0, 1
        result *= 0.7
    return result, width


def agreement(widths: list[int]) -> tuple[float, int]:
    """The most frequent width above one, and the share of the records that have it."""
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return 0.0, 1
    width, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return count / len(widths), width


def width_of(lines: list[str], delimiter: str, quote: str) -> int:
    return agreement([len(row) for row in parsed(lines, delimiter, quote) if row])[1]


def parsed(lines: list[str], delimiter: str, quote: str) -> list[list[str]]:
    """The sample as records; where a quote swallows much of it, or is amiss, with quotes as plain characters."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, quotechar=quote))
        if len(lines) < 10 or len(rows) > 0.3 * len(lines):
            return rows
        return list(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))
    except csv.Error:
        return [line.split(delimiter) for line in lines]


def sample_of(text: str, start: int) -> list[str]:
    """The first lines with their ends; the last is left out if it may be cut."""
    piece = text[start : start + SAMPLE_CHARACTERS]
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", piece)
    if len(piece) == SAMPLE_CHARACTERS and len(lines) > 1:
        lines.pop()
    return lines[:SAMPLE_LINES]


def is_single_quoted(sample: str) -> bool:
    """Whether cells stand between apostrophes: nothing else begins with one and has `','` in the first line."""
    first = sample.lstrip()[:2000].splitlines()[:1]
    return bool(first) and first[0].startswith("'") and re.search(r"'[,;\t|]'", first[0]) is not None


def after_line(text: str, place: int) -> int:
    """The place behind the line end that stands here."""
    return min(len(text), place + (2 if text.startswith("\r\n", place) else 1))
