"""`constellation introduce`: whom to ask for an introduction to somebody."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constellation.cli.refusal import Refusal
from constellation.words import say

if TYPE_CHECKING:
    from constellation.cli.outputs.introduction_text import Draft
    from constellation.packs.pack import Pack

FILES = ("ties", "people", "opt_outs", "conflicts")


def add_to(commands: Any) -> None:
    one = commands.add_parser(
        "introduce",
        help=say("find who could introduce somebody"),
        description=say("Find whom to ask for an introduction to somebody."),
    )
    one.add_argument("asker", metavar="FROM", help=say("who asks, by id or name"))
    one.add_argument("sought", metavar="TO", help=say("whom they would like to know, by id or name"))
    one.add_argument("--ties", type=Path, metavar="FILE", required=True,
                     help=say("who knows whom: person_id, partner_id, strength or closeness, confidential"))  # fmt: skip
    one.add_argument("--people", type=Path, metavar="FILE", help=say("everybody, with names"))
    one.add_argument("--opt-outs", type=Path, metavar="FILE",
                     help=say("who takes no part: person_id, opts_out_of"))  # fmt: skip
    one.add_argument("--conflicts", type=Path, metavar="FILE", help=say("who is never brought together"))
    one.add_argument("--about", default="", metavar="WORDS", help=say("what the draft of the request says it is about"))
    one.add_argument("--pack", default="umass", help=say("program pack, by name or folder (default: umass)"))
    one.add_argument("--office", action="store_true", help=say("the whole path, for the program office alone"))
    one.add_argument("--json", action="store_true", help=say("print it as JSON"))
    one.add_argument("--quiet", action="store_true", help=say("no notes"))
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from constellation import packs
    from constellation.cli.files.acquaintances import load_acquaintances, person_meant
    from constellation.cli.outputs.introduction_text import as_data, to_asker, to_office
    from constellation.engine.introductions import introduce

    pack = packs.load(asked.pack)
    files = {name: path for name in FILES if (path := getattr(asked, name)) is not None}
    people = load_acquaintances(files, pack)
    if asked.office and not asked.quiet:
        for note in people.notes:
            print(f"{note.place}: {note.sentence}", file=sys.stderr)
    asker, sought = person_meant(asked.asker, people), person_meant(asked.sought, people)
    if asker == sought:
        raise Refusal(say("{name} needs no introduction to themselves: name two people.", name=people.named(asker)))
    path = introduce(people.known, asker, sought)
    if asked.json:
        print(json.dumps(as_data(people, path, asker, sought, asked.office), indent=2, ensure_ascii=False))
    elif asked.office:
        print("\n".join(to_office(people, path, asker, sought)))
    else:
        print("\n".join(to_asker(people, path, asker, sought, request(packs.in_words(pack), asked.about))))
    return 0


def request(pack: "Pack", about: str) -> "Draft | None":
    """The pack's draft of a private request to an introducer, or how to get it; None where the pack has none."""
    found = next((draft for draft in pack.messages if draft.for_ == "introduction"), None)
    if found is None:
        return None
    if not about.strip():
        return lambda *_: say("For a draft of the request, add --about and, in a few words, what it is about.")

    def written(asker: str, introducer: str, sought: str) -> str:
        subject, body = found.filled(person=asker, introducer=introducer, partner=sought, topic=about, area=about)
        return f"{subject}\n\n{body}"

    return written
