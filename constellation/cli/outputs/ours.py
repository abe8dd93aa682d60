"""Which files of a report's folder a run of ours wrote: nobody else's are ever removed."""

from pathlib import Path

REPORT, OFFICE, PEOPLE = "report", "office", "people"
PAGE, PAPER, WORKBOOK = "index.html", "report.pdf", "tables.xlsx"
WRITTEN_BY = b'<meta name="generator" content="Constellation">'  # every page of ours says so near its beginning
BEGINNING = 1000
LEFT_BY_DESKTOPS = {".DS_Store", "Thumbs.db", "desktop.ini"}


def names_in(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir() if not is_left_by_desktop(entry.name)}


def is_left_by_desktop(name: str) -> bool:
    return name in LEFT_BY_DESKTOPS or (name.startswith(".~lock.") and name.endswith("#"))


def foreign_in_report(report: Path) -> set[str]:
    """What no run of ours wrote there; ours are known by name, pages by their first lines."""
    found = names_in(report) - {PAGE, PAPER, WORKBOOK, OFFICE, PEOPLE}
    for place in (OFFICE, PEOPLE):
        inner = report / place
        if inner.is_symlink() or inner.is_file():
            found.add(place)
        elif inner.is_dir():
            found |= {f"{place}/{name}" for name in names_in(inner) if not is_our_page(inner / name)}
    return {f"{REPORT}/{name}" for name in found}


def is_our_page(file: Path) -> bool:
    if file.suffix != ".html" or file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as page:
        return WRITTEN_BY in page.read(BEGINNING)
