"""From a pack's folder to a checked `Pack`."""

from pathlib import Path
from typing import Any

from constellation.packs.areas import ListMapping
from constellation.packs.checks import (
    BY_TABLE,
    Tables,
    check_keys,
    check_lists,
    check_mappings,
    check_prompts,
    check_spellings,
)
from constellation.packs.entries import Entry, read_toml, unknown_key
from constellation.packs.folder import texts_of
from constellation.packs.markdown import Page, read_draft, read_faq, read_guide
from constellation.packs.pack import Pack
from constellation.packs.problems import PackError, Problem
from constellation.packs.rates import Joining
from constellation.packs.rates_file import read_giving, read_prompts, read_rules, read_stages
from constellation.packs.reader import Row, read, read_rows
from constellation.packs.schema import AREAS, FAQ, NEEDED, PACK, RATES, READING, RULES, TABLES, known_in
from constellation.packs.texts import LETTER_GAPS, LETTERS, MESSAGE_GAPS, MESSAGES
from constellation.words import say

SHIPPED = Path(__file__).parent
AT_LEAST_ONE = ("lists", "areas")


def names() -> list[str]:
    """The packs that are shipped, in alphabetical order.

    >>> "umass" in names()
    True
    """
    return sorted(file.parent.name for file in SHIPPED.glob(f"*/{PACK}"))


def load(name_or_folder: str | Path) -> Pack:
    """A shipped pack by its name, or any pack by its folder.

    Raises PackError, one sentence that names file, line and mend, for a missing file or anything wrong in it.

    >>> load("umass").area("work-life BALANCE").key
    'balance'
    """
    pack, problems = read_pack(folder_of(name_or_folder))
    if problems or pack is None:
        raise PackError(str(problems[0]))
    return pack


def folder_of(name_or_folder: str | Path) -> Path:
    """The folder of a shipped pack by its name, or the folder that is named; PackError where there is no pack."""
    folder = SHIPPED / name_or_folder if name_or_folder in names() else Path(name_or_folder)
    if not (folder / PACK).is_file():
        sentence = say("the file is missing or cannot be read; name a folder with a {file}, or a shipped pack: {known}.",
                       file=PACK, known=", ".join(names()))  # fmt: skip
        raise PackError(str(Problem(str(folder / PACK), 0, sentence)))
    return folder


def problems_of(name_or_folder: str | Path) -> list[Problem]:
    """Everything that is wrong with a pack, file by file, each in the order of its lines; empty where nothing is.

    Raises PackError where there is no pack at all.
    """
    return read_pack(folder_of(name_or_folder))[1]


def read_pack(folder: Path) -> tuple[Pack | None, list[Problem]]:
    """The pack of a folder and what is wrong with it; no pack where a file could not be read at all."""
    problems: list[Problem] = []
    texts = texts_of(folder, problems)
    files = {name: read_toml(str(folder / name), texts[name], problems) for name in texts if name.endswith(".toml")}
    pages = {
        name: Page(str(folder / name), Path(name).stem, texts[name], problems) for name in texts if name not in files
    }
    written = read_markdown(pages)
    entries = {name: entry for name, entry in files.items() if entry is not None}
    pack = assembled(entries, written) if all(name in entries for name in NEEDED) else None
    order = [str(folder / name) for name in texts]
    problems.sort(key=lambda one: (order.index(one.file) if one.file in order else -1, one.line))
    return pack, list(dict.fromkeys(problems))


def assembled(entries: dict[str, Entry], written: dict[str, Any]) -> Pack:
    """The pack of these files, checked across them."""
    for name, entry in entries.items():
        refuse_misplaced(name, entry)
    tables = read_tables(entries)
    values = {name: tuple(row.value for row in rows) for name, rows in tables.items()}
    optional = {one.key for one in values["lists"] if one.optional}
    areas = values.pop("areas")
    in_force = tuple(area for area in areas if area.list not in optional)
    waiting = tuple(area for area in areas if area.list in optional)
    head, rates = entries[PACK], entries[RATES]
    stages = read_stages(rates.inner("stages"))
    pack = Pack(
        name=head.words("name"),
        title=head.words("title"),
        version=head.whole("version"),
        summary=head.words("summary"),
        language=head.words("language"),
        areas=in_force,
        optional_areas=waiting,
        joining=read(Joining, rates.inner("joining")),
        stages=stages,
        prompts=read_prompts(rates.inner("prompts"), stages, (*in_force, *waiting)),
        giving=read_giving(rates.inner("giving"), stages, in_force),
        rules=read_rules(entries[RULES].inner("rules")),
        **values,
        **written,
    )
    check_keys(tables)
    check_spellings(tables["areas"], optional)
    check_lists(tables["lists"], pack)
    check_prompts(rates.inner("prompts"), pack, areas)
    check_mappings(tables["mappings"], areas, pack.lists)
    return pack


def refuse_misplaced(file: str, entry: Entry) -> None:
    """Refuse what no file knows, or another one holds."""
    homes = {key: home for home in (PACK, AREAS, RATES, RULES, READING) for key in known_in(home)}
    for key in entry.table:
        if key not in homes:
            entry.refuse(unknown_key(key, known_in(file)), key)
        elif homes[key] != file:
            entry.refuse(say("{key} belongs in {file}; move it there.", key=key, file=homes[key]), key)


def read_tables(entries: dict[str, Entry]) -> Tables:
    """The rows of every table that may come any number of times."""
    tables: Tables = {}
    for file, known in TABLES.items():
        for name, made in known.items():
            found = entries[file].each(name, needed=name in AT_LEAST_ONE) if file in entries else []
            tables[name] = read_mappings(found) if made is ListMapping else read_rows(made, found)
            if check := BY_TABLE.get(name):
                check(tables[name])
    return tables


def read_mappings(entries: list[Entry]) -> list[Row]:
    return [Row(entry, read_mapping(entry)) for entry in entries]


def read_mapping(entry: Entry) -> ListMapping:
    entry = entry.only(("from", "to", "areas"))
    inside = entry.inner("areas")
    areas = {area: inside.phrases(area) for area in inside.table}
    return ListMapping(entry.words("from"), entry.words("to"), areas)


def read_markdown(pages: dict[str, Page]) -> dict[str, Any]:
    """The texts of the pack by the field that holds them."""
    inside = {
        name: [page for path, page in pages.items() if path.startswith(f"{name}/")]
        for name in ("guidance", "messages", "letters")
    }
    return {
        "faq": read_faq(pages[FAQ]) if FAQ in pages else (),
        "guidance": tuple(map(read_guide, inside["guidance"])),
        "messages": tuple(read_draft(page, MESSAGES, MESSAGE_GAPS) for page in inside["messages"]),
        "letters": tuple(read_draft(page, LETTERS, LETTER_GAPS) for page in inside["letters"]),
    }
