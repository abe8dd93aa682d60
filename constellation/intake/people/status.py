"""Whether a person is there, on leave or gone, in words."""

from constellation.intake.people.cells import Cleaning
from constellation.intake.reading import WARNING, Column
from constellation.words import say

WORDS = {
    "a": "", "active": "", "true": "", "yes": "", "1": "", "current": "", "employed": "",
    "l": "on leave", "loa": "on leave", "p": "on leave", "leave": "on leave", "on leave": "on leave", "leave of absence": "on leave", "sabbatical": "on leave",
    "r": "retired", "retired": "retired", "q": "retired", "emeritus": "retired",
    "t": "left", "terminated": "left", "inactive": "left", "false": "left", "no": "left", "0": "left", "separated": "left", "i": "left", "u": "left", "left": "left",
    "s": "suspended", "suspended": "suspended", "d": "deceased", "deceased": "deceased",
}  # fmt: skip
BEGINS = (
    ("on leave", ("on leave", "leave", "on sabbatical", "sabbatical", "loa", "medical leave", "parental")),
    ("retired", ("retire", "emerit")),
    ("left", ("terminat", "left", "separat", "resign", "inactive", "former", "no longer", "ended")),
    ("", ("active", "current", "employed", "regular")),
    ("deceased", ("deceased", "died")),
)
GONE = ("left", "retired", "deceased")


def read_status(text: str) -> str | None:
    """The status in our words, blank for who is simply there; None where it is not known.

    >>> [read_status(text) for text in ("A", "Terminated - voluntary", "On sabbatical", "", "purple")]
    ['', 'left', 'on leave', '', None]
    """
    word = text.casefold().strip()
    if not word or word in WORDS:
        return WORDS.get(word, "")
    return next((status for status, starts in BEGINS if word.startswith(starts)), None)


def status_of(cleaning: Cleaning, by_field: dict[str, Column], in_names: list[str]) -> dict[str, list[str]]:
    """The column `status`, blank for who is simply there; none where the file says nothing of it."""
    told = [""] * len(cleaning.frame)
    if "status" in by_field:
        column = by_field["status"]
        texts = cleaning.text(column)
        read = {text: read_status(text) for text in set(texts)}
        told = [read[text] or "" for text in texts]
        for text in dict.fromkeys(text for text in texts if read[text] is None):
            done, mend = say("not known as a status: left blank"), say("say active, on leave, left or retired")
            cleaning.log.habit(cleaning.frame, column.header, text, done, texts.count(text), mend, WARNING)
    if in_names:
        told = [said.casefold() or known for said, known in zip(in_names, told, strict=True)]
    return {"status": told} if any(told) else {}
