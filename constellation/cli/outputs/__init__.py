"""What a run leaves behind: tables, a summary, a graph and a page, appearing all at once or not at all."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from constellation.cli.outputs.publish import obstacle_to_publish, publish

if TYPE_CHECKING:
    from constellation.cli.outputs.tables import write_all, write_study

__all__ = [
    "publish",
    "obstacle_to_publish",
    "write_all",
    "write_study",
]
HOLDS = {"tables": ("write_all", "write_study")}


def __getattr__(name: str) -> Any:
    """What designs takes seconds to import: what only reads a file need not wait for it."""
    for module, names in HOLDS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
