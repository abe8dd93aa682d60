"""What a reading says of a made file, held against the right answers: as the benchmark does, and fair to namesakes.

A name that several bear belongs to whichever of them agrees best.  In capitals the case is lost, and a letter that
mended text cannot have again is not expected.
"""

import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.intake_truth import FIELDS, READ_ON, agrees, as_written, is_carried, matched
from constellation.intake import FIELDS as ALL
from constellation.intake import Reading, read
from tests.intake.made_set.delimited import garbled
from tests.intake.made_set.people import Person

RULES = tomllib.loads(FIELDS.read_text(encoding="utf-8"))
INVENTED = set(ALL) - {"person_key", "employee_id"}


@dataclass
class Outcome:
    """Of one file: cells that agree and that the file carries, what differs, what nobody wrote, who was not found."""

    file: str
    reading: Reading
    agree: int = 0
    carried: int = 0
    differing: list[tuple[str, str, str, str]] = field(default_factory=list)
    invented: list[tuple[str, str, str, str]] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.agree / max(1, self.carried)


def compare_file(path: Path, people: list[Person], rules: dict | None = None) -> Outcome:
    rules = rules or RULES[path.name]
    outcome = Outcome(path.name, read(path, today=READ_ON))
    bearers = defaultdict(list)
    for one in people:
        bearers[match_key(one, rules, rules.get("encoding", "utf-8"))].append(one)
    for row in outcome.reading.rows:
        found = bearers.get(match_key(row, rules, "utf-8"), [])
        if not found:
            if not rules.get("only_matched") and not row_is_lost(row, people, rules):
                outcome.unmatched.append(f"{row['given']}|{row['middle']}|{row['family']}")
            continue
        whose = max(found, key=lambda one, row=row: sum(1 for _, same in cells(row, one, rules) if same))
        count(outcome, row, whose, rules)
    return outcome


def match_key(row: Person, rules: dict, encoding: str) -> str:
    key = matched(row, rules["match"], encoding)
    if rules["match"] != "name":
        return key
    return "".join(sorted(c for c in key if c.isalnum() or c == "?"))


def row_is_lost(row: Person, people: list[Person], rules: dict) -> bool:
    """Whether the mended name lacks letters that the file lost, so that it cannot find its person."""
    return rules["match"] == "name" and "\ufffd" in f"{row['given']}{row['family']}"


def cells(row: Person, one: Person, rules: dict) -> list[tuple[str, bool]]:
    """Each field that the file carries of this person, and whether it agrees."""
    encoding = rules.get("encoding", "utf-8")
    answer = []
    for name in rules["fields"]:
        value = str(row.get(name) or "")
        if is_carried(name, value, one, rules) and not lost(name, one, rules):
            answer.append((name, same(name, value, as_written(one[name], encoding), rules)))
    return answer


def same(name: str, value: str, expected: str, rules: dict) -> bool:
    if agrees(name, value, expected, rules):
        return True
    if name in rules.get("capitals", ()):
        return uncased(value) == uncased(expected) and value != value.upper()
    return False


def uncased(text: str) -> str:
    """Without case, and without the dots of Turkish letters."""
    return unicodedata.normalize("NFD", text.casefold()).replace("\u0307", "").replace("ı", "i")


def lost(name: str, one: Person, rules: dict) -> bool:
    """Whether a letter of it does not survive the mix-up of kind 09."""
    odd = int(one["person_key"][1:]) % 2 == 1
    return bool(rules.get("lost")) and name in ("given", "family") and odd and "\ufffd" in garbled(one[name])


def count(outcome: Outcome, row: Person, one: Person, rules: dict) -> None:
    for name, same_value in cells(row, one, rules):
        outcome.carried += 1
        outcome.agree += same_value
        if not same_value:
            outcome.differing.append(
                (
                    one["person_key"],
                    name,
                    as_written(one[name], rules.get("encoding", "utf-8")),
                    str(row.get(name) or ""),
                )
            )
    for name in sorted(INVENTED - set(rules["fields"])):
        value = str(row.get(name) or "")
        if value and value != as_written(one[name], rules.get("encoding", "utf-8")):
            outcome.invented.append((one["person_key"], name, one[name], value))
