"""What speaks for and against two rows being one person, added up to a score with its reason in words."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Self

from constellation.intake.content.text import same
from constellation.intake.people.likeness import (
    CLASH,
    EQUAL,
    INITIAL,
    MOVED,
    OTHER_FORM,
    TYPO,
    UNKNOWN,
    addresses,
    departments,
    first_names,
    is_shared_address,
    is_typo,
)
from constellation.intake.unsaid import Unsaid
from constellation.words import mark

# what each finding adds; found by hand on lists whose duplicates are known, then kept round
NAMES = {EQUAL: 0.45, OTHER_FORM: 0.4, INITIAL: 0.35, TYPO: 0.1, UNKNOWN: 0.2, CLASH: 0.0}
TYPO_IN_FAMILY = 0.3
RENAMED = 0.1  # the same first name, another family name
NO_NAMES = 0.3
SAME_ORCID, OTHER_ORCID = 0.5, -0.7
SAME_ID, OTHER_ID = 0.5, -0.5
SAME_ADDRESS, SHARED_ADDRESS, OTHER_ADDRESS = 0.4, 0.05, -0.35
MOVED_ADDRESS = 0.15
SAME_DEPARTMENT, OTHER_DEPARTMENT = 0.25, -0.15
SAME_RANK, OTHER_RANK = 0.1, -0.15
SAME_HIRE, OTHER_HIRE = 0.1, -0.1
SAME_MIDDLE, OTHER_MIDDLE = 0.05, -0.35
OTHER_GENDER = -0.1
RARE = 0.1
MOST_WITHOUT_SUPPORT = 0.45
_BY_NAMES = {
    EQUAL: mark("same name"),
    TYPO: mark("same family name; first names differ by a letter"),
    CLASH: mark("same family name; different first names"),
    UNKNOWN: mark("same family name"),
}
_ORDER = (EQUAL, OTHER_FORM, INITIAL, TYPO, UNKNOWN, CLASH)


class Person(NamedTuple):
    """A row's keys; `certain`: it has an employee id that no other row has."""

    row: int
    given: str
    preferred: str
    family: str
    rest: tuple[str, ...]  # words of the name after the first
    shown: str
    email: str
    shared: bool
    employee_id: str
    certain: bool
    values: Mapping[str, str]

    @classmethod
    def of(cls, row: int, values: Mapping[str, str], certain: bool) -> Self:
        given, family = same(values.get("given", "")), same(values.get("family", ""))
        email = values.get("email", "").casefold()
        return cls(
            row=row,
            given=given,
            preferred=same(values.get("preferred", "")),
            family=family,
            rest=(*given.split()[1:], *same(values.get("middle", "")).split()),
            shown=values.get("given", ""),
            email=email,
            shared=bool(email) and is_shared_address(email, family),
            employee_id=values.get("employee_id", "").lstrip("0"),
            certain=certain,
            values=values,
        )

    def goes_by(self, other: "Person") -> bool:
        """Whether one of them is called by a form of the other's first name."""
        pairs = ((self.given, other.preferred), (self.preferred, other.given), (self.preferred, other.preferred))
        return any(first_names(one, two) in (EQUAL, OTHER_FORM) for one, two in pairs)


class Verdict(NamedTuple):
    """`names`: how the first names go together; `strong`: an id or an address agrees; `against`: something speaks clearly against it."""

    score: float
    reasons: tuple[Unsaid, ...]
    names: str
    strong: bool
    against: bool

    @property
    def reason(self) -> str:
        """The reasons in one sentence."""
        return "; ".join(map(str, self.reasons))

    def lowered(self, by: float, why: Unsaid) -> Self:
        return self._replace(score=self.score - by, reasons=(*self.reasons, why))


class _Sum:
    def __init__(self) -> None:
        self.score, self.reasons = 0.0, list[Unsaid]()
        self.support = self.strong = self.against = False

    def add(self, points: float, why: Unsaid | None = None, *, support: bool = False, strong: bool = False) -> None:
        self.score += points
        if why is not None:
            self.reasons.append(why)
        self.support = self.support or support or strong
        self.strong = self.strong or strong
        self.against = self.against or points <= OTHER_RANK

    def verdict(self, names: str) -> Verdict:
        if not self.support:
            self.score = min(self.score, MOST_WITHOUT_SUPPORT)
        return Verdict(min(max(self.score, 0.01), 0.99), tuple(self.reasons), names, self.strong, self.against)


def judge(one: Person, other: Person, rare: Callable[[Person], bool]) -> Verdict:
    """How likely two rows are one person; `rare`: whether a family name is."""
    total = _Sum()
    _numbers(total, one, other)
    names = _names(total, one, other)
    _address(total, one, other, names)
    where = _work(total, one, other)
    if (
        names in (EQUAL, OTHER_FORM)
        and where == UNKNOWN
        and not total.strong
        and one.family == other.family
        and rare(one)
    ):
        total.add(RARE, Unsaid(mark("a rare name")), support=True)
    return total.verdict(names)


def _numbers(total: _Sum, one: Person, other: Person) -> None:
    first, second = one.values.get("orcid", ""), other.values.get("orcid", "")
    if first and second:
        total.add(
            SAME_ORCID if first == second else OTHER_ORCID,
            Unsaid(mark("same ORCID") if first == second else mark("different ORCIDs")),
            strong=first == second,
        )
    if one.employee_id and one.employee_id == other.employee_id:
        total.add(SAME_ID, Unsaid(mark("same employee id")), strong=True)
    elif one.certain and other.certain:
        total.add(OTHER_ID, Unsaid(mark("different employee ids")))


def _names(total: _Sum, one: Person, other: Person) -> str:
    native = same(one.values.get("native_name", ""))
    if native and native == same(other.values.get("native_name", "")):
        total.add(NAMES[EQUAL], Unsaid(mark("same name in its own script")))
        return EQUAL
    if not (one.family or one.given) or not (other.family or other.given):
        total.add(NO_NAMES)
        return UNKNOWN
    if one.family == other.family:
        return _first_names(total, one, other)
    if one.given and sorted(_words(one)) == sorted(_words(other)):
        total.add(NAMES[EQUAL], Unsaid(mark("same names in another order")), support=False)
        return EQUAL
    kind = _likest(one, other)
    if is_typo(one.family, other.family) and kind in (EQUAL, OTHER_FORM):
        sentence = mark("{name} and {other} differ by a letter")
        total.add(TYPO_IN_FAMILY, Unsaid.of(sentence, name=one.values["family"], other=other.values["family"]))
    elif kind == EQUAL and len(one.given) > 1:
        total.add(RENAMED, Unsaid(mark("same first name, another family name")))
    else:
        kind = CLASH
        total.add(0.0, Unsaid(mark("different names")))
    return kind


def _words(person: Person) -> list[str]:
    return [word for word in f"{person.given} {person.family}".split() if len(word) > 1]


def _first_names(total: _Sum, one: Person, other: Person) -> str:
    kind = _likest(one, other)
    long, short = sorted((one, other), key=lambda person: len(person.given), reverse=True)
    fits = Unsaid.of(mark("same family name; {short} fits {long}"), short=short.shown, long=long.shown)
    total.add(NAMES[kind], Unsaid(_BY_NAMES[kind]) if kind in _BY_NAMES else fits)
    if kind != CLASH and one.rest and other.rest and not _agree(one.rest, other.rest):
        total.add(OTHER_MIDDLE, Unsaid(mark("different middle names")))
    elif kind != CLASH and one.rest and other.rest:
        total.add(SAME_MIDDLE)
    return kind


def _likest(one: Person, other: Person) -> str:
    kinds = {first_names(one.given, other.given)}
    if one.preferred or other.preferred:
        kinds.update(
            first_names(a, b) for a in (one.given, one.preferred) for b in (other.given, other.preferred) if a and b
        )
    return min(kinds, key=_ORDER.index)


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return any(first_names(a, b) not in (CLASH, TYPO) for a in first for b in second)


def _address(total: _Sum, one: Person, other: Person, names: str) -> None:
    if not one.email or not other.email:
        return
    shared = one.shared or other.shared
    kind = addresses(one.email, other.email)
    if kind in (EQUAL, OTHER_FORM):
        if shared or names == CLASH:
            total.add(SHARED_ADDRESS, Unsaid(mark("same shared e-mail")))
        else:
            words = mark("same e-mail") if kind == EQUAL else mark("e-mails that reach one mailbox")
            total.add(SAME_ADDRESS, Unsaid(words), strong=True)
    elif kind == MOVED and not shared and names != CLASH:
        total.add(MOVED_ADDRESS, Unsaid(mark("same e-mail at another domain")), support=True)
    elif kind == CLASH and not shared:
        total.add(OTHER_ADDRESS, Unsaid(mark("different e-mails")))


def _work(total: _Sum, one: Person, other: Person) -> str:
    def both(name: str) -> tuple[str, str]:
        return one.values.get(name, ""), other.values.get(name, "")

    where = departments(*both("department"))
    if where == CLASH:
        total.add(OTHER_DEPARTMENT, Unsaid(mark("different departments")))
    elif where != UNKNOWN:
        total.add(SAME_DEPARTMENT, Unsaid(mark("same department")), support=True)
    first, second = both("rank")
    if first and second:
        words = mark("same rank") if first == second else mark("different ranks")
        total.add(SAME_RANK if first == second else OTHER_RANK, Unsaid(words))
    elif all(both("title")) and len(set(map(same, both("title")))) == 1:
        total.add(SAME_RANK, Unsaid(mark("same title")))
    first, second = both("hire_date")
    if first and second:
        total.add(
            SAME_HIRE if first == second else OTHER_HIRE,
            Unsaid(mark("same hire date") if first == second else mark("different hire dates")),
            support=first == second,
        )
    if all(both("gender")) and len(set(both("gender"))) == 2:
        total.add(OTHER_GENDER)
    return where
