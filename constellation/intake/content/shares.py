"""Shares of a full-time post, written as numbers, percents, fractions or words."""

import re

from constellation.words import mark, say

NUMBER = re.compile(
    r"(-?\d{0,6}(?:[.,]\d{1,6})?)\s*(%|percent|pct|prozent|per cent|p\.?c\.?|％|fte|vzä|etp|vte)?", re.IGNORECASE
)
FRACTION = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})(?:\s*(?:fte|time))?", re.IGNORECASE)
SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
FULL = "full time|full|ft|fulltime|full time equivalent|vollzeit|temps plein|temps complet|tiempo completo|dedicacion completa|tempo integral|tempo pieno|voltijd|heltid|tam zamanli|全职|全職|常勤|100"
HALF = "half time|half|halftime|halbe stelle|halbtags|mi temps|medio tiempo|meia jornada|mezzo tempo|halftijds|halvtid|yarim zamanli|one half"
QUARTERS = {"three quarter time": "0.75", "three quarters time": "0.75", "three quarters": "0.75", "three quarter": "0.75", "quarter time": "0.25", "one quarter": "0.25", "quarter": "0.25", "third time": "0.333", "one third": "0.333", "two thirds": "0.667", "two thirds time": "0.667"}  # fmt: skip
WORDS = {**dict.fromkeys(FULL.split("|")[:-1], "1.0"), **dict.fromkeys(HALF.split("|"), "0.5"), **QUARTERS}
PART = frozenset(
    [
        "part time",
        "part",
        "pt",
        "parttime",
        "teilzeit",
        "temps partiel",
        "tiempo parcial",
        "tempo parcial",
        "tempo parziale",
        "deeltijd",
        "deltid",
        "less than full time",
        "兼职",
        "非常勤",
    ]
)

PART_TIME = mark("part time, but not how much: ask for the share")
NO_SHARE = mark("not a share of a full-time post: left blank")
TAKEN_AS_SHARE = mark("not above 1 in a column of percentages: taken as a share")
TAKEN_AS_PERCENT = mark("above 2: taken as a percentage")
MORE_THAN_FULL = mark("more than a full-time post: confirm")
NOT_POSSIBLE = mark("no share of a full-time post is that large or below 0: left blank; correct it in the source")
LARGEST = 3.0


def read_share(text: str, percent: bool = False) -> tuple[str, str]:
    """The share as "1.0" or "0.5", or blank, and a sentence where something was assumed or could not be read.

    `percent`: the column holds percentages, so that a bare 75 is 0.75; a cell formatted as
    100 % comes out of a spreadsheet as 1, so what is not above 1 is taken as a share even there.

    >>> read_share("50,0 %"), read_share("1/3"), read_share("75", percent=True)
    (('0.5', ''), ('0.333', ''), ('0.75', ''))
    >>> read_share("part-time")
    ('', 'part time, but not how much: ask for the share')
    """
    share, words = share_in(text.strip(), percent)
    return share, say(words)


def share_in(text: str, percent: bool) -> tuple[str, str]:
    """The share as `read_share` gives it, and what is to be said in marked words."""
    if not text or len(text) > 60:
        return "", NO_SHARE if text else ""
    text = SIGNS.get(text, text)
    if (found := NUMBER.fullmatch(text)) and any(sign.isdigit() for sign in found[1]):
        return of_number(float(found[1].replace(",", ".")), (found[2] or "").lower(), percent)
    if found := FRACTION.fullmatch(text):
        whole = int(found[2])
        return as_text(round(int(found[1]) / whole, 3)) if whole else ("", NOT_POSSIBLE)
    words = " ".join(re.sub(r"[\W_]+", " ", text.lower()).split())
    if words in PART:
        return "", PART_TIME
    return WORDS.get(words, ""), "" if words in WORDS else NO_SHARE


def of_number(number: float, unit: str, percent: bool) -> tuple[str, str]:
    in_fte = unit in ("fte", "vzä", "etp", "vte")
    if percent and not unit and 0 < number <= 1:
        value, said = as_text(number)
        return value, said or TAKEN_AS_SHARE
    if (unit or percent) and not in_fte:
        return as_text(number / 100)
    if number > 2:
        value, said = as_text(number / 100)
        return value, said or TAKEN_AS_PERCENT
    return as_text(number)


def as_text(share: float) -> tuple[str, str]:
    if not 0 <= share <= LARGEST:
        return "", NOT_POSSIBLE
    return repr(round(share, 4) + 0.0), MORE_THAN_FULL if share > 1 else ""
