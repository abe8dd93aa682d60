"""The partners people said they keep.  What a conflict bars counts nowhere, and is still theirs to see."""

from collections.abc import Sequence
from dataclasses import replace

from constellation.cli.account.ties import inside, role_word
from constellation.cli.files import Inputs
from constellation.cli.files.population import kept_arrays
from constellation.cli.files.ties import Kept
from constellation.engine import Population
from constellation.engine.evaluate import help_of, kept_help
from constellation.engine.reasons import HELPS
from constellation.report.results import KeptRow

Ends = tuple[int, int]


def kept_rows(inputs: Inputs) -> list[KeptRow]:
    """Every tie stated as kept, in the order they were given, lawful or not."""
    stated = [(tie.person, tie.partner, tie.areas) for tie in inputs.current if tie.keep]
    lawful = {(person, partner) for person, partner, _ in inputs.kept}
    would = would_cover(inputs, [tie for tie in stated if tie[:2] not in lawful])
    ids, names = inputs.roster.ids, inputs.area_names
    return [
        KeptRow(
            ids[i],
            ids[j],
            role_word(inputs, j, 0),
            tuple(names[area] for area in areas),
            inside(inputs, i, j),
            counts=(i, j) in lawful,
            would_cover=tuple(names[area] for area in would.get((i, j), ())),
        )
        for i, j, areas in stated
    ]


def would_cover(inputs: Inputs, barred: Sequence[Kept]) -> dict[Ends, list[int]]:
    """The areas of their person's needs that these ties would cover if nothing barred them."""
    problem, found = inputs.problem, dict[Ends, list[int]]()
    ends, areas = kept_arrays(barred)
    if isinstance(problem, Population):
        brought = kept_help(replace(problem, kept=ends, kept_areas=areas))
    else:
        brought = help_of(problem, ends[:, 0], ends[:, 1])
    helps = brought.help >= HELPS
    for tie, area in zip(brought.tie[helps].tolist(), problem.needs.ids[brought.need[helps]].tolist(), strict=True):
        found.setdefault(barred[tie][:2], []).append(area)
    return found
