"""Which of two numbers of a date is the day: a column tells it, for each sign that it puts between them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from constellation.intake.content.written_dates import words_of
from constellation.words import mark, say

TIME = r"(?:[T ,]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[A-Z]{2,4}|[+-]\d{2}:?\d{2}(?:\[[\w/]+\])?)?)?"
NUMBERS = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){TIME}")
DOTTED = re.compile(rf"(\d{{1,2}})(\.) (\d{{1,2}})\. ?(\d{{4}}|\d{{2}}){TIME}")
PACKED = re.compile(r"(\d{1,2})()(\d\d)((?:19|20)\d\d)(?:\.0+)?")  # the year last, so it cannot begin with it
SERIAL = re.compile(r"\d{3,5}(?:\.\d+)?")
SERIALS = range(10_000, 80_000)  # 1927 to 2119: what a column of days as numbers holds

# marked sentences, by what is read first
EITHER = {
    "day": mark(
        "doubtful: could be day or month first, and no date of this column tells; "
        "read with the day first; ask for the dates as YYYY-MM-DD"
    ),
    "month": mark(
        "doubtful: could be day or month first, and no date of this column tells; "
        "read with the month first; ask for the dates as YYYY-MM-DD"
    ),
}
BOTH = {
    "day": mark(
        "doubtful: could be day or month first, as this column has both; "
        "read with the day first; ask for the dates as YYYY-MM-DD"
    ),
    "month": mark(
        "doubtful: could be day or month first, as this column has both; "
        "read with the month first; ask for the dates as YYYY-MM-DD"
    ),
}
NO_ORDER = {
    "day": mark(
        "no date of this column tells day from month: read with the day first; ask for the dates as YYYY-MM-DD"
    ),
    "month": mark(
        "no date of this column tells day from month: read with the month first; ask for the dates as YYYY-MM-DD"
    ),
}
BOTH_ORDERS = {
    "day": mark(
        "some dates of this column have the day first, some the month; those that could be either were read with "
        "the day first; ask for the dates as YYYY-MM-DD"
    ),
    "month": mark(
        "some dates of this column have the day first, some the month; those that could be either were read with "
        "the month first; ask for the dates as YYYY-MM-DD"
    ),
}


@dataclass(frozen=True, slots=True)
class Order:
    """Which number comes first, day or month; `proved` where a date shows it; `doubt` in marked words where none can."""

    first: str = "month"
    proved: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a column writes its dates: `first` is day or month, `proved` where a value shows it; `doubt` in marked words;
    `serials`: bare numbers are a spreadsheet's days, counted from 1904 if `base_1904`; `orders`: by the sign between
    the numbers, "" for none.
    """

    first: str = "month"
    proved: bool = False
    doubt: str = ""
    serials: bool = False
    base_1904: bool = False
    orders: Mapping[str, Order] = field(default_factory=dict, hash=False)

    def order(self, sign: str) -> Order:
        """The order of dates with a sign between their numbers; dots are written where the day comes first.

        >>> Style("month", True).order("/").first, Style("month", True).order(".").first
        ('month', 'day')
        """
        if sign in self.orders:
            return self.orders[sign]
        if sign == ".":
            return Order("day")
        doubt = EITHER[self.first] if self.doubt and not self.proved else ""
        return Order(self.first, self.proved, doubt)


@dataclass(slots=True)
class Count:
    """How many dates have the day first, the month first, and could have either."""

    day: int = 0
    month: int = 0
    either: int = 0

    def add(self, one: int, other: int) -> None:
        self.day += 12 < one <= 31 and other <= 12
        self.month += 12 < other <= 31 and one <= 12
        self.either += one <= 12 and other <= 12 and one != other

    def order(self) -> Order | None:
        """What its dates prove; None where they prove nothing."""
        if self.day and self.month:
            first = "day" if self.day > self.month else "month"
            return Order(first, False, BOTH[first])
        if self.day or self.month:
            return Order("day" if self.day else "month", True)
        return None


def is_doubt(said: str) -> bool:
    """Whether a sentence of `read_date` says that the day of a date is a guess, not only how it was read.

    >>> is_doubt(BOTH["day"]), is_doubt("the year has two digits; taken as 1948"), is_doubt("")
    (True, False, False)
    """
    return bool(said) and said in {say(doubt) for doubt in (*EITHER.values(), *BOTH.values())}


def style_of(values: Iterable[str], hint: str = "", serials: bool = False, base_1904: bool = False) -> Style:
    """The style of a whole column: a number above 12 proves the order of the dates with the same sign between their
    numbers; for others what the column proves elsewhere, or `hint`, a language code, suggests it.

    `serials`: the header says that these are dates, so bare numbers are days; it is assumed where most cells are such
    numbers.

    >>> style_of(["20/08/2012", "01/08/2013"]).first, style_of(["08/09/2012"]).doubt.split(":")[0]
    ('day', 'no date of this column tells day from month')
    >>> mixed = style_of(["20.08.12", "08/25/2011"])
    >>> mixed.order(".").first, mixed.order("/").first
    ('day', 'month')
    """
    counts: dict[str, Count] = {}
    days = filled = 0
    for value in values:
        value = value.strip()
        filled += bool(value)
        days += bool(SERIAL.fullmatch(value)) and int(float(value)) in SERIALS
        if found := NUMBERS.fullmatch(value) or DOTTED.fullmatch(value) or PACKED.fullmatch(value):
            counts.setdefault(found[2], Count()).add(int(found[1]), int(found[3]))
    orders, rest = orders_of(counts, hint)
    shown = next(iter(orders.values())) if len(orders) == 1 else rest
    return Style(shown.first, shown.proved, doubt_of(orders), serials or days * 2 > filled, base_1904, orders)


def orders_of(counts: Mapping[str, Count], hint: str) -> tuple[dict[str, Order], Order]:
    """The order for each sign, and for those that turn up later: what its own dates prove, else what others suggest."""
    others = Counter[str]()
    for sign, count in counts.items():
        if sign != ".":
            others.update(day=count.day, month=count.month, either=count.either)
    pool = Count(others["day"], others["month"], others["either"])
    dotted = counts.get(".", Count())
    rest = pool.order() or suggested(pool, dotted, hint)
    orders = {
        sign: count.order() or (Order("day") if sign == "." else settled(rest, count)) for sign, count in counts.items()
    }
    return orders, rest


def suggested(pool: Count, dotted: Count, hint: str) -> Order:
    """The order where no date proves it: by the language; else by whether most dates are dotted, which is doubtful."""
    languages, code = words_of("day_first", "languages"), hint.lower().replace("_", "-")
    if code in languages or code[:2] in languages:
        return Order("day")
    first = "day" if dotted.day + dotted.either > pool.either else "month"
    return Order(first, False, EITHER[first])


def settled(rest: Order, count: Count) -> Order:
    """An order taken over from other dates; there is nothing to doubt where no date could be either."""
    return rest if count.either else Order(rest.first, rest.proved)


def doubt_of(orders: Mapping[str, Order]) -> str:
    """The doubt about a whole column, in marked words."""
    doubtful = next((order for order in orders.values() if order.doubt), None)
    if doubtful is None:
        return ""
    both = doubtful.doubt == BOTH[doubtful.first]
    return (BOTH_ORDERS if both else NO_ORDER)[doubtful.first]
