"""`constellation groups`: peer groups of people who have much in common."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constellation.cli.refusal import Refusal
from constellation.words import say

if TYPE_CHECKING:
    from constellation.cli.files.gathering import Wish

SIZES = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
WEIGHTS = {"needs": 1.0, "topics": 1.0, "interests": 0.5}
MOST_FACILITATORS = 5


def add_to(commands: Any) -> None:
    one = commands.add_parser(
        "groups", help=say("form peer groups"), description=say("Form peer groups of people who have much in common.")
    )
    one.add_argument("folder", nargs="?", type=Path, help=say("folder with people.csv and its sisters"))
    one.add_argument("--people", type=Path, metavar="FILE", help=say("anybody who may join or facilitate"))
    one.add_argument("--needs", type=Path, metavar="FILE", help=say("needs.csv: person_id, area, weight, topics"))
    one.add_argument("--conflicts", type=Path, metavar="FILE", help=say("who must not meet: person_id, partner_id"))
    one.add_argument("--choices", type=Path, metavar="FILE",
                     help=say("what people choose: person_id, joins, departments, facilitates, cohort"))  # fmt: skip
    one.add_argument("--pack", default="umass", help=say("program pack, by name or folder (default: umass)"))
    one.add_argument("--sizes", default="4-6", metavar="LOW-HIGH", help=say("members of a group (default 4-6)"))
    one.add_argument("--departments", choices=("same", "distinct", "any"), default="any",
                     help=say("for whoever does not choose (default: any)"))  # fmt: skip
    one.add_argument("--ranks", choices=("together", "mixed"), default="mixed",
                     help=say("together: one rank in a group (default: mixed)"))  # fmt: skip
    one.add_argument("--topics", default="", metavar="WORD;WORD",
                     help=say("groups about these areas, topics or interests alone"))  # fmt: skip
    one.add_argument("--weights", default="", metavar="needs=1,topics=1,interests=0.5",
                     help=say("how much each counts in what people have in common"))  # fmt: skip
    one.add_argument(
        "--facilitators", default="0", metavar="MOST", help=say("for each group, as in 1 or 0-2 (default 0)")
    )
    one.add_argument("--seed", type=int, default=0, help=say("of lots and search (default 0)"))
    one.add_argument("--out", type=Path, default=Path("out/groups"), metavar="DIR", help=say("default: out/groups"))
    one.add_argument("--json", action="store_true", help=say("print groups.json to standard output"))
    one.add_argument("--quiet", action="store_true", help=say("no notes"))
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    wish, most = wish_of(asked), range_in("--facilitators", asked.facilitators)[1]
    if asked.seed < 0:
        raise Refusal(say("--seed {seed}: give a whole number from 0 up.", seed=asked.seed))
    if most > MOST_FACILITATORS:
        told = say("--facilitators {asked}: {most} at most.", asked=asked.facilitators, most=MOST_FACILITATORS)
        raise Refusal(told)

    from constellation import packs
    from constellation.cli.files.gathering import find_group_files, load_gathering
    from constellation.cli.outputs.groups_account import account, summary
    from constellation.cli.outputs.groups_files import as_json, write_groups
    from constellation.cli.outputs.groups_text import lines
    from constellation.engine.groups import divide, facilitate

    options = {name: getattr(asked, name) for name in ("people", "needs", "conflicts", "choices")}
    gathered = load_gathering(find_group_files(asked.folder, options), packs.load(asked.pack), wish)
    for note in [] if asked.quiet else gathered.notes:
        print(f"{note.place}: {note.sentence}", file=sys.stderr)
    if not asked.quiet and not is_compiled():
        print(say("Compiling the engine for this machine, once (about 20 seconds) ..."), file=sys.stderr, flush=True)
    with ThreadPoolExecutor(os.cpu_count()) as executor:
        made = divide(gathered.gathering, seed=asked.seed, executor=executor)
    groups = account(gathered, made, facilitate(gathered.gathering, made, gathered.facilitates, most))
    told = as_json(summary(gathered, made, groups, settings(asked, wish, most)))
    write_groups(asked.out, gathered.roster, groups, made.left_out.tolist(), told)
    show([told.rstrip("\n")] if asked.json else [*lines(gathered.roster, made, groups, most), written(asked.out)])
    return 0


def is_compiled() -> bool:
    """Whether the largest kernel of groups is in the cache on disk."""
    from constellation.engine.groups.search import anneal

    return any(Path(anneal._cache._cache_path).glob("search.anneal-*.nbc"))


def show(lines: Sequence[str]) -> None:
    """To standard output in UTF-8, whatever the terminal is set to."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(lines))


def written(folder: Path) -> str:
    return say("Written for the program office: {files}", files=folder / "groups.csv")


def settings(asked: argparse.Namespace, wish: "Wish", most: int) -> dict[str, object]:
    return {
        "sizes": [wish.low, wish.high], "departments": asked.departments, "ranks": asked.ranks,
        "topics": list(wish.topics), "weights": dict(wish.weights), "facilitators": most, "seed": asked.seed,
    }  # fmt: skip


def wish_of(asked: argparse.Namespace) -> "Wish":
    from constellation.cli.files.choices import DEPARTMENTS
    from constellation.cli.files.gathering import Wish

    low, high = range_in("--sizes", asked.sizes)
    topics = [word.strip() for word in asked.topics.split(";") if word.strip()]
    return Wish(low, high, DEPARTMENTS[asked.departments], asked.ranks == "together", weights_in(asked.weights), topics)


def range_in(option: str, text: str) -> tuple[int, int]:
    """Two whole numbers, or one that stands for both.

    >>> range_in("--sizes", "4-6"), range_in("--sizes", "5")
    ((4, 6), (5, 5))
    """
    found = SIZES.fullmatch(text.strip())
    if found is None:
        raise Refusal(say("{option} {text}: give one whole number or two, as in 4-6.", option=option, text=text))
    low, high = int(found[1]), int(found[2] or found[1])
    if low > high:
        told = say("{option} {text}: the first number is the larger one; write {high}-{low}.", option=option, text=text,
                   high=high, low=low)  # fmt: skip
        raise Refusal(told)
    return low, high


def weights_in(text: str) -> dict[str, float]:
    """The weights of what people can have in common, the defaults where none are given.

    >>> weights_in("topics=2")
    {'needs': 1.0, 'topics': 2.0, 'interests': 0.5}
    """
    from constellation.cli.files.cells import as_number

    weights = dict(WEIGHTS)
    for part in filter(None, map(str.strip, text.split(","))):
        name, _, number = part.partition("=")
        value = as_number(number)
        if name.strip() not in WEIGHTS or value is None or not 0 <= value <= 1000:
            raise Refusal(say("--weights {part}: write needs, topics or interests, = and a number from 0.", part=part))
        weights[name.strip()] = value
    return weights
