"""What is true at one moment: the groups that tables released together count, and the lines that tie them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from constellation.engine.privacy.groups import Condition, Group, People, Rest, groups_of
from constellation.engine.privacy.table import NOT_A_SUM, Table, with_margins
from constellation.engine.problem import BadProblem
from constellation.words.catalogue import say


@dataclass(frozen=True)
class Line:
    """A group is the sum of its parts.  `tells`: that all or none of it are in one part says something of them."""

    total: People
    parts: tuple[People, ...]
    tells: bool


@dataclass
class Moment:
    """Counts by group, and all lines among them; `zeros`: groups of nobody beside groups of somebody, with no line."""

    counts: dict[People, int] = field(default_factory=dict)
    lines: dict[Line, None] = field(default_factory=dict)
    zeros: set[Group] = field(default_factory=set)


def moment(tables: Sequence[Table]) -> Moment:
    """Everything that the tables say together.

    Raises BadProblem where two tables count one group differently: that is a slip, and would make nonsense of hiding.
    """
    now = Moment()
    for table in tables:
        count_groups(now, table)
    for table in tables:
        now.lines.update(dict.fromkeys(sums(table)))
        now.zeros.update(zeros_beside_people(table))
    for line in list(chain(unions(now, tables), overlaps(now, tables), larger(now, tables))):
        now.counts.update(rests(now, line))
        now.lines[line] = None
    return now


def count_groups(now: Moment, table: Table) -> None:
    full = with_margins(table, table.counts)
    for place, group in groups_of(table).items():
        count = int(full[place])
        if count == NOT_A_SUM:
            continue
        if now.counts.setdefault(group, count) != count:
            raise BadProblem(
                say(
                    "{table} counts {count} where another table counts {other} of the same people: give people without an "
                    "answer a category of their own, or the population another name.",
                    table=table.name,
                    count=count,
                    other=now.counts[group],
                )
            )


def sums(table: Table) -> Iterator[Line]:
    """Along each dimension that counts everybody once: the margin is the sum of the categories."""
    groups = groups_of(table)
    full = with_margins(table, table.counts)
    for axis, dimension in enumerate(table.dimensions):
        if dimension in table.overlapping:
            continue
        last = len(table.categories[axis])
        for place, total in groups.items():
            if place[axis] == last and full[place] != NOT_A_SUM:
                parts = tuple(groups[(*place[:axis], at, *place[axis + 1 :])] for at in range(last))
                yield Line(total, parts, dimension not in table.public)


def zeros_beside_people(table: Table) -> Iterator[Group]:
    """Nobody needs an area that others need: a zero without a total says it too."""
    full = with_margins(table, table.counts)
    for axis, dimension in enumerate(table.dimensions):
        if dimension in table.overlapping - table.public:
            somebody = full.max(axis=axis, keepdims=True) > 0
            for place, group in groups_of(table).items():
                beside = (*place[:axis], 0, *place[axis + 1 :])
                if full[place] == 0 and somebody[beside]:
                    yield group


def unions(now: Moment, tables: Sequence[Table]) -> Iterator[Line]:
    """A category made of finer ones, against every table that names some of these."""
    divisions = dict.fromkeys(
        (table.population, dimension, tuple(table.bases(dimension, name) for name in names), dimension in table.public)
        for table in tables
        for dimension, names in zip(table.dimensions, table.categories, strict=True)
        if dimension not in table.overlapping
    )
    for population, dimension, sets, public in divisions:
        for group, (_, bases) in conditions_along(now, population, dimension):
            finer = [part for part in sets if part < bases]
            parts = [group.without((dimension, bases)).and_also((dimension, part)) for part in finer]
            known = tuple(part for part in parts if part in now.counts)
            if known:
                yield with_rest(now, group, known, not public)


def conditions_along(now: Moment, population: str, dimension: str) -> list[tuple[Group, Condition]]:
    return [
        (group, condition)
        for group in now.counts
        if isinstance(group, Group) and group.population == population
        for condition in group.conditions
        if condition[0] == dimension and len(condition[1]) > 1
    ]


def overlaps(now: Moment, tables: Sequence[Table]) -> Iterator[Line]:
    """Who needs an area and who does not are together all, where all are counted somewhere."""
    for table in tables:
        for axis, dimension in enumerate(table.dimensions):
            if dimension in table.overlapping:
                for place, group in groups_of(table).items():
                    if place[axis] < len(table.categories[axis]) and group in now.counts:
                        category = table.categories[axis][place[axis]]
                        whole = group.without((dimension, table.bases(dimension, category)))
                        if whole in now.counts:
                            yield with_rest(now, whole, (group,), dimension not in table.public)


def larger(now: Moment, tables: Sequence[Table]) -> Iterator[Line]:
    """A population and the rest of the larger one are together the larger one."""
    for table in tables:
        for group in groups_of(table).values() if table.part_of else ():
            whole = Group(table.part_of, group.conditions)
            if group in now.counts and whole in now.counts:
                yield with_rest(now, whole, (group,), True)


def with_rest(now: Moment, whole: Group, parts: tuple[Group, ...], tells: bool) -> Line:
    """The line of a whole and some of its parts; what they leave stands in it too, if only subtraction tells it."""
    left = now.counts[whole] - sum(now.counts[part] for part in parts)
    covered = all_covered(whole, parts)
    if left < 0 or (covered and left):
        raise BadProblem(
            say("{group}: parts of a group count more or fewer people than the group itself.", group=whole.population)
        )
    return Line(whole, parts if covered else (*parts, Rest(whole, frozenset(parts))), tells)


def all_covered(whole: Group, parts: tuple[Group, ...]) -> bool:
    """Whether the parts' finest categories are all of the whole's."""
    differing = whole.conditions.difference(*(part.conditions for part in parts))
    if parts[0].population != whole.population or len(differing) != 1:
        return False
    ((dimension, bases),) = differing
    return bases == frozenset(chain(*(b for part in parts for d, b in part.conditions if d == dimension)))


def rests(now: Moment, line: Line) -> dict[People, int]:
    named = [part for part in line.parts if isinstance(part, Group)]
    return {
        part: now.counts[line.total] - sum(now.counts[each] for each in named)
        for part in line.parts
        if isinstance(part, Rest)
    }
