"""`constellation`: the command line, one subcommand a file."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from constellation.cli.refusal import Refusal

EXIT_REFUSED = 2
EXIT_STOPPED = 130


def parser() -> argparse.ArgumentParser:
    from constellation.cli import check, design, read

    top = argparse.ArgumentParser(
        prog="constellation", description="Mutual mentoring: everybody's network designed at once, with a certificate."
    )
    top.add_argument("--version", action="version", version=f"constellation {version('constellation')}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (design, check, read):
        command.add_to(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand; refusals are one sentence on standard error and exit 2, Ctrl-C is one line and exit 130."""
    try:
        return run(argv)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still held would fail once more at the end
        print("constellation: the disk is full; make room, or write elsewhere.", file=sys.stderr)
        return EXIT_REFUSED
    except KeyboardInterrupt:
        print("constellation: stopped; nothing was written", file=sys.stderr)
        return EXIT_STOPPED


def run(argv: Sequence[str] | None) -> int:
    asked = parser().parse_args(argv)
    try:
        return int(asked.run(asked))
    except Refusal as refusal:
        return refuse(refusal)
    except ValueError as error:
        if not isinstance(error, sentences()):
            raise
        return refuse(error)


def sentences() -> tuple[type[ValueError], ...]:
    """The errors that are one sentence for a reader; imported when there is one, for each command needs half of it."""
    from constellation.intake.tables import Unreadable
    from constellation.packs import PackError

    return Unreadable, PackError


def refuse(sentence: Exception) -> int:
    print(f"constellation: {str(sentence).removesuffix('.')}.", file=sys.stderr)
    return EXIT_REFUSED
