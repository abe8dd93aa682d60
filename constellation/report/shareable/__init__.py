"""The report that may be shared: aggregates only, each number through the privacy gate."""

from constellation.report.shareable.assembled import INSIDE, PUBLIC, THRESHOLD, Shareable, shareable
from constellation.report.shareable.html import shareable_page
from constellation.report.shareable.pdf import shareable_pdf
from constellation.report.shareable.workbook import shareable_workbook

__all__ = [
    "INSIDE",
    "PUBLIC",
    "THRESHOLD",
    "Shareable",
    "shareable",
    "shareable_page",
    "shareable_pdf",
    "shareable_workbook",
]
