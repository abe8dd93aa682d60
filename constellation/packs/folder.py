"""The files of a pack's folder, read as text; a file that is missing, unknown or not UTF-8 is noted."""

from collections.abc import Iterable
from pathlib import Path

from constellation.packs.problems import Problem
from constellation.packs.schema import FAQ, FOLDERS, NEEDED, READING
from constellation.packs.spelling import closest
from constellation.words import say

LEFT_ALONE = ("README.md",)


def texts_of(folder: Path, problems: list[Problem]) -> dict[str, str]:
    """The text of every file of a pack, by its path within the folder, in the order they are read.

    Pictures and hidden files are left alone.
    """
    wanted = [folder / name for name in (*NEEDED, READING, FAQ)]
    wanted += [file for name in FOLDERS for file in sorted((folder / name).glob("*.md"))]
    texts = {}
    for file in wanted:
        text = text_of(file, problems)
        if text is not None:
            texts[file.relative_to(folder).as_posix()] = text
    problems += unknown_files(folder)
    return texts


def text_of(file: Path, problems: list[Problem]) -> str | None:
    """The text of a file; None, and why, where there is none; a file that may be missing is not missed."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(Problem(str(file), line, say("a character is not UTF-8; save the file as UTF-8.")))
    except FileNotFoundError:
        if file.name in NEEDED:
            problems.append(Problem(str(file), 0, say("the file is missing; copy it from a shipped pack.")))
    except OSError:
        problems.append(Problem(str(file), 0, say("the file cannot be read; allow reading it.")))
    return None


def unknown_files(folder: Path) -> Iterable[Problem]:
    """Files that nobody would read, for a slip in the name or place."""
    known = (*NEEDED, READING, FAQ, *LEFT_ALONE)
    for file in sorted(folder.iterdir() if folder.is_dir() else ()):
        if file.suffix in (".toml", ".md") and file.name not in known:
            yield Problem(str(file), 0, misnamed(file.name, known))
    for file in sorted(folder.glob("*/*.md")):
        if file.parent.name not in FOLDERS:
            yield Problem(str(file), 0, misnamed(file.parent.name, FOLDERS))


def misnamed(name: str, known: tuple[str, ...]) -> str:
    if close := closest(name, known):
        return say("{name} is no part of a pack; rename it to {close}.", name=name, close=close)
    return say("{name} is no part of a pack; use one of {known}, or remove it.", name=name, known=", ".join(known))
