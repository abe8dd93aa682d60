"""Large rosters, made for timing: a CSV of 100,000 rows, a workbook of 20,000; time, and memory against the file's size."""

import csv
import gc
import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pandas

from constellation.intake import read

GIVEN = [
    "Ana",
    "Bo",
    "Chidinma",
    "Dvořák",
    "Ewa",
    "Fatima",
    "Günther",
    "Hiroshi",
    "Inês",
    "Jean-François",
    "Kiran",
    "Lena",
    "Miloš",
    "Noor",
    "Øyvind",
    "Priya",
    "Robert",
    "Siobhán",
    "Tomás",
    "Yael",
]
SYLLABLES = [
    "al",
    "be",
    "co",
    "du",
    "en",
    "fi",
    "ga",
    "ho",
    "in",
    "ja",
    "ka",
    "lo",
    "mi",
    "no",
    "ol",
    "pe",
    "ra",
    "so",
    "tu",
    "va",
    "we",
    "xi",
    "yo",
    "za",
]
HEADER = (
    "ID",
    "LAST_NAME",
    "FIRST_NAME",
    "MI",
    "POSN",
    "RANK",
    "BEGIN_DATE",
    "TENURE",
    "DEPT",
    "COLLEGE",
    "FTE",
    "EMAIL",
    "ORCID",
)
RANKS = ("PROF", "ASSOC PROF", "ASST PROF", "LECTURER", "CLINICAL ASST PROF", "PROF & CHAIR", "ADJ ASST PROF")
TODAY = date(2026, 1, 1)


def rows(count: int) -> Iterator[list[str]]:
    """Different people: each has an id, an address and an ORCID iD of their own."""
    for number in range(count):
        family = "".join(SYLLABLES[number // 24**place % 24] for place in range(4)).capitalize()
        given = GIVEN[number * 7 % len(GIVEN)]
        year, month = 1980 + number % 40, 1 + number % 12
        digits = f"000000021{number:06d}"
        yield [f"{10_000_000 + number:09d}", family, given, "M." if number % 3 else "", f"F{number}", RANKS[number % len(RANKS)],
               f"{number % 28 + 1:02d}-{['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'][month - 1]}-{year % 100:02d}",
               ("T", "TT", "NTT")[number % 3], f"DEPARTMENT {number % 90}", f"College {number % 9}", ("1", "0.5", ".75")[number % 3],
               f"{family[:7].upper()}{number}@UNIV.EXAMPLE", digits + check_digit(digits)]  # fmt: skip


def check_digit(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    left = (12 - total % 11) % 11
    return "X" if left == 10 else str(left)


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(count))


def write_workbook(path: Path, count: int) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Roster")
    sheet.append(HEADER)
    for row in rows(count):
        sheet.append(row)
    book.save(path)


def timed(path: Path, peer: str = "") -> dict[str, object]:
    """Seconds of one reading, and the memory it added at its peak, in megabytes and as a multiple of the file."""
    reads = by_pandas if peer else by_intake
    with TemporaryDirectory() as folder:  # warm: imports, tables, compiled expressions
        small = Path(folder) / f"small{path.suffix}"
        (write_workbook if path.suffix == ".xlsx" else write_csv)(small, 50)
        reads(small)
    gc.collect()
    before = peak()
    began = time.perf_counter()
    rows = reads(path)
    seconds = time.perf_counter() - began
    added = peak() - before
    size = path.stat().st_size / 2**20
    return {"rows": rows, "seconds": round(seconds, 2), "file MB": round(size, 1),
            "added MB": round(added, 1), "times the file": round(added / size, 1)}  # fmt: skip


def by_intake(path: Path) -> int:
    return read(path, today=TODAY).counts.rows_in


def by_pandas(path: Path) -> int:
    if path.suffix == ".xlsx":
        return len(pandas.read_excel(path, dtype=str, engine="calamine"))
    return len(pandas.read_csv(path, dtype=str))


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(kind: str, count: str, peer: str = "") -> dict[str, object]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"roster.{kind}"
        (write_workbook if kind == "xlsx" else write_csv)(path, int(count))
        return timed(path, peer)


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
