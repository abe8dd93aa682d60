"""From a pack's folder to a checked `Pack`."""

from collections.abc import Iterable
from pathlib import Path

from constellation.packs.entries import Entry, PackError, read_entry
from constellation.packs.pack import (
    KINDS,
    LISTS,
    UNKNOWN,
    Area,
    Giving,
    Joining,
    Offer,
    Pack,
    Prompt,
    Rule,
    Stage,
    same_words,
    spellings,
)

SHIPPED = Path(__file__).parent
PACK_FILE = "pack.toml"

SHARES = ("topic_lift", "research_floor", "same_college", "same_campus", "elsewhere", "kept_help")
VALUES = ("interest", "reciprocity", "role", "inside_department", "outside_department", "off_campus")


def names() -> list[str]:
    """The packs that are shipped, in alphabetical order.

    >>> names()
    ['umass']
    """
    return sorted(file.parent.name for file in SHIPPED.glob(f"*/{PACK_FILE}"))


def load(name_or_folder: str | Path) -> Pack:
    """A shipped pack by its name, or any pack by its folder.

    Raises PackError, one sentence that names file, line and mend, for a missing file or anything wrong in it.

    >>> load("umass").area("work-life BALANCE").key
    'balance'
    """
    folder = SHIPPED / name_or_folder if name_or_folder in names() else Path(name_or_folder)
    file = folder / PACK_FILE
    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        mend = f"name a folder with a {PACK_FILE}, or a shipped pack: {', '.join(names())}"
        raise PackError(f"{file}: the file is missing or cannot be read; {mend}.") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise PackError(f"{file}, line {line}: a character is not UTF-8; save the file as UTF-8.") from None
    return pack_of(read_entry(str(file), text))


def pack_of(entry: Entry) -> Pack:
    """The pack written in a whole file."""
    entry.only("name", "title", "version", "areas", "prompts", "joining", "giving", "rules", "stages")
    areas = read_areas(entry.each("areas"))
    stages = read_stages(entry.inner("stages"))
    joining = entry.inner("joining")
    joining.only("rate", "source")
    pack = Pack(
        name=entry.words("name"),
        title=entry.words("title"),
        version=entry.whole("version"),
        areas=areas,
        prompts=(),
        joining=Joining(joining.number("rate"), joining.words("source")),
        giving=(),
        rules=read_rules(entry.inner("rules")),
        stages=stages,
    )
    prompts, giving = entry.inner("prompts"), entry.inner("giving")
    return Pack(**(vars(pack) | {"prompts": read_prompts(prompts, pack), "giving": read_giving(giving, pack)}))


def read_areas(entries: Iterable[Entry]) -> tuple[Area, ...]:
    areas: list[Area] = []
    taken: set[str] = set()
    for entry in entries:
        entry.only("key", "name", "explanation", "kind", "list", "also")
        area = Area(
            key=entry.words("key"),
            name=entry.words("name"),
            explanation=entry.words("explanation"),
            kind=entry.one_of("kind", KINDS),
            list=entry.one_of("list", LISTS),
            also=entry.phrases("also"),
        )
        for field in ("key", "name"):
            if same_words(getattr(area, field)) in taken:
                problem = f"a duplicate {field}, {getattr(area, field)}, which another area has"
                raise entry.refusal(problem, f"give each area its own {field}", field)
        if twice := [words for words in area.also if same_words(words) in taken]:
            problem = f"{twice[0]} in also, which another area is called"
            raise entry.refusal(problem, "keep it in one of the two", "also")
        taken |= set(spellings(area))
        areas.append(area)
    return tuple(areas)


def read_stages(entry: Entry) -> tuple[Stage, ...]:
    stages: list[Stage] = []
    for name in entry.table:
        stage = entry.inner(name)
        stage.only("list", "seeks", "priority", "source")
        if same_words(name) in {same_words(other.name) for other in stages}:
            raise entry.refusal(f"a duplicate stage, {name}", "keep one of the two", name)
        stages.append(
            Stage(
                name=name,
                list=stage.one_of("list", (*LISTS, "both")),
                seeks=stage.whole_range("seeks"),
                priority=stage.whole_range("priority", least=1),
                source=stage.words("source"),
            )
        )
    if UNKNOWN not in {stage.name for stage in stages}:
        raise entry.refusal(f"the stage {UNKNOWN} is missing", f"add [stages.{UNKNOWN}] for people of blank stage")
    return tuple(stages)


def read_prompts(entry: Entry, pack: Pack) -> tuple[Prompt, ...]:
    prompts: list[Prompt] = []
    for name in entry.table:
        stage, rates = stage_named(entry, name, pack), entry.inner(name)
        for text, area in areas_named(rates, pack).items():
            if stage.list not in ("both", area.list):
                problem = f"{area.key} is {area.list}, but {stage.name} chooses from the {stage.list} list"
                raise rates.refusal(problem, "remove it or let the stage choose from both", text)
            prompt = rates.inner(text)
            prompt.only("rate", "source")
            prompts.append(Prompt(stage.name, area.key, prompt.number("rate"), prompt.words("source")))
    return tuple(prompts)


def read_giving(entry: Entry, pack: Pack) -> tuple[Giving, ...]:
    giving: list[Giving] = []
    for name in entry.table:
        stage, gives = stage_named(entry, name, pack), entry.inner(name)
        gives.only("share", "seats", "offers", "source")
        seats, offers = gives.whole_range("seats", least=1), gives.inner("offers")
        read = tuple(read_offer(offers.inner(text), area) for text, area in areas_named(offers, pack).items())
        giving.append(Giving(stage.name, gives.number("share"), seats, read, gives.words("source")))
    return tuple(giving)


def read_offer(entry: Entry, area: Area) -> Offer:
    entry.only("rate", "level")
    return Offer(area.key, entry.number("rate"), entry.share_range("level"))


def read_rules(entry: Entry) -> dict[str, Rule]:
    """Every rule, in the order of the file; shares may not pass 1, values may."""
    entry.only(*VALUES, *SHARES)
    for name in (*VALUES, *SHARES):
        entry.value(name)
    rules: dict[str, Rule] = {}
    for name in entry.table:
        rule = entry.inner(name)
        rule.only("value", "words")
        most = 1.0 if name in SHARES else float("inf")
        rules[name] = Rule(name, rule.number("value", most), rule.words("words"))
    return rules


def stage_named(entry: Entry, name: str, pack: Pack) -> Stage:
    """The stage a table is about; PackError for one that [stages] does not name or that came before."""
    stage = pack.stage(name)
    if stage is None or not name.strip():
        known = ", ".join(stage.name for stage in pack.stages)
        raise entry.refusal(f"the stage {name} is unknown", f"use one of {known}, or add it to [stages]", name)
    if [pack.stage(other) for other in entry.table].count(stage) > 1:
        raise entry.refusal(f"a duplicate stage, {name}", "keep one of the two", name)
    return stage


def areas_named(entry: Entry, pack: Pack) -> dict[str, Area]:
    """The area of each key of a table; PackError for one that is missing from [[areas]] or named twice."""
    found: dict[str, Area] = {}
    for text in entry.table:
        area = pack.area(text)
        if area is None:
            known = ", ".join(area.key for area in pack.areas)
            raise entry.refusal(f"the area {text} is missing from [[areas]]", f"add it, or use one of {known}", text)
        if area in found.values():
            raise entry.refusal(f"a duplicate key, the area {text}", "keep one of the two", text)
        found[text] = area
    return found
