"""What must fit together in a pack across its tables: noted at the line that does not fit."""

from collections.abc import Callable, Iterable
from dataclasses import fields

from constellation.packs.areas import EVERY, Area, AreaList, spellings
from constellation.packs.entries import Entry
from constellation.packs.pack import Pack
from constellation.packs.rates import UNKNOWN
from constellation.packs.reader import Row, hint_of, key_of
from constellation.packs.spelling import closest, same_words
from constellation.packs.values import KeysOf
from constellation.words import say

Tables = dict[str, list[Row]]  # the rows of each table, by its name


def check_keys(tables: Tables) -> None:
    """Every key that a table names is one of the table it means."""
    known = {name: [getattr(row.value, "key", "") for row in rows] for name, rows in tables.items()}
    for entry, value in (row for rows in tables.values() for row in rows):
        for field in fields(value):
            for mark in hint_of(type(value), field.name)[1]:
                if isinstance(mark, KeysOf):
                    named = getattr(value, field.name)
                    check_named(entry, key_of(field), named, mark.table, known.get(mark.table, []))


def check_named(entry: Entry, key: str, named: str | tuple[str, ...], table: str, known: list[str]) -> None:
    for one in (named,) if isinstance(named, str) else named:
        if one and one not in known:
            entry.refuse(missing(one, table, known), key)


def missing(key: str, table: str, known: list[str]) -> str:
    if close := closest(key, known):
        return say(
            "{key} is missing from [[{table}]]; write {close}, or add it there.", key=key, table=table, close=close
        )
    if not known:
        return say("{key} is missing from [[{table}]]; add it there.", key=key, table=table)
    listed = ", ".join(known)
    return say(
        "{key} is missing from [[{table}]]; add it there, or use one of {known}.", key=key, table=table, known=listed
    )


def check_spellings(rows: Iterable[Row], optional: set[str]) -> None:
    """No two areas that may be asked about together are called the same."""
    taken: dict[str, set[str]] = {}
    for entry, area in rows:
        together = taken.setdefault(area.list if area.list in optional else "", set())
        if same_words(area.name) in together:
            mend = say("a duplicate name, {name}, which another area has; give each area its own name.", name=area.name)
            entry.refuse(mend, "name")
        if twice := [words for words in area.also if same_words(words) in together]:
            mend = say("{words} in also, which another area is called; keep it in one of the two.", words=twice[0])
            entry.refuse(mend, "also")
        together |= set(spellings(area)) - {""}


def check_lists(rows: Iterable[Row], pack: Pack) -> None:
    """Lists name stages that are there, and every stage has a list to choose from."""
    names = [stage.name for stage in pack.stages]
    for entry, one in rows:
        for stage in one.stages:
            if same_words(stage) not in (EVERY, UNKNOWN, *map(same_words, names)):
                mend = say("the stage {stage} is unknown; use one of {known}, or \"*\" for every stage.",
                           stage=stage, known=", ".join(names))  # fmt: skip
                entry.refuse(mend, "stages")
    for stage in pack.stages:
        if not pack.areas_for(stage) and (first := next(iter(rows), None)):
            mend = say("no list is for the stage {stage}; add it to the stages of a list.", stage=stage.name)
            first.entry.refuse(mend, "stages")


def check_prompts(entry: Entry, pack: Pack, areas: Iterable[Area]) -> None:
    """People are asked only about areas of the lists their stage chooses from."""
    of_list = {area.key: area.list for area in areas}
    for prompt in pack.prompts:
        stage = pack.stage(prompt.stage)
        if stage and prompt.area not in [area.key for area in pack.areas_for(stage)]:
            mend = say(
                "{area} is in the list {list}, from which {stage} does not choose; remove it, or add the stage to that list.",
                area=prompt.area, list=of_list.get(prompt.area, ""), stage=prompt.stage,
            )  # fmt: skip
            Entry(entry.file, entry.text, (*entry.place, prompt.stage), {}, entry.problems).refuse(mend, prompt.area)


def check_mappings(rows: Iterable[Row], areas: Iterable[Area], lists: Iterable[AreaList]) -> None:
    """A mapping leads from every area of one list to areas of another."""
    members = {one.key: [area.key for area in areas if area.list == one.key] for one in lists}
    for entry, mapping in rows:
        if mapping.from_ not in members or mapping.to not in members:
            continue  # said already
        inside = entry.inner("areas")
        for area in members[mapping.from_]:
            if area not in mapping.areas:
                mend = say("{area} of the list {list} is not mapped; add {area} = [] where it has no counterpart.",
                           area=area, list=mapping.from_)  # fmt: skip
                entry.refuse(mend, "areas")
        for area, counterparts in mapping.areas.items():
            check_member(inside, area, area, mapping.from_, members[mapping.from_])
            for one in counterparts:
                check_member(inside, area, one, mapping.to, members[mapping.to])


def check_member(entry: Entry, key: str, area: str, of: str, members: list[str]) -> None:
    if area not in members:
        mend = say("the area {area} is not in the list {list}; use one of {known}.",
                   area=area, list=of, known=", ".join(members))  # fmt: skip
        entry.refuse(mend, key)


def check_rubric(rows: list[Row]) -> None:
    total = sum(row.value.weight for row in rows)
    if rows and abs(total - 1) > 1e-6:
        mend = say("the weights of the rubric sum to {total}; make them sum to 1.", total=f"{total:g}")
        rows[0].entry.refuse(mend, "weight")


def check_polls(rows: Iterable[Row]) -> None:
    for entry, question in rows:
        if question.use == "poll" and len(question.choices) < 2:
            mend = say('the poll {key} has fewer than two choices; add choices = ["…", "…"].', key=question.key)
            entry.refuse(mend, "choices")


# What one table must fulfil by itself, beyond its keys.
BY_TABLE: dict[str, Callable[[list[Row]], None]] = {"rubric": check_rubric, "questions": check_polls}
