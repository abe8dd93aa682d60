"""How a map looks: colours by day, by night and on paper, and the rules that use them."""

from functools import cache

AUTO, LIGHT, DARK, PRINT = "auto", "light", "dark", "print"

DAY = {
    "card": "#fffefb", "sky": "#fbf9f4", "ink": "#1d2340", "soft": "#545a75", "line": "#d9d5c9", "ring": "#cfcabb",
    "accent": "#3a49a8", "on": "#ffffff", "gap": "#9a4d00",
    "a0": "#2b5fa8", "a1": "#2c6e49", "a2": "#8a2f5d", "a3": "#6b4fa0", "a4": "#8a5a00",
}  # fmt: skip
NIGHT = {
    "card": "#151b30", "sky": "#0d1222", "ink": "#eceef8", "soft": "#aab1cf", "line": "#2b3350", "ring": "#2f3858",
    "accent": "#9fb0ff", "on": "#0d1222", "gap": "#f0b062",
    "a0": "#8fb8ff", "a1": "#84d3a4", "a2": "#f09cc6", "a3": "#c3aeff", "a4": "#efc46a",
}  # fmt: skip
PAPER = DAY | {
    "card": "#ffffff",
    "sky": "#ffffff",
    "ink": "#000000",
    "soft": "#33384d",
    "line": "#b5b5b5",
    "ring": "#b5b5b5",
}
PALETTES = {LIGHT: DAY, DARK: NIGHT, PRINT: PAPER}
SANS = "Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
SERIF = "'Source Serif 4','Source Serif',Georgia,serif"

RULES = """
{s} text{{font-family:{sans};fill:{ink}}}
{s} .ground{{fill:{card}}}
{s} .sky{{fill:{sky};stroke:{ring};stroke-width:1.2}}
{s} .rim{{fill:none;stroke:{ring};stroke-width:1.2}}
{s} .ticks{{fill:none;stroke:{ring}}}
{s} .ring{{fill:none;stroke:{ring};stroke-width:1.2}}
{s} .border{{stroke:{ring};stroke-width:1.2}}
{s} .serif{{font-family:{serif};font-weight:600}}
{s} .bold{{font-weight:600}}
{s} .soft{{fill:{soft}}}
{s} .halo text,{s} text.halo{{paint-order:stroke;stroke:{sky};stroke-width:4px;stroke-linejoin:round}}
{s} .tie{{fill:none;stroke:{soft};stroke-width:1.7}}
{s} .tip{{fill:{soft}}}
{s} .both .tie{{stroke:{accent};stroke-width:2.2}}
{s} .both .tip{{fill:{accent}}}
{s} .core .tie{{stroke-width:4.6}}
{s} .planned .tie{{stroke-dasharray:7 5}}
{s} .node{{fill:{card};stroke:{ink};stroke-width:1.7}}
{s} .both .node{{stroke:{accent};stroke-width:2}}
{s} .core .node{{stroke-width:3.2}}
{s} .planned .node{{stroke:{accent};stroke-dasharray:5 3.5}}
{s} .inner{{fill:none;stroke:{ink};stroke-width:1.2}}
{s} .seeker .node{{fill:{sky};stroke-dasharray:1.5 4;stroke-linecap:round}}
{s} .ended .node{{fill:none;stroke:{soft};stroke-width:1.3;stroke-dasharray:1.5 4;stroke-linecap:round}}
{s} .ended text{{fill:{soft};font-weight:400}}
{s} .lead,{s} .ended .lead{{fill:{accent};font-weight:600}}
{s} .ended .lead{{fill:{soft}}}
{s} .leader{{stroke:{soft};stroke-width:1;opacity:.6}}
{s} .open .node{{fill:{sky};stroke:{gap};stroke-width:2;stroke-dasharray:5 4}}
{s} .open text{{fill:{gap}}}
{s} .open .soft{{fill:{soft}}}
{s} .plus{{stroke:{gap};stroke-width:2.2;stroke-linecap:round}}
{s} .hub{{fill:{accent}}}
{s} .halo text.on,{s} text.on{{fill:{on};font-weight:600;stroke:none}}
{s} .moon text{{fill:{card};font-weight:700;stroke:none}}
{s} .moon circle{{stroke:{sky};stroke-width:1.2}}
{s} .moon .a0{{fill:{a0}}}
{s} .moon .a1{{fill:{a1}}}
{s} .moon .a2{{fill:{a2}}}
{s} .moon .a3{{fill:{a3}}}
{s} .moon .a4{{fill:{a4}}}
{s} .moon .rest{{fill:{soft}}}
"""


@cache
def map_style(theme: str = AUTO) -> str:
    """The rules of a theme as CSS; they speak only of maps of this theme, so several may stand on one page.

    >>> "fill:#1d2340" in map_style(LIGHT), "prefers-color-scheme" in map_style(LIGHT)
    (True, False)
    """
    scope = f".map-{theme}"
    if theme != AUTO:
        return rules(scope, PALETTES[theme])
    named = {name: f"var(--map-{name})" for name in DAY}
    return (
        f"{scope}{{{variables(DAY)}}}"
        f"@media(prefers-color-scheme:dark){{{scope}{{{variables(NIGHT)}}}}}"
        f"@media print{{{scope}{{{variables(PAPER)}}}}}" + rules(scope, named)
    )


def rules(scope: str, colours: dict[str, str]) -> str:
    return "".join(RULES.format(s=scope, sans=SANS, serif=SERIF, **colours).split("\n"))


def variables(palette: dict[str, str]) -> str:
    return ";".join(f"--map-{name}:{colour}" for name, colour in palette.items())
