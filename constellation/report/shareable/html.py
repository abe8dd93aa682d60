"""The shareable report as a page of one file."""

from constellation.report.pages import render
from constellation.report.shareable.assembled import LEDE, STATUS, Shareable
from constellation.words import say


def shareable_page(report: Shareable) -> str:
    return render("shareable.html", report=report, lede=say(LEDE), status=say(STATUS))
