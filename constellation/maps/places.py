"""Where everybody stands, so that the next snapshot can leave them there."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """A place in the sky.

    `angle`: degrees, clockwise from the right; `radius`: share of the sky's radius (0 the person, 1 the rim);
    `sector`, `ring`: what the place stands for: a partner who changed either moves.
    """

    angle: float
    radius: float
    sector: str
    ring: int


@dataclass(frozen=True)
class Places:
    """All places of one map; `form`: the name of the form they were found for.

    `spans`: start and end of each sector in degrees; `bands`: inner and outer edge of each ring's band as shares of
    the sky's radius; `scale`: the size of letters, `node`: the radius
    of marks; `with_areas`: whether marks show theirs; `partners` by key, `gaps` by area.
    """

    form: str
    scale: float
    node: float
    with_areas: bool
    spans: Mapping[str, tuple[float, float]]
    bands: tuple[tuple[float, float], ...]
    partners: Mapping[str, Place] = field(default_factory=dict)
    gaps: Mapping[str, Place] = field(default_factory=dict)
