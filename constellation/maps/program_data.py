"""What a program's map is drawn of: people with their unit and load and who helps whom; for leaders, units alone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProgramPerson:
    """`key` stays from snapshot to snapshot and is never shown; `load`: how many people they help; `name` is shown
    only where the office asks for names."""

    key: str
    unit: str
    load: int = 0
    name: str = ""


@dataclass(frozen=True)
class ProgramTie:
    """`helper` helps `helped`, both keys; help in both directions is two of these."""

    helper: str
    helped: str


@dataclass(frozen=True)
class ProgramUnit:
    """A unit for leaders' eyes: `people` in it and ties `inside` it, None where a small number may not be told."""

    key: str
    name: str
    people: int | None
    inside: int | None = 0


@dataclass(frozen=True)
class UnitTie:
    """`ties`: how many times people of one unit help people of the other; None where that may not be told."""

    helper: str
    helped: str
    ties: int | None
