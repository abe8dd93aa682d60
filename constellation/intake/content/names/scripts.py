"""Names in Han, Hangul, Kana, Arabic, Hebrew and Indic scripts: the family name by the custom of the script."""

import re

from constellation.intake.content.names.split import A_SINGLE_WORD, Doubts, Reading
from constellation.intake.content.names.tables import BEHIND_EAST_ASIAN, CHINESE_TWO, JAPANESE_TWO, KOREAN_TWO
from constellation.intake.unsaid import Unsaid
from constellation.words import mark

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
KANA = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
EAST_ASIAN = re.compile(f"[{HAN}{KANA}{HANGUL}]")
ALL_HAN = re.compile(f"[{HAN}]+")
ALL_HANGUL = re.compile(f"[{HANGUL}]+")
HAN_THEN_KANA = re.compile(f"([{HAN}]+)([{KANA}]+)")
MIDDLE_DOT = re.compile("[·・‧•]")
# scripts whose names come in either order: Arabic, Hebrew, Syriac, Indic, Thai, Lao, Tibetan, Burmese, Georgian, Ethiopic, Khmer
AS_WRITTEN = re.compile("[\u0590-\u10ff\u1200-\u137f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
JOINED_TO_NEXT = frozenset(("عبد", "أبو", "ابو", "بن", "ابن", "آل", "בן", "בר", "אבו"))
ORDER_AS_WRITTEN = (Unsaid(mark("the order was taken as written, the family name last")),)
LONGER_OR_SHORTER = (Unsaid(mark("written together: the family name may be longer or shorter")),)
MAY_BE_LONGER = (Unsaid(mark("written together: the family name may be longer")),)
NO_START = (Unsaid(mark("a single word: where the given name starts is not told")),)
AS_JAPANESE = (Unsaid(mark("written together: read as a Japanese name")),)
NO_START_TOGETHER = (Unsaid(mark("written together: where the given name starts is not told")),)


def in_other_script(words: list[str], order: str) -> Reading | None:
    """The reading of a name in one of these scripts, None for one in Latin, Cyrillic or Greek letters.

    >>> in_other_script(["王梅"], "")[:2], in_other_script(["欧阳修"], "")[:2], in_other_script(["박민준"], "")[:2]
    ((['梅'], ['王']), (['修'], ['欧阳']), (['민준'], ['박']))
    >>> in_other_script(["山田", "太郎"], "")[:2], in_other_script(["Ana", "Wang"], "")
    ((['太郎'], ['山田']), None)
    """
    text = " ".join(words)
    if EAST_ASIAN.search(text):
        return east_asian(words, order)
    return as_written(words, order) if AS_WRITTEN.search(text) else None


def east_asian(words: list[str], order: str) -> Reading:
    if len(words) == 1 and len(parts := [part for part in MIDDLE_DOT.split(words[0]) if part]) > 1:
        return Reading(parts[:-1], parts[-1:])  # a foreign name: given names first, dots between
    if len(words) > 1:
        count = len(words) - 1 if order == "given first" else 1
        return (
            Reading(words[count:], words[:count]) if order != "given first" else Reading(words[:count], words[count:])
        )
    return together(words[0])


def together(word: str) -> Reading:
    """Family and given name without a blank between them."""
    if found := HAN_THEN_KANA.fullmatch(word):
        return Reading([found[2]], [found[1]], LONGER_OR_SHORTER)
    count, doubts = 1, Doubts()
    if ALL_HANGUL.fullmatch(word):
        count = 2 if word[:2] in KOREAN_TWO and len(word) > 2 else 1
        doubts = MAY_BE_LONGER if len(word) > 3 and count == 1 else ()
    elif ALL_HAN.fullmatch(word):
        count, doubts = han_family(word)
    else:
        count = len(word)
    if count >= len(word):
        return Reading([], [word], NO_START)
    return Reading([word[count:]], [word[:count]], doubts)


def han_family(word: str) -> tuple[int, Doubts]:
    """How many characters the family name has, and why it may have another number."""
    if len(word) > 2 and word[:2] in CHINESE_TWO:
        return 2, ()
    if len(word) > 2 and (word[:2] in JAPANESE_TWO or word[:3] in JAPANESE_TWO):
        return 3 if word[:3] in JAPANESE_TWO and len(word) > 3 else 2, AS_JAPANESE
    if len(word) > 3:
        return 2, NO_START_TOGETHER
    return 1, ()


def as_written(words: list[str], order: str) -> Reading:
    if len(words) == 1:
        return Reading([], words, A_SINGLE_WORD)
    if order == "family first":
        return Reading(words[1:], words[:1])
    start = len(words) - 1
    while start > 1 and words[start - 1] in JOINED_TO_NEXT:
        start -= 1
    return Reading(words[:start], words[start:], () if order else ORDER_AS_WRITTEN)


def honorific_behind(words: list[str]) -> tuple[list[str], str]:
    """The words without a title written behind the name, and that title.

    >>> honorific_behind(["王梅教授"]), honorific_behind(["박민준", "교수"]), honorific_behind(["教授"])
    ((['王梅'], '教授'), (['박민준'], '교수'), (['教授'], ''))
    """
    last = words[-1]
    for title in BEHIND_EAST_ASIAN:
        if last == title and len(words) > 1:
            return words[:-1], title
        if last.endswith(title) and len(last) > len(title) + (len(words) == 1):
            return [*words[:-1], last[: -len(title)]], title
    return words, ""
