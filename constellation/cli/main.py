"""`constellation`: the command line, one subcommand a file."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from constellation.cli.argparse_words import argparse_in
from constellation.cli.refusal import Refusal
from constellation.cli.speaking import OPTION, known_language, language_around, language_asked, unknown_language
from constellation.words import LANGUAGES, in_language, say

EXIT_REFUSED = 2
EXIT_STOPPED = 130
DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}  # no room on it, in the quota, for so large a file


def parser() -> argparse.ArgumentParser:
    """Every subcommand; `--language` is among the options for its help, and is read before them."""
    from constellation.cli import check, design, groups, introduce, measure, packs, read

    top = argparse.ArgumentParser(
        prog="constellation",
        description=say("Mutual mentoring: everybody's network designed at once, with a certificate."),
    )
    shown = say("show program's version number and exit")
    top.add_argument("--version", action="version", version=f"constellation {version('constellation')}", help=shown)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (design, check, read, packs, measure, groups, introduce):
        command.add_to(commands)
    spoken = say("language of what is said: {known} (default: that of the environment)", known=", ".join(LANGUAGES))
    for one in (top, *commands.choices.values()):
        one.add_argument(OPTION, metavar="CODE", default=argparse.SUPPRESS, help=spoken)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand in the language asked for; refusals are one sentence on standard error and exit 2."""
    wanted, words = language_asked(sys.argv[1:] if argv is None else argv)
    asked = known_language(wanted) if wanted is not None else None
    language = asked or language_around(os.environ)
    with in_language(language), argparse_in(language):
        if wanted is not None and not asked:
            return refuse(unknown_language(wanted))
        return stopped_gently(words)


def stopped_gently(words: Sequence[str]) -> int:
    """Ctrl-C is one line and exit 130; a full disk and a reader who went away are no accidents."""
    try:
        return run(words)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still held would fail once more at the end
        return refuse(say("the disk is full; make room, or write elsewhere."))
    except KeyboardInterrupt:
        print(f"constellation: {say('stopped; nothing was written')}", file=sys.stderr)
        return EXIT_STOPPED


def run(words: Sequence[str]) -> int:
    asked = parser().parse_args(words)
    try:
        return int(asked.run(asked))
    except Refusal as refusal:
        return refuse(str(refusal))
    except ValueError as error:
        if not isinstance(error, sentences()):
            raise
        return refuse(str(error))


def sentences() -> tuple[type[ValueError], ...]:
    """The errors that are one sentence for a reader; imported when there is one, for each command needs half of it."""
    from constellation.intake.tables import Unreadable
    from constellation.packs import PackError

    return Unreadable, PackError


def refuse(sentence: str) -> int:
    print(f"constellation: {sentence.removesuffix('.')}.", file=sys.stderr)
    return EXIT_REFUSED
