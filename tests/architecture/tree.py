"""The repository as the architecture tests see it."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "constellation"


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed."""
    command = "git -c safe.directory=* ls-files --cached --others --exclude-standard -z"
    listed = subprocess.run(command.split(), cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file())


def modules() -> list[Path]:
    """Every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """The path as one writes it: from the top of the repository."""
    return path.relative_to(ROOT).as_posix()
