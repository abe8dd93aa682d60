"""`constellation packs`: the program packs there are, what one says, whether it is right, and a copy to edit."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from constellation.cli.refusal import Refusal
from constellation.words import say, say_count

EXIT_PROBLEMS = 1


def add_to(commands: Any) -> None:
    summary = say("list, show, check and copy program packs")
    words = say("The program packs there are, what one says, whether it is right, and a copy to edit.")
    actions = commands.add_parser("packs", help=summary, description=words).add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    every = actions.add_parser("list", help=say("the packs there are, and what they descend from"))
    every.set_defaults(run=run, act=list_packs)
    show = actions.add_parser("show", help=say("what a pack says, or one part of it"))
    show.add_argument("pack", help=say("a pack, by name or folder"))
    show.add_argument("part", nargs="?", default="overview", metavar="WHAT",
                      help=say("one part, such as areas, rates, rules, reading, faq, messages or calendar"))  # fmt: skip
    show.add_argument("--json", action="store_true", help=say("as JSON, for programs"))
    show.set_defaults(run=run, act=show_pack)
    check = actions.add_parser("check", help=say("everything that is wrong with a pack; exit 1 where something is"))
    check.add_argument("folder", help=say("the pack's folder, or a pack by name"))
    check.set_defaults(run=run, act=check_pack)
    copy = actions.add_parser("copy", help=say("a pack to edit: a copy in a new folder, named after it"))
    copy.add_argument("pack", help=say("the pack to copy, by name or folder"))
    copy.add_argument("folder", type=Path, help=say("the new folder"))
    copy.set_defaults(run=run, act=copy_pack)


def run(asked: argparse.Namespace) -> int:
    return int(asked.act(asked))


def list_packs(asked: argparse.Namespace) -> int:
    from constellation.cli.outputs.pack_text import listed_packs
    from constellation.packs import in_words, load, names

    print("\n\n".join(map(listed_packs, (in_words(load(name)) for name in names()))))
    return 0


def show_pack(asked: argparse.Namespace) -> int:
    from constellation.cli.outputs.pack_parts import PARTS, part_as_data
    from constellation.packs import in_words, load
    from constellation.packs.spelling import closest

    if asked.part not in PARTS:
        parts = ", ".join(PARTS)
        if close := closest(asked.part, PARTS):
            raise Refusal(say("{part} is no part of a pack; write {close}.", part=asked.part, close=close))
        raise Refusal(say("{part} is no part of a pack; use one of {parts}.", part=asked.part, parts=parts))
    pack = in_words(load(asked.pack))
    if asked.json:
        text = json.dumps(part_as_data(pack, asked.part), ensure_ascii=False, indent=2) + "\n"
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        nothing = say("Pack {pack} says nothing about this.", pack=pack.name)
        print("\n\n".join(PARTS[asked.part].told(pack)) or nothing)
    return 0


def check_pack(asked: argparse.Namespace) -> int:
    from constellation.packs import load, problems_of

    problems = problems_of(asked.folder)
    for problem in problems:
        print(problem)
    if problems:
        found = len(problems)
        print(say_count("{n} problem in {folder}.", "{n} problems in {folder}.", found, folder=asked.folder))
        return EXIT_PROBLEMS
    pack = load(asked.folder)
    print(say("Nothing is wrong with {folder}: {title}, version {version}.",
              folder=asked.folder, title=pack.title, version=pack.version))  # fmt: skip
    return 0


def copy_pack(asked: argparse.Namespace) -> int:
    from constellation.cli.outputs.whole_files import told_as_refusal
    from constellation.packs import copy

    with told_as_refusal():
        pack = copy(asked.pack, asked.folder)
    print(say("Pack {name} is in {folder}. Edit its files, then run: constellation packs check {folder}",
              name=pack.name, folder=asked.folder))  # fmt: skip
    return 0
