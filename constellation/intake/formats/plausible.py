"""How much a text looks as if it had been read in the right encoding.

Every character beyond ASCII is judged where it stands: a letter between letters of its script is what names are made
of, a sign inside a word or a capital after a small letter is what a wrong encoding makes.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

TABLE: dict[str, Any] = tomllib.loads(
    files("constellation.intake.formats").joinpath("encodings.toml").read_text(encoding="utf-8")
)
TOKEN = re.compile(r"[A-Za-z\x80-\U0010ffff'-]*[\x80-\U0010ffff][A-Za-z\x80-\U0010ffff'-]*")
# a Chinese character right before or after a small Latin letter
TORN = re.compile(r"[a-z][\u2e80-\uffff]|[\u2e80-\uffff][a-z]")
SEEN = [re.compile(word) for word in TABLE["words"]["seen"]]
WESTERN, OTHERS = (set(TABLE["letters"][key]) for key in ("western", "others"))
AT_THE_END = set(TABLE["letters"]["at_the_end"])
FREQUENT = {script: set(TABLE["letters"][script.lower()]) for script in ("CYRILLIC", "GREEK", "HEBREW", "ARABIC")}
AROUND, INSIDE = set(TABLE["marks"]["around"]), set(TABLE["marks"]["inside"])
HAN = set(TABLE["letters"]["han"])
# what each kind of word found adds to the average of the letters
PER_WORD = 0.1
RUBBISH, WRONG, ODD = -3.0, -2.0, -1.0
# letters that are a word of their own; less likely than a dash, for which another encoding has the same byte
WORDS_OF_ONE, LONE = set("àáèéêòóôùúåæøöíìý"), 0.6


def plausibility(text: str) -> float:
    """About 1 for a text read rightly, below 0 for one in a wrong encoding; 0 where all is ASCII.

    >>> plausibility("Muñoz") > 0.9 > 0 > plausibility("MuÒoz")
    True
    >>> plausibility("姓名,职称") > plausibility("ÐÕÃû,Ö°³Æ")
    True
    """
    tokens: Counter[str] = Counter()
    for part, count in Counter(text.split()).items():
        for word in words_of(part):
            tokens[word] += count
    judged = [(*scored(token), count) for token, count in tokens.items()]
    letters = sum(beyond * count for _, beyond, count in judged)
    if not letters:
        return 0.0
    together = " ".join(tokens)
    words = sum(1 for word in SEEN if word.search(together))
    return sum(total * count for total, _, count in judged) / letters + PER_WORD * words


def words_of(part: str) -> list[str]:
    """The words with a character beyond ASCII; an endless one is cut, its beginning says enough."""
    return [] if part.isascii() else [word for word in TOKEN.findall(part[:400]) if not word.isascii()]


def scored(token: str) -> tuple[float, int]:
    """The sum of the judgements of a word's characters beyond ASCII, and how many there are."""
    scripts = Counter(script(letter) for letter in token if letter.isalpha())
    beyond = [place for place, letter in enumerate(token) if letter > "\x7f"]
    foreign = sum(count for name, count in scripts.items() if name != "LATIN")
    total = sum(of_character(token, place) for place in beyond)
    if scripts["LATIN"] and foreign:
        total += mixed(token, scripts, foreign)
    elif all_accented(token, beyond):
        total += ODD * len(beyond)
    if scripts["HANGUL"] and scripts["CJK"]:
        total += ODD * scripts["CJK"]
    return total, len(beyond)


def mixed(token: str, scripts: Counter[str], foreign: int) -> float:
    """Two scripts in one word: usual only as a whole name in Chinese letters beside a Latin one."""
    east_asian = foreign > 1 and foreign == scripts["CJK"] + scripts["KANA"] + scripts["HANGUL"]
    return 0.0 if east_asian and not TORN.search(token) else WRONG * min(foreign, scripts["LATIN"])


def all_accented(token: str, beyond: list[int]) -> bool:
    """Whether a word is made of accented Latin letters nearly alone: what another script looks like read wrongly."""
    latin = sum(1 for place in beyond if script(token[place]) == "LATIN")
    return latin >= 3 and latin > 0.6 * len(token)


def of_character(token: str, place: int) -> float:
    """The judgement of one character where it stands."""
    letter = token[place]
    before, after = token[:place][-1:], token[place + 1 :][:1]
    if not letter.isalpha():
        return of_mark(letter, before.isalpha() and after.isalpha())
    kind = script(letter)
    if kind == "LATIN":
        return of_latin(letter, before, after)
    if kind in FREQUENT:
        return of_strict_case(letter, before) + (1.0 if letter.lower() in FREQUENT[kind] else 0.3)
    return of_east_asian(letter, kind)


def of_latin(letter: str, before: str, after: str) -> float:
    """Accented letters: those of many languages first, those of few later, capitals only where capitals stand."""
    small = letter if letter in "İı" else letter.lower()
    if not before and not after:
        return LONE if small in WORDS_OF_ONE else ODD
    if small in AT_THE_END:
        weight = -0.3 if after.isalpha() else 0.85
    else:
        weight = 1.0 if small in WESTERN else 0.9 if small in OTHERS else 0.2
    if letter in "ðþýÐÞÝ":
        weight = 0.8
    return weight + of_case(letter, before, after)


def of_case(letter: str, before: str, after: str) -> float:
    """A capital after a small letter is wrong unless another capital follows; `ñ` between capitals is odd."""
    if letter.isupper() and before.islower() and not after.isupper():
        return WRONG
    if letter.islower() and letter != "ß" and before.isupper() and after.isupper():
        return ODD
    return 0.0


def of_strict_case(letter: str, before: str) -> float:
    """Scripts in which names have no capital inside, and mostly one at the start."""
    if letter.isupper() and before.islower():
        return WRONG
    return -0.3 if letter.islower() and not before.isalpha() else 0.0


def of_mark(letter: str, inside: bool) -> float:
    """What is no letter: quotes and dashes belong around words, nothing but an apostrophe inside one."""
    category = unicodedata.category(letter)
    if letter == "\ufffd" or category in ("Cc", "Co", "Cn", "Cs"):
        return RUBBISH
    if category.startswith("M"):
        return 0.8 if inside else 0.3
    if inside:
        return 0.95 if letter in INSIDE else WRONG
    return 0.7 if letter in AROUND else ODD


def of_east_asian(letter: str, kind: str) -> float:
    """Chinese, Japanese and Korean letters by how common they are, other scripts by little."""
    if kind == "CJK":
        return 1.1 if letter in HAN else 0.85 if is_common_han(letter) else -0.2
    if kind == "HANGUL":
        return 1.0 if is_common_hangul(letter) else -0.5
    if kind == "KANA":
        return 1.0 if letter < "\uff00" else -0.8
    return 0.3


@cache
def is_common_han(letter: str) -> bool:
    """Whether a Chinese character is in the first, common level of one of the national lists."""
    return any(
        is_in(letter, codec) and low <= letter.encode(codec)[0] <= high
        for codec, low, high in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6), ("shift_jis", 0x88, 0x97))
    )


def is_common_hangul(letter: str) -> bool:
    """Whether a Korean syllable is one of the 2,350 common ones: the codec writes all others in eight bytes."""
    return is_in(letter, "euc_kr") and len(letter.encode("euc_kr")) == 2


def is_in(letter: str, codec: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@cache
def script(letter: str) -> str:
    """The script of a letter, as the first word of its Unicode name; Japanese syllables are KANA."""
    if letter < "\u0250":
        return "LATIN"
    word = unicodedata.name(letter, "NONE").split(" ")[0]
    if word in ("HIRAGANA", "KATAKANA", "HALFWIDTH", "KATAKANA-HIRAGANA"):
        return "KANA"
    return word
