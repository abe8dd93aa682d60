"""The words of a reading: what a field is called, how sure its reading is, a value as one reads it."""

from collections.abc import Mapping
from datetime import datetime

from constellation.words import mark, say

MEANINGS = {
    "": mark("left out"),
    "person_key": mark("key of the person"),
    "employee_id": mark("employee number"),
    "name": mark("full name"),
    "given": mark("given name"),
    "middle": mark("middle name"),
    "family": mark("family name"),
    "preferred": mark("preferred name"),
    "native_name": mark("name in its own script"),
    "latin_name": mark("name in Latin letters"),
    "email": mark("e-mail address"),
    "rank_code": mark("code of the rank"),
    "ipeds_rank": mark("IPEDS rank"),
    "title": mark("job title"),
    "stage": mark("career stage"),
    "role": mark("role in the program"),
    "hire_date": mark("date of hire"),
    "end_date": mark("end of the appointment"),
    "orcid": mark("ORCID"),
    "tenure": mark("tenure track or not"),
    "fte": mark("share of a full-time place"),
    "percent": mark("percent of a full-time place"),
    "status": mark("status, such as on leave"),
    "needs": mark("help wanted"),
    "offers": mark("help offered"),
    "avoid": mark("whom not to be matched with (confidential)"),
    "capacity": mark("how many people they could meet"),
    "formats": mark("ways of taking part"),
    "timestamp": mark("when it was answered"),
    "job_record": mark("number of the job"),
}
# fields whose name says it: of people, and of lists
NAMED = (
    mark("action"), mark("availability"), mark("birth date"), mark("campus"), mark("college"),
    mark("comments"), mark("department"), mark("department code"), mark("effective date"),
    mark("effective sequence"), mark("gender"), mark("gives"), mark("honorific"), mark("interests"),
    mark("manager"), mark("phone"), mark("primary"), mark("rank"), mark("seeks"), mark("tenure clock"),
    mark("tenure date"), mark("year"), mark("suffix"), mark("further appointments"), mark("appointments"),
    mark("person a"), mark("person b"), mark("person a match"), mark("person b match"),
    mark("person a group"), mark("person b group"), mark("person"), mark("partner"), mark("person role"),
    mark("partner role"), mark("person match"), mark("partner match"), mark("reason"), mark("kind"),
    mark("slot"), mark("started"), mark("started text"), mark("started note"), mark("ended"), mark("until"),
    mark("condition"), mark("expired"), mark("doubt"), mark("more"), mark("finished"), mark("session"),
    mark("case"), mark("ego"), mark("alter"), mark("label"), mark("node"), mark("arena"), mark("relation"),
    mark("closeness"), mark("support"), mark("from"), mark("to"), mark("zone"), mark("busy"), mark("free"),
)  # fmt: skip
DAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
HALF_DAYS = (
    mark("Mon morning"), mark("Mon afternoon"), mark("Tue morning"), mark("Tue afternoon"), mark("Wed morning"),
    mark("Wed afternoon"), mark("Thu morning"), mark("Thu afternoon"), mark("Fri morning"), mark("Fri afternoon"),
)  # fmt: skip
KINDS = (
    mark("people"),
    mark("pairings"),
    mark("conflicts"),
    mark("ties"),
    mark("calendar"),
    mark("unknown"),
)
PEOPLE = ("people", "unknown")  # kinds of which each column is a field of a person
LONGEST = 60
SURE = ((0.9, mark("sure")), (0.7, mark("likely")), (0.5, mark("unsure")), (0.0, mark("a guess")))


def meaning(field: str) -> str:
    """
    >>> meaning("fte"), meaning("tenure_clock"), meaning("")
    ('share of a full-time place', 'tenure clock', 'left out')
    """
    return say(MEANINGS[field] if field in MEANINGS else field.replace("_", " "))


def kind_word(kind: str) -> str:
    """What a file is a list of, one of `KINDS`."""
    return say(kind)


def taken_for(kind: str, field: str) -> str:
    """What a column of a table was taken for; of a list every column is a part of it.

    >>> taken_for("people", "rank"), taken_for("people", ""), taken_for("pairings", "")
    ('rank', 'left out', 'part of the list')
    """
    return meaning(field) if field or kind in PEOPLE else say("part of the list")


def sureness(confidence: float) -> str:
    """How sure the reading of a column is, as a word.

    >>> [sureness(share) for share in (1.0, 0.75, 0.5, 0.2)]
    ['sure', 'likely', 'unsure', 'a guess']
    """
    return say(next((word for least, word in SURE if confidence >= least), SURE[-1][1]))


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
        return say("yes") if value else say("no")
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)


def mapping_in_words(value: Mapping[str, object]) -> str:
    """A time of the week, a name that was looked up, shares of something, or whatever else has several parts."""
    if "day" in value:
        return time_in_words(*(in_words(value.get(name)) for name in ("day", "from", "to", "free")))
    if value.keys() == {"text"}:  # an answer that only a person understands
        return in_words(value["text"])
    if "score" in value and isinstance(value["score"], int | float):
        return say("{score}: {reason}", score=whole_percent(value["score"]), reason=in_words(value.get("reason")))
    shares = (
        (name, whole_percent(item) if isinstance(item, float) else in_words(item)) for name, item in value.items()
    )
    return ", ".join(say("{field}: {value}", field=meaning(str(name)), value=text) for name, text in shares if text)


def time_in_words(day: str, begin: str, end: str, free: str) -> str:
    """
    >>> time_in_words("Mon", "08:00", "12:00", "yes"), time_in_words("Fri", "", "", "no"), time_in_words("", "15:00", "", "")
    ('Mon 08:00–12:00', 'not Fri', 'from 15:00')
    """
    times = f"{begin}–{end}" if begin and end else ""
    if begin and not end:
        times = say("from {time}", time=begin)
    if end and not begin:
        times = say("until {time}", time=end)
    when = " ".join(filter(None, (say(day), times)))
    return say("not {time}", time=when) if free == "no" else when


def in_numbers(capacity: object) -> str:
    """A capacity [least, most] in words; most is None where there is no limit.

    >>> in_numbers([1, 2]), in_numbers([3, 3]), in_numbers([2, None]), in_numbers([None, 4]), in_numbers("")
    ('1 to 2', '3', '2 or more', 'up to 4', '')
    """
    if not isinstance(capacity, list | tuple) or len(capacity) != 2:
        return in_words(capacity)
    least, most = capacity
    if most is None:
        return say("{least} or more", least=least) if least is not None else ""
    if least is None:
        return say("up to {most}", most=most)
    return f"{least}" if least == most else say("{least} to {most}", least=least, most=most)


def clean(text: str, longest: int = LONGEST) -> str:
    """Text of a file on one short line without what could move a terminal's cursor.

    >>> clean("Ana\\x1b[2J  Ruiz\\n"), clean("x" * 70, 10)
    ('Ana [2J Ruiz', 'xxxxxxxxx…')
    """
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
