"""Title and description of a person's map, in sentences."""

from collections.abc import Sequence

from constellation.maps.network import ENDED, Network
from constellation.maps.rows import ListRow
from constellation.words import listed, say, say_count


def title(network: Network) -> str:
    """
    >>> title(Network("Ana", (), (), (), (), "Planned"))
    'The network of Ana, Planned'
    """
    if network.owner and network.date:
        return say("The network of {person}, {date}", person=network.owner, date=network.date)
    if network.owner:
        return say("The network of {person}", person=network.owner)
    return say("My network, {date}", date=network.date) if network.date else say("My network")


def description(network: Network, rows: Sequence[ListRow]) -> str:
    """How many partners, how much goes both ways, what is open; the list says the rest.

    >>> description(Network("", (), (), (), ()), [])
    'Nobody yet. The list says the same as the picture.'
    """
    partners = [one for one in network.partners if one.status != ENDED]
    mutual = sum(one.helps_me and one.i_help for one in partners)
    sectors = len({one.sector for one in partners})
    told = []
    if partners:
        told.append(say_count("{n} partner.", "{n} partners.", len(partners)))
        told.append(say_count("In {n} sector.", "In {n} sectors.", sectors))
    else:
        told.append(say("Nobody yet."))
    if mutual:
        told.append(
            say_count("{n} tie with help in both directions.", "{n} ties with help in both directions.", mutual)
        )
    open_places = [row.name for row in rows if row.is_gap]
    if open_places:
        told.append(
            say_count(
                "{n} open place: {areas}.", "{n} open places: {areas}.", len(open_places), areas=listed(open_places)
            )
        )
    told.append(say("The list says the same as the picture."))
    return " ".join(told)
