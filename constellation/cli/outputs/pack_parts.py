"""What a pack says part by part, for a terminal and as data."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any, NamedTuple

from constellation.cli.outputs.pack_areas import areas_told, lists_told, mappings_told, topics_told
from constellation.cli.outputs.pack_rates import rates_told, rules_told
from constellation.cli.outputs.pack_text import ancestor_name, block, descent, long_text
from constellation.packs.pack import Pack
from constellation.packs.people import Contact
from constellation.packs.program import CalendarDay, Grant
from constellation.packs.questions import Question, Reading
from constellation.packs.texts import Draft
from constellation.report.numbers import count
from constellation.words import listed, say, say_count


class Part(NamedTuple):
    """A part of a pack: the fields that hold it, and how it is told, one text a thing."""

    fields: tuple[str, ...]
    told: Callable[[Pack], Iterable[str]]


def overview_told(pack: Pack) -> Iterator[str]:
    version = say("Pack {name}, version {version}.", name=pack.name, version=pack.version)
    yield block(pack.title, version, pack.summary, descent(pack))
    counted = {name: count_of(pack, part) for name, part in PARTS.items() if part.told != overview_told}
    yield block(say("Parts"), "\n".join(f"{name:<14}{count(number)}" for name, number in counted.items() if number))
    yield say("To read one: constellation packs show {name} areas", name=pack.name)


def count_of(pack: Pack, part: Part) -> int:
    return sum(len(held) for held in (getattr(pack, name) for name in part.fields) if hasattr(held, "__len__"))


def contact_told(one: Contact, pack: Pack) -> str:
    names = {contact.key: contact.name for contact in pack.contacts}
    means = ", ".join(filter(None, (one.address, one.phone)))
    units = say("Evaluates people of {units}.", units=listed(one.evaluates)) if one.evaluates else ""
    instead = say("Instead there: {contact}.", contact=names[one.alternate]) if one.alternate else ""
    return block(one.name, one.task, means, units, instead)


def day_told(one: CalendarDay) -> str:
    if one.until:
        return block(say("{date} to {until}: {name}", date=one.date, until=one.until, name=one.name), one.explanation)
    return block(f"{one.date or say('to be announced')}: {one.name}", one.explanation)


def grant_told(one: Grant) -> str:
    cap = say("At most {cap} {currency}.", cap=count(one.cap), currency=one.currency)
    core = say_count("At least {n} core member.", "At least {n} core members.", one.floor) if one.floor else ""
    return block(one.name, one.people, core, cap)


def question_told(one: Question) -> str:
    most = say_count("At most {n} word.", "At most {n} words.", one.words) if one.words else ""
    return block(one.text, say(one.use), "\n".join(f"- {choice}" for choice in one.choices), most)


def reading_told(one: Reading) -> str:
    heading = f"{one.authors} ({one.year}). {one.title}. {one.where}."
    evidence = say("Evidence: {evidence}. {caution}", evidence=say(one.evidence), caution=one.caution)
    return block(heading, one.finding, evidence, one.address)


def draft_told(one: Draft) -> str:
    return long_text(f"{one.subject} ({one.for_})", one.body)


# The parts in the order in which the overview counts them.
PARTS = {
    "overview": Part(("name", "title", "version", "summary", "language", "ancestry"), overview_told),
    "lists": Part(("lists",), lists_told),
    "areas": Part(("areas", "optional_areas"), areas_told),
    "topics": Part(("topics",), topics_told),
    "mappings": Part(("mappings",), mappings_told),
    "support": Part(("support",), lambda pack: [block(one.name, say(one.kind)) for one in pack.support]),
    "rates": Part(("joining", "stages", "prompts", "giving"), rates_told),
    "rules": Part(("rules",), rules_told),
    "roles": Part(("roles",), lambda pack: [block(one.name, one.explanation) for one in pack.roles]),
    "relations": Part(("relations",), lambda pack: [block(one.name, one.explanation) for one in pack.relations]),
    "formats": Part(("formats",), lambda pack: [one.name for one in pack.formats]),
    "transitions": Part(
        ("transitions",), lambda pack: [block(one.name, one.nudge, ", ".join(one.opens)) for one in pack.transitions]
    ),
    "calendar": Part(("calendar",), lambda pack: map(day_told, pack.calendar)),
    "eligibility": Part(
        ("eligibility",), lambda pack: [block(one.rule, one.mend, say(one.applies_to)) for one in pack.eligibility]
    ),
    "grants": Part(("grants",), lambda pack: map(grant_told, pack.grants)),
    "expenses": Part(
        ("expenses",), lambda pack: [block(one.name, say(one.verdict), ", ".join(one.grants)) for one in pack.expenses]
    ),
    "rubric": Part(
        ("rubric",), lambda pack: [block(f"{one.name}: {one.weight:.0%}", one.explanation) for one in pack.rubric]
    ),
    "questions": Part(("questions",), lambda pack: map(question_told, pack.questions)),
    "agreement": Part(("agreement",), lambda pack: [block(one.heading, one.prompt) for one in pack.agreement]),
    "reading": Part(("reading",), lambda pack: map(reading_told, pack.reading)),
    "faq": Part(("faq",), lambda pack: [long_text(one.question, one.answer) for one in pack.faq]),
    "guidance": Part(("guidance",), lambda pack: [long_text(one.title, one.text) for one in pack.guidance]),
    "messages": Part(("messages",), lambda pack: map(draft_told, pack.messages)),
    "letters": Part(("letters",), lambda pack: map(draft_told, pack.letters)),
    "contacts": Part(("contacts",), lambda pack: [contact_told(one, pack) for one in pack.contacts]),
    "ancestry": Part(
        ("ancestry",), lambda pack: [block(ancestor_name(one), one.what, one.address) for one in pack.ancestry]
    ),
}


def part_as_data(pack: Pack, name: str) -> dict[str, Any]:
    """The fields of a part as plain data; the overview is the whole pack."""
    data = asdict(pack, dict_factory=as_written)
    return data if name == "overview" else {field: data[field] for field in PARTS[name].fields}


def as_written(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Keys as the pack's files write them: from_ as from."""
    return {key.rstrip("_"): value for key, value in pairs}
