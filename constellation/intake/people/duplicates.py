"""Rows that may be one person: proposed with a score and a reason, never merged."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import combinations

from constellation.intake.content.text import same
from constellation.intake.people.evidence import Person, Verdict, judge
from constellation.intake.people.likeness import (
    CLASH,
    INITIAL,
    SHORTEST_CUT,
    address_key,
    department_key,
    first_names,
    has_other_forms,
    is_typo,
)
from constellation.intake.reading import Duplicate
from constellation.intake.tables import Cancelled
from constellation.intake.unsaid import Unsaid
from constellation.words import mark, say

PROPOSED_FROM = 0.5
CROWD = 20  # so many rows that share a name and a department are compared with each other, of more only some
LARGEST_BLOCK = 60
LARGEST_CLUSTER = 12
TWO_FIT = 0.25  # taken off where an initial fits two people
THROUGH_A_THIRD = (Unsaid(mark("both may be one person with a third row")),)

Columns = Mapping[str, Sequence[str]]
Pair = tuple[int, int]


def find_duplicates(columns: Columns, *, cancelled: Callable[[], bool] | None = None) -> list[Duplicate]:
    """Pairs of rows that may be one person, `first` < `second`, the likeliest first; of a cluster every pair.

    `columns`: clean fields as in `FIELDS`, equally long, blank where unknown, perhaps `native_name`.  Different
    ORCIDs, e-mails or employee ids speak against; a name alone is never enough.  Time grows with the rows, not with
    their pairs.  Raises `Cancelled` when `cancelled()` says so.

    >>> find_duplicates({
    ...     "given": ["A.", "Aaliyah", "Ana"], "family": ["Singh", "Singh", "Xu"],
    ...     "department": ["Physics", "Physics", "Physics"], "rank": ["professor", "professor", "professor"]})
    [Duplicate(first=0, second=1, score=0.7, reason='same family name; A. fits Aaliyah; same department; same rank')]
    """
    search = _Search(columns, cancelled)
    verdicts = search.proposed()
    found = [Duplicate(first, second, round(v.score, 2), v.reason) for (first, second), v in verdicts.items()]
    return sorted(found, key=lambda pair: (-pair.score, pair.first, pair.second))


class _Search:
    def __init__(self, columns: Columns, cancelled: Callable[[], bool] | None) -> None:
        self.columns = {name: column for name, column in columns.items() if any(column)}
        self.length = max(map(len, columns.values()), default=0)
        self.cancelled = cancelled
        self.people: dict[int, Person] = {}
        self.unclear: set[Pair] = set()
        self.certain = _single([value.lstrip("0") for value in self.column("employee_id")])

    @cached_property
    def families(self) -> list[str]:
        return _keys(self.column("family"))

    @cached_property
    def givens(self) -> list[str]:
        return _keys(self.column("given"))

    @cached_property
    def counted(self) -> Counter[str]:
        return Counter(self.families)

    @cached_property
    def letters(self) -> list[str]:
        return _letters(self.givens, self.column("preferred"))

    def column(self, name: str) -> Sequence[str]:
        return self.columns.get(name) or [""] * self.length

    def proposed(self) -> dict[Pair, Verdict]:
        """The verdict on every pair worth proposing."""
        verdicts: dict[Pair, Verdict] = {}
        for pair in self.pairs():
            if pair not in verdicts:
                verdicts[pair] = judge(self.person(pair[0]), self.person(pair[1]), self.rare)
        kept = {pair: verdict for pair, verdict in verdicts.items() if verdict.score >= PROPOSED_FROM}
        kept = self.without_unclear_initials(kept)
        return kept | self.completed(kept)

    def person(self, row: int) -> Person:
        if row not in self.people:
            values = {name: column[row] for name, column in self.columns.items()}
            self.people[row] = Person.of(row, values, self.certain[row])
        return self.people[row]

    def pairs(self) -> Iterator[Pair]:
        """Pairs of rows that share an id or an address, or a name and something that supports it."""
        for name, key in _NUMBERS:
            for block in self.blocks([key(value) for value in self.column(name)]):
                yield from combinations(block, 2)
        if all(self.certain) or "family" not in self.columns:
            return
        for keys in self.keys_of_names():
            for block in self.blocks(keys):
                yield from (pair for pair in combinations(block, 2) if self.worth_a_look(*pair))

    def keys_of_names(self) -> Iterator[list[str]]:
        """Keys of each row that a namesake has as well: a name alone is nothing, so something else is in each."""
        units = [_unit(value) for value in self.column("department")]
        words = [
            "".join(sorted(f"{given} {family}".split()))
            for given, family in zip(self.givens, self.families, strict=True)
        ]
        for support in (units, self.column("hire_date")):
            yield _joined(self.families, support)
        yield _joined(words, units)
        yield _joined(self.givens, units)
        yield [family if self.counted[family] == 2 else "" for family in self.families]

    def blocks(self, keys: Sequence[str]) -> Iterator[list[int]]:
        """Rows with one key, in their order; of too many only those with one first name."""
        groups = defaultdict(list)
        for row in _repeated(keys):
            groups[keys[row]].append(row)
        for rows in groups.values():
            if self.cancelled is not None and self.cancelled():
                raise Cancelled(say("the search for duplicates was stopped"))
            yield from self.cut(rows)

    def cut(self, rows: list[int]) -> Iterator[list[int]]:
        """The rows; of many only those whose first names start alike, of very many only those of one first name."""
        if len(rows) <= CROWD:
            yield rows
            return
        groups = defaultdict(list)
        for row in rows:
            groups[self.givens[row] if len(rows) > LARGEST_BLOCK else self.givens[row][:1]].append(row)
        yield from (alike for alike in groups.values() if len(alike) <= CROWD)

    def worth_a_look(self, first: int, second: int) -> bool:
        """Whether the names may be one person's, and no two employee ids tell the rows apart."""
        if self.certain[first] and self.certain[second]:
            return False
        if self.families[first] == self.families[second]:
            if self.letters[first] != self.letters[second] and self.letters[first] and self.letters[second]:
                return False
            kind = first_names(self.givens[first], self.givens[second])
            return kind != CLASH or self.person(first).goes_by(self.person(second))
        return is_typo(self.families[first], self.families[second]) or self.givens[first] != self.givens[second]

    def rare(self, person: Person) -> bool:
        """Whether nobody but the two compared bears the family name; only then does a name say much by itself."""
        return self.counted[person.family] <= 2

    def without_unclear_initials(self, verdicts: dict[Pair, Verdict]) -> dict[Pair, Verdict]:
        """An initial that fits two people, such as two siblings, is proposed for neither without more evidence."""
        fits: dict[int, list[Pair]] = defaultdict(list)
        for pair, verdict in verdicts.items():
            if verdict.names == INITIAL:
                fits[self.shorter(pair)].append(pair)
        unclear = {
            pair
            for row, pairs in fits.items()
            if self.several(row, pairs)
            for pair in pairs
            if not verdicts[pair].strong
        }
        lowered = {
            pair: verdict.lowered(TWO_FIT, Unsaid(mark("the initial fits two people")))
            for pair, verdict in verdicts.items()
            if pair in unclear
        }
        return {pair: v for pair, v in (verdicts | lowered).items() if v.score >= PROPOSED_FROM}

    def shorter(self, pair: Pair) -> int:
        return min(pair, key=lambda row: len(self.person(row).given))

    def several(self, row: int, pairs: Iterable[Pair]) -> bool:
        others = [self.person(second if first == row else first) for first, second in pairs]
        return any(
            first_names(one.given, two.given) == CLASH and not one.goes_by(two) for one, two in combinations(others, 2)
        )

    def completed(self, verdicts: Mapping[Pair, Verdict]) -> dict[Pair, Verdict]:
        """The missing pairs of clusters, unless something speaks against them."""
        added: dict[Pair, Verdict] = {}
        for rows in _clusters(verdicts):
            missing = [pair for pair in combinations(rows, 2) if pair not in verdicts]
            if len(rows) > LARGEST_CLUSTER or not missing:
                continue
            for pair in missing:
                direct = judge(self.person(pair[0]), self.person(pair[1]), self.rare)
                through = self.through(pair, rows, verdicts)
                if through and not direct.against and pair not in self.unclear and self.may_be(pair):
                    added[pair] = Verdict(through, THROUGH_A_THIRD, direct.names, False, False)
        return added

    def may_be(self, pair: Pair) -> bool:
        """Whether the first names of a missing pair leave it open: neither is written out differently."""
        one, two = (self.person(row) for row in pair)
        return first_names(one.given, two.given) != CLASH or 1 in (len(one.given), len(two.given)) or one.goes_by(two)

    def through(self, pair: Pair, rows: Iterable[int], verdicts: Mapping[Pair, Verdict]) -> float:
        """The score by way of the best third row."""
        scores = [
            min(verdicts[_ordered(pair[0], row)].score, verdicts[_ordered(row, pair[1])].score)
            for row in rows
            if _ordered(pair[0], row) in verdicts and _ordered(row, pair[1]) in verdicts
        ]
        return max(scores, default=0.0) * 0.9 if max(scores, default=0.0) * 0.9 >= PROPOSED_FROM else 0.0


def _single(values: Sequence[str]) -> list[bool]:
    counted = Counter(values)
    return [bool(value) and counted[value] == 1 for value in values]


def _keys(values: Sequence[str]) -> list[str]:
    memo = {value: same(value) for value in set(values)}
    return [memo[value] for value in values]


def _letters(givens: Sequence[str], preferred: Sequence[str]) -> list[str]:
    """The letter that any other form of a first name starts with as well; blank where there may be another."""
    memo = {name: "" if has_other_forms(name) else name[:1] for name in set(givens)}
    return [memo[name] if not other else "" for name, other in zip(givens, preferred, strict=True)]


def _without_zeros(value: str) -> str:
    return value.lstrip("0")


@lru_cache(maxsize=65_536)
def _unit(department: str) -> str:
    """What two departments have in common even where one of them is cut."""
    return department_key(department).replace(" ", "")[:SHORTEST_CUT]


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [f"{one}|{two}" if one and two else "" for one, two in zip(first, second, strict=True)]


def _repeated(keys: Sequence[str]) -> Iterator[int]:
    """The rows whose key comes more than once."""
    counted = Counter(keys)
    counted.pop("", None)
    if len(counted) == len(keys):
        return iter(())
    return (row for row, key in enumerate(keys) if counted[key] > 1)


_NUMBERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("orcid", str),
    ("email", address_key),
    ("employee_id", _without_zeros),
    ("native_name", same),
)


def _ordered(first: int, second: int) -> Pair:
    return (first, second) if first < second else (second, first)


def _clusters(pairs: Iterable[Pair]) -> list[list[int]]:
    """Rows that hang together, in their order."""
    root: dict[int, int] = {}

    def find(row: int) -> int:
        while root.setdefault(row, row) != row:
            root[row] = row = root[root[row]]
        return row

    for first, second in pairs:
        root[find(second)] = find(first)
    clusters = defaultdict(list)
    for row in sorted(root):
        clusters[find(row)].append(row)
    return list(clusters.values())
