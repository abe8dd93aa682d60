"""What to do next: one ask, and for what stays open ways that need nobody's seat."""

from collections.abc import Sequence
from dataclasses import dataclass

from constellation.report.people.drafts import Message, message_about, messages_to
from constellation.report.people.guidance import Guidance
from constellation.report.people.told import Told
from constellation.words import in_a_sentence, listed, mark, say

SHORT = {  # by kind of area, as packs tell them
    "local": mark("ask somebody a step ahead"),
    "research": mark("ask a librarian"),
    "general": mark("ask a peer"),
}
LONG = {
    "local": mark("Ask somebody one step ahead of you, in your unit or the next, what they wish they had known."),
    "research": mark("Ask the librarian for your subject who works on it, here and elsewhere."),
    "general": mark("Ask a peer who has the same question: two people who meet every other week are a group."),
}
WAYS = (
    mark("Librarians for your subject know who works on what, here and elsewhere."),
    mark("Staff experts help too: course designers, technologists, people in the grants office, writing coaches."),
    mark("Nearby campuses have people who know this; a regional meeting is enough for twenty minutes."),
    mark("Peers with the same question make a small group: meet every other week, topic by topic."),
    mark("A student who knows the tool can show it in an hour."),
)


@dataclass(frozen=True)
class Step:
    """The one next step: a heading, what it is about, and a draft to begin from where one fits."""

    heading: str
    sentences: tuple[str, ...]
    messages: tuple[Message, ...] = ()


def next_step(told: Told, guidance: Guidance) -> Step:
    """The suggested partner who brings most; else the first open need; else how to meet again or begin, for whoever asked for
    anything."""
    if told.suggested:
        return first_ask(told, guidance)
    if told.open_areas:
        area = told.open_areas[0]
        asked = message_about(told, area, guidance.drafts)
        heading = say("Find a way into {area}", area=in_a_sentence(area))
        return Step(heading, (say(LONG[guidance.kind(area)]),), (asked,) if asked else ())
    if told.kept and told.needs:
        names = listed([one.profile.name for one in told.kept[:3]])
        return Step(
            say("Meet again"),
            (
                say(
                    "What you asked for is covered by partners you have: {names}. Agree when you meet next.",
                    names=names,
                ),
            ),
        )
    return beginning() if told.asks else nobody_new()


def beginning() -> Step:
    return Step(
        say("Say what you need"),
        (
            say("What skills do I need to develop? What support would make me successful?"),
            say("Tell the program office; “I do not know where to start” is an answer they can help with."),
        ),
    )


def nobody_new() -> Step:
    return Step(
        say("You asked for nobody new this time"),
        (say("If that changes, tell the program office what you need: you may ask at any time."),),
    )


def first_ask(told: Told, guidance: Guidance) -> Step:
    partner = told.suggested[0]
    about = listed([in_a_sentence(area) for area in partner.areas])
    heading = say("Write to {partner}", partner=partner.profile.name)
    why = (
        say("No other suggested partner could help with more of what you asked for: {areas}.", areas=about)
        if len(told.suggested) > 1 and partner.areas
        else say("This partner could help with {areas}.", areas=about)
        if partner.areas
        else say("This partner adds a new role or place to your network.")
    )
    small = say("Ask for one short talk. It binds nobody, and a no costs nothing.")
    return Step(heading, (why, small), tuple(messages_to(told, partner, guidance.drafts)))


def short_steps(areas: Sequence[str], guidance: Guidance) -> list[str]:
    """A line for each open place of the map."""
    return [say(SHORT[guidance.kind(area)]) for area in areas]
