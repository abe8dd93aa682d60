"""The words of a reading: what a field is called, how sure its reading is, a value as one reads it."""

from collections.abc import Mapping
from datetime import datetime

MEANINGS = {
    "": "left out",
    "person_key": "key of the person",
    "employee_id": "employee number",
    "name": "full name",
    "given": "given name",
    "middle": "middle name",
    "family": "family name",
    "preferred": "preferred name",
    "native_name": "name in its own script",
    "latin_name": "name in Latin letters",
    "email": "e-mail address",
    "rank_code": "code of the rank",
    "ipeds_rank": "IPEDS rank",
    "title": "job title",
    "stage": "career stage",
    "role": "role in the program",
    "hire_date": "date of hire",
    "end_date": "end of the appointment",
    "orcid": "ORCID",
    "tenure": "tenure track or not",
    "fte": "share of a full-time place",
    "percent": "percent of a full-time place",
    "status": "status, such as on leave",
    "needs": "help wanted",
    "offers": "help offered",
    "avoid": "whom not to be matched with (confidential)",
    "capacity": "how many people they could meet",
    "formats": "ways of taking part",
    "timestamp": "when it was answered",
    "job_record": "number of the job",
}
SURE = ((0.9, "sure"), (0.7, "likely"), (0.5, "unsure"), (0.0, "a guess"))


def meaning(field: str) -> str:
    """
    >>> meaning("fte"), meaning("tenure_clock"), meaning("")
    ('share of a full-time place', 'tenure clock', 'left out')
    """
    return MEANINGS.get(field, field.replace("_", " "))


def taken_for(kind: str, field: str) -> str:
    """What a column of a table was taken for; of a list every column is a part of it.

    >>> taken_for("people", "rank"), taken_for("people", ""), taken_for("pairings", "")
    ('rank', 'left out', 'part of the list')
    """
    return meaning(field) if field or kind in ("people", "unknown") else "part of the list"


def sureness(confidence: float) -> str:
    """How sure the reading of a column is, as a word.

    >>> [sureness(share) for share in (1.0, 0.75, 0.5, 0.2)]
    ['sure', 'likely', 'unsure', 'a guess']
    """
    return next((word for least, word in SURE if confidence >= least), SURE[-1][1])


def whole_percent(share: float) -> str:
    """A score of 0–1 in whole percent, rounded down: 100 % is kept for what is certain.

    >>> whole_percent(0.999), whole_percent(1)
    ('99 %', '100 %')
    """
    return f"{int(100 * share + 1e-9)} %"


def in_words(value: object) -> str:
    """A value of a row as one reads it; empty for what is unknown.

    >>> in_words(["grants", "tenure"]), in_words("T"), in_words(None), in_words({"score": 0.5, "reason": "same e-mail"})
    ('grants; tenure', 'T', '', '50 %: same e-mail')
    >>> in_words([{"day": "Mon", "from": "08:00", "to": "12:00", "free": "yes"}, {"day": "Fri", "free": "no"}])
    'Mon 08:00–12:00; not Fri'
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Mapping):
        return mapping_in_words(value)
    if isinstance(value, list | tuple):
        return "; ".join(text for item in value if (text := in_words(item)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)


def mapping_in_words(value: Mapping[str, object]) -> str:
    """A time of the week, a name that was looked up, shares of something, or whatever else has several parts."""
    if "day" in value:
        return time_in_words(*(in_words(value.get(name)) for name in ("day", "from", "to", "free")))
    if value.keys() == {"text"}:  # an answer that only a person understands
        return in_words(value["text"])
    if "score" in value and isinstance(value["score"], int | float):
        return f"{whole_percent(value['score'])}: {in_words(value.get('reason'))}"
    shares = (
        (name, whole_percent(item) if isinstance(item, float) else in_words(item)) for name, item in value.items()
    )
    return ", ".join(f"{meaning(str(name))}: {text}" for name, text in shares if text)


def time_in_words(day: str, begin: str, end: str, free: str) -> str:
    """
    >>> time_in_words("Mon", "08:00", "12:00", "yes"), time_in_words("Fri", "", "", "no"), time_in_words("", "15:00", "", "")
    ('Mon 08:00–12:00', 'not Fri', 'from 15:00')
    """
    times = f"{begin}–{end}" if begin and end else f"from {begin}" if begin else f"until {end}" if end else ""
    return " ".join(filter(None, ("not" if free == "no" else "", day, times)))


def in_numbers(capacity: object) -> str:
    """A capacity [least, most] in words; most is None where there is no limit.

    >>> in_numbers([1, 2]), in_numbers([3, 3]), in_numbers([2, None]), in_numbers([None, 4]), in_numbers("")
    ('1 to 2', '3', '2 or more', 'up to 4', '')
    """
    if not isinstance(capacity, list | tuple) or len(capacity) != 2:
        return in_words(capacity)
    least, most = capacity
    if most is None:
        return f"{least} or more" if least is not None else ""
    if least is None:
        return f"up to {most}"
    return f"{least}" if least == most else f"{least} to {most}"
