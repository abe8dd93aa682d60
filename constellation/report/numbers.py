"""Numbers as they stand on a page: thousands separated, shares that never claim more than is true."""

import math

from constellation.words import as_written, say

PERCENT = "\N{NO-BREAK SPACE}%"


def count(number: int) -> str:
    """
    >>> count(12345)
    '12,345'
    """
    return as_written(f"{number:,}")


def percent(share: float | None, decimals: int = 0) -> str:
    """A share of 0-1 in percent; 100 % and 0 % only where they are exact, a dash for None.

    >>> percent(2 / 3), percent(0.9999), percent(0.0001), percent(None)
    ('67\\xa0%', '99\\xa0%', 'under 1\\xa0%', '–')
    """
    if share is None:
        return "–"
    step = 10.0**-decimals
    if share > 0 and share * 100 < step / 2:
        return say("under {share}", share=as_written(f"{step:.{decimals}f}") + PERCENT)
    shown = share * 100
    if share < 1 and shown > 100 - step / 2:
        shown = 100 - step
    return as_written(f"{shown:.{decimals}f}") + PERCENT


def proven(value: float, bound: float, places: int = 2) -> str:
    """The certified percentage, rounded down; 100 % only where the bound is reached.

    >>> proven(1365.2, 1365.9), proven(2.0, 2.0), proven(99.9999, 100.0)
    ('99.94\\xa0%', '100\\xa0%', '99.99\\xa0%')
    >>> proven(99.9996, 100.0, places=3)
    '99.999\\xa0%'
    """
    if bound <= 0 or value >= bound:
        return f"100{PERCENT}"
    scale = 10**places
    steps = min(math.floor(value / bound * 100 * scale), 100 * scale - 1)
    return as_written(f"{steps / scale:.{places}f}") + PERCENT


def points(number: float, upwards: bool = False) -> str:
    """A value rounded down (a bound: upwards), with more places the smaller it is; the minus sign is a real one.

    >>> points(1365.27), points(1365.27, upwards=True), points(0.4567), points(-12.3)
    ('1,365.2', '1,365.3', '0.456', '−12.30')
    """
    size = abs(number)
    places = 1 if size >= 100 else 2 if size >= 10 else 3
    scale = 10**places
    nearest = round(number * scale)
    towards = math.ceil if upwards else math.floor
    exact = nearest if math.isclose(number * scale, nearest, rel_tol=1e-12, abs_tol=1e-9) else towards(number * scale)
    return as_written(f"{exact / scale:,.{places}f}").replace("-", "−")


def expected(number: float) -> str:
    """An expected number of people or seats: one decimal below ten, whole above.

    >>> expected(3.04), expected(1234.4)
    ('3.0', '1,234')
    """
    return as_written(f"{number:,.1f}" if abs(number) < 9.95 else f"{number:,.0f}")
