"""Reading tidy tables: a folder of CSV files becomes a problem for the engine, or a refusal that names the line."""

from constellation.cli.files.cells import safe_cell
from constellation.cli.files.inputs import Inputs, find_files, is_bare, load_inputs
from constellation.cli.files.tables import Refusal
from constellation.cli.files.writing import write_inputs

__all__ = ["Inputs", "find_files", "load_inputs", "is_bare", "write_inputs", "safe_cell", "Refusal"]
