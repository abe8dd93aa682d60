"""What is said of a table as a whole: what reading and laying it out had to do, which columns are left out or unsure."""

from array import array

from constellation.intake.layout.body import Frame
from constellation.intake.log import Log, listed
from constellation.intake.mapping.columns import DOUBTFUL, is_refuted
from constellation.intake.mapping.headers import meaning
from constellation.intake.mapping.kinds import CONFLICTS, UNKNOWN
from constellation.intake.people.draft import CONFIDENTIAL, is_confidential
from constellation.intake.reading import ERROR, INFO, WARNING, Column, TableMapping, named
from constellation.words import mark, say, say_count

# fields that are known and go into no answer: a reader should not look for them
WITHOUT_OUTPUT = ("phone", "birth_date", "comments", "department_code", "tenure_date", "tenure_clock")
MEANS_NOTHING = mark("columns that mean nothing here are left out")
SAY_IN_MAPPING = mark("say in the mapping file what the column is")


def remarks(frame: Frame, table: TableMapping, log: Log) -> None:
    """What reading the format and laying out the table had to do; whole rows of confidential tables are not quoted."""
    secret = table.kind == CONFLICTS or any(map(is_confidential, table.columns))
    for row, found, done, mend, severity in frame.remarks:
        log.add(frame, row, "", found, done, mend, severity)
    for number, cells in frame.header.above:
        words = " ".join(cell.strip() for cell in cells if cell.strip())
        log.add(frame, number, "", words, say("above the header: no person"))
    for number, found, why in frame.aside:
        log.add(frame, number, "", "" if secret else found, say("set aside: {why}", why=say(why)))
    for number, beyond in frame.ragged:
        done = say("more cells than the header has: the last ones are left out")
        mend = say("name the column, or put quotation marks around a cell that holds the separator")
        log.add(frame, number, "", "" if secret else beyond, done, mend, WARNING)
    if frame.short:
        rows = listed([str(number) for number in frame.short])
        found = say_count("rows {rows}", "rows {rows}", len(frame.short), rows=rows)
        log.add(frame, 0, "", found, say("fewer cells than the header: the missing ones are read as blank"), "", INFO)
    if frame.blank:
        log.add(frame, 0, "", "", say_count("{n} blank row passed over", "{n} blank rows passed over", frame.blank))


def tell_left_out(frame: Frame, table: TableMapping, kind: str, log: Log) -> None:
    if not len(frame) and not frame.header.above:
        return
    rows = say_count("{n} row", "{n} rows", len(frame))
    if frame.hidden:
        log.add(frame, 0, "", rows, say("a hidden sheet: not read"), say("unhide it, if its rows belong to the list"))
    elif kind != UNKNOWN:
        done = say("not the list that the rest of the file is ({kind}): set aside", kind=kind)
        log.add(frame, 0, "", rows, done, say("read it as a file of its own"), WARNING)
    else:
        headers = listed([name for name in frame.header.names if name]) or say("none")
        done = say_count(
            "no column names a person: {n} row set aside", "no column names a person: {n} rows set aside", len(frame)
        )
        mend = say("name a column Name, E-mail or Employee ID, or say in the mapping file which it is")
        log.add(frame, 0, "", headers, done, mend, ERROR)


def tell_columns(frame: Frame, table: TableMapping, log: Log) -> None:
    """Which columns were left out, and which somebody should look at."""
    unused = [
        named(column)
        for column in table.columns
        if (not column.field or column.field in WITHOUT_OUTPUT) and any_cell(frame, column)
    ]
    if unused:
        mend = say("give them a field in the mapping file, if they do")
        log.add(frame, frame.header.row, "", listed(unused, 12), say(MEANS_NOTHING), mend)
    tell_refuted(frame, table, log)
    if not frame.header.row and not frame.named:
        taken = [f"{column.number} {column.field}" for column in table.columns if column.field]
        done = say("the table has no header: columns are told by their cells")
        log.ask(frame, "", listed(taken, 12), done, say("check the mapping, or add a row of headers"))
        return
    for column in doubtful(table):
        sentence = mark("taken as {field} ({sure:.0%}: {why})")
        done = say(sentence, field=column.field, sure=column.confidence, why=column.why)
        log.ask(frame, column.header, column.header, done, say(SAY_IN_MAPPING))


def tell_refuted(frame: Frame, table: TableMapping, log: Log) -> None:
    """Columns whose cells cannot be what the header says; those of people to avoid are not quoted."""
    for column in table.columns:
        if is_refuted(column):
            cells = [cell.strip() for cell in frame.columns[column.number - 1][:200] if cell.strip()]
            quoted = "" if meaning(column.header)[0] in CONFIDENTIAL else listed(list(dict.fromkeys(cells)), 3)
            done = say("{why}: left out", why=column.why)
            log.add(frame, 0, column.header, quoted, done, say(SAY_IN_MAPPING), WARNING)


def set_displaced_aside(frame: Frame, table: TableMapping, log: Log) -> int:
    """Takes rows with too many or too few cells out of a table with confidential answers, and counts them.

    In such a row a confidential answer may stand in any column.  Too many are in order where the confidential column
    is the last: they are a part of it.
    """
    secret = [column.number for column in table.columns if column.field == "avoid"]
    if not secret or not (frame.ragged or frame.short):
        return 0
    longer = [] if secret[-1] == len(frame.columns) else [number for number, _ in frame.ragged]
    displaced = {*longer, *frame.short}
    for number in sorted(displaced):
        done = say("set aside: its cells do not fit the header, so a confidential answer may stand in another column")
        mend = say("mend the row: put quotation marks around a cell that holds the separator")
        log.add(frame, number, "", "", done, mend, ERROR)
    kept = [at for at, number in enumerate(frame.numbers) if number not in displaced]
    for at, column in enumerate(frame.columns):
        frame.columns[at] = [column[row] for row in kept]
    frame.numbers[:] = array("l", [frame.numbers[row] for row in kept])
    return len(displaced)


def any_cell(frame: Frame, column: Column) -> bool:
    return any(cell.strip() for cell in frame.columns[column.number - 1])


def doubtful(table: TableMapping) -> list[Column]:
    return [column for column in table.columns if column.field and column.confidence < DOUBTFUL]
