"""The rates and rules of a pack, for a terminal."""

from collections.abc import Iterator

from constellation.cli.outputs.pack_text import block
from constellation.packs.pack import Pack
from constellation.packs.rates import Giving, Stage
from constellation.words import as_written, listed, say


def rates_told(pack: Pack) -> Iterator[str]:
    """Who joins, then stage by stage what is needed, sought and given, each with its source."""
    joining = say("{rate} of the people invited join", rate=f"{pack.joining.rate:.0%}")
    yield block(joining, pack.joining.source)
    giving = {one.stage: one for one in pack.giving}
    for stage in pack.stages:
        yield block(stage.name, *needs_told(pack, stage), *giving_told(pack, giving.get(stage.name)))


def needs_told(pack: Pack, stage: Stage) -> Iterator[str]:
    least, most = stage.seeks
    yield say("Seeks {least} to {most} new partners ({source}).", least=least, most=most, source=stage.source)
    for prompt in pack.prompts:
        if prompt.stage == stage.name:
            yield say("{rate} need {area} ({source}).",
                      rate=as_written(f"{prompt.rate:.1%}"), area=name_of(pack, prompt.area), source=prompt.source)  # fmt: skip


def giving_told(pack: Pack, giving: Giving | None) -> Iterator[str]:
    if giving is None:
        return
    least, most = giving.seats
    yield say("{share} of those who join give {least} to {most} places ({source}).",
              share=f"{giving.share:.0%}", least=least, most=most, source=giving.source)  # fmt: skip
    offers = [f"{name_of(pack, offer.area)} {offer.rate:.0%}" for offer in giving.offers]
    yield say("Of these offer: {offers}.", offers=listed(offers)) if offers else ""


def rules_told(pack: Pack) -> Iterator[str]:
    """Each rule with its number and what it does."""
    for rule in pack.rules.values():
        yield block(f"{rule.name} = {rule.value:g}", rule.words)


def name_of(pack: Pack, key: str) -> str:
    return next((area.name for area in (*pack.areas, *pack.optional_areas) if area.key == key), key)
