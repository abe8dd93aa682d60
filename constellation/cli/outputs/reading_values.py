"""The words in which intake writes what it understood of a cell, as one reads them; all else stands as it is."""

from collections.abc import Mapping

from constellation.cli.outputs.reading_words import in_words
from constellation.report.field_words import RANKS, ROLES, STAGES
from constellation.words import mark, say

FORMATS = (
    mark("mentor"), mark("mentee"), mark("peer writing group"), mark("one-on-one"), mark("small group"),
    mark("large group"), mark("team"), mark("in person"), mark("online"), mark("phone"), mark("mixed"),
)  # fmt: skip
STATUS = (mark("on leave"), mark("retired"), mark("left"), mark("suspended"), mark("deceased"))
REASONS = (
    mark("whole unit"), mark("family"), mark("grievance"), mark("supervises"), mark("committee"), mark("adviser"),
    mark("co-author"), mark("other"),
)  # fmt: skip
SIDES = (mark("mentor"), mark("mentee"), mark("person"), mark("partner"))
TENURE = {"T": mark("tenured"), "TT": mark("on the tenure track"), "NTT": mark("not on the tenure track")}
WORDS = {
    "formats": FORMATS,
    "status": STATUS,
    "stage": STAGES,
    "role": ROLES,
    "ipeds_rank": RANKS,
    "kind": REASONS,
    "person_role": SIDES,
    "partner_role": SIDES,
}


def value_in_words(row: Mapping[str, object], field: str) -> str:
    """A value of a row as one reads it, in the reader's language where it is one of intake's own words.

    >>> value_in_words({"formats": ["mentor", "online"]}, "formats"), value_in_words({"tenure": "NTT"}, "tenure")
    ('mentor; online', 'not on the tenure track')
    """
    value, known = row.get(field), WORDS.get(field, ())
    if field == "tenure" and isinstance(value, str) and value in TENURE:
        return say(TENURE[value])
    if isinstance(value, list):
        return in_words([say(one) if one in known else one for one in value])
    return say(value) if isinstance(value, str) and value in known else in_words(value)
