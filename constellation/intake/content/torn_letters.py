"""Letters torn apart by a wrong encoding (Ã± for ñ), put together again where that is certain."""

import re
from contextlib import suppress
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

import ftfy
from ftfy.badness import is_bad

from constellation.words import say

# ftfy judges a whole text and leaves short names alone (Ã…sa, Nguyá»…n, Åžahin); here each letter of names, as these
# encodings tear it, is looked for by itself
ENCODINGS = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1250", "mac_roman")
RANGES = ((0xC0, 0x180), (0x18F, 0x190), (0x1A0, 0x1A2), (0x1AF, 0x1B1), (0x1CD, 0x1DD), (0x1E6, 0x1F6), (0x218, 0x21C), (0x259, 0x25A), (0x1E00, 0x1EFA))  # fmt: skip
MARKS = "‘’“”–—…"
# how each letter looks when it is torn apart, those of two signs and those of three
WHOLE: dict[str, str] = {}
for _encoding in ENCODINGS:
    for _letter in (*(chr(code) for first, end in RANGES for code in range(first, end)), *MARKS):
        with suppress(UnicodeError):
            _torn = _letter.encode().decode(_encoding)
            if _torn[0] not in "«…":  # which stand before whole letters too
                WHOLE.setdefault(_torn, _letter)
BEGUN = sorted({torn[:-1] for torn in WHOLE}, key=len, reverse=True)
TORN = re.compile(
    "|".join(f"{begun}[{re.escape(''.join(torn[-1] for torn in WHOLE if torn[:-1] == begun))}]" for begun in BEGUN)
)
# a second half that may also stand behind a whole letter: a mark, a space, or a capital in a word of capitals
PUNCTUATION = frozenset("‘’‚“”„…‹›–—•†‡«»´·¸¨¯\u00a0\u00ad®™¹²³")
PLAUSIBLE_IN_CAPITALS = frozenset(("ÄŠ", "ÄŽ", "ÄŤ", "ÅŠ", "ÅŽ", "ĂŞ", "ĂŠ", "ĹŠ", "ĹŽ", "ĹŤ", "ĆŻ", "ČŽ"))
OPEN_QUOTE = re.compile(r"(?:^|[\s(])«")
IN_QUOTES = re.compile("[“‘„‚][^“”‘’„‚]*[”’“‘]")
STARTS = ("", *" \t\n-.,('")
SPACE = "\u00a0"
BEFORE_SPACE = re.compile(f"(.?){SPACE}")
OF_A_MAC = "√≈ƒ∆·‚"
LOST = re.compile("[\u00a0-\u024f]\ufffd")
AT_MOST_SHOWN = 3


def mend_letters(text: str) -> tuple[str, str]:
    """The text with its letters whole, and what was mended; as it was where that is not certain.

    >>> mend_letters("Nguyá»…n Thá»‹")
    ('Nguyễn Thị', 'letters mended (á»… was ễ, á»‹ was ị)')
    >>> mend_letters("Ã…sa"), mend_letters("SÃO"), mend_letters("ÅSA")
    (('Åsa', 'letters mended (Ã… was Å)'), ('SÃO', ''), ('ÅSA', ''))
    """
    if text.isascii() or not (TORN.search(text) or is_bad(text)):
        return text, ""
    whole = text if IN_QUOTES.fullmatch(text) else ftfy.fix_encoding(text)
    whole = TORN.sub(partial(mend_letter, signs=signs_of(whole)), whole)
    return (whole, describe(text, whole)) if whole != text else (text, "")


class Signs(NamedTuple):
    """What the whole text tells about its signs, found once."""

    guillemets: bool
    opened: bool
    spaces_are_halves: bool


def signs_of(text: str) -> Signs:
    leads = set(BEFORE_SPACE.findall(text))
    return Signs("«" in text, bool(OPEN_QUOTE.search(text)), all(f"{lead}{SPACE}" in WHOLE for lead in leads))


def mend_letter(found: re.Match[str], signs: Signs) -> str:
    """One letter put together, if its halves would not stand side by side in a word that is whole."""
    torn, text, start, end = found[0], found.string, found.start(), found.end()
    return WHOLE[torn] if is_torn(torn, text[max(start - 1, 0) : start], text[end : end + 2], signs) else torn


def is_torn(torn: str, before: str, after: str, signs: Signs) -> bool:
    first, last, follows = torn[0], torn[-1], after[:1]
    if first == "»":  # »österreich« is quoted, but Ni»õƒÉ is torn
        return not signs.guillemets and (before.isalpha() or (before in STARTS and follows.isalpha()) or follows == ".")
    if first in OF_A_MAC:
        return len(torn) > 2 or before.isalpha() or follows.isalpha() or follows == "."
    if len(torn) > 2:
        return torn[1] != "»" or not signs.opened
    if last == SPACE:
        return before.islower() or is_torn_at_space(before, after, signs)
    if last in PUNCTUATION:
        return before.islower() or is_torn_at_mark(torn, before, after)
    return torn not in PLAUSIBLE_IN_CAPITALS or not before.isupper() or follows.islower()


def is_torn_at_space(before: str, after: str, signs: Signs) -> bool:
    """Å ahin, KOÅ ICE, where all such spaces of the text are halves of letters; not Å Lee."""
    if before in STARTS and (after[:1].islower() or after[:1] == "."):
        return True
    return after.isupper() and len(after) == 2 and signs.spaces_are_halves


def is_torn_at_mark(torn: str, before: str, after: str) -> bool:
    """Ã–zge, KÃ–K, GLÄ– and Ã…. as initial, but not “Ã”, IRMÃ’s, Ä–Ö."""
    first, last = torn[0], torn[1]
    if before in STARTS:
        return after[:1].islower() or after[:1] == "." or first in "ÃĂ" or (len(after) == 2 and after.isupper())
    if not before.isupper():
        return False
    return after[:1].isupper() or (after[:1].isalpha() and last != "’") or (last == "–" and not after.strip())


def describe(torn: str, whole: str) -> str:
    """What was mended, each kind once."""
    lost = LOST.findall(torn)
    torn = LOST.sub("\ufffd", torn)
    steps = SequenceMatcher(None, torn[:400], whole[:400], autojunk=False).get_opcodes()
    kinds = dict.fromkeys((torn[a:b], whole[c:d]) for tag, a, b, c, d in steps if tag == "replace")
    shown = [say("{torn} was {letter}", torn=was, letter=letter) for was, letter in kinds]
    named = ", ".join([*shown[:AT_MOST_SHOWN], *(["…"] if len(shown) > AT_MOST_SHOWN else [])])
    said = say("letters mended ({letters})", letters=named) if shown else ""
    gone = say("{torn} is a lost letter, marked {sign}", torn=lost[0], sign="�") if lost else ""
    return "; ".join(filter(None, (said, gone))) or say("letters mended")
