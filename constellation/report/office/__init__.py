"""The office's confidential pages: how good the design is, everybody's network with reasons, what is open.

`office_pages(results, *, marks, file_of)` yields (file name, page): `index.html`, `names-001.html` … and
`networks-001.html` …, for the folder `report/office/` of an output, whose tables they link to two folders above.
`file_of`: the file of each person's own page, by person_id, in `report/people/`.
"""

from constellation.report.office.pages import office_pages

__all__ = ["office_pages"]
