"""Who a cell means: a number, an address or a name, found in a roster with a score, never forced."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from constellation.intake.content.names import read_name
from constellation.intake.content.text import same
from constellation.intake.log import listed
from constellation.intake.people.likeness import (
    CLASH,
    EQUAL,
    INITIAL,
    OTHER_FORM,
    UNKNOWN,
    departments,
    first_names,
    has_other_forms,
)
from constellation.intake.people.match import SEVERAL, Match, nobody, several_fit, unknown
from constellation.intake.people.match import UNKNOWN as NOT_FOUND
from constellation.intake.people.nobody import names_nobody
from constellation.words import language, mark, say

MOST_NAMED = 5
LEAST_LIKENESS = 86  # of 100; a letter or two in a whole name
_MAIL = re.compile(r"[^\s<>@;,()\"]+@[^\s<>@;,()\"]+")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_LOST = re.compile(r"[?\ufffd]+")
_SCORES = {EQUAL: 1.0, OTHER_FORM: 0.95, INITIAL: 0.9, UNKNOWN: 0.8}
_WORDS = {
    EQUAL: mark("the name"),
    OTHER_FORM: mark("another form of the first name"),
    INITIAL: mark("family name and initial"),
    UNKNOWN: mark("the family name alone"),
}


class Directory:
    """The people of a roster, looked up by whatever another list calls them.

    >>> people = Directory({"given": ["Miloš", "Tomás", "Ana"], "family": ["Smith", "Smith", "Xu"],
    ...                     "department": ["Mathematics", "Psychology", "Physics"], "email": ["", "", "axu@univ.example"]})
    >>> people.find("Smith (Mathematics)").position, people.find("XU, Ana").position, people.find("AXU@univ.example").position
    (0, 2, 2)
    >>> people.find("Prof Smith").reason
    'two people fit: Miloš Smith (Mathematics), Tomás Smith (Psychology)'
    """

    def __init__(self, columns: Mapping[str, Sequence[str]]) -> None:
        """`columns`: clean fields as in `FIELDS`, equally long, blank where unknown; `native_name` is used as well."""
        self.length = max(map(len, columns.values()), default=0)
        blank = [""] * self.length
        self.columns = {
            name: columns.get(name) or blank for name in ("given", "middle", "family", "preferred", "department")
        }
        self.keys = [columns[name] for name in ("employee_id", "person_key", "orcid") if columns.get(name)]
        self.ids, self.numbers = _index(self.keys, _id_key), _index(self.keys, _number_key)
        self.mails = _index([columns.get("email", ())], str.casefold)
        self.given = [same(name) for name in self.columns["given"]]
        self.preferred = [same(name) for name in self.columns["preferred"]]
        self.first_names = {*self.given, *self.preferred}
        self.family = [same(name) for name in self.columns["family"]]
        self.families = _index([self.family], str)
        self.names = self._names(columns.get("native_name", ()))
        self.departments = set(map(same, self.columns["department"])) - {""}
        self.found: dict[tuple[str, str, str], Match] = {}

    def find(self, text: str, *, department: str = "") -> Match:
        """Who is meant, if it is one person; `department`: a hint from beside the name.

        Accents, capitals and the order of the words do not matter; a `?` may stand for letters that were lost.
        """
        key = (text, department, language())
        if key not in self.found:
            self.found[key] = self._find(text.strip(), department)
        return self.found[key]

    def find_id(self, text: str) -> Match:
        """Whose id or e-mail address a text is, capitals and leading zeros aside; never a part of a name.

        >>> people = Directory({"person_key": ["lee", "A 12"], "given": ["Bob", "Ana"], "family": ["Stone", "Lee"]})
        >>> people.find_id("LEE").position, people.find_id(" a 12 ").position, people.find_id("Ana Lee").position
        (0, 1, None)
        """
        key, short = _id_key(text), _number_key(text)
        found = self.ids.get(key) or self.mails.get(key) or (self.numbers.get(short) if short else None)
        if not found:
            return unknown(say("nobody with this id is in the roster"))
        reason = mark("the e-mail") if key in self.mails and key not in self.ids else mark("the id")
        return self._chosen(dict.fromkeys(found, 1.0), say(reason))

    def _find(self, text: str, department: str) -> Match:
        number = self._by_number(text)
        if number is not None:
            return number
        kind = names_nobody(text)
        if kind:
            return nobody(kind)
        name, hint = self._apart(text)
        hint = department or hint
        for search in (self._by_words, self._by_family, self._by_what_is_left, self._by_likeness):
            found = search(name, hint)
            if found is not None:
                return found
        return unknown(say("nobody of this name is in the roster"))

    def _by_number(self, text: str) -> Match | None:
        match = self.find_id(text)
        if match.kind != NOT_FOUND:
            return self._or_namesakes(text, match)
        if mail := _MAIL.search(text):
            rows = self.mails.get(mail.group().casefold(), [])
            if rows:
                return self._chosen(dict.fromkeys(rows, 1.0), say("the e-mail"))
            if mail.group() == text:
                return unknown(say("nobody with this e-mail is in the roster"))
        return match if any(letter.isdigit() for letter in text) and " " not in text else None

    def _or_namesakes(self, text: str, match: Match) -> Match:
        """Whose id it is, unless in other capitals: then it may as well be the family name of somebody else."""
        rows = [row for row in self.families.get(same(text), ()) if row != match.position]
        if match.position is None or not rows or any(text == keys[match.position] for keys in self.keys):
            return match
        return self._chosen(dict.fromkeys([match.position, *rows], 1.0), "")

    def _apart(self, text: str) -> tuple[str, str]:
        """The name, and the department beside it, if there is one."""
        text = _MAIL.sub("", text)
        hint = ""
        for words in _BRACKETS.findall(text):
            if self._is_department(words) or (
                text.endswith((f"({words})", f"[{words}]")) and self._is_no_first_name(words)
            ):
                hint = words
                text = text.replace(f"({words})", " ").replace(f"[{words}]", " ")
        head, comma, tail = text.rpartition(",")
        if comma and not hint and same(tail) in self.departments and same(tail) not in self.given:
            text, hint = head, tail.strip()
        return " ".join(text.split()).strip(" ,;"), hint

    def _is_department(self, words: str) -> bool:
        return same(words) in self.departments or any(
            departments(words, d) != CLASH for d in self.columns["department"] if d
        )

    def _is_no_first_name(self, words: str) -> bool:
        """Whether brackets at the end hold no nickname; what else they hold is where somebody works."""
        key = same(words)
        return bool(key) and key not in self.first_names and not has_other_forms(key.split()[0])

    def _by_words(self, name: str, hint: str) -> Match | None:
        """The same words, in whatever order, with or without the middle name."""
        rows = self.names.get(_sorted_words(same(name))) or self.names.get(_sorted_words(same(_plain(name))))
        return self._in_department(dict.fromkeys(rows, 1.0), hint, say(_WORDS[EQUAL])) if rows else None

    def _by_family(self, name: str, hint: str) -> Match | None:
        """The same family name, and a first name or an initial that goes with it."""
        best: dict[str, dict[int, float]] = defaultdict(dict)
        for given, preferred, family in self._readings(name):
            for row in self.families.get(family, ()):
                kind = self._first_name(row, (given, preferred))
                if kind in _SCORES:
                    best[kind][row] = _SCORES[kind]
        for kind in _SCORES:
            if kind in best:
                return self._in_department(best[kind], hint, say(_WORDS[kind]))
        return None

    def _readings(self, name: str) -> list[tuple[str, str, str]]:
        """Given, preferred and family name in each way the text may be split."""
        read = read_name(name)
        words = same(_plain(name)).split()
        splits = [(same(read.given), same(read.preferred), same(read.family))]
        splits += [(" ".join(words[:place]), "", " ".join(words[place:])) for place in range(len(words))]
        splits += [(" ".join(words[place:]), "", " ".join(words[:place])) for place in range(1, len(words))]
        return list(dict.fromkeys(split for split in splits if split[2]))

    def _first_name(self, row: int, names: tuple[str, str]) -> str:
        own = (self.given[row], self.preferred[row])
        kinds = {first_names(one, other) for one in names for other in own if one and other}
        if not any(names):
            return UNKNOWN
        return next((kind for kind in (EQUAL, OTHER_FORM, INITIAL) if kind in kinds), CLASH)

    def _by_what_is_left(self, name: str, hint: str) -> Match | None:
        """Names in which letters were lost: each `?` stands for some."""
        if not _LOST.search(name):
            return None
        words = [".{1,3}".join(re.escape(same(part)) for part in _LOST.split(word)) for word in _plain(name).split()]
        pattern = re.compile(" ".join(sorted(words)) if len(words) == 1 else " ".join(words))
        rows = {row: 0.9 for row in range(self.length) if pattern.fullmatch(f"{self.given[row]} {self.family[row]}")}
        rows = rows or {row: 0.75 for row in range(self.length) if pattern.fullmatch(self.family[row])}
        return self._in_department(rows, hint, say("what is left of the name")) if rows else None

    def _by_likeness(self, name: str, hint: str) -> Match | None:
        """The most similar whole names: a letter or two were mistyped."""
        key = _sorted_words(same(_plain(name)))
        if len(key) < 6:
            return None
        near = process.extract(key, list(self.names), scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=MOST_NAMED)
        if not near:
            return None
        top = near[0][1]
        likely = {words: round(score / 100 * 0.9, 2) for words, score, _ in near if score > top - 3}
        rows = {row: score for words, score in likely.items() for row in self.names[words]}
        return self._in_department(rows, hint, say("a similar name"))

    def _in_department(self, rows: Mapping[int, float], hint: str, reason: str) -> Match:
        if not hint:
            return self._chosen(rows, reason)
        fits = {row: departments(hint, self.columns["department"][row]) for row in rows}
        near = {row: min(rows[row] + 0.1, 1.0) for row in rows if fits[row] not in (CLASH, UNKNOWN)}
        if near:
            return self._chosen(near, say("{reason} and the department", reason=reason))
        if len(rows) == 1 and UNKNOWN not in fits.values():
            reason = say("{reason}, but of another department", reason=reason)
            return self._chosen({row: score * 0.6 for row, score in rows.items()}, reason)
        return self._chosen(rows, reason)

    def _chosen(self, rows: Mapping[int, float], reason: str) -> Match:
        if len(rows) == 1:
            ((row, score),) = rows.items()
            return Match(row, round(score, 2), reason)
        shown = listed([self.label(row) for row in rows], MOST_NAMED)
        return Match(None, 0.0, several_fit(len(rows), shown), tuple(rows), SEVERAL)

    def at_domain(self, domain: str) -> tuple[int, ...]:
        """Everybody whose address ends with `@domain`."""
        end = f"@{domain.casefold()}"
        return tuple(sorted(row for mail, rows in self.mails.items() if mail.endswith(end) for row in rows))

    def in_department(self, name: str) -> tuple[int, ...]:
        """Everybody of a department, however it is written."""
        fits = {d: departments(name, d) not in (CLASH, UNKNOWN) for d in set(self.columns["department"])}
        return tuple(row for row, department in enumerate(self.columns["department"]) if fits[department])

    def label(self, row: int) -> str:
        """How a person is told from namesakes: the name, and the department in brackets."""
        name = " ".join(filter(None, (self.columns["given"][row], self.columns["family"][row])))
        return f"{name} ({department})" if (department := self.columns["department"][row]) else name

    def _names(self, native: Sequence[str]) -> dict[str, list[int]]:
        names: dict[str, list[int]] = defaultdict(list)
        for row in range(self.length):
            given, preferred, family = self.given[row], self.preferred[row], self.family[row]
            middle = same(self.columns["middle"][row])
            if not family:
                continue
            forms = {f"{given} {family}", f"{given} {middle} {family}", f"{preferred or given} {family}"}
            if native and native[row]:
                forms.add(same(native[row]))
            for form in {_sorted_words(form) for form in forms}:
                names[form].append(row)
        return dict(names)


def _index(columns: Iterable[Sequence[str]], key: Callable[[str], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for column in columns:
        for row, value in enumerate(column):
            if value:
                found[key(value)].append(row)
    return dict(found)


def _id_key(text: str) -> str:
    return text.strip().casefold()


def _number_key(text: str) -> str:
    return _id_key(text).lstrip("0")


def _sorted_words(key: str) -> str:
    return " ".join(sorted(key.split()))


def _plain(name: str) -> str:
    """The name without titles and suffixes."""
    read = read_name(name)
    return " ".join(filter(None, (read.given, read.middle, read.family))) or name
