"""A page for each person: their map, why these partners, what to do next; of others what is public and nothing else.

`person_pages(results, pack, *, marks)` yields (file name, page) one after the other, so that ten thousand people do not
stand in memory; the language is the one in force when it is called.  `file_names(ids)` tells whose file is called
what.  Both are meant for the folder `report/people/` of an output.
"""

from constellation.report.people.file_names import file_names
from constellation.report.people.pages import person_pages

__all__ = ["person_pages", "file_names"]
