"""What stands around a name is taken off: honorifics, degrees, brackets, nicknames in quotes, footnote marks."""

import re
from dataclasses import dataclass, field

from constellation.intake.content.names.tables import (
    AFTER_HONORIFIC,
    CALLED,
    FORMER,
    HONORIFICS,
    ONLY_IN_COMPANY,
    STATUS,
    SUBJECTS,
    SUFFIXES,
    SUFFIXES_BEHIND_COMMA,
)

BRACKETS = re.compile(r"[(\[{（［<]([^()\[\]{}（）［］<>]*)(?:[)\]}）］>]|$)")
IN_QUOTES = re.compile(r"[\"“„”«]([^\"“„”«»]{1,40})[\"”“»]|(?<!\w)['‘’`]([^\W\d_][^'‘’`\"]{0,40})['’`´](?!\w)")
STRAY = re.compile('[()\\[\\]{}（）［］<>"“”„«»]')
FOOTNOTES = re.compile(r"[*†‡§¶#^~¹²³⁰⁴-⁹]+(?=[\s,]|$)|(?:(?<=^)|(?<=\s))[*†‡§¶#^~]+")
# vowel signs of Arabic, Indic and Thai script are no letters to \w, and no marks either
MARKS = re.compile(
    r"[^\w\s\u0300-\u036f\u0483-\u0487\u0591-\u109f\u1700-\u1cff\u200c\u200d'’ʻʼ‘`´.,&/+;?\ufffd·・‧•-]+"
)
APOSTROPHE_APART = re.compile(r"\b([OoDd]['’]) +(?=[^\W\d_]{2})")
GLUED = re.compile(r"\b((?:Prof|Dr|Doç|Doc|Mr|Mrs|Ms|Mag|Ing)\.)(?=[^\W\d_])(?!-|[Rr]er|[Mm]ed\.?\b|[Pp]hil)")
BEHIND_DASH = re.compile(r"\s[-–—]\s*([^-–—]*)$")
BORN = re.compile(r"\s((?:née|nee|né|geb\.|geb|geborene|formerly|fka|f\.k\.a\.|a\.k\.a\.|aka)\s.*)$", re.IGNORECASE)
# what a plain name never has: anything but words, full stops, commas, hyphens and apostrophes within words
ASIDE = re.compile(
    r"[^\w\s.,'’?\ufffd-]|[⁰¹²³⁴-⁹]|(?<!\w)[-'’]|['’](?!\w)|\.[^\W\d_]|\b(?:nee|née|né|geb|geborene|formerly|fka|f\.k\.a|aka|a\.k\.a)\b",
    re.IGNORECASE,
)
WORD_OF_NAME = re.compile(r"[^\W\d_]['’ʼ‘.\w?\ufffd-]*")
SUBJECT_ENDING = re.compile(r"(?:ics|ology|istry|onomy|ography)$")
GENERATIONS = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd", "4th"))
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufefc]")


@dataclass
class Bare:
    """A name without what stood around it: the words before each comma, and what was taken off."""

    parts: list[list[str]] = field(default_factory=list)
    honorific: list[str] = field(default_factory=list)
    suffix: list[str] = field(default_factory=list)
    preferred: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def take_off(text: str) -> Bare:
    """The bare name.  Every letter of the text is in one of its fields.

    >>> bare = take_off("Prof. Dr. Margaret McDonald, PhD (Peggy) (On Leave)*")
    >>> bare.parts, bare.honorific, bare.suffix, bare.preferred, bare.notes
    ([['Margaret', 'McDonald']], ['Prof.', 'Dr.'], ['PhD'], ['Peggy'], ['On Leave'])
    """
    bare = Bare()
    text = " ".join(text.split())
    if ASIDE.search(text):
        text = take_off_asides(text, bare)
    parts = ([word for word in part.split() if is_word(word)] for part in text.split(","))
    bare.parts = [part for part in parts if part]
    take_off_honorifics(bare)
    take_off_suffixes(bare)
    return bare


def is_word(word: str) -> bool:
    """Whether there is more to it than marks: a lost letter is more, and so is what stands between two people."""
    return any(letter.isalnum() or letter in "?\ufffd&+/;" for letter in word)


def take_off_asides(text: str, bare: Bare) -> str:
    """The text without brackets, nicknames in quotes, remarks behind a dash and footnote marks."""
    asides: list[str] = []
    nicknames: list[str] = []

    def aside(found: re.Match[str]) -> str:
        asides.append(found[1].strip())
        return " "

    def nickname(found: re.Match[str]) -> str:
        nicknames.append((found[1] or found[2]).strip())
        return " "

    for _ in range(4):  # brackets within brackets, the inner ones first
        text, count = BRACKETS.subn(aside, text)
        if not count:
            break
    text = IN_QUOTES.sub(nickname, text)
    for pattern in (BEHIND_DASH, BORN):
        if (found := pattern.search(text)) and text[: found.start()].strip() and is_remark(found[1]):
            asides.append(found[1])
            text = text[: found.start()]
    text = GLUED.sub(r"\1 ", APOSTROPHE_APART.sub(r"\1", FOOTNOTES.sub("", STRAY.sub(" ", text))))
    text = MARKS.sub(" ", text)
    bare.preferred += [name for name in nicknames if name]
    for words in filter(None, asides):
        sort_aside(words, text, bare)
    return text


def is_remark(words: str) -> bool:
    first = words.split()[0].lower() if words.split() else ""
    return first in FORMER or first in ("aka", "a.k.a.") or plain(words) in STATUS


def plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]+", " ", words.lower()).split())


def sort_aside(words: str, name: str, bare: Bare) -> None:
    """What stood in brackets is a preferred name or a note."""
    low = words.lower()
    for opening in CALLED:
        if low.startswith(f"{opening} ") or low.startswith(f"{opening}: "):
            bare.notes.append(words[: len(opening)])
            bare.preferred.append(words[len(opening) :].strip(" :\"“”'‘’"))
            return
    if reads_as_preferred(words, name) and not bare.preferred:
        bare.preferred.append(words)
    else:
        bare.notes.append(words)


def reads_as_preferred(words: str, name: str) -> bool:
    parts = words.split()
    if not 1 <= len(parts) <= 3 or plain(words) in STATUS or parts[0].lower() in FORMER:
        return False
    if len(name.replace(",", " ").split()) < 2 or not all(WORD_OF_NAME.fullmatch(part) for part in parts):
        return False
    if OTHER_SCRIPT.search(words) and LATIN.search(name):
        return False
    if any(part.lower() in SUBJECTS or SUBJECT_ENDING.search(part.lower()) for part in parts):
        return False
    return parts[0][0].isupper() or not any(letter.isupper() for letter in name)


def take_off_honorifics(bare: Bare) -> None:
    """Before the name, or behind any comma: Prof. Dr. Ana Wang; Wang, Dr. Ana; Wang, Ana, Dr."""
    for part in bare.parts:
        count = leading_honorifics(part)
        if count and (count < len(part) or len(bare.parts) > 1):
            bare.honorific += part[:count]
            del part[:count]
    bare.parts = [part for part in bare.parts if part]


def leading_honorifics(words: list[str]) -> int:
    count = 0
    for word in words:
        low = word.lower()
        if not (low in HONORIFICS or (count and low in AFTER_HONORIFIC)):
            break
        count += 1
    while count and words[count - 1].lower() in AFTER_HONORIFIC and is_single_letter(words[count - 1]):
        count -= 1  # Dr. H. Smith: an initial, not half of h.c.
    if count and all(word.lower() in ONLY_IN_COMPANY for word in words[:count]):
        return 0
    return count


def is_single_letter(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def take_off_suffixes(bare: Bare) -> None:
    """Behind the name: Jr., III, PhD, with a comma or without."""
    split_at_generation(bare)
    kept: list[list[str]] = []
    for number, part in enumerate(bare.parts):
        alone = number > 0 and is_suffix_part(part, bare.parts)
        if alone:
            bare.suffix += part
            continue
        at_least = 1 if number else 2
        end = len(part)
        while end > 1 and is_suffix(part, end, at_least):
            end -= 2 if is_split_doctor(part, end) else 1
        bare.suffix += part[end:]
        kept.append(part[:end])
    bare.parts = kept


def split_at_generation(bare: Bare) -> None:
    """SMITH III Omar is Smith III, Omar: nothing but a family name stands before it."""
    if len(bare.parts) == 1:
        part = bare.parts[0]
        at = next((place for place in range(1, len(part) - 1) if part[place].lower() in GENERATIONS), 0)
        if at and (at == 1 or "".join(part[:at]).isupper()) and not is_suffix(part, len(part), 2):
            bare.parts = [part[: at + 1], part[at + 1 :]]


def is_suffix(part: list[str], end: int, at_least: int) -> bool:
    """Whether the last of the words up to `end` is a suffix; degrees only where a whole name stands before."""
    low = part[end - 1].lower()
    if low in GENERATIONS:
        return True
    if is_split_doctor(part, end):
        return end - 2 >= at_least
    return end - 1 >= at_least and low in SUFFIXES and not part[end - 1].islower()


def is_split_doctor(part: list[str], end: int) -> bool:
    return end >= 3 and (part[end - 2].lower().rstrip("."), part[end - 1].lower().rstrip(".")) in (
        ("ph", "d"),
        ("ed", "d"),
    )


def is_suffix_part(part: list[str], parts: list[list[str]]) -> bool:
    """Whether all words behind a comma are suffixes.

    Some are initials or family names as well (MA, JD): those only behind a whole name.
    """
    lows = [word.lower() for word in part]
    if " ".join(lows).replace(".", "").replace(" ", "") in ("phd", "edd", "md"):
        return True
    if all(low in SUFFIXES for low in lows):
        return (
            not (
                parts.index(part) == 1 and len(parts[0]) == 1 and len(part) == 1 and len(parts) == 2 and "." in lows[0]
            )
            or lows[0] in GENERATIONS
        )
    whole = len(parts[0]) > 1 or (parts.index(part) > 1)
    return whole and all(
        low in SUFFIXES or (low in SUFFIXES_BEHIND_COMMA and word.isupper())
        for low, word in zip(lows, part, strict=True)
    )
