"""Everybody finds a place and a label one after the other, the best that is still free: the same for the same network."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from constellation.maps.boxes import Edges, Line, Taken, around, covered, shifted
from constellation.maps.labels import FAR, LEFT, MIDDLE, RIGHT, Block, Label, stands
from constellation.maps.marks import Mark, hanging, mark
from constellation.maps.sky import Sky
from constellation.maps.units import Unit

Polar = tuple[float, float]  # angle in degrees, share of the sky's radius
Texts = Sequence[Block]

CONTENT = 4.5  # a cost below which nobody looks for anything better
AIR = 3.0  # between marks
STEPS = (0, -0.3, 0.3, -0.6, 0.6, -1, 1, -1.5, 1.5, -2.2, 2.2, -3, 3, -4, 4)  # slots aside
LIFTS = (0, -0.3, 0.3, -0.6, 0.6, -0.9)  # half bands in and out
TIE_COVERED, OWN_TIE_COVERED = 0.1, 0.14  # for each unit of length under a label
TIE_THROUGH_MARK, TIE_THROUGH_TAKEN = 0.25, 0.1  # and through a mark or a label
PLACES_WEIGHED = 24  # the nearest so many that are free are weighed with all their labels
MIDDLE_OF_SKY = 0.12  # share of the radius aside of the centre that is neither left nor right


@dataclass(frozen=True)
class Sizes:
    """Radii of marks and their areas' moons at this scale; `rim`: how close to the sky's rim a label may come."""

    node: float
    moon: float
    most_moons: int = 7
    rim: float = 3.0


@dataclass
class Spot:
    """Where a unit stands, in the units of the viewBox; `number`: said in the mark where no label found room."""

    unit: Unit
    angle: float
    share: float
    x: float
    y: float
    mark: Mark
    label: Label | None = None
    label_row: int = -1
    cost: float = math.inf
    number: int | None = None


@dataclass(frozen=True)
class Choice:
    """A place with a label, and what it costs; `shift`: the part of the cost that is the place's."""

    cost: float
    place: Polar
    label: Label | None
    shift: float = 0.0


class NoRoom(Exception):
    """The marks are too large for so many."""


@dataclass
class Placing:
    """The sky while it fills."""

    sky: Sky
    sizes: Sizes
    taken: Taken

    def stay(self, unit: Unit) -> Spot:
        """The unit keeps the place it had, if need be without its areas; its label comes when all such marks stand."""
        assert unit.wish is not None
        place = (unit.wish.angle, unit.wish.radius)
        x, y = self.sky.at(*place)
        if any(self.taken.hit(box) for box in self.mark_boxes(self.mark_of(unit, x, y), x, y)):
            unit = replace(unit, areas=())
        return self.stand(unit, place, None)

    def settle(self, unit: Unit, angle: float, slot: float, texts: Texts) -> Spot:
        """A place as near as possible to the angle, with a label if there is room for one.  Raises NoRoom."""
        wish = (angle, self.sky.ring(unit.ring))
        best = self.best_place(unit, [wish], wish, texts)
        if best is None or best.cost > CONTENT:
            best = self.best_place(unit, self.around(unit, wish, slot), wish, texts, best)
        best = best or self.best_place(unit, self.everywhere(unit), wish, texts)
        if best is None:
            raise NoRoom
        return self.stand(unit, best.place, best)

    def around(self, unit: Unit, wish: Polar, slot: float) -> list[Polar]:
        """Places in the same sector and band, near the wish."""
        first, last = self.sky.spans[unit.sector]
        inner, outer = self.sky.bands[unit.ring]
        pad = math.degrees(self.sizes.node / (self.sky.radius * wish[1]))
        shares = [wish[1] + lift * (outer - inner) / 2 for lift in LIFTS]
        angles = [wish[0] + step * slot for step in STEPS]
        return [(angle, share) for angle in angles if first + pad < angle < last - pad for share in shares]

    def everywhere(self, unit: Unit) -> list[Polar]:
        """All places of the sector's band, on rows half a mark apart."""
        first, last = self.sky.spans[unit.sector]
        inner, outer = self.sky.bands[unit.ring]
        half = (self.sizes.node + AIR) / self.sky.radius
        places = []
        for row in range(max(int((outer - inner) / half) - 1, 0)):
            share = inner + half * (row + 1)
            step = math.degrees(half / share)
            places += [(first + step * seat, share) for seat in range(1, int((last - first) / step))]
        return places

    def best_place(
        self, unit: Unit, places: Sequence[Polar], wish: Polar, texts: Texts, best: Choice | None = None
    ) -> Choice | None:
        """The cheapest place with its label, or one without where no label fits; `best` where none is better.

        What costs is the distance from the wish, ties under the mark, and marks and labels under the tie.
        """
        free, weighed = None, 0
        for cost, place in sorted((self.distance(place, wish), place) for place in places):
            if weighed == PLACES_WEIGHED or (best is not None and cost >= best.cost):
                break
            x, y = self.sky.at(*place)
            boxes = self.mark_boxes(self.mark_of(unit, x, y), x, y)
            if not all(self.inside(box) and not self.taken.hit(box) for box in boxes):
                continue
            weighed += 1
            cost += TIE_THROUGH_MARK * self.taken.covered(boxes[0])
            cost += TIE_THROUGH_TAKEN * self.taken.crossed(self.tie(x, y)) if unit.tied else 0
            free = free or Choice(cost, place, None, cost)
            if not texts and (best is None or cost < best.cost):
                best = Choice(cost, place, None, cost)
            best = self.best_label(unit, place, texts, cost, best)
        return best or free

    def distance(self, place: Polar, wish: Polar) -> float:
        """What it costs to stand aside of the wish."""
        turned, moved = abs(place[0] - wish[0]) * math.pi / 180 * place[1], abs(place[1] - wish[1])
        return self.sky.radius * (turned / 14 + moved / 9)

    def mark_of(self, unit: Unit, x: float, y: float) -> Mark:
        count = min(len(unit.areas), self.sizes.most_moons)
        turn = hanging(x - self.sky.x, y - self.sky.y, count) if count else 0.0
        return mark(self.sizes.node, self.sizes.moon, count, turn)

    def mark_boxes(self, shape: Mark, x: float, y: float) -> list[Edges]:
        """Boxes of the round and of its moons."""
        boxes = [around(x, y, self.sizes.node + AIR)]
        return [*boxes, shifted(shape.moon_box, x, y)] if shape.moon_box else boxes

    def best_label(
        self, unit: Unit, place: Polar, texts: Texts, shift: float = 0.0, best: Choice | None = None, far: bool = False
    ) -> Choice | None:
        """The cheapest of all wordings and stands at a place whose cost is `shift`; `best` where none is better.

        The texts are the cheapest first; `far`: labels may be moved away from their mark.
        """
        if not texts:
            return best
        x, y = self.sky.at(*place)
        tie = self.tie(x, y) if unit.tied else None
        around_it = stands(self.mark_of(unit, x, y), self.side_of(x), far)
        near = self.taken.near(self.reached(x, y, texts, far))
        for block in texts:
            for stand in around_it:
                cost = shift + block.cost + stand.cost
                if best is not None and cost >= best.cost:
                    break
                box = stand.box(block, x, y)
                if near.hit(box) or not self.inside(box):
                    continue
                cost += TIE_COVERED * near.covered(box) + (OWN_TIE_COVERED * covered(box, tie) if tie else 0)
                if best is None or cost < best.cost:
                    best = Choice(cost, place, Label(block, box, stand.anchor, stand.moved), shift)
        return best

    def reached(self, x: float, y: float, texts: Texts, far: bool) -> Edges:
        """Where labels of a mark at this point can be at all."""
        reach = 2 * self.sizes.node + self.sizes.moon * 2 + (FAR[-1] if far else 0)
        wide, high = (max((getattr(block, side) for block in texts), default=0) + reach for side in ("width", "height"))
        return x - wide, y - high, x + wide, y + high

    def side_of(self, x: float) -> int:
        """Where a mark stands, seen from the centre."""
        aside = x - self.sky.x
        return MIDDLE if abs(aside) < MIDDLE_OF_SKY * self.sky.radius else LEFT if aside < 0 else RIGHT

    def inside(self, box: Edges) -> bool:
        """Whether a box stays within the rim of the sky."""
        x = max(self.sky.x - box[0], box[2] - self.sky.x)
        y = max(self.sky.y - box[1], box[3] - self.sky.y)
        return x * x + y * y < (self.sky.radius - self.sizes.rim) ** 2

    def tie(self, x: float, y: float) -> Line:
        """The tie from the focal person's mark to a mark at this point."""
        dx, dy = x - self.sky.x, y - self.sky.y
        reach = math.hypot(dx, dy)
        start, end = (self.sky.hub + 10) / reach, 1 - (self.sizes.node + 4) / reach
        return self.sky.x + dx * start, self.sky.y + dy * start, self.sky.x + dx * end, self.sky.y + dy * end

    def stand(self, unit: Unit, place: Polar, choice: Choice | None) -> Spot:
        """The unit takes its place: mark, label and tie are taken from now on."""
        x, y = self.sky.at(*place)
        spot = Spot(unit, *place, x, y, self.mark_of(unit, x, y))
        for box in self.mark_boxes(spot.mark, x, y):
            self.taken.add(box)
        if unit.tied:
            self.taken.add_line(self.tie(x, y))
        if choice is not None and choice.label is not None:
            self.name(spot, choice)
        return spot

    def name(self, spot: Spot, choice: Choice) -> None:
        """The label takes its place."""
        spot.label, spot.cost = choice.label, choice.cost - choice.shift
        if choice.label is not None:
            spot.label_row = self.taken.add(choice.label.box)

    def unnamed(self, spot: Spot) -> Choice | None:
        """Takes the label away; gives it back as a choice."""
        if spot.label is None:
            return None
        self.taken.free(spot.label_row)
        choice = Choice(spot.cost, (spot.angle, spot.share), spot.label)
        spot.label, spot.cost = None, math.inf
        return choice

    def label_there(self, spot: Spot, texts: Texts, far: bool = True) -> Choice | None:
        """The best label where the mark stands."""
        return self.best_label(spot.unit, (spot.angle, spot.share), texts, far=far)
