"""A name in the lines that its place in a picture has room for, by a careful guess of how wide it is drawn."""

SIZE = 17  # of the letters, as the style says
MOST_LINES = 2
WIDE, CAPITAL, SMALL, NARROW = 1.06, 0.76, 0.64, 0.36  # of SIZE; half-bold Inter needs less
WIDE_SIGNS, NARROW_SIGNS = frozenset("MWmw@%&+=<>~"), frozenset(" .,:;'!|()[]-/fijlrtI")


def lines_of(name: str, room: float) -> list[str]:
    """The name in at most two lines no wider than `room`; the last one ends with … where the name goes on.

    >>> lines_of("History", 200), lines_of("COLLEGE OF LETTERS AND SCIENCES", 200)
    (['History'], ['COLLEGE OF', 'LETTERS AND SCI…'])
    """
    lines: list[str] = []
    words = name.split()
    while words and len(lines) < MOST_LINES:
        fitting = len(words)
        while fitting and width(" ".join(words[:fitting])) > room:
            fitting -= 1
        if not fitting or len(lines) == MOST_LINES - 1:
            return [*lines, shortened(" ".join(words), room)]
        lines.append(" ".join(words[:fitting]))
        words = words[fitting:]
    return lines


def shortened(text: str, room: float) -> str:
    """
    >>> shortened("Featherstonehaugh", 80), shortened("Law", 80)
    ('Feath…', 'Law')
    """
    if width(text) <= room:
        return text
    while text and width(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"


def width(text: str) -> float:
    return SIZE * sum(width_of(sign) for sign in text)


def width_of(sign: str) -> float:
    if sign in WIDE_SIGNS or not sign.isascii():
        return WIDE
    if sign in NARROW_SIGNS:
        return NARROW
    return CAPITAL if sign.isupper() else SMALL
