"""What a pack gives to people's pages: drafts of messages in the reader's language, and what kind each area is."""

from collections.abc import Mapping
from dataclasses import dataclass

from constellation.packs import Draft, Pack, in_words

Drafts = Mapping[str, Draft]
GENERAL = "general"


@dataclass(frozen=True)
class Guidance:
    """`drafts` by key, said in the language in force when this was made; `kinds` by the area's own name."""

    drafts: Drafts
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, pack: Pack) -> "Guidance":
        drafts = {one.key: one for one in in_words(pack).messages}
        return cls(drafts, {area.name: area.kind for area in (*pack.areas, *pack.optional_areas)})

    def kind(self, area: str) -> str:
        """
        >>> Guidance({}, {"Work-life balance": "local"}).kind("Anything else")
        'general'
        """
        return self.kinds.get(area, GENERAL)
