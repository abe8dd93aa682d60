"""`python -m benchmarks [NAME ...]`: one table with ratios, written to docs/benchmarks.md with machine and date.

Every row runs in a process of its own, warm: the engine has compiled and has designed a small problem before the clock
starts.  Names pick rows by their beginning; without names every row runs (about twenty minutes on two cores).
"""

import datetime
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.cases import CASES

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
HEAD = (
    "case",
    "people",
    "seconds",
    "peak MB",
    "value",
    "bound",
    "certified %",
    "scope",
    "linear optimum %",
    "seconds, linear",
    "more",
)


def main(names: list[str]) -> int:
    chosen = [name for name in CASES if not names or any(name.startswith(one) for one in names)]
    rows = []
    for name in chosen:
        row = measured(name)
        rows.append(row)
        print(" | ".join(str(row.get(column, "")) for column in HEAD), flush=True)
    if not names:
        PAGE.write_text(page(rows), encoding="utf-8")
        print(f"Written: {PAGE.name}")
    return int(any("failed" in row.get("more", "") for row in rows))


def measured(name: str) -> dict[str, object]:
    """A case in a process of its own, so that its peak memory is its own."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.cases", name], capture_output=True, text=True, check=False)
    if done.returncode:
        return {"case": name, "more": "failed: " + done.stderr.strip().splitlines()[-1]}
    return {"case": name, **json.loads(done.stdout.splitlines()[-1])}


def page(rows: list[dict[str, object]]) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = [
        "# Benchmarks", "",
        f"Measured {datetime.date.today().isoformat()} on {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.machine()}, Python {platform.python_version()}; single runs on shared cores. Written by `make bench`.",
        "",
        "*certified*: value over proven bound. *linear optimum*: the value of the networks that OR-tools' best sum of "
        "single partners makes, over the same bound, in the same run. See [measures](measures.md).",
        "",
        "| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD),
    ]  # fmt: skip
    lines += ["| " + " | ".join(str(row.get(column, "")) for column in HEAD) + " |" for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
