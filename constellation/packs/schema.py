"""Which file of a pack holds which tables, and which keys each may have.  `docs/packs.md` explains every one."""

from dataclasses import fields

from constellation.packs.areas import Area, AreaList, ListMapping, Support, Topic
from constellation.packs.people import Contact, Format, Heading, Relation, Role, Transition
from constellation.packs.program import Ancestor, CalendarDay, Criterion, Eligibility, Expense, Grant
from constellation.packs.questions import Question, Reading
from constellation.packs.rates import Giving, Joining, Offer, Prompt, Stage
from constellation.packs.reader import key_of
from constellation.packs.rules import OPTIONAL, SHARES, VALUES, Rule

PACK, AREAS, RATES, RULES, READING = "pack.toml", "areas.toml", "rates.toml", "rules.toml", "reading.toml"
NEEDED = (PACK, AREAS, RATES, RULES)
FAQ = "faq.md"
FOLDERS = ("guidance", "messages", "letters")  # of Markdown files
OF_PACK = ("name", "title", "version", "summary", "language")
FRONT_MATTER = ("for", "subject")

# The tables that may come any number of times, as in [[areas]].
TABLES: dict[str, dict[str, type]] = {
    PACK: {
        "ancestry": Ancestor,
        "contacts": Contact,
        "roles": Role,
        "relations": Relation,
        "formats": Format,
        "transitions": Transition,
        "support": Support,
        "calendar": CalendarDay,
        "eligibility": Eligibility,
        "grants": Grant,
        "expenses": Expense,
        "questions": Question,
        "rubric": Criterion,
        "agreement": Heading,
    },
    AREAS: {"lists": AreaList, "areas": Area, "topics": Topic, "mappings": ListMapping},
    READING: {"reading": Reading},
}
# What stands in rates.toml, each with the fields that its place says.
OF_RATES: dict[str, tuple[type, tuple[str, ...]]] = {
    "joining": (Joining, ()),
    "stages": (Stage, ("name",)),
    "prompts": (Prompt, ("stage", "area")),
    "giving": (Giving, ("stage",)),
    "offers": (Offer, ("area",)),
}


def known_in(file: str) -> tuple[str, ...]:
    """The keys a TOML file may have at its top.

    >>> known_in("areas.toml")
    ('lists', 'areas', 'topics', 'mappings')
    """
    plain = {PACK: OF_PACK, RATES: ("joining", "stages", "prompts", "giving"), RULES: ("rules",)}
    return (*plain.get(file, ()), *TABLES.get(file, {}))


def known_keys() -> dict[str, tuple[str, ...]]:
    """Every key there is, by where it stands: what the page about packs must explain.

    >>> known_keys()["[[topics]]"]
    ('key', 'name', 'area', 'also')
    """
    many = {f"[[{name}]]": keys(made) for tables in TABLES.values() for name, made in tables.items()}
    rates = {f"[{name}]": keys(made, given) for name, (made, given) in OF_RATES.items()}
    rules = {"[rules]": (*VALUES, *SHARES, *OPTIONAL, *keys(Rule, ("name",)))}
    return {PACK: OF_PACK} | many | rates | rules | {"Markdown": FRONT_MATTER}


def keys(made: type, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The keys of a table that becomes a value of this class, without those its place says."""
    return tuple(key_of(field) for field in fields(made) if field.name not in given)
