"""Letters torn apart by a wrong encoding (Ã± for ñ), put together again where that is certain."""

import re
import unicodedata
from difflib import SequenceMatcher

import ftfy
from ftfy.badness import is_bad

# ftfy judges a whole text and leaves short names alone (Ã…sa, Nguyá»…n); these are the encodings such names come
# through, and the letters that European names and Vietnamese ones are written with
ENCODINGS = ("sloppy-windows-1252", "mac_roman", "sloppy-windows-1250")
LETTERS_OF_NAMES = re.compile("[\u0000-\u007f\u00c0-\u017f\u0218-\u021b\u1ea0-\u1ef9]+")
LEADS = "ÃÄÅÈÂĂĹČá√≈ƒ»·"
SUSPECT = re.compile(f"[{LEADS}][^\x00-\x7f]")
CAPITAL_WITHIN = re.compile(f"[a-z][{LEADS}]|[ÃÄÅÈĂĹČ][ŒŠŽŸŚŤŹŁĄŞŻĽ][a-z]")
SYMBOL_WITHIN = re.compile(r"[^\W\d_][^\w\s'’‘“”\"()\[\],;:/&+*–—-]+[^\W\d_]|^[√≈]\w")
WORD = re.compile(r"[^ \t\r\n,;()]+")
LOST = re.compile("[\u00a0-\u024f]\ufffd")
AT_MOST_SHOWN = 3


def mend_letters(text: str) -> tuple[str, str]:
    """The text with its letters whole, and what was mended; as it was where that is not certain.

    >>> mend_letters("Nguyá»…n Thá»‹")
    ('Nguyễn Thị', 'letters mended (á»… was ễ, á»‹ was ị)')
    >>> mend_letters("Ã…sa"), mend_letters("SÃO"), mend_letters("ÅSA")
    (('Åsa', 'letters mended (Ã… was Å)'), ('SÃO', ''), ('ÅSA', ''))
    """
    if text.isascii() or not (is_bad(text) or SUSPECT.search(text)):
        return text, ""
    whole = ftfy.fix_encoding(text)
    if SUSPECT.search(whole):
        whole = WORD.sub(lambda word: mend_word(word[0]), whole)
    return (whole, describe(text, whole)) if whole != text else (text, "")


def mend_word(word: str) -> str:
    """One word put together, if what it then says is a word and what it says now is none."""
    if word.isascii() or not (CAPITAL_WITHIN.search(word) or SYMBOL_WITHIN.search(word)):
        return word
    for encoding in ENCODINGS:
        try:
            whole = word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if LETTERS_OF_NAMES.fullmatch(whole) and all(unicodedata.category(c)[0] == "L" for c in whole if c > "\x7f"):
            return whole
    return word


def describe(torn: str, whole: str) -> str:
    """What was mended, each kind once."""
    lost = LOST.findall(torn)
    torn = LOST.sub("\ufffd", torn)
    steps = SequenceMatcher(None, torn[:400], whole[:400], autojunk=False).get_opcodes()
    kinds = dict.fromkeys((torn[a:b], whole[c:d]) for tag, a, b, c, d in steps if tag == "replace")
    shown = [f"{was} was {letter}" for was, letter in kinds]
    more = ", …" if len(shown) > AT_MOST_SHOWN else ""
    said = f"letters mended ({', '.join(shown[:AT_MOST_SHOWN])}{more})" if shown else ""
    return "; ".join(filter(None, (said, f"{lost[0]} is a lost letter, marked �" if lost else ""))) or "letters mended"
