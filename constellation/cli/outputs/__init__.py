"""What a run leaves behind: tables, a summary, a graph and a page, appearing all at once or not at all."""

from constellation.cli.outputs.page import design_page, supply_page
from constellation.cli.outputs.publish import obstacle_to_publish, publish
from constellation.cli.outputs.tables import write_all, write_study

__all__ = [
    "publish",
    "obstacle_to_publish",
    "write_all",
    "write_study",
    "design_page",
    "supply_page",
]
