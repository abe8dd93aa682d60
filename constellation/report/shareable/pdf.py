"""The shareable report as a tagged PDF, for paper and for mail."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst

from constellation.report.shareable.assembled import LEDE, STATUS, Shareable
from constellation.words import language, say

TEMPLATE = Path(__file__).parents[1] / "templates" / "report.typ"


def shareable_pdf(report: Shareable) -> bytes:
    """The report as PDF/UA: tagged for screen readers, or refused by the compiler.  Words come in as data, so nothing in them is run."""
    data = {"report": json.dumps(as_data(report))}
    made = compiler().compile(format="pdf", sys_inputs=data, pdf_standards="ua-1")
    assert isinstance(made, bytes)  # one document, kept in memory
    return made


@cache
def compiler() -> typst.Compiler:
    """Ready with its fonts, once: reading fonts takes longer than setting a report.

    The face comes with the compiler; the system's fonts stand in for scripts that it lacks.
    """
    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent))


def as_data(report: Shareable) -> dict[str, object]:
    """What the template reads; headings that it needs of its own come with it."""
    certificate = report.certificate
    return {
        "language": language(),
        "title": report.title,
        "lede": say(LEDE),
        "status": say(STATUS),
        "made": report.made,
        "marks": report.marks,
        "numbers": [asdict(one) for one in report.numbers],
        "certificate": {
            "title": say("How good these networks are"),
            "figure": certificate.figure,
            "lead": certificate.lead,
            "sentences": certificate.sentences,
            "silent_title": say("What this does not say"),
            "silent": certificate.silent,
        },
        "sections": [asdict(section) for section in report.sections],
        "method_title": say("How this was made"),
        "method": report.method,
        "limits_title": say("What it does not say"),
        "limits": report.limits,
    }
