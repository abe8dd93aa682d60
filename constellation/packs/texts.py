"""The texts of a pack in Markdown: answers, guidance, drafts of messages and letters."""

import re
from dataclasses import dataclass

from constellation.packs.values import Prose

MESSAGES = (
    "coffee",
    "twenty-minutes",
    "join-my-group",
    "whom-would-you-ask",
    "introduction",
    "reply-yes",
    "reply-no",
    "no-fault-change",
)
LETTERS = ("award", "service", "invitation", "reminder")
MESSAGE_GAPS = ("partner", "person", "area", "topic", "introducer")
LETTER_GAPS = ("person", "partner", "program", "contact", "address", "date")
GAP = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Answer:
    """A question people often ask, and its answer in one or more paragraphs."""

    question: Prose
    answer: Prose


@dataclass(frozen=True)
class Guide:
    """Guidance for one audience; `key`: the name of its file, as in partners."""

    key: str
    title: Prose
    text: Prose


@dataclass(frozen=True)
class Draft:
    """A message or letter to begin from; `for_`: its occasion, `key`: the name of its file.

    Subject and body have gaps such as {partner}.
    """

    key: str
    for_: str
    subject: Prose
    body: Prose

    def filled(self, **gaps: str) -> tuple[str, str]:
        """Subject and body; a gap that is not given stays, for the writer to see.

        >>> Draft("coffee", "coffee", "Coffee, {partner}?", "Dear {partner}, …").filled(partner="Ana")
        ('Coffee, Ana?', 'Dear Ana, …')
        """
        subject, body = (GAP.sub(lambda gap: gaps.get(gap[1], gap[0]), text) for text in (self.subject, self.body))
        return subject, body
