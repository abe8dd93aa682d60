"""How a team's and a program's map look: rules in the colours of a theme."""

from functools import cache
from string import Template

from constellation.maps.theme import AUTO, DAY, NIGHT, PALETTES, PAPER, SANS, SERIF, variables

WORDS = """
text{font-family:$sans;fill:$ink}
.name,.state{font-weight:600}
.detail{fill:$soft}
.state{fill:$accent}
.title,.column{font-family:$serif;font-weight:600}
.in,.on,.letter{font-weight:600;text-anchor:middle}
.on{fill:$on}
.letter{fill:$card;font-weight:700}
.a0{fill:$a0}
.a1{fill:$a1}
.a2{fill:$a2}
.a3{fill:$a3}
.a4{fill:$a4}
"""
TEAM = """
.frame{fill:$accent;fill-opacity:.07;stroke:$accent;stroke-opacity:.35}
.member{fill:$card;stroke:$accent;stroke-width:2}
.core{fill:$accent}
.node{fill:$card;stroke:$ink;stroke-width:1.8}
.inner{fill:none;stroke:$ink;stroke-width:1.2}
.placeholder .node{stroke:$gap;stroke-width:2;stroke-dasharray:5 4}
.plus{stroke:$gap;stroke-width:2.2;stroke-linecap:round}
.placeholder .in,.placeholder .name,.placeholder .state{fill:$gap}
.gone .node,.gone .inner,.member.gone{stroke:$soft;stroke-width:1.2;stroke-dasharray:2 3}
.gone .name,.gone .in,.gone .state{fill:$soft;font-weight:400}
.core.gone{fill:$soft}
.gone .plus{stroke:$soft}
.tie path{fill:none;stroke:$soft;stroke-width:1.8}
.both path{stroke:$accent;stroke-width:2.6}
.planned .line{stroke-dasharray:7 5}
.ended .line{stroke-dasharray:1.5 5;stroke-linecap:round}
.tie .tip{fill:$soft;stroke:none}
.both .tip{fill:$accent}
"""
PROGRAM = """
.help path{fill:none;stroke:$soft}
.both path{stroke:$accent}
.star{stroke:$card}
.ring.a0{fill:$card;stroke:$a0}
.ring.a1{fill:$card;stroke:$a1}
.ring.a2{fill:$card;stroke:$a2}
.ring.a3{fill:$card;stroke:$a3}
.ring.a4{fill:$card;stroke:$a4}
.other{fill:$soft;fill-opacity:.6}
.unit{font-weight:600;paint-order:stroke;stroke:$card;stroke-width:5px;stroke-linejoin:round}
.ground{fill:$card}
.disc.core{fill:$accent}
.disc{stroke:$card;stroke-width:1.5}
.island{fill:$accent;fill-opacity:.16;stroke:$accent;stroke-width:1.6}
.island.hidden{stroke-dasharray:4 3}
.halo{fill:none;stroke:$accent;stroke-opacity:.4}
.between{fill:none;stroke:$soft}
.between.both{stroke:$accent}
.between.hidden{stroke-dasharray:1.5 5;stroke-linecap:round}
"""


@cache
def program_style(theme: str = AUTO) -> str:
    """The content of a style element for maps of programs and units."""
    return scoped(theme, "program", WORDS + PROGRAM)


@cache
def team_style(theme: str = AUTO) -> str:
    """The content of a style element for team maps of one theme: several themes may stand on one page.

    >>> "prefers-color-scheme" in team_style("auto"), "var(" in team_style("dark")
    (True, False)
    """
    return scoped(theme, "team", WORDS + TEAM)


def scoped(theme: str, what: str, rules: str) -> str:
    """The rules for one kind of map, each selector led by the class of kind and theme.

    Where the theme is left to the reader, colours are variables; else they stand in the rules, which mail and
    converters understand.
    """
    here = f".{what}-{theme}"
    named = {name: f"var(--map-{name})" for name in DAY} if theme == AUTO else PALETTES[theme]
    told = Template(rules).substitute(named, sans=SANS, serif=SERIF)
    lines = (line.split("{", 1) for line in told.split("\n") if line)
    led = "".join(",".join(f"{here} {one}" for one in selectors.split(",")) + "{" + rest for selectors, rest in lines)
    return palettes(here) + led if theme == AUTO else led


def palettes(here: str) -> str:
    """The variables by day, by night and on paper."""
    return (
        f"{here}{{{variables(DAY)}}}"
        f"@media(prefers-color-scheme:dark){{{here}{{{variables(NIGHT)}}}}}"
        f"@media print{{{here}{{{variables(PAPER)}}}}}"
    )
