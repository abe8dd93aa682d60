"""From a title or a rank, in many languages and abbreviations, to rank, IPEDS rank, stage, role and a written-out title."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from constellation.intake.content.rank_doubts import doubt_of
from constellation.intake.content.tenure import tenure_in_title
from constellation.intake.content.written_titles import in_title_case, tidy
from constellation.words import mark, say

HERE = Path(__file__).parent
NO_RANK = "no academic rank"
LONGEST_TITLE = 200  # a longer text is prose, not a title
ACCENTS = re.compile("[\u0300-\u036f]")
MARKS = re.compile(r"[\W_]+")
LETTER_DIGIT = re.compile(r"(?<=[A-Z]{4})(?=\d)")
WITHOUT = re.compile(r"\bw/o\b(?=\s)", re.IGNORECASE)
WITH = re.compile(r"\bw/\s*(?=ten|track)", re.IGNORECASE)
ASKED = mark("codes are local: confirm what {code} stands for")
ZERO_LOST = mark("read as {code}, whose leading zero was lost; codes are local: confirm")

Rows = tuple[tuple[re.Pattern[str], str, str], ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """What a title or a rank says.

    `rank`: professor, associate, assistant, chair, distinguished, university, adjunct, emeritus, visiting, affiliate,
    instructor, lecturer, reader, librarian, postdoc, dean, director, student …  `ipeds`: professor, associate,
    assistant, instructor, lecturer, no academic rank.  `stage`: a career stage, blank where a title cannot tell.
    `title`: written out in English where it was abbreviated, shouted or a code; else as it stood.  `tenure`: T, TT,
    NTT only where the title says so.  `kind`: rank, admin, courtesy, staff, student, librarian.  `role`: faculty or
    another partner role.  `doubt`: what should be asked, in words, else blank.  `faculty`: whether the title appoints
    somebody to the faculty.
    """

    rank: str
    ipeds: str
    stage: str
    title: str
    tenure: str
    kind: str
    role: str
    doubt: str
    faculty: bool


class Abbreviations:
    """All abbreviations in one pattern: a pass for each would take most of the time."""

    def __init__(self, rows: list[list[str]]) -> None:
        self.words = [word for _, word in rows]
        choices = "|".join(f"({pattern})" for pattern, _ in rows)
        self.pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)\.?", re.IGNORECASE)

    def written_out(self, text: str) -> str:
        """The text with its abbreviations written out, in capitals where the text is all capitals."""
        shouted = text.isupper()
        return self.pattern.sub(lambda found: self.word(found, shouted), text)

    def word(self, found: re.Match[str], shouted: bool) -> str:
        word = self.words[(found.lastindex or 1) - 1]
        return word if shouted else word.title()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of the three tables, in order; of `ranks` and what follows it the first that fits counts."""

    as_written: Rows
    abbreviations: "Abbreviations"
    english: frozenset[str]
    languages: Rows
    scripts: Rows
    spelling: Rows
    ranks: Rows
    ipeds: Rows
    stages: Rows
    roles: Rows
    not_faculty: Rows
    kinds: Rows
    doubts: Rows
    bare: dict[str, list[str]]
    codes: dict[str, str]
    ipeds_codes: dict[str, str]


def read_rank(text: str, column: str = "title") -> Rank | None:
    """What a title, or with `column="rank"` a word of a column of ranks, says; None if it is unknown.

    In a column of ranks the word ASSOCIATE is the rank; as a title alone it may be any added appointment.

    >>> read_rank("PROF & CHAIR").title
    'Professor and Chair'
    >>> read_rank("CHAIR", column="rank").ipeds, read_rank("CHAIR").ipeds
    ('professor', 'no academic rank')
    >>> read_rank("Groundskeeper") is None
    True
    """
    if not text or len(text) > LONGEST_TITLE or text.isspace():
        return None
    text = with_or_without(text)
    words, foreign, doubt = english_words(text)
    if column == "rank" and words in read_table().bare:
        return bare_word(words)
    found = meaning(words, tidy(text) if foreign else written_out(text))
    if found is None:
        return None
    return replace(found, doubt=doubt_of(doubt) or found.doubt, tenure=tenure_in_title(text))


def read_rank_code(text: str, scheme: str = "") -> Rank | None:
    """What a code in a column of rank or job codes may stand for, always with the doubt that codes are local.

    A code that lost its leading zero is found too.  With `scheme="ipeds"` the numbers 1 to 6 are read.

    >>> read_rank_code("0201").rank, read_rank_code("AP6").title, read_rank_code("2") is None
    ('professor', 'Professor and Chair', True)
    >>> read_rank_code("2", scheme="ipeds").ipeds
    'associate'
    """
    table, code = read_table(), text.strip().upper().removesuffix(".0")
    if len(code) > 12:
        return None
    if scheme == "ipeds":
        return of_code(table.ipeds_codes.get(code.lstrip("0"), ""), "")
    if code in table.codes:
        return of_code(table.codes[code], say(ASKED, code=code))
    padded = "0" + code
    return of_code(table.codes.get(padded, ""), say(ZERO_LOST, code=padded))


def of_code(title: str, doubt: str) -> Rank | None:
    known = bare_word(title) if title in read_table().bare else meaning(title, in_title_case(title))
    return known and replace(known, doubt=doubt)


def bare_word(word: str) -> Rank | None:
    """What one word in a column of ranks stands for."""
    title, doubt, words = (*read_table().bare[word], "", "")[:3]
    known = meaning(words or english_words(title)[0], in_title_case(title))
    return known and replace(known, doubt=doubt_of(doubt))


def meaning(words: str, title: str) -> Rank | None:
    """What English words in capitals stand for."""
    table = read_table()
    rank = first(table.ranks, words)
    if not rank:
        return None
    ipeds = first(table.ipeds, words) or NO_RANK
    kind = first(table.kinds, words) or "staff"
    outweighed = ipeds != NO_RANK or ("FACULTY" in words and kind != "admin")
    return Rank(
        rank=rank,
        ipeds=ipeds,
        stage=first(table.stages, words) or "",
        title=title,
        tenure="",
        kind=kind,
        role=first(table.roles, words) or "faculty",
        doubt=doubt_of(first(table.doubts, words) or ""),
        faculty=outweighed or first(table.not_faculty, words) is None,
    )


def with_or_without(text: str) -> str:
    """A title in which w/ and w/o are written out.

    >>> with_or_without("Assoc Prof w/o tenure"), with_or_without("Asst Prof w/tenure")
    ('Assoc Prof without tenure', 'Asst Prof with tenure')
    """
    return WITH.sub("with ", WITHOUT.sub("without", text)) if "/" in text else text


def english_words(text: str) -> tuple[str, bool, str]:
    """The text in English capitals without marks; whether another language was read; the name of its doubt.

    >>> english_words("Sr. Instrctr")
    ('SENIOR INSTRUCTOR', False, '')
    >>> english_words("Doç. Dr.")
    ('ASSOCIATE PROFESSOR', True, '')
    """
    table, words, foreign, doubt = read_table(), folded(text), False, ""
    for pattern, replacement, _ in table.as_written:
        words = pattern.sub(replacement, words)
    if not words.isascii():
        words, foreign, doubt = translated(table.scripts, words)
    words = " ".join(LETTER_DIGIT.sub(" ", MARKS.sub(" ", words)).split())
    words, also, more = table.abbreviations.written_out(words), False, ""
    if not table.english.issuperset(words.split()):
        words, also, more = translated(table.languages, words)
    for pattern, replacement, _ in table.spelling:
        words = pattern.sub(replacement, words)
    return " ".join(words.split()), foreign or also, doubt or more


def translated(rows: Rows, words: str) -> tuple[str, bool, str]:
    """The words in English, whether anything was translated, and the name of the first doubt."""
    foreign, doubt = False, ""
    for pattern, english, more in rows:
        new, count = pattern.subn(english, words)
        if count and new != words:
            words, foreign, doubt = new, True, doubt or more
    return words, foreign, doubt


def written_out(title: str) -> str:
    """An English title without abbreviations, in title case where it was shouted; else as it stands.

    >>> written_out("CLINICAL ASST PROFESSOR (C/T)"), written_out("Director, Graduate Studies")
    ('Clinical Assistant Professor (C/T)', 'Director, Graduate Studies')
    """
    title = tidy(title)
    out = read_table().abbreviations.written_out(title)
    if out != title or title.isupper() or title.islower():
        return in_title_case(out, was_shouted=title.isupper() or title.islower())
    return title


def first(rows: Rows, words: str) -> str | None:
    """What the first row that fits stands for."""
    return next((meaning for pattern, meaning, _ in rows if pattern.search(words)), None)


def folded(text: str) -> str:
    """Capitals, full-width letters made plain, accents taken off.

    >>> folded("Maître de conférences")
    'MAITRE DE CONFERENCES'
    """
    text = unicodedata.normalize("NFKC", text).upper()
    return text if text.isascii() else unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", text)))


@cache
def read_table() -> Table:
    names = ("ranks.toml", "rank_languages.toml", "rank_codes.toml")
    parts = [tomllib.loads((HERE / name).read_text(encoding="utf-8")) for name in names]
    table = {name: rows for part in parts for name, rows in part.items()}
    english, abbreviations = (
        frozenset(" ".join(table.pop("english")).split()),
        Abbreviations(table.pop("abbreviations")),
    )
    patterns = {name: compiled(name, rows) for name, rows in table.items() if isinstance(rows, list)}
    return Table(**{**table, **patterns}, english=english, abbreviations=abbreviations)


def compiled(name: str, rows: list[list[str]]) -> Rows:
    """Whole words, but for the two tables that read text with its marks or without blanks."""
    around = "{}" if name in ("as_written", "scripts") else r"(?<!\w)(?:{})(?!\w)"
    return tuple((re.compile(around.replace("{}", folded_pattern(p))), text, doubt) for p, text, doubt in padded(rows))


def padded(rows: list[list[str]]) -> list[list[str]]:
    return [[*row, ""][:3] for row in rows]


def folded_pattern(pattern: str) -> str:
    return unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", pattern)))
