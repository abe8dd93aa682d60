"""`constellation measure`: what networks are like, person by person and for the program."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constellation.cli.refusal import Refusal
from constellation.words import say

if TYPE_CHECKING:
    from constellation.cli.outputs.measures_summary import Measured


def add_to(commands: Any) -> None:
    one = commands.add_parser(
        "measure",
        help=say("measure networks from a list of ties"),
        description=say("Measure networks from a list of ties."),
    )
    one.add_argument("ties", type=Path, metavar="TIES", help=say("ties as CSV or GraphML"))
    one.add_argument(
        "--people", type=Path, metavar="FILE", help=say("everybody, with departments, roles, arenas and needs")
    )
    one.add_argument("--needs", type=Path, metavar="FILE", help=say("needed areas, one a row"))
    one.add_argument("--relation", default="", metavar="NAME", help=say("only ties of this relation"))
    one.add_argument("--out", type=Path, metavar="FILE", help=say("write all measures as CSV, one row a person"))
    one.add_argument("--json", action="store_true", help=say("print everything as JSON, and nothing else"))
    one.add_argument("--program", action="store_true", help=say("print the program's figures only, nobody's own"))
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from constellation.cli.outputs.measures_files import as_json
    from constellation.cli.outputs.measures_text import measures_text

    refuse_early(asked)
    found = measure(asked)
    if asked.out:
        write(asked.out, found)
    for note in found.program.notes:
        print(f"{note.place}: {note.sentence}", file=sys.stderr)
    if asked.json:
        print(as_json(found, people=not asked.program))
        return 0
    for line in measures_text(found, people=not asked.program):
        print(line)
    if asked.out:
        print(say("The table: {file}", file=asked.out))
    return 0


def refuse_early(asked: argparse.Namespace) -> None:
    """What cannot be written is said before anything is read."""
    from constellation.cli.outputs.whole_files import obstacle_to_write

    if not asked.out:
        return
    if asked.out.resolve() in {path.resolve() for path in (asked.ties, asked.people, asked.needs) if path}:
        raise Refusal(say("{file} is a file that is read; name another file to write.", file=asked.out))
    if obstacle := obstacle_to_write(asked.out):
        raise Refusal(obstacle)


def measure(asked: argparse.Namespace) -> "Measured":
    from constellation.cli.files.network_file import program_of
    from constellation.cli.files.ties_file import read_needs, read_people, read_ties
    from constellation.cli.outputs.measures_summary import measured

    ties, nodes = read_ties(asked.ties)
    people = read_people(asked.people) if asked.people else nodes
    needs = read_needs(asked.needs) if asked.needs else None
    return measured(program_of(ties, people, needs, asked.relation))


def write(path: Path, found: "Measured") -> None:
    from constellation.cli.outputs.measures_files import write_csv
    from constellation.cli.outputs.whole_files import whole_files

    with whole_files() as opened:
        write_csv(found, opened(path))
