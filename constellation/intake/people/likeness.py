"""How much two names, departments or addresses look like one: the comparisons behind duplicates and found names."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from constellation.intake.content.names import is_nickname
from constellation.intake.content.names.nicknames import read_table
from constellation.intake.content.text import same

EQUAL, OTHER_FORM, INITIAL, TYPO, UNKNOWN, CLASH = "equal", "other form", "initial", "typo", "unknown", "clash"
MOVED = "moved"  # an address with another domain
SHORTEST_WITH_TYPO = 5  # of a shorter name one letter is too much of it: Le is not Lee
SHORTEST_CUT = 4
_UNIT = re.compile(
    r"(?:the |univ\w* )?(?:dept|department|depts|school|division|div|program|programme|unit|institut\w*|faculty|fachbereich)"
    r" (?:of |for |fur |de |du |d )?"
)


@lru_cache(maxsize=65_536)
def first_names(first: str, second: str) -> str:
    """How two first names, as keys of `same`, go together.

    >>> first_names("aaliyah", "a"), first_names("mary ann", "mary"), first_names("jean francois", "jf")
    ('initial', 'other form', 'initial')
    >>> first_names("peggy", "m"), first_names("peggy", "x")
    ('initial', 'clash')
    >>> first_names("william", "bill"), first_names("siobhan", "siobahn"), first_names("mei", "ana")
    ('other form', 'typo', 'clash')
    """
    if first == second:
        return UNKNOWN if not first else EQUAL if len(first) > 1 else INITIAL
    if not first or not second:
        return UNKNOWN
    short, long = sorted((first, second), key=len)
    if short.replace(" ", "") == long.replace(" ", ""):
        return EQUAL
    if len(short) == 1 or is_initials(short, long):
        return INITIAL if long[0] == short[0] or short in _other_initials().get(long, "") else CLASH
    if short.split()[0] == long.split()[0]:
        return OTHER_FORM if _rest_fits(short, long) else CLASH
    if is_nickname(first, second) or is_nickname(first.split()[0], second.split()[0]):
        return OTHER_FORM
    return TYPO if is_typo(first, second) else CLASH


def has_other_forms(name: str) -> bool:
    """Whether a first name, as a key of `same`, is or has a nickname.

    >>> has_other_forms("william"), has_other_forms("aaliyah"), has_other_forms("jo anne")
    (True, False, True)
    """
    return " " in name or name in read_table()


@cache
def _other_initials() -> dict[str, str]:
    """The first letters of what else a name is a form of: M of peggy, who is Margaret."""
    rows: dict[int, set[str]] = {}
    for name, numbers in read_table().items():
        for number in numbers:
            rows.setdefault(number, set()).add(name[0])
    return {
        name: "".join(letter for number in numbers for letter in rows[number]) for name, numbers in read_table().items()
    }


def is_initials(short: str, long: str) -> bool:
    """Whether `jf` or `j f` stands for `jean francois`, `jf` not for `jeff`.

    >>> is_initials("jf", "jean francois"), is_initials("j f", "jean francois"), is_initials("jo", "john")
    (True, True, False)
    """
    letters = short.replace(" ", "")
    words = long.split()
    if len(letters) == 2 and len(words) > 1 and letters == words[0][0] + words[1][0]:
        return True
    return all(len(word) == 1 for word in short.split()) and short[0] == long[0]


def _rest_fits(short: str, long: str) -> bool:
    pairs = zip(short.split()[1:], long.split()[1:], strict=False)
    return all(first_names(one, other) != CLASH for one, other in pairs)


def is_typo(first: str, second: str) -> bool:
    """Whether two long words differ by one letter: left out, added, changed or two swapped.

    >>> is_typo("kowalski", "kowalksi"), is_typo("lee", "le")
    (True, False)
    """
    if min(len(first), len(second)) < SHORTEST_WITH_TYPO:
        return False
    return OSA.distance(first, second, score_cutoff=1) <= 1


@lru_cache(maxsize=65_536)
def department_key(text: str) -> str:
    """The key of a department without words such as "Dept of".

    >>> department_key("Dept of Statistics") == department_key("Statistics.")
    True
    """
    key = same(text)
    return _UNIT.sub("", key, count=1) if _UNIT.match(key) else key


@lru_cache(maxsize=65_536)
def departments(first: str, second: str) -> str:
    """equal, cut (one is the beginning of the other), unknown or clash.

    >>> departments("Material Sc/.", "Dept of Material Sc/Eng"), departments("Music", "Physics")
    ('cut', 'clash')
    """
    if not first or not second:
        return UNKNOWN
    one, two = department_key(first), department_key(second)
    if one == two:
        return EQUAL
    short, long = sorted((one.replace(" ", ""), two.replace(" ", "")), key=len)
    cut = first if len(one) < len(two) else second
    if len(short) >= SHORTEST_CUT and long.startswith(short) and cut.rstrip()[-1:] in "./-":
        return "cut"
    return EQUAL if short == long else CLASH


@lru_cache(maxsize=65_536)
def address_key(email: str) -> str:
    """An address without what changes from form to form: a tag behind +, and dots in the name.

    >>> address_key("N.Cohen52+forms@U.edu")
    'ncohen52@u.edu'
    """
    local, at, domain = email.casefold().partition("@")
    return f"{local.partition('+')[0].replace('.', '')}{at}{domain}"


def addresses(first: str, second: str) -> str:
    """How two addresses go together: equal; other form: a tag or dots differ, or one domain lies within the other;
    moved: the same before the @ of another domain, old or new; unknown: nothing alike at two domains; clash.

    >>> addresses("ncohen52@u.edu", "ncohen52+forms@u.edu"), addresses("ncohen52@math.u.edu", "ncohen52@u.edu")
    ('other form', 'other form')
    >>> addresses("ncohen52@old.edu", "ncohen52@u.edu"), addresses("ncohen52@u.edu", "ncohen7@u.edu")
    ('moved', 'clash')
    >>> addresses("ncohen52@u.edu", "nadia@mail.example"), addresses("", "a@u.edu")
    ('unknown', 'unknown')
    """
    if not first or not second:
        return UNKNOWN
    if first.casefold() == second.casefold():
        return EQUAL
    (one, _, here), (two, _, there) = (address_key(address).partition("@") for address in (first, second))
    if one == two and one:
        return OTHER_FORM if here == there or here.endswith(f".{there}") or there.endswith(f".{here}") else MOVED
    return CLASH if here == there else UNKNOWN


def is_shared_address(email: str, family: str) -> bool:
    """Whether an address is of a family name or an office and says nothing about whose it is.

    >>> is_shared_address("singh@dept.univ.example", "singh"), is_shared_address("asingh4@univ.example", "singh")
    (True, False)
    """
    local = re.sub(r"[^a-z]", "", same(email.partition("@")[0]))
    whole = family.replace(" ", "")
    if local in _OFFICES:
        return True
    # an address may lack a letter of the name that it could not hold
    return bool(local) and len(local) <= len(whole) and OSA.distance(local, whole) <= 1


_OFFICES = frozenset(
    {
        "info",
        "office",
        "chair",
        "dean",
        "admin",
        "department",
        "dept",
        "secretary",
        "contact",
        "mail",
        "noreply",
        "faculty",
        "hr",
    }
)
