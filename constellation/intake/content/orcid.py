"""ORCID iDs: found in any writing, checked by their last digit."""

import re
from operator import mul

from constellation.words import mark, say

WEIGHTS = tuple(pow(2, 15 - place, 11) for place in range(15))  # of ISO 7064, MOD 11-2
ZEROS = sum(WEIGHTS) * ord("0")
ANYWHERE = re.compile(r"(?<![\dX])(\d{4})[\s\-‐-―_.]?(\d{4})[\s\-‐-―_.]?(\d{4})[\s\-‐-―_.]?(\d{3}[\dX])(?![\dX])")
BARE = re.compile(r"[0-9]{15}[0-9X]")
ADDRESS = re.compile(r"^(?:HTTPS?:)?/*(?:WWW\.|SANDBOX\.)?ORCID\.ORG/|^ORCID(?:\s?ID)?\s*[:=]?\s*|\.0+$")
SHORT = re.compile(r"\d{8,14}[\dX]")
WRONG = mark("{text}: the check digit does not fit: a digit is mistyped; ask the person")
ZEROS_BACK = mark(
    "written as a number, its leading zeros were lost; "
    "put back, since an ORCID iD has 16 digits and the check digit fits"
)
NOT_SIXTEEN = mark("{text}: an ORCID iD has 16 digits, leading zeros may be lost; ask the person")
NONE = mark("{text}: no ORCID iD; ask the person")
SCIENTIFIC = mark("{text}: a spreadsheet rounded this number, its digits are lost; ask the person")


def read_orcid(text: str) -> tuple[str, str]:
    """The iD as 0000-0002-1825-0097, or blank, and a sentence where something was wrong.

    >>> read_orcid("https://orcid.org/0000-0002-1825-0097"), read_orcid("000000021825009 7".replace(" ", ""))
    (('0000-0002-1825-0097', ''), ('0000-0002-1825-0097', ''))
    >>> read_orcid("0000-0002-1825-0098")[0], read_orcid("")
    ('', ('', ''))
    """
    if BARE.fullmatch(text) and fits(text):
        return f"{text[:4]}-{text[4:8]}-{text[8:12]}-{text[12:]}", ""
    text = text.strip()
    if not text:
        return "", ""
    shown = text[:40]
    if found := ANYWHERE.search(text[:200].upper()):
        return checked("".join(found.groups()), shown)
    digits = re.sub(r"[\s\-‐-―]", "", ADDRESS.sub("", text[:200].upper())).removesuffix(".0")
    if re.fullmatch(r"\d[.,]\d+E\+?\d+", digits):
        return "", say(SCIENTIFIC, text=shown)
    if SHORT.fullmatch(digits) and digits.isascii() and fits(digits.zfill(16)):
        return with_hyphens(digits.zfill(16)), say(ZEROS_BACK)
    return "", say(NOT_SIXTEEN if re.fullmatch(r"[\dX]+", digits) else NONE, text=shown)


def checked(digits: str, shown: str) -> tuple[str, str]:
    return (with_hyphens(digits), "") if digits.isascii() and fits(digits) else ("", say(WRONG, text=shown))


def with_hyphens(digits: str) -> str:
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))


def fits(digits: str) -> bool:
    """Whether the last of 16 digits is the check digit of the others: ISO 7064, MOD 11-2.

    >>> fits("0000000218250097"), fits("0000000218250098"), fits("000000021694233X")
    (True, False, True)
    """
    total = sum(map(mul, WEIGHTS, digits[:15].encode("ascii"))) - ZEROS
    return digits[15] == "0123456789X"[(1 - total) % 11]
