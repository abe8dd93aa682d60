"""How an English title is written: spaces, capitals, small words, acronyms."""

import re

SPACES = re.compile(r"\s+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SMALL = frozenset(["a", "an", "and", "as", "at", "by", "de", "for", "in", "of", "on", "or", "the", "to", "with"])
ACRONYMS = {
    word.upper(): word
    for word in [
        "PhD",
        "MD",
        "JD",
        "DVM",
        "MFA",
        "MBA",
        "EdD",
        "DNP",
        "RN",
        "NTT",
        "TT",
        "HR",
        "IT",
        "VP",
        "SVP",
        "AVP",
        "II",
        "III",
        "IV",
        "UK",
        "US",
        "USA",
        "STEM",
        "CEO",
        "CIO",
        "CFO",
    ]
}
MONTHS = re.compile(r"(?<=[A-Za-z])(?=\d+ ?mo)|(?<=\d)(?=(?:mo|month)s?\b)", re.IGNORECASE)


def tidy(text: str) -> str:
    """One blank between words, none at the ends.

    >>> tidy("  Professor \\u00a0 Emerita ")
    'Professor Emerita'
    """
    return SPACES.sub(" ", text).strip()


def in_title_case(text: str, was_shouted: bool = True) -> str:
    """English title case: small words stay small, `&` is written out, acronyms and what stands in brackets as `(C/T)`
    keep their capitals.  With `was_shouted=False` only words without any capital are changed.

    >>> in_title_case("PROFESSOR & CHAIR OF HISTORY (C/T)")
    'Professor and Chair of History (C/T)'
    >>> in_title_case("RESEARCH PROFESSOR-9MONTH")
    'Research Professor-9 Month'
    """
    text = MONTHS.sub(" ", text.replace(" & ", " and "))
    return WORD.sub(lambda word: one_word(word, was_shouted), text)


def one_word(found: re.Match[str], was_shouted: bool) -> str:
    word, text = found.group(), found.string
    if word.upper() in ACRONYMS and (word.isupper() or word == ACRONYMS[word.upper()]):
        return ACRONYMS[word.upper()]
    if single_letter(found) or not (was_shouted or word.islower()):
        return word.upper() if single_letter(found) else word
    if word.lower() in SMALL and found.start() and not text[: found.start()].rstrip().endswith(("(", "-", ":")):
        return word.lower()
    return word[0].upper() + word[1:].lower()


def single_letter(found: re.Match[str]) -> bool:
    """A letter as in C/T, not the article."""
    text, start, end = found.string, found.start(), found.end()
    return end - start <= 2 and (text[end : end + 1] == "/" or text[max(start - 1, 0) : start] == "/")
