"""What a program pack says, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass

from constellation.packs.areas import Area, AreaList, ListMapping, Support, Topic, spellings
from constellation.packs.people import Contact, Format, Heading, Relation, Role, Transition
from constellation.packs.program import Ancestor, CalendarDay, Criterion, Eligibility, Expense, Grant
from constellation.packs.questions import Question, Reading
from constellation.packs.rates import UNKNOWN, Giving, Joining, Prompt, Stage
from constellation.packs.rules import Rule
from constellation.packs.spelling import same_words
from constellation.packs.texts import Answer, Draft, Guide
from constellation.packs.values import Prose


@dataclass(frozen=True)
class Pack:
    """A program pack, checked: everything it names exists and every rate is possible.

    `areas`: those people are asked about; `optional_areas`: those of optional lists, which wait.
    """

    name: str
    title: Prose
    version: int
    summary: Prose
    language: str
    lists: tuple[AreaList, ...]
    areas: tuple[Area, ...]
    optional_areas: tuple[Area, ...]
    joining: Joining
    stages: tuple[Stage, ...]
    prompts: tuple[Prompt, ...]
    giving: tuple[Giving, ...]
    rules: Mapping[str, Rule]
    topics: tuple[Topic, ...] = ()
    mappings: tuple[ListMapping, ...] = ()
    support: tuple[Support, ...] = ()
    ancestry: tuple[Ancestor, ...] = ()
    contacts: tuple[Contact, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    formats: tuple[Format, ...] = ()
    transitions: tuple[Transition, ...] = ()
    calendar: tuple[CalendarDay, ...] = ()
    eligibility: tuple[Eligibility, ...] = ()
    grants: tuple[Grant, ...] = ()
    expenses: tuple[Expense, ...] = ()
    questions: tuple[Question, ...] = ()
    rubric: tuple[Criterion, ...] = ()
    agreement: tuple[Heading, ...] = ()
    reading: tuple[Reading, ...] = ()
    faq: tuple[Answer, ...] = ()
    guidance: tuple[Guide, ...] = ()
    messages: tuple[Draft, ...] = ()
    letters: tuple[Draft, ...] = ()

    def area(self, text: str) -> Area | None:
        """The area of this key or name, or called so on forms, however capitalised and spaced; None if there is none."""
        return next((area for area in self.areas if same_words(text) in spellings(area)), None)

    def area_index(self, text: str) -> int | None:
        """The position in `areas` of the area of this key or name."""
        area = self.area(text)
        return None if area is None else self.areas.index(area)

    def stage(self, text: str) -> Stage | None:
        """The stage of this name; a blank stands for the pooled stage `unknown`."""
        wanted = same_words(text) or UNKNOWN
        return next((stage for stage in self.stages if same_words(stage.name) == wanted), None)

    def areas_for(self, stage: Stage) -> tuple[Area, ...]:
        """The areas people of a stage choose from: those of the lists for it; optional lists wait."""
        chosen = {one.key for one in self.lists if one.is_for(stage.name)}
        return tuple(area for area in self.areas if area.list in chosen)
