"""The numbers of the objective: a pack's rules with what a coordinator changed."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from constellation.cli.files.cells import shown
from constellation.cli.files.tables import place, read_bytes, refuse_no_text
from constellation.cli.refusal import Refusal, refused
from constellation.engine.problem import Rules
from constellation.packs.pack import Pack
from constellation.words import mark, say

ENGINE_WORD = {"inside_department": "inside", "outside_department": "outside"}


def rules_in_force(pack: Pack, *changes: Mapping[str, object]) -> dict[str, float]:
    """Each rule's number by the pack's names, later changes over earlier ones; Refusal for what is no rule."""
    rules = {name: rule.value for name, rule in pack.rules.items()}
    for name, value in (item for change in changes for item in change.items()):
        if name not in rules:
            known = ", ".join(rules)
            raise Refusal(say("The rule {rule} is unknown; use one of {known}.", rule=shown(name), known=known))
        rules[name] = number(name, value, ", ".join(rules))
    return rules


def number(name: str, value: object, names: str) -> float:
    try:
        read = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        read = math.nan
    if not math.isfinite(read) or read < 0:
        sentence = mark("The rule {rule} is {value}; give a number from 0 up (the rules are {known}).")
        raise Refusal(say(sentence, rule=name, value=shown(str(value)), known=names))
    return read


def engine_rules(rules: Mapping[str, float]) -> Rules:
    """The engine's rules; it raises BadProblem for a share above 1."""
    return Rules(**{ENGINE_WORD.get(name, name): value for name, value in rules.items()})


def read_rules_file(path: Path) -> dict[str, Any]:
    """What `write_inputs` wrote beside its tables: `rules`, `simulated`; Refusal for any other content."""
    data = read_bytes(path)
    refuse_no_text(path.name, data)
    try:
        said = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        where = place(path.name, [error.lineno])
        raise Refusal(refused(where, say("this is not JSON"), say("mend it or remove the file"))) from None
    except (ValueError, RecursionError):
        problem = say("this is not JSON that can be read")
        raise Refusal(refused(path.name, problem, say("mend it or remove the file"))) from None
    if not isinstance(said, dict) or not isinstance(said.get("rules"), dict):
        problem = say('there is no "rules" with names and numbers')
        raise Refusal(refused(path.name, problem, say("add it or remove the file")))
    return said
