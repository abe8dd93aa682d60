"""Labels once more, now that everybody stands: alone, or in a trade with a neighbour."""

import math
from collections.abc import Sequence

from constellation.maps.placing import CONTENT, Placing, Spot, Texts

COVERED_AT_MOST = 14.0  # length of ties under a label that nobody minds
POOR, UNNAMED, NEIGHBOURS = 6.0, 40.0, 3  # what is worth a trade, what no label costs, with how many


def improve(placing: Placing, spots: Sequence[Spot], texts: Sequence[Texts]) -> None:
    """Every label that is poor or lies on ties is looked for again; then those still poor trade."""
    for spot, words in zip(spots, texts, strict=True):
        if words and (spot.label is None or spot.cost > CONTENT or under(placing, spot) > COVERED_AT_MOST):
            reconsider(placing, spot, words)
    for spot, words in zip(spots, texts, strict=True):
        if words and spot.cost > POOR + words[0].cost:
            trade(placing, spot, words, spots, texts)


def reconsider(placing: Placing, spot: Spot, words: Texts, far: bool = True) -> None:
    """The label once more, where the mark stands; `far`: it may be moved away."""
    old = placing.unnamed(spot)
    choice = placing.label_there(spot, words, far) or old
    if choice is not None:
        placing.name(spot, choice)


def under(placing: Placing, spot: Spot) -> float:
    """The length of ties under a label."""
    return placing.taken.covered(spot.label.box) if spot.label else 0.0


def trade(placing: Placing, spot: Spot, words: Texts, spots: Sequence[Spot], texts: Sequence[Texts]) -> None:
    """One neighbour's label moves if both together are better off."""
    near = sorted(range(len(spots)), key=lambda other: math.hypot(spots[other].x - spot.x, spots[other].y - spot.y))
    for other in near[1 : NEIGHBOURS + 1]:
        neighbour = spots[other]
        if neighbour.label is None:
            continue
        before = min(spot.cost, UNNAMED) + neighbour.cost
        mine, theirs = placing.unnamed(spot), placing.unnamed(neighbour)
        if first := placing.label_there(spot, words):
            placing.name(spot, first)
            second = placing.label_there(neighbour, texts[other])
            if second and first.cost + second.cost < before - 0.5:
                placing.name(neighbour, second)
                return
            placing.unnamed(spot)
        for each, choice in ((spot, mine), (neighbour, theirs)):
            if choice:
                placing.name(each, choice)
