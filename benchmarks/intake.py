"""`python -m benchmarks.intake [FOLDER]`: how right and how fast files are read, written to docs/benchmarks-intake.md.

FOLDER holds made files with `_truth_people.csv`; without it, or where it is not there, only speed is measured.  Each
timing runs in a process of its own, warm, beside pandas reading the same file into a table of text without judging it.
"""

import datetime
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.intake_truth import Agreement, compare_all, duplicates_found

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks-intake.md"
MADE = "messy_made"
SIZES = (("csv", 100_000, "5 s, 10 times the file"), ("xlsx", 20_000, "5 s"))


def main(words: list[str]) -> int:
    folder = Path(words[0] if words else os.environ.get("CONSTELLATION_SHARED", "")) / "data" / MADE
    agreements = compare_all(folder) if folder.is_dir() else []
    for one in agreements:
        print(truth_row(one), flush=True)
    duplicates = duplicates_found(folder) if agreements else None
    speeds = [speed_row(*size) for size in SIZES]
    print("\n".join(speeds))
    PAGE.write_text(page(agreements, duplicates, speeds), encoding="utf-8")
    print(f"Written: {PAGE.name}")
    return int(any(one.share < 0.98 or one.unmatched for one in agreements))


def truth_row(one: Agreement) -> str:
    fields = ", ".join(f"{name} {one.agree[name]}/{one.carried[name]}" for name in one.carried)
    return f"| {one.file} | {one.share:.2%} | {one.unmatched} | {fields} |"


def speed_row(kind: str, count: int, bar: str) -> str:
    ours = measured("benchmarks.intake_speed", kind, str(count))
    peer = measured("benchmarks.intake_speed", kind, str(count), "pandas")
    ratio = ours["seconds"] / max(peer["seconds"], 0.01)
    return (
        f"| {count:,} rows of {kind} | {bar} | {ours['seconds']} s | {ours['file MB']} MB | {ours['added MB']} MB, {ours['times the file']} times | "
        f"{peer['seconds']} s, {peer['times the file']} times | {ratio:.1f} |"
    )


def measured(module: str, *words: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", module, *words], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def page(agreements: list[Agreement], duplicates: tuple[float, float] | None, speeds: list[str]) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = [
        "# Benchmarks of intake", "",
        f"Measured {datetime.date.today().isoformat()} on {os.cpu_count()} cores, {memory:.0f} GiB, {platform.machine()}, "
        f"Python {platform.python_version()}; single runs on shared cores. Written by `make bench`.", "",
        "## Speed and memory", "",
        "Reading, judging, folding and the search for duplicates, in one process, warm; memory is what the peak grew by. "
        "*pandas* reads the same file into text and judges nothing.", "",
        "| what | bar | seconds | file | memory added | pandas | our time over pandas' |", "|---|---|---|---|---|---|---|", *speeds, "",
        "## Agreement with the right answers", "",
        "Made files of 60 invented people, each in the look of another system. A cell counts where the file really carries it; "
        "`benchmarks/intake_fields.toml` lists what that is. The bar is 98 % for each file.", "",
        "| file | agreement | people not found | cells that agree, of those carried |", "|---|---|---|---|", *map(truth_row, agreements),
    ]  # fmt: skip
    if duplicates:
        lines += [
            "",
            f"Likely duplicates (file 10): precision {duplicates[0]:.3f}, recall {duplicates[1]:.3f}; the bars are .98 and .95.",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
