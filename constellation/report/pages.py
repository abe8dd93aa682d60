"""Pages of one file, with their own style, fonts and pictures; they ask nothing of a network."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from constellation.report.numbers import count, expected, percent
from constellation.words import language, say, say_count

HERE = Path(__file__).parent
MOST_NOTES = 200
MOST_ROWS = 200  # of any table of groups
FIRST_ROWS = 10  # shown without asking
MOST_TOLD = 7  # sentences: what a reader takes in at once


def render(template: str, folder: Path = HERE / "templates", **shown: Any) -> str:
    """A page from the template of this name; `folder` is looked into before our own."""
    limits = {"most_notes": MOST_NOTES, "most_rows": MOST_ROWS, "first_rows": FIRST_ROWS, "most_told": MOST_TOLD}
    page = environment(folder).get_template(template).render(**shown, **limits, language=language())
    return page.encode("utf-8", "replace").decode("utf-8")  # half a sign, as broken files hold, cannot be written


@cache
def environment(folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader([folder, HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(count=count, percent=percent, expected=expected)
    made.globals.update(say=say, say_count=say_count)
    made.globals["fonts"] = {
        name: b64encode((HERE / "fonts" / f"{name}.woff2").read_bytes()).decode("ascii")
        for name in ("inter", "source-serif")
    }
    return made
