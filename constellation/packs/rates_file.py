"""From rates.toml and rules.toml to rates by stage and the rules of a design."""

from collections.abc import Iterable, Sequence

from constellation.packs.areas import Area, spellings
from constellation.packs.entries import Entry
from constellation.packs.rates import UNKNOWN, Giving, Offer, Prompt, Stage
from constellation.packs.reader import read
from constellation.packs.rules import OPTIONAL, SHARES, VALUES, Rule
from constellation.packs.spelling import same_words
from constellation.words import say


def read_stages(entry: Entry) -> tuple[Stage, ...]:
    """Every stage, in the order of the file; the pooled stage `unknown` must be among them."""
    stages: dict[str, Stage] = {}
    for name in entry.table:
        if same_words(name) in stages:
            entry.refuse(say("a duplicate stage, {stage}; keep one of the two.", stage=name), name)
        stages.setdefault(same_words(name), read(Stage, entry.inner(name), name=name))
    if UNKNOWN not in stages:
        mend = say("the stage {stage} is missing; add [stages.{stage}] for people of blank stage.", stage=UNKNOWN)
        entry.refuse(mend)
    return tuple(stages.values())


def read_prompts(entry: Entry, stages: Iterable[Stage], areas: Sequence[Area]) -> tuple[Prompt, ...]:
    return tuple(
        read(Prompt, rate, stage=stage.name, area=area.key)
        for stage, rates in by_stage(entry, stages)
        for area, rate in by_area(rates, areas)
    )


def read_giving(entry: Entry, stages: Iterable[Stage], areas: Sequence[Area]) -> tuple[Giving, ...]:
    giving = []
    for stage, gives in by_stage(entry, stages):
        given = by_area(gives.inner("offers"), areas)
        offers = tuple(read(Offer, offer, area=area.key) for area, offer in given)
        rest = Entry(gives.file, gives.text, gives.place, without(gives, "offers"), gives.problems)
        giving.append(read(Giving, rest, stage=stage.name, offers=offers))
    return tuple(giving)


def without(entry: Entry, key: str) -> dict[str, object]:
    return {name: value for name, value in entry.table.items() if name != key}


def read_rules(entry: Entry) -> dict[str, Rule]:
    """Every rule, in the order of the file; shares may not pass 1, values may."""
    known = entry.only((*VALUES, *SHARES, *OPTIONAL))
    for name in (*VALUES, *SHARES):
        known.value(name)
    return {name: read_rule(name, known.inner(name)) for name in known.table if name}


def read_rule(name: str, entry: Entry) -> Rule:
    entry = entry.only(("value", "words"))
    return Rule(name, entry.number("value", 1.0 if name in SHARES else float("inf")), entry.words("words"))


def by_stage(entry: Entry, stages: Iterable[Stage]) -> list[tuple[Stage, Entry]]:
    """The stage each table is about, refused where it is unknown or came before."""
    known = {same_words(stage.name): stage for stage in stages}
    found: dict[str, Entry] = {}
    for name in entry.table:
        same = same_words(name)
        if same not in known:
            mend = say("the stage {stage} is unknown; use one of {known}, or add it to [stages].",
                       stage=name, known=", ".join(stage.name for stage in known.values()))  # fmt: skip
            entry.refuse(mend, name)
        elif same in found:
            entry.refuse(say("a duplicate stage, {stage}; keep one of the two.", stage=name), name)
        else:
            found[same] = entry.inner(name)
    return [(known[same], table) for same, table in found.items()]


def by_area(entry: Entry, areas: Sequence[Area]) -> list[tuple[Area, Entry]]:
    """The area each key is about, by key or name (of two areas the first), refused where it is missing or came before."""
    known = {spelling: area for area in reversed(areas) for spelling in spellings(area)}
    found: dict[str, tuple[Area, Entry]] = {}
    for text in entry.table:
        area = known.get(same_words(text))
        if area is None:
            mend = say("the area {area} is missing from [[areas]]; add it, or use one of {known}.",
                       area=text, known=", ".join(one.key for one in areas))  # fmt: skip
            entry.refuse(mend, text)
        elif area.key in found:
            entry.refuse(say("a duplicate key, the area {area}; keep one of the two.", area=area.key), text)
        else:
            found[area.key] = area, entry.inner(text)
    return list(found.values())
