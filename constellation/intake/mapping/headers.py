"""What the words of a header mean: a field and how sure that is, before anybody looked at the cells."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from constellation.intake.content.text import mend

TABLE = Path(__file__).with_name("headers.toml")
SURE, STRIPPED, PART, CONTAINED = 0.98, 0.95, 0.85, 0.6
NEAR = 88  # of 100: as alike as a slip of the pen
LONG_ENOUGH, TELLING = 6, 12  # letters of words that may be looked for inside longer ones: half of them, or of any
ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
LISTED = re.compile(r"\s*(?:,|/|&|\+|\s-\s|\b(?:and|und|et|e|y|i|og|en)\b)\s*", re.I)
UNSURE = 0.6  # such a question is asked about, and its cells are confidential at once
AVOIDS = re.compile(r"\b(?:not|never|avoid\w*|exclud\w+|exclusions?|conflicts?|uncomfortable|rather)\b|n[’']t\b", re.I)
PEOPLE_IN_IT = re.compile(
    r"\b(?:match\w*|pair\w*|partner\w*|work(?:ing)? with|mentor\w*|meet|assign\w*|people|persons?|anyone|anybody|who|whom|list|interest with|names?|colleagues?)\b",
    re.I,
)
NOTHING = ("", 0.0, 0)
IGNORED = "ignored"  # words that are headers, and say nothing of a person
PARTS = re.compile(r"\s*(?::|/|\||>|\s[-–—]\s|\.)\s*")


@cache
def aliases() -> dict[str, tuple[str, int]]:
    """Each known header, as `compared`, with its field and its place in the list: the first names it best."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    known: dict[str, tuple[str, int]] = {}
    for field, words in table.items():
        for place, word in enumerate([field, *words]):
            known.setdefault(compared(word), (field, place))
    return known


@cache
def compared(text: str) -> str:
    """Letters and digits alone, without capitals and accents.

    >>> compared("E-Mail Adresse"), compared("Fakultät"), compared("工号")
    ('emailadresse', 'fakultat', '工号')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(sign for sign in plain if sign.isalnum() or sign in "#%")


def is_known(header: str) -> bool:
    """Whether these words are a header's, for certain.

    >>> is_known("Dept."), is_known("Horticulture")
    (True, False)
    """
    if len(header) >= 120:
        return False
    return meaning(header)[1] >= PART or compared(header) in aliases()


@cache
def meaning(header: str) -> tuple[str, float, int]:
    """The field that a header names, how sure that is (0-1), and its place among the field's words; blank and 0 for none.

    >>> meaning("Employee ID")[:2], meaning("What is your name? (First Last)")[:2], meaning("Parking")[:2]
    (('employee_id', 0.98), ('name', 0.95), ('', 0.0))
    """
    text = mend(header)[0]
    known = aliases()
    if found := known.get(compared(text)):
        return NOTHING if found[0] == IGNORED else (found[0], SURE, found[1])
    bare = ASIDE.sub(" ", text)
    if found := known.get(compared(bare)):
        return NOTHING if found[0] == IGNORED else (found[0], STRIPPED, found[1])
    if len(order_of_names(bare)) == 2:
        return "name", STRIPPED, 50
    parts = [part for part in PARTS.split(bare) if compared(part)]
    hits = [hit for part in parts if (hit := known.get(compared(part))) and hit[0] != IGNORED] if len(parts) > 1 else []
    if hits:
        return hits[-1][0], PART, hits[-1][1] + 100
    if asks_whom_to_avoid(text):
        return "avoid", UNSURE, 400
    return near(compared(bare), known)


def asks_whom_to_avoid(header: str) -> bool:
    """Whether a question is about people somebody would rather not be matched with, however it is worded.

    >>> [asks_whom_to_avoid(text) for text in ("Do NOT pair me with", "Who should we avoid?", "Not on campus on", "Partner")]
    [True, True, False, False]
    """
    return AVOIDS.search(header) is not None and PEOPLE_IN_IT.search(header) is not None


def order_of_names(header: str) -> tuple[str, ...]:
    """The parts of a name that a header of one column lists, in order; none where it lists something else.

    >>> order_of_names("Nachname, Vorname"), order_of_names("First and last name"), order_of_names("Name")
    (('family', 'given'), ('given', 'family'), ())
    """
    known = aliases()
    fields = [known[word][0] for part in LISTED.split(header) if (word := compared(part)) in known]
    named = tuple("family" if field == "name" else field for field in fields if field in ("given", "family", "name"))
    return named if len(fields) == len(named) == len(set(named)) == 2 else ()


def near(word: str, known: dict[str, tuple[str, int]]) -> tuple[str, float, int]:
    """The field of the most similar known header: a slip of the pen, or a question that contains its words."""
    if len(word) < 4:
        return "", 0.0, 0
    known = {one: hit for one, hit in known.items() if hit[0] != IGNORED}
    similar = process.extractOne(word, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if similar and abs(len(similar[0]) - len(word)) <= 2:
        return known[similar[0]][0], 0.8 * similar[1] / 100, known[similar[0]][1] + 200
    inside = [
        one
        for one in known
        if len(one) >= LONG_ENOUGH and one in word and (len(one) > len(word) / 2 or len(one) >= TELLING)
    ]
    if not inside:
        return "", 0.0, 0
    longest = max(inside, key=len)
    return known[longest][0], CONTAINED if len(longest) > len(word) / 2 else CONTAINED - 0.15, known[longest][1] + 300
