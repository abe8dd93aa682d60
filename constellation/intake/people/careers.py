"""Ranks, titles and further appointments of a frame's people, from rank, title and code columns together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from constellation.intake.content.ranks import Rank, read_rank, read_rank_code
from constellation.intake.content.title_lists import split_titles
from constellation.intake.content.units import split_units
from constellation.intake.log import listed
from constellation.intake.people.cells import UNKNOWN, Cell, Cleaning, plain
from constellation.intake.reading import INFO, WARNING, Column, named
from constellation.words import mark, say

FIELDS = ("rank", "title", "ipeds_rank", "stage", "role")
Appointment = dict[str, str]
# by field, and whether both columns of rank and title are there
NOT_KNOWN = {
    ("rank", True): mark("not known as a rank: what the other column says counts"),
    ("title", True): mark("not known as a title: what the other column says counts"),
    ("rank", False): mark("not known as a rank: kept as the title, rank left blank"),
    ("title", False): mark("not known as a title: kept as the title, rank left blank"),
}


@dataclass(frozen=True, slots=True)
class Career:
    """What rank, title and code say together: the words of `FIELDS`, the tenure a title names, further titles."""

    rank: str = ""
    title: str = ""
    ipeds_rank: str = ""
    stage: str = ""
    role: str = ""
    kind: str = ""
    tenure: str = ""
    further: tuple[tuple[str, str, str], ...] = ()  # title, rank and kind of each line below the first


def careers_of(cleaning: Cleaning, by_field: dict[str, Column]) -> list[Career]:
    """One career a row; what could not be read is logged once a spelling."""
    blank = [""] * len(cleaning.frame)
    ranks, titles, codes = (
        cleaning.column(by_field[field], words) if field in by_field else blank
        for field in ("rank", "title", "rank_code")
    )
    memo: dict[tuple[str, str, str], Career] = {}
    careers = []
    for key in zip(ranks, titles, codes, strict=True):
        if key not in memo:
            memo[key] = career(*key)
        careers.append(memo[key])
    tell_unknown(cleaning, by_field, {"rank": ranks, "title": titles, "rank_code": codes})
    return careers


def words(cell: str) -> Cell:
    """A rank, title or code; a figure that is no known code says nothing."""
    text = plain(cell, "rank")
    if (
        text.value
        and not any(sign.isalpha() for sign in text.value)
        and read_rank_code(text.value) is None
        and len(text.value) < 3
    ):
        return Cell("", say(UNKNOWN, text=text.value), habit=True)
    return text


def career(rank_text: str, title_text: str, code: str) -> Career:
    """What three cells say: the rank column counts first, then the title, then the code.

    >>> one = career("", "Professor and Chair", "")
    >>> one.rank, one.ipeds_rank, one.title
    ('chair', 'professor', 'Professor and Chair')
    """
    lines = split_titles(title_text or rank_text)
    first = lines[0] if lines and not title_text else rank_text.split("\n")[0]
    ranked = read_rank(first, column="rank") or read_rank_code(rank_text) if rank_text else None
    titled = read_rank(lines[0]) if title_text and lines else None
    coded = read_rank_code(code) or read_rank(code, column="rank") if code else None
    best = next((one for one in (ranked, titled, coded) if one is not None and one.rank), ranked or titled or coded)
    if best is None:
        return Career(title=lines[0] if lines else "", further=further_titles(lines[1:]))
    written = titled.title if titled else lines[0] if title_text else best.title
    return Career(best.rank, written, best.ipeds, best.stage, best.role, (titled or best).kind,
                  best.tenure or (titled.tenure if titled else ""), further_titles(lines[1:]))  # fmt: skip


def further_titles(lines: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    read = [(line, read_rank(line)) for line in lines]
    return tuple((one.title, one.rank, one.kind) if one else (line, "", "") for line, one in read)


def tell_unknown(cleaning: Cleaning, by_field: dict[str, Column], texts: dict[str, list[str]]) -> None:
    """One entry a spelling that could not be read, and one a column of codes: codes are local."""
    both = "rank" in by_field and "title" in by_field
    for field, cells in texts.items():
        if field not in by_field:
            continue
        column = by_field[field]
        header = named(column)
        counts = Counter(cell for cell in cells if cell)
        distinct = list(counts)
        if field == "rank_code":
            tell_codes(cleaning, header, distinct, named="title" in by_field or "rank" in by_field)
            continue
        for text in distinct:
            first = (split_titles(text) or [text])[0]
            read = read_rank(first, column="rank") or read_rank_code(first) if field == "rank" else read_rank(first)
            tell_spelling(cleaning, header, field, text, first, read, counts[text], both)


def tell_spelling(
    cleaning: Cleaning, header: str, field: str, text: str, first: str, read: Rank | None, count: int, both: bool
) -> None:
    severity, mend = WARNING, ""
    if read is None:
        done = say(NOT_KNOWN[field, both])
        mend = say("add a column with the rank, or tell us what this title means")
    elif read.doubt:
        done = say("read as {rank}: {doubt}", rank=read.rank or read.kind, doubt=read.doubt)
    elif read.title != first or (field == "rank" and read.rank != first):
        done, severity = say("read as {title} (rank: {rank})", title=read.title, rank=read.rank), INFO
    else:
        return
    cleaning.log.habit(cleaning.frame, header, first, done, count, mend, severity)


def tell_codes(cleaning: Cleaning, header: str, codes: Sequence[str], named: bool) -> None:
    read = {code: read_rank_code(code) or read_rank(code, column="rank") for code in codes}
    known = [f"{code} = {one.title}" for code, one in read.items() if one]
    unknown = [code for code, one in read.items() if one is None]
    if known and not named:
        mend = say("codes are local: check these meanings, or add a column with the rank in words")
        cleaning.log.ask(cleaning.frame, header, listed(known), say("codes read by the table of usual codes"), mend)
    if unknown and not named:
        done, mend = say("codes we do not know: rank left blank"), say("add a column with the rank in words")
        cleaning.log.add(cleaning.frame, 0, header, listed(unknown), done, mend, WARNING)


def further_appointments(careers: Sequence[Career], departments: Sequence[str]) -> dict[int, list[Appointment]]:
    """By row the appointments after the first: the lines below the first of titles and units, line by line."""
    found: dict[int, list[Appointment]] = {}
    for row, (one, text) in enumerate(zip(careers, departments, strict=True)):
        units = split_units(text)[1:] if "\n" in text or ";" in text or "|" in text else []
        if one.further or units:
            pairs = max(len(one.further), len(units))
            found[row] = [
                {"title": title, "rank": rank, "kind": kind, "department": units[at] if at < len(units) else ""}
                for at in range(pairs)
                for title, rank, kind in [one.further[at] if at < len(one.further) else ("", "", "")]
            ]
    return found
