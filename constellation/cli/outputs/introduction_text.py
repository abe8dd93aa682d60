"""An introduction as it is told: to the asker the first step alone, to the office the whole path.

The asker learns neither how long the path is nor how strong, for two steps would tell who knows whom; and where there is
no way nothing tells whether somebody opted out, a tie is confidential, the two are never to be brought together, or
nobody knows anybody.
"""

from collections.abc import Callable
from typing import Any

from constellation.cli.files.acquaintances import Acquaintances
from constellation.engine.introductions.introduce import Path, acquainted
from constellation.words import as_written, mark, say

NO_WAY = mark(
    "No introduction to {sought} can be offered just now. Ask the program office, or name more of the people you know."
)
CONFIDENTIAL = mark("Confidential, for the program office: the asker sees the first step alone.")

Draft = Callable[
    [str, str, str], str
]  # the names of asker, introducer and person sought → a private request, or how to get it


def to_asker(people: Acquaintances, path: Path, asker: int, sought: int, draft: Draft | None = None) -> list[str]:
    """What the asker reads; where there is a draft, the private request to the introducer follows after a blank line."""
    name = people.named(sought)
    if told_as_acquainted(people, asker, sought):
        return [say("You and {sought} are acquainted already: write to them directly.", sought=name)]
    if path.first_step is None:
        return [say(NO_WAY, sought=name)]
    first = people.named(path.first_step)
    told = say("Ask {first}: through them you could come to know {sought}.", first=first, sought=name)
    letter = ["", draft(people.named(asker), first, name)] if draft else []
    return [told, say("Nobody hears of it unless everybody who is asked agrees."), *letter]


def told_as_acquainted(people: Acquaintances, asker: int, sought: int) -> bool:
    """Whether the asker is told that they know each other; of a pair that is kept apart nothing is told."""
    return acquainted(people.known, asker, sought) and sought not in people.known.apart.get(asker, ())


def to_office(people: Acquaintances, path: Path, asker: int, sought: int) -> list[str]:
    """The whole path with the strength of each tie, marked as confidential."""
    if acquainted(people.known, asker, sought):
        return [
            say(CONFIDENTIAL),
            say("{asker} and {sought} are acquainted already.", asker=people.named(asker), sought=people.named(sought)),
        ]
    if not path.people:
        return [
            say(CONFIDENTIAL),
            say(
                "There is no way from {asker} to {sought} in three steps.",
                asker=people.named(asker),
                sought=people.named(sought),
            ),
        ]
    steps = zip(path.people, path.people[1:], path.ties, strict=False)
    told = [
        say("{one} knows {other} (strength {strength}).", one=people.named(one), other=people.named(other),
            strength=as_written(f"{strength:.2f}"))
        for one, other, strength in steps
    ]  # fmt: skip
    whole = as_written(f"{path.strength:.3f}")
    return [say(CONFIDENTIAL), *told, say("The whole path has strength {strength}.", strength=whole)]


def as_data(people: Acquaintances, path: Path, asker: int, sought: int, office: bool) -> dict[str, Any]:
    """The same as data, no more in it for the asker."""
    known = acquainted(people.known, asker, sought) if office else told_as_acquainted(people, asker, sought)
    shown = Path((), 0.0, ()) if known else path
    told: dict[str, Any] = {"from": people.ids[asker], "to": people.ids[sought], "acquainted": known}
    told["first_step"] = None if shown.first_step is None else people.ids[shown.first_step]
    if office:
        told |= {"confidential": True, "path": [people.ids[i] for i in shown.people],
                 "strengths": list(shown.ties), "strength": shown.strength}  # fmt: skip
    return told
