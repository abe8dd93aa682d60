"""Reading tidy tables: a folder of CSV files becomes a problem for the engine, or a refusal that names the line."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from constellation.cli.refusal import Refusal

if TYPE_CHECKING:
    from constellation.cli.files.cells import safe_cell
    from constellation.cli.files.inputs import Inputs, find_files, is_bare, load_inputs
    from constellation.cli.files.writing import write_inputs

__all__ = ["Inputs", "find_files", "load_inputs", "is_bare", "write_inputs", "safe_cell", "Refusal"]
HOLDS = {"cells": ("safe_cell",), "writing": ("write_inputs",)}  # all else is in inputs


def __getattr__(name: str) -> Any:
    """Each name when it is first asked for: what reads a file need not wait seconds for what designs."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = next((module for module, names in HOLDS.items() if name in names), "inputs")
    return getattr(import_module(f"{__name__}.{module}"), name)
