"""Tables of an HTML page, such as the ones that web systems name .xls."""

import re
from collections.abc import Iterator

from lxml import etree

from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.text import Remark
from constellation.intake.reading import WARNING
from constellation.intake.tables import RawTable, Row, Unreadable
from constellation.words import mark, say, say_count

# what browsers clamp spans to
WIDEST_SPAN = 1000
SPACE = re.compile(r"[ \t\r\n\f]+")
UNEVEN = re.compile(r"[\t\r\n\f]|  ")
CELLS = ("td", "th")
INNER = {"tr", *CELLS}
MARKS = re.compile(r"<!--|-->|</?(?:script|style|noscript|template|tr)(?=[\s/>])", re.I)
BREAKING = {"br", "p", "div", "li", "tr"}
SILENT = {"script", "style", "noscript", "template"}


def html_tables(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> Iterator[RawTable]:
    """Every table without another table in it; a cell over several columns or rows stands in the first, as merged.

    Row numbers are those that a spreadsheet program gives the rows of the table.

    >>> [list(t.rows) for t in html_tables("<table><tr><th>Name<tr><td>Wang<br>Ana</table>", "a.xls", [])]
    [[(1, ['Name']), (2, ['Wang\\nAna'])]]
    """
    try:
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
        page = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError):
        page = None
    if page is None:
        raise Unreadable(say("{file} is a damaged web page; export the table again as xlsx or CSV", file=name))
    lines = rows_of_tables(page)
    found = tables_with_data(lines)
    if not found:
        raise Unreadable(say("{file} is a web page without a table; export the list again as xlsx or CSV", file=name))
    if len(found) > limits.sheets:
        raise Unreadable(
            say_count(
                "{file} has {n} table, more than {most:,}; export the list alone",
                "{file} has {n} tables, more than {most:,}; export the list alone",
                len(found),
                file=name,
                most=limits.sheets,
            )
        )
    remarks += about_ends(text) + about_rows(text, sum(map(len, lines.values())))
    for at, table in enumerate(found, 1):
        rows, merged = grid(lines[table], name, limits)
        yield RawTable(name, title_of(table, at, len(found)), rows, merged=tuple(merged), remarks=remarks)
        remarks = []


def about_ends(text: str) -> list[Remark]:
    """A warning where tables begin that never end."""
    if (opened := text.lower().count("<table")) <= text.lower().count("</table"):
        return []
    found = say_count("{n} table begins, fewer end", "{n} tables begin, fewer end", opened)
    mend = say("download the page again: its end may be missing")
    return [(0, found, say("read as far as the page goes"), mend, WARNING)]


def about_rows(text: str, read: int) -> list[Remark]:
    """A warning where rows of the page belong to no table, of which `read` rows are known."""
    if (written := rows_written(text)) <= read:
        return []
    found = say_count(
        "{n} row begins in the page, {read:,} are rows of its tables",
        "{n} rows begin in the page, {read:,} are rows of its tables",
        written,
        read=read,
    )
    mend = say("open the page in a browser and save its table as xlsx or CSV")
    return [(0, found, say_count("{n} is read", "{n} are read", read), mend, WARNING)]


def tables_with_data(lines: dict[etree._Element, list[etree._Element]]) -> list[etree._Element]:
    """Of tables within tables those with the most rows: the others lay out the page, or fill a cell."""
    tables = list(lines)
    inner: dict[etree._Element, int] = dict.fromkeys(tables, 0)  # rows of the longest table within it
    for table in reversed(tables):  # the inner ones first
        outer = next(table.iterancestors("table"), None)
        if outer is not None:
            inner[outer] = max(inner[outer], inner[table], len(lines[table]))
    chosen = {table for table in tables if len(lines[table]) > inner[table]}
    return [table for table in tables if table in chosen and not chosen & set(table.iterancestors("table"))]


def rows_of_tables(page: etree._Element) -> dict[etree._Element, list[etree._Element]]:
    """Each table with its rows, those in a form or another element that was never closed too."""
    lines: dict[etree._Element, list[etree._Element]] = {}
    for element in page.iter("table", "tr"):
        if element.tag == "table" and element.getparent() is not None:
            lines[element] = []
        elif element.tag == "tr":
            outer = next(element.iterancestors("table", *SILENT), None)
            if outer is not None and outer in lines:
                lines[outer].append(element)
    return lines


def rows_written(text: str) -> int:
    """How many rows the source begins, without those in comments, scripts and templates.

    >>> rows_written("<table><tr><td>Wang<!-- <tr> --><TR class=a><td>Lee</table>")
    2
    """
    count, until = 0, ""
    for tag in map(str.lower, MARKS.findall(text)):
        if until:
            until = "" if tag == until else until
        elif tag == "<tr":
            count += 1
        elif tag == "<!--":
            until = "-->"
        elif tag[0] == "<" and tag[1] != "/":
            until = f"</{tag[1:]}"
    return count


def cells_of(line: etree._Element) -> list[etree._Element]:
    """The cells of a row, those in an element that was never closed too, but not those of rows and tables within it."""
    if all(child.tag in CELLS and not len(child) for child in line):
        return list(line)
    return [cell for cell in line.iter(*CELLS) if next(cell.iterancestors("tr", "table", *SILENT), None) is line]


def title_of(table: etree._Element, at: int, count: int) -> str:
    """The caption, or the number of the table where there are several."""
    caption = table.find("caption")
    if caption is not None and (words := shown(caption)):
        return words
    return "" if count == 1 else f"table {at}"  # a place, the same in every language


def grid(lines: list[etree._Element], name: str, limits: Limits) -> tuple[list[Row], list[tuple[int, int, int, int]]]:
    """The cells of rows where a browser draws them."""
    rows: list[Row] = []
    merged: list[tuple[int, int, int, int]] = []
    taken: dict[int, int] = {}  # column → the row up to which a cell from above covers it
    if len(lines) > limits.rows:
        raise Unreadable(
            say("{file} has more than {most:,} rows; split it into smaller files", file=name, most=limits.rows)
        )
    for at, line in enumerate(lines):
        cells: list[str] = []
        for cell in cells_of(line):
            while taken and taken.get(len(cells), -1) >= at:
                cells.append("")
            wide, high = span(cell.get("colspan")), min(span(cell.get("rowspan")), len(lines) - at)
            if len(cells) + wide > limits.columns:
                sentence = mark("{file} has more than {most:,} columns; export only those that are needed")
                raise Unreadable(say(sentence, file=name, most=limits.columns))
            if wide > 1 or high > 1:
                merged.append((at, len(cells), at + high - 1, len(cells) + wide - 1))
            if high > 1:
                taken |= dict.fromkeys(range(len(cells), len(cells) + wide), at + high - 1)
            cells += [shown(cell)] + [""] * (wide - 1)
        rows.append((at + 1, cells))
    return rows, merged


def span(text: str | None) -> int:
    if text is None:
        return 1
    text = text.strip()
    return min(WIDEST_SPAN, max(1, int(text))) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def shown(element: etree._Element) -> str:
    """The text of a cell as a browser shows it: white space folded, a new line where the page breaks one."""
    if not len(element):
        text = element.text or ""
        return (SPACE.sub(" ", text) if UNEVEN.search(text) else text).strip(" ")
    parts: list[str] = []
    gather(element, parts)
    lines = (SPACE.sub(" ", line).strip(" ") for line in "".join(parts).split("\0"))
    return "\n".join(line for line in lines if line)


def gather(element: etree._Element, parts: list[str], inner: bool = False) -> None:
    """Adds the text below an element, with a NUL where a line ends; rows and cells in it are read elsewhere, unless
    a table within it has them."""
    parts.append(element.text or "")
    inner = inner or element.tag == "table"
    for child in element:
        if child.tag in INNER and not inner:
            continue
        if child.tag in BREAKING:
            parts.append("\0")
        if child.tag not in SILENT:
            gather(child, parts, inner)
        if child.tag in BREAKING and child.tag != "br":
            parts.append("\0")
        parts.append(child.tail or "")
