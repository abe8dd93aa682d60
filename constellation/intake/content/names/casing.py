"""Names that a file has in capitals only, or in none, written as people write them."""

import re

from constellation.intake.content.names.tables import (
    ARTICLES,
    CAPITAL_AFTER,
    MAC,
    PARTICLES,
    SHARP_S,
    SHORT_NAMES,
)
from constellation.intake.unsaid import Unsaid
from constellation.words import mark

LOST = "?\ufffd"
APOSTROPHES = "'’ʼ‘`"
VOWELS = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāăąēėęěīįıōőœūůűųơưạ-ỹ]")
INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,4}|[^\W\d_]|(?:[^\W\d_]-)+[^\W\d_]\.?")
# Ka'ahumanu: all its letters are those of Hawaii, and its apostrophe is one
HAWAIIAN = re.compile(r"(?:ka|ke|la)['’ʼ‘](?=[aeiouāēīōū])(?:[hklmnpw]?[aeiouāēīōū]|['’ʼ‘](?=[aeiouāēīōū]))+")
TURKISH = re.compile("[İıŞşĞğ]")
PREFIXED = re.compile(r"(?:Mc|Mac|De|Di|Da|La|Le|Van|Von|Fitz|O['’]|D['’]|[a-z]{1,4}['’-]?)?([^\W\d_a-zß-öø-ÿ]{2}.*)")
# syllables of Korean and Chinese given names in Latin letters; the second of two is written small
SYLLABLE = re.compile(
    r"(?:ch|sh|zh|ts|hs|kh|kk|tt|[bcdfghjklmnpqrstwxyz])?(?:yeo|yae|wae|iao|uai|ae|ai|ao|ei|eo|eu|ia|ie|io|iu|oe|oo|ou|ua|ue|ui|uo|ya|ye|yi|yo|yu|wa|we|wi|wo|[aeiouü])(?:ng|[nklmhpr])?"
)  # fmt: skip
WESTERN_SYLLABLES = frozenset(
    [
        "ann",
        "anne",
        "jean",
        "jo",
        "lee",
        "sue",
        "may",
        "mae",
        "lou",
        "lyn",
        "kay",
        "rae",
        "joe",
        "jon",
        "dan",
        "ben",
        "tom",
        "tim",
        "jim",
        "kim",
        "sam",
        "max",
        "leo",
        "eli",
        "ari",
        "noa",
        "mia",
        "lea",
        "ana",
        "eve",
        "ida",
        "ola",
    ]
)


def is_capitals(word: str) -> bool:
    """Whether a word of two letters or more is in capitals, a small Mc, de or al- before it or not.

    >>> [is_capitals(word) for word in ("WANG", "McDONALD", "STRAßE", "ST.", "J.", "Wang", "al-HADDAD")]
    [True, True, True, True, False, False, True]
    """
    if word.isupper():
        return not INITIAL.fullmatch(word)
    bare = PREFIXED.fullmatch(word)
    return bare is not None and bare[1].replace("ß", "SS").isupper()


def is_initial(word: str) -> bool:
    """Whether a word is one initial, or several written together.

    >>> [is_initial(word) for word in ("J", "J.", "J.R.", "J.-P.", "Jo", "y")]
    [True, True, True, True, False, True]
    """
    return INITIAL.fullmatch(word) is not None


def are_initials_together(word: str) -> bool:
    """Whether two or three capitals stand for given names (JF, AJ) and not for a short name (LE, XU)."""
    low = word.lower()
    if not word.isalpha() or len(word) > 3 or low in SHORT_NAMES:
        return False
    return len(word) == 2 or not VOWELS.search(low)


def lower(word: str) -> str:
    """Lower case; with a dotless ı where the word itself shows that it is Turkish."""
    if TURKISH.search(word):
        word = word.replace("I", "ı")
    return word.replace("İ", "i").lower()


def recase(words: list[str], *, given: bool = False) -> list[str]:
    """Words in capitals, or in none, as people write them; initials stay as they are.

    >>> recase(["VAN", "DER", "BERG"]), recase(["O'CONNOR"]), recase(["MCDONALD"]), recase(["AL-HADDAD"])
    (['van', 'der', 'Berg'], ["O'Connor"], ['McDonald'], ['al-Haddad'])
    >>> recase(["MIN-JUN"], given=True), recase(["JEAN-FRANÇOIS"], given=True), recase(["IŞIK", "YILMAZ"])
    (['Min-jun'], ['Jean-François'], ['Işık', 'Yilmaz'])
    """
    if given:
        return [recase_word(word, given=True, first=not position) for position, word in enumerate(words)]
    before = ["", *words]
    return [
        recase_particle(word, before[position])
        if position < len(words) - 1 and is_known_particle(word)
        else recase_word(word)
        for position, word in enumerate(words)
    ]


def is_known_particle(word: str) -> bool:
    return word.lower() in PARTICLES or lower(word) in ("y", "e")


def recase_particle(word: str, before: str) -> str:
    """La Fontaine, but de la Cruz."""
    low = word.lower()
    return low if before.lower() in ("de", "van", "op", "in") else PARTICLES.get(low, low)


def recase_word(word: str, *, given: bool = False, first: bool = True) -> str:
    if INITIAL.fullmatch(word):
        return word.upper()
    if given and word.isupper() and are_initials_together(word):
        return word
    parts = re.split("([-‐‑])", lower(word))
    if given and is_east_asian_pair(parts):
        return capital(parts[0]) + "".join(parts[1:])
    if not (given and first) and len(parts) > 1 and parts[0] in ARTICLES:
        return parts[0] + "".join(map(capital, parts[1:]))
    return "".join(
        part if 0 < position < len(parts) - 1 and part in ARTICLES else capital(part)
        for position, part in enumerate(parts)
    )


def is_east_asian_pair(parts: list[str]) -> bool:
    """Whether a hyphened given name, in lower case, is of two Korean or Chinese syllables.

    >>> [is_east_asian_pair(name.partition("-")) for name in ("min-jun", "seo-yeon", "mary-ann", "jo-ann")]
    [True, True, False, False]
    """
    if len(parts) != 3 or parts[0] in WESTERN_SYLLABLES or parts[2] in WESTERN_SYLLABLES:
        return False
    return bool(SYLLABLE.fullmatch(parts[0]) and SYLLABLE.fullmatch(parts[2]))


def capital(word: str) -> str:
    """A word in lower case with its capitals: after Mc, after O' and d', after Mac where that is usual."""
    if HAWAIIAN.fullmatch(word):
        return first_up(word)
    for position, letter in enumerate(word):
        if letter in APOSTROPHES and 0 < position < len(word) - 1 and f"{word[:position]}'" in CAPITAL_AFTER:
            return first_up(word[: position + 1]) + capital(word[position + 1 :])
    if word.startswith("mc") and len(word) > 3:
        return "Mc" + first_up(word[2:])
    if word in MAC:
        return "Mac" + first_up(word[3:])
    if word.startswith("ij") and not VOWELS.match(word[2:3]):
        return "IJ" + word[2:]
    return first_up(word)


def first_up(word: str) -> str:
    """The first letter made a capital, also behind a mark; İ where the word is Turkish."""
    for position, letter in enumerate(word):
        if letter in LOST:
            return word  # the capital itself was lost
        if letter.isalpha():
            turkish = letter == "i" and TURKISH.search(word)
            large = "İ" if turkish else letter if letter == "ß" else letter.upper()
            return word[:position] + (large if len(large) == 1 else letter) + word[position + 1 :]
    return word


def doubt_about_capitals(words: list[str]) -> tuple[Unsaid, ...]:
    """What capitals hide in these words, already written small, none where nothing."""
    for word in words:
        low = word.lower()
        if low in MAC:
            sentence = mark("capitals hide whether “{word}” is written {other}")
            return (Unsaid.of(sentence, word=word, other=first_up(low)),)
        if "ss" in low and any(stem in low for stem in SHARP_S):
            return (Unsaid.of(mark("capitals hide whether “{word}” is written with ß"), word=word),)
    return ()


def all_lower(words: list[str]) -> bool:
    """Whether no word has a capital, though its script has them."""
    return not any(letter.isupper() for word in words for letter in word) and any(
        letter.islower() for word in words for letter in word
    )
