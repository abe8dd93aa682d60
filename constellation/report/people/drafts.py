"""First messages to a partner, drawn from the pack's drafts: the first ask is the hard part."""

from dataclasses import dataclass
from urllib.parse import quote

from constellation.report.people.guidance import Drafts
from constellation.report.people.sky import FROM_BEYOND, is_on_another_campus
from constellation.report.people.told import Partner, Told
from constellation.words import in_a_sentence, mark, say

COFFEE, TWENTY_MINUTES = "coffee", "twenty-minutes"
INTRODUCTION, WHOM = "introduction", "whom-would-you-ask"
OCCASIONS = {
    COFFEE: mark("Draft: a coffee"),
    TWENTY_MINUTES: mark("Draft: twenty minutes"),
    WHOM: mark("Draft: whom would you ask?"),
}


@dataclass(frozen=True)
class Message:
    """A draft filled as far as it can be; `link` opens it in the reader's own mail, without an address."""

    occasion: str
    subject: str
    body: str

    @property
    def link(self) -> str:
        """
        >>> Message("", "A coffee?", "Dear Ana,").link
        'mailto:?subject=A%20coffee%3F&body=Dear%20Ana%2C'
        """
        lines = self.body.replace("\n", "\r\n")
        return f"mailto:?subject={encoded(self.subject)}&body={encoded(lines)}"

    @property
    def paragraphs(self) -> list[str]:
        return self.body.split("\n\n")


def messages_to(told: Told, partner: Partner, drafts: Drafts) -> list[Message]:
    """What fits where the partner is, and where somebody could introduce the two, a request for that."""
    far = partner.role in FROM_BEYOND or partner.profile.role in FROM_BEYOND or is_on_another_campus(told, partner)
    found = [message(drafts, TWENTY_MINUTES if far else COFFEE, told, partner)]
    if introducer := introducer_to(told, partner):
        found.append(message(drafts, INTRODUCTION, told, partner, introducer=introducer.profile.name))
    return [one for one in found if one]


def message_about(told: Told, area: str, drafts: Drafts) -> Message | None:
    """To anybody: whom would you ask about this area?"""
    said = in_a_sentence(area)
    return filled(drafts, WHOM, partner=say("[a name]"), person=told.me.name, area=said, topic=said)


def message(drafts: Drafts, key: str, told: Told, partner: Partner, introducer: str = "") -> Message | None:
    area = in_a_sentence(partner.areas[0]) if partner.areas else say("[what you would like to ask about]")
    topic = partner.topics[0] if partner.topics else say("[your question, in a few words]")
    names = {"partner": partner.profile.name, "person": told.me.name, "introducer": introducer}
    return filled(drafts, key, **names, area=area, topic=topic)


def filled(drafts: Drafts, key: str, **gaps: str) -> Message | None:
    """None where the pack has no such draft."""
    if key not in drafts:
        return None
    subject, body = drafts[key].filled(**gaps)
    if key == INTRODUCTION:
        return Message(say("Draft: ask {introducer} to introduce you", introducer=gaps["introducer"]), subject, body)
    return Message(say(OCCASIONS[key]), subject, body)


def introducer_to(told: Told, partner: Partner) -> Partner | None:
    """A partner whom the person has already, of the same department as the new one."""
    theirs = place_of(partner)
    if partner.inside or not partner.profile.department:
        return None
    return next((one for one in told.kept if place_of(one) == theirs), None)


def place_of(partner: Partner) -> tuple[str, ...]:
    profile = partner.profile
    return tuple(words.casefold() for words in (profile.campus, profile.college, profile.department))


def encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
