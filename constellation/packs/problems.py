"""What is wrong with a pack: sentences with file, line and mend, gathered while reading goes on."""

from typing import NamedTuple

from constellation.words import say


class Problem(NamedTuple):
    """One sentence about one place; `line` counts from 1, 0 stands for the file as a whole."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        if not self.line:
            return say("{file}: {problem}", file=self.file, problem=self.sentence)
        return say("{file}, line {line}: {problem}", file=self.file, line=self.line, problem=self.sentence)


class PackError(ValueError):
    """A pack that is refused; one sentence names the file, the line and the mend."""
