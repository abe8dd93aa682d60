"""A file name for each person that every file system takes, and that tells two people apart on all of them."""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

ENDING = ".html"
LONGEST = 60
DIGEST = 12
UNSAFE = re.compile(r"[^A-Za-z0-9_]+")
NOT_PLAIN = re.compile(  # names that systems keep for themselves, and what ends like a digest
    rf"(?:con|prn|aux|nul|com\d|lpt\d|index|.*-[0-9a-f]{{{DIGEST}}})", re.IGNORECASE
)


def file_names(people: Sequence[str]) -> dict[str, str]:
    """File name by person_id, for everybody's ids: letters, digits, - and _ and the ending .html; never a path.

    An id that cannot be a name as it is, or that differs from another in capitals alone, gets the beginning of its
    digest.

    >>> list(file_names(["p01", "../x", "CON"]).values())
    ['p01.html', 'x-d6b96a97d147.html', 'CON-a3dbc4b644a9.html']
    """
    alike = Counter(key.casefold() for key in people)
    return {key: name_of(key, alike[key.casefold()] == 1) + ENDING for key in people}


def name_of(key: str, alone: bool) -> str:
    clean = UNSAFE.sub("-", key).strip("-")[:LONGEST]
    if clean and clean == key and alone and not NOT_PLAIN.fullmatch(key):
        return key
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]
    return "-".join(filter(None, (clean, digest)))
