"""E-mail addresses as people type them; a slip is said, an address is never invented."""

import re
import unicodedata

from constellation.words import mark, say

PLAIN = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9._%+'-]{0,62}[A-Za-z0-9_%+'-])?@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,240}[A-Za-z0-9])?\.[A-Za-z]{2,24}"
)
ADDRESS = re.compile(
    r"[^\s@<>()\[\],;:\"\\.]+(?:\.[^\s@<>()\[\],;:\"\\.]+)*@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,24}|xn--[a-z0-9-]{2,59})",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"<\s*(?:mailto:)?([^<>]*@[^<>]*?)\s*>", re.IGNORECASE)
MAILTO = re.compile(r"(?<![\w.])mailto:([^\s?,;]*)(?:\?[^\s,;]*)?", re.IGNORECASE)
BETWEEN = re.compile(r"[\n;,|]+|\s+/\s+|\s+(?:and|or|und|oder|et|ou|y|e)\s+")
AT_IN_WORDS = re.compile(r"[(\[{]\s*at\s*[)\]}]|\sat\s|[(\[{]\s*dot\s*[)\]}]", re.IGNORECASE)
INSTITUTION = re.compile(r"\.(?:edu|ac|gov)(?:\.[a-z]{2})?$|(?:^|[.-])(?:univ|uni|college|institut)", re.IGNORECASE)
PRIVATE = frozenset(
    {
        "gmail", "googlemail", "yahoo", "ymail", "hotmail", "outlook", "live", "msn", "icloud", "me", "mac",
        "aol", "protonmail", "proton", "pm", "gmx", "web", "t-online", "freenet", "mail", "yandex", "qq",
        "163", "126", "sina", "naver", "hanmail", "daum", "rediffmail", "zoho", "comcast", "verizon", "att",
        "sbcglobal", "orange", "wanadoo", "free", "laposte", "libero", "uol", "bol", "terra", "seznam", "wp",
        "onet",
    }
)  # fmt: skip
LONGEST, LONGEST_ADDRESS = 2000, 254


def read_email(text: str) -> tuple[str, str]:
    """The address in lower case, and a sentence about what was done or is doubtful, blank where nothing.

    Of several addresses the first at an institution counts.  What is no address gives a blank and the reason.

    >>> read_email("MACHTERB0@UNIV.EXAMPLE")
    ('machterb0@univ.example', '')
    >>> read_email("ana@gmail.com; ana.wang@univ.edu")
    ('ana.wang@univ.edu', 'of 2 addresses the first at an institution is taken; left out: ana@gmail.com')
    >>> read_email("ana.wang(at)univ.edu")
    ('', '“ana.wang(at)univ.edu” is written without @: ask for the address')
    """
    if PLAIN.fullmatch(text) and ".." not in text and len(text) <= LONGEST_ADDRESS:
        return text.lower(), ""
    cell = unicodedata.normalize("NFC", text).strip()
    if not cell:
        return "", ""
    if len(cell) > LONGEST:
        return "", say("a long text stands where an e-mail address should: ask for the address")
    found, rest = addresses_in(cell)
    if not found:
        return "", say(what_is_wrong(cell), text=shown(cell))
    best = max(found, key=standing)
    return best, what_was_done(cell, found, best, rest)


def addresses_in(cell: str) -> tuple[list[str], list[str]]:
    """Every address of a cell once, and the pieces that should be one and are not."""
    found: dict[str, None] = {}
    rest = []
    for piece in BETWEEN.split(cell):
        bracketed = BRACKETED.findall(piece)
        for part in bracketed or [MAILTO.sub(r"\1", piece)]:
            address = part.strip().strip("<>\"'“”() ").lower()
            if ADDRESS.fullmatch(address) and len(address) <= LONGEST_ADDRESS:
                found[address] = None
            elif "@" in part:
                rest.append(part.strip())
    return list(found), rest


def standing(address: str) -> int:
    """2 at an institution that says so, 1 anywhere else, 0 at a provider of private mail; two equal: the first."""
    domain = address.rpartition("@")[2]
    if INSTITUTION.search(domain):
        return 2
    return 0 if domain.split(".")[0] in PRIVATE else 1


def what_was_done(cell: str, found: list[str], best: str, rest: list[str]) -> str:
    others = [address for address in found if address != best]
    said = []
    if others:
        better = standing(best) > min(map(standing, others))
        said.append(one_of_several(len(found), standing(best) if better else 0, ", ".join(others)))
    elif cell.lower() != best and not rest:
        said.append(say("taken out of “{text}”", text=shown(cell)))
    if rest:
        said.append(say("no address: “{text}”", text=shown(rest[0])))
    return "; ".join(said)


def one_of_several(count: int, better: int, others: str) -> str:
    """Which address of several was taken; `better`: its standing where the others have a lower one, else 0."""
    if better == 2:
        sentence = mark("of {count} addresses the first at an institution is taken; left out: {others}")
    elif better:
        sentence = mark("of {count} addresses the first that is not private is taken; left out: {others}")
    else:
        sentence = mark("of {count} addresses the first is taken; left out: {others}")
    return say(sentence, count=count, others=others)


def what_is_wrong(cell: str) -> str:
    """A marked sentence with a gap for the text."""
    if "@" not in cell:
        without = mark("“{text}” is written without @: ask for the address")
        no_address = mark("“{text}” is no e-mail address, it has no @: ask for the address")
        return without if AT_IN_WORDS.search(cell) else no_address
    if cell.count("@") > 1:
        return mark("“{text}” has more than one @: ask for the address")
    name, _, domain = cell.partition("@")
    if not name or not domain:
        return mark("“{text}” has nothing on one side of the @: ask for the address")
    if re.search(r"\s", cell):
        return mark("“{text}” has blanks within the address: ask for the address")
    if cell.endswith(".") or ".." in cell:
        return mark("“{text}” has a stray dot: ask for the address")
    if "." not in domain:
        return mark("“{text}” has no domain such as univ.edu after the @: ask for the address")
    return mark("“{text}” is no e-mail address: ask for the address")


def shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
