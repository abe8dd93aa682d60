"""A design told in the field's words: from positions and numbers to people, areas, reasons and mends."""

from constellation.cli.account.results import results_of
from constellation.cli.account.standing import standing

__all__ = ["results_of", "standing"]
