"""Made files with known right answers, read and compared: field by field, and the likely duplicates pair by pair."""

import csv
import tomllib
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path

from constellation.intake import Reading, read

FIELDS = Path(__file__).with_name("intake_fields.toml")
READ_ON = date(2018, 10, 15)  # the day the files speak of
DUPLICATES = "10_duplicates_with_truth.csv"


@dataclass
class Agreement:
    """Of one file: by field how many cells agree and how many the file carries, and those that differ."""

    file: str
    agree: dict[str, int] = field(default_factory=dict)
    carried: dict[str, int] = field(default_factory=dict)
    differing: list[tuple[str, str, str]] = field(default_factory=list)
    unmatched: int = 0

    @property
    def share(self) -> float:
        return sum(self.agree.values()) / max(1, sum(self.carried.values()))

    def worst(self) -> float:
        return min((self.agree[name] / max(1, self.carried[name]) for name in self.carried), default=0.0)


def compare_all(folder: Path) -> list[Agreement]:
    """Every file of the folder that the table of fields lists; `folder` holds `_truth_people.csv` beside them."""
    with (folder / "_truth_people.csv").open(encoding="utf-8-sig", newline="") as file:
        truth = list(csv.DictReader(file))
    listed = tomllib.loads(FIELDS.read_text(encoding="utf-8"))
    return [compare(folder / name, rules, truth) for name, rules in listed.items() if (folder / name).is_file()]


def compare(path: Path, rules: dict, truth: list[dict[str, str]]) -> Agreement:
    reading = read(path, today=READ_ON)
    found = Agreement(path.name)
    encoding = rules.get("encoding", "utf-8")
    key = rules["match"]
    people = {matched(person, key, encoding): person for person in truth}
    for name in rules["fields"]:
        found.agree[name] = found.carried[name] = 0
    for row in reading.rows:
        person = people.get(matched(row, key, "utf-8"))
        if person is None:
            found.unmatched += 0 if rules.get("only_matched") or key_lost(row, rules) else 1
            continue
        for name in rules["fields"]:
            expected = as_written(person[name], encoding)
            value = str(row.get(name) or "")
            if not is_carried(name, value, person, rules):
                continue
            found.carried[name] += 1
            same = agrees(name, value, expected, rules)
            found.agree[name] += same
            if not same:
                found.differing.append((name, value, expected))
    expected_rows = len(reading.rows) if "people" not in rules else rules["people"]
    found.unmatched += abs(expected_rows - len(reading.rows))
    return found


def key_lost(row: dict, rules: dict) -> bool:
    return any(word[1:] in str(row["family"]) for word in rules.get("lost", ()))


def as_written(text: str, encoding: str) -> str:
    return text.encode(encoding, "replace").decode(encoding)


def matched(row: dict, key: str, encoding: str) -> str:
    if key != "name":
        return as_written(str(row[key]), encoding)
    return "".join(
        sorted(as_written(f"{row['given']}{row['family']}", encoding).casefold().replace("ss", "ß").replace(" ", ""))
    )


def is_carried(name: str, value: str, person: dict[str, str], rules: dict) -> bool:
    if name in rules.get("absent", ()) and not value:
        return False
    if name in rules.get("capitals", ()) and "ß" in person[name]:
        return False
    return not any(word == person[name] for word in rules.get("lost", ()))


def agrees(name: str, value: str, expected: str, rules: dict) -> bool:
    if name in rules.get("reduced", ()) and value:
        return expected.startswith(value)
    if name == "rank" and value in rules.get("coarse", {}):
        return expected in rules["coarse"][value]
    return value == expected


def duplicates_found(folder: Path) -> tuple[float, float]:
    """Precision and recall of the proposed pairs, against the key that the file carries for each row."""
    path = folder / DUPLICATES
    with path.open(encoding="utf-8", newline="") as file:
        keys = [row["truth_key"] for row in csv.DictReader(file)]
    return precision_and_recall(read(path, today=READ_ON), keys)


def precision_and_recall(reading: Reading, keys: list[str]) -> tuple[float, float]:
    position = {source.row - 2: at for at, source in enumerate(reading.rows.sources)}
    true = {frozenset((position[a], position[b])) for a, b in combinations(range(len(keys)), 2) if keys[a] == keys[b]}
    proposed = {frozenset((one.first, one.second)) for one in reading.duplicates}
    return len(true & proposed) / max(1, len(proposed)), len(true & proposed) / max(1, len(true))
