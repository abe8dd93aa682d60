"""A cell's text made plain: letters that a wrong encoding tore apart, odd spaces, invisible characters.

What a file has lost is seen and said, never guessed.
"""

import html
import re
import unicodedata
from collections.abc import Callable

from constellation.intake.content.torn_letters import mend_letters
from constellation.words import mark, say, say_count

LINE_ENDS = re.compile("\r\n?|[\v\f\u0085\u2028\u2029]")
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
FULL_WIDTH = re.compile("[\uff01-\uff5e]")
# joiners (200C, 200D) shape letters of Arabic and Indic scripts and keep emoji together; elsewhere they are debris
NEEDS_JOINERS = "\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufefc\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
    f"|(?<![{NEEDS_JOINERS}])[\u200c\u200d]|[\u200c\u200d](?![{NEEDS_JOINERS}])"
)
NOT_TEXT = re.compile("[\ud800-\udfff]")
QUOTED = re.compile(r"""[“„”"«](?P<a>[^“„”"«»]*)[”“"»]|[‘‚’'‹](?P<b>[^‘‚’'‹›]*)[’‘'›]""", re.DOTALL)


def mend(text: str) -> tuple[str, str]:
    """The text made plain, and what was done to it in words, blank where nothing was.

    Lines are kept: a cell of several lines stays one.  Done twice it changes nothing more.  A letter that is lost
    is left as �: see `lost_letters`.

    >>> mend("MuÃ±oz\\u200b")
    ('Muñoz', 'letters mended (Ã± was ñ); an invisible character taken out')
    >>> mend("“Professor”")
    ('Professor', 'quotation marks taken off')
    >>> mend("SÃO PAULO"), mend("Professor\\r\\nDirector")
    (('SÃO PAULO', ''), ('Professor\\nDirector', ''))
    """
    if text.isascii() and text.isprintable() and is_tidy(text):
        return text, ""
    done: list[str] = []
    for _ in range(8):  # taking off one thing can uncover the next; each pass leaves fewer
        before = text
        for step in STEPS:
            text, what = step(text)
            if what and what not in done:
                done.append(what)
        if text == before:
            break
    return text, "; ".join(done)


def is_tidy(text: str) -> bool:
    """Whether printable ASCII text has nothing to trim, to unquote or to read as an entity."""
    if not text:
        return True
    first, last = text[0], text[-1]
    return (
        first != " "
        and last != " "
        and "  " not in text
        and (first not in "\"'" or last not in "\"'")
        and ("&" not in text or not ENTITY.search(text))
    )


def read_entities(text: str) -> tuple[str, str]:
    found = ENTITY.search(text) if "&" in text else None
    if not found or (plain := html.unescape(text)) == text:
        return text, ""
    sentence = mark("a code of web pages read ({code} was {letter})")
    return plain, say(sentence, code=found[0], letter=html.unescape(found[0]))


def make_lines_plain(text: str) -> tuple[str, str]:
    return LINE_ENDS.sub("\n", text), ""


def take_out_invisible(text: str) -> tuple[str, str]:
    plain, count = INVISIBLE.subn("", text)
    if not count:
        return plain, ""
    return plain, say_count("an invisible character taken out", "invisible characters taken out", count)


def mark_what_is_no_text(text: str) -> tuple[str, str]:
    plain = NOT_TEXT.sub("\ufffd", text)
    return plain, say("half a character marked as lost") if plain != text else ""


def make_spaces_plain(text: str) -> tuple[str, str]:
    plain, count = ODD_SPACE.subn(" ", text)
    return plain, say("an odd space made plain") if count else ""


def make_width_plain(text: str) -> tuple[str, str]:
    plain = FULL_WIDTH.sub(lambda wide: chr(ord(wide[0]) - 0xFEE0), text)
    return plain, say("full-width letters made plain") if plain != text else ""


def join_composed(text: str) -> tuple[str, str]:
    if unicodedata.is_normalized("NFC", text):
        return text, ""
    return unicodedata.normalize("NFC", text), say("letters and their accents joined")


def tidy(text: str) -> tuple[str, str]:
    plain = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip("\n")
    return plain, say("spaces tidied") if plain != text else ""


def unquote(text: str) -> tuple[str, str]:
    quoted = QUOTED.fullmatch(text)
    if not quoted:
        return text, ""
    return (quoted["a"] if quoted["a"] is not None else quoted["b"]), say("quotation marks taken off")


STEPS: tuple[Callable[[str], tuple[str, str]], ...] = (
    mend_letters,  # first: the bytes of torn letters look like odd spaces and quotation marks
    read_entities,
    make_lines_plain,
    take_out_invisible,
    mark_what_is_no_text,
    make_spaces_plain,
    make_width_plain,
    join_composed,
    tidy,
    unquote,
)


SPECIAL_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
        "ŧ": "t", "ĸ": "k", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ß": "ss", "ʻ": " ", "ʼ": " ", "ʹ": " ",
    }
)  # fmt: skip
ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u0640]+")
ASCII_MARKS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})


def same(text: str) -> str:
    """A key that is equal for two spellings of one thing: no capitals, accents or marks, one blank between words.

    >>> same("Ó Súilleabháin"), same("STRASSE") == same("Straße"), same("O'Connor") == same("o’connor")
    ('o suilleabhain', True, True)
    >>> same("Łukaszewicz, Ewa"), same("王梅"), same("--")
    ('lukaszewicz ewa', '王梅', '')
    """
    if text.isascii():
        return text.lower() if text.isalnum() else " ".join(text.lower().translate(ASCII_MARKS).split())
    bare = ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold().translate(SPECIAL_LETTERS)))
    whole = unicodedata.normalize("NFC", bare.casefold())
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in whole).split())


LOST_INSIDE = re.compile(r"[^\W\d_]\?+[^\W\d_]")
LOST_AT_EDGE = re.compile(r"(?<![^\s,(-])\?+[^\W\d_]|[^\W\d_]\?+(?=[\s,)-]|$)")
ALL_LOST = re.compile(r"\?{2,}(?:[ ,.-]+\?+)*")
NO_SENTENCE = re.compile(r"(?:[^\W\d_?][\w?'’.-]*|\?+[\w?'’.-]+)(?:,? (?:[^\W\d_?][\w?'’.-]*|\?+[\w?'’.-]+)){0,6}")
ASKING = frozenset(
    {
        "who", "what", "why", "when", "where", "how", "which", "whom", "whose", "is", "are", "do", "does",
        "did", "can", "could", "may", "yes", "no", "maybe", "same", "tbd", "tba", "na", "ongoing", "ended",
        "unknown", "none", "really", "perhaps", "probably",
    }
)  # fmt: skip


def lost_letters(text: str) -> bool:
    """Whether letters were lost on the way into the file: � anywhere, or ? for a letter of a name.

    A question is not a loss: there the mark stands at the end of words without capitals.

    >>> lost_letters("Dvo?ák"), lost_letters("Nguy?n Th?"), lost_letters("?órsdóttir"), lost_letters("Milo? Smith")
    (True, True, True, True)
    >>> lost_letters("ongoing?"), lost_letters("Who is the chair?"), lost_letters("https://univ.example/?id=1")
    (False, False, False)
    """
    if "\ufffd" in text:
        return True
    if "?" not in text or "://" in text or "@" in text or "=" in text:
        return False
    if LOST_INSIDE.search(text) or ALL_LOST.fullmatch(text.strip()):
        return True
    return bool(LOST_AT_EDGE.search(text)) and reads_like_a_name(text.strip())


def reads_like_a_name(text: str) -> bool:
    words = text.split()
    return (
        bool(NO_SENTENCE.fullmatch(text))
        and not ASKING.intersection(word.lower().strip("?.,'") for word in words)
        and any(word[:1].isupper() or word[:1] == "?" for word in words if len(word) > 2)
        and sum(word[:1].islower() for word in words) <= 1
    )


GUARDED = re.compile(r"'(?=[=+\-@]|\d+$)")
PLAIN_NUMBER = re.compile(r"[+-]\s?[$€£¥]?\d[\d,. ]*%?|[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
SPACED_PHONE = re.compile(r"\+\d+(?: \d+)+")


def neutral(text: str) -> str:
    """The text without the apostrophe that a spreadsheet puts before a formula or a number kept as text.

    >>> neutral("'=1+1"), neutral("'00123"), neutral("'t Hooft")
    ('=1+1', '00123', "'t Hooft")
    """
    return text[1:] if text[:1] == "'" and GUARDED.match(text) else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text, or choke on it, if it were pasted there.

    Signed numbers and lone marks are text for everybody; a telephone number with blanks is what a sheet chokes on.

    >>> [is_formula(text) for text in ("=1+1", "@chair", "-none-", "+1 555 0100", "+1-555-0100")]
    [True, True, True, True, True]
    >>> [is_formula(text) for text in ("-5", "+3.5 %", "-", "--", "=", "Professor")]
    [False, False, False, False, False, False]
    """
    text = text.strip()
    if not text or text[0] not in "=+-@" or not any(letter.isalnum() for letter in text):
        return False
    return text[0] in "=@" or bool(SPACED_PHONE.fullmatch(text)) or not PLAIN_NUMBER.fullmatch(text.replace(" %", "%"))
