"""The field's own lists as they stand in data, so that pages can say them in the reader's language."""

from constellation.words import mark

STAGES = (
    mark("instructor/lecturer"),
    mark("pre-tenure"),
    mark("newly tenured"),
    mark("mid-career associate"),
    mark("full"),
    mark("near retirement"),
    mark("non-tenure-track continuing"),
    mark("librarian"),
    mark("chair/leader"),
)
ROLES = (
    mark("faculty"),
    mark("peer"),
    mark("near peer"),
    mark("senior faculty"),
    mark("chair"),
    mark("dean/provost/administrator"),
    mark("librarian"),
    mark("graduate student"),
    mark("undergraduate"),
    mark("staff expert"),
    mark("alumna/us"),
    mark("regional colleague"),
    mark("external scholar"),
    mark("professional coach"),
    mark("editor"),
)
RANKS = (
    mark("professor"),
    mark("associate"),
    mark("assistant"),
    mark("instructor"),
    mark("lecturer"),
    mark("no academic rank"),
)
