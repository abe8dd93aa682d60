"""One person's page: one next step, the map, who covers what, why these partners, what is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from constellation.maps import PHONE, WIDE, Form, ListRow, Network, map_style, person_map, person_rows
from constellation.report.pages import render
from constellation.report.people.covers import covers
from constellation.report.people.drafts import Message, message_about, messages_to
from constellation.report.people.guidance import Guidance
from constellation.report.people.sky import capital, network_of
from constellation.report.people.steps import LONG, WAYS, next_step, short_steps
from constellation.report.people.told import Partner, Profile, Told
from constellation.words import say, say_count

MOST_INTERESTS = 8
NO_RANK = "no academic rank"  # tells nothing to whom one writes


@dataclass(frozen=True)
class Card:
    """A partner as the page shows them, in words of the reader's language."""

    name: str
    place: str
    role: str
    interests: tuple[str, ...]
    areas: tuple[str, ...]
    why: str
    messages: tuple[Message, ...]


@dataclass(frozen=True)
class Open:
    area: str
    step: str


def person_page(told: Told, guidance: Guidance, marks: Sequence[tuple[str, str]]) -> str:
    """The page, a whole file in the language in force; it asks nothing of a network."""
    network = network_of(told, short_steps(told.open_areas, guidance))
    step = next_step(told, guidance)
    about = message_about(told, told.open_areas[0], guidance.drafts) if told.open_areas else None
    return render(
        "person.html",
        told=told,
        marks=marks,
        lede=lede(told),
        step=step,
        maps=maps(network),
        rows=rows(network),
        map_style=map_style(),
        covers=covers(told),
        suggested=[card(told, one, guidance) for one in told.suggested],
        kept=[card(told, one, guidance) for one in told.kept],
        open=[Open(say(area), say(LONG[guidance.kind(area)])) for area in told.open_areas],
        ways=[say(way) for way in WAYS],
        about=about if about and about not in step.messages else None,
    )


def lede(told: Told) -> str:
    """Whom the page is for and what is on it, in one line."""
    new, gaps = len(told.suggested), len(told.open_areas)
    parts = [say("For {person}.", person=told.me.name)]
    if new:
        parts.append(say_count("{n} partner is suggested.", "{n} partners are suggested.", new))
    if told.kept:
        parts.append(say_count("You keep {n} partner.", "You keep {n} partners.", len(told.kept)))
    if gaps:
        parts.append(say_count("{n} place is open.", "{n} places are open.", gaps))
    return " ".join(parts)


def maps(network: Network) -> list[tuple[str, str]]:
    """The picture wide and for a phone, each with the name that the style shows it by; none of an empty sky."""
    if not network.partners and not network.gaps:
        return []
    return [(form.name, picture(network, form)) for form in (WIDE, PHONE)]


def picture(network: Network, form: Form) -> str:
    return person_map(network, form=form, prefix=form.name, styled=False).svg


def rows(network: Network) -> tuple[ListRow, ...]:
    return person_rows(network)


def card(told: Told, one: Partner, guidance: Guidance) -> Card:
    return Card(
        name=one.profile.name,
        place=place(one.profile),
        role=" · ".join(dict.fromkeys(filter(None, (capital(one.role), rank(one.profile))))),
        interests=one.profile.interests[:MOST_INTERESTS],
        areas=tuple(map(say, one.areas)),
        why=one.why,
        messages=() if one.kept else tuple(messages_to(told, one, guidance.drafts)),
    )


def rank(profile: Profile) -> str:
    return "" if profile.rank == NO_RANK else say(profile.rank)


def place(profile: Profile) -> str:
    """Department, college and campus as far as they are known."""
    return " · ".join(dict.fromkeys(filter(None, (profile.department, profile.college, profile.campus))))
