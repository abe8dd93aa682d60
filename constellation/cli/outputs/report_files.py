"""The three outputs of a design's report, each in its place: to share, for the office, for each person."""

import sys
from datetime import date
from pathlib import Path

from tqdm import tqdm

from constellation.cli.outputs.ours import OFFICE, PAGE, PAPER, PEOPLE, REPORT, WORKBOOK
from constellation.engine.privacy import ReleaseLog
from constellation.packs import Pack
from constellation.report.marks import marks
from constellation.report.office import office_pages
from constellation.report.people import file_names, person_pages
from constellation.report.results import Results
from constellation.report.shareable import Shareable, shareable, shareable_page, shareable_pdf, shareable_workbook
from constellation.words import say

OWNER_ONLY = 0o700  # on a shared disk; what may be shared lies beside them


def write_report(
    results: Results, pack: Pack, folder: Path, *, audience: str, day: date, log: ReleaseLog, quiet: bool = False
) -> Shareable:
    """Write all of it under `report/`; what may be shared is given back, with the log of what it releases."""
    assert results.facts is not None  # a design has them, a study of supply has no report
    before = marks(results)
    report, office, people = (folder / REPORT / place for place in ("", OFFICE, PEOPLE))
    for place in (report, office, people):
        place.mkdir(mode=OWNER_ONLY if place != report else 0o777)
    told = shareable(results, results.facts, audience=audience, day=day, log=log, marks=before)
    (report / PAGE).write_text(shareable_page(told), encoding="utf-8")
    (report / PAPER).write_bytes(shareable_pdf(told))
    (report / WORKBOOK).write_bytes(shareable_workbook(told))
    names = file_names([person.person_id for person in results.people])
    for name, page in office_pages(results, marks=before, file_of=names):
        (office / name).write_text(page, encoding="utf-8")
    pages = person_pages(results, pack, marks=before)
    everybody, watched = len(results.people), sys.stderr.isatty()
    for name, page in tqdm(
        pages, desc=say("people’s pages"), total=everybody, disable=quiet or not watched, leave=False
    ):
        (people / name).write_text(page, encoding="utf-8")
    return told
