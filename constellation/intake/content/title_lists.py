"""Several titles in one cell, told apart."""

import re

from constellation.intake.content.ranks import NO_RANK, Rank, english_words, read_rank

LONGEST_CELL = 1000
# a cut is a new line, a mark, or a slash with blanks; what stands in brackets is never cut
CUT = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|(?P<cut>\s*(?:[\r\n]+|[;；|｜]|(?<=\s)/(?=\s))\s*)")
ONE_WORD = frozenset(["ASSOCIATE", "ASSISTANT", "FULL", "SENIOR", "FACULTY"])
WRAPPED = re.compile(r"(?:\b(?:of|in|for|the|and|to)|[&,/-])\s*$", re.IGNORECASE)  # the title goes on in the next line
OF_WHAT = frozenset(["OF", "IN", "FOR"])


def split_titles(text: str) -> list[str]:
    """The titles of a cell, told apart at new lines, semicolons, bars and slashes between blanks; none for a blank one.

    A new line always begins a title, unless the line before breaks off.  At marks only titles that can be read on
    their own are told apart; anything else stays with the title before it.  With a slash two bare ranks are one:
    somebody between them.

    >>> split_titles("Associate Professor; Director of Graduate Studies"), split_titles("Professor / Chair")
    (['Associate Professor', 'Director of Graduate Studies'], ['Professor', 'Chair'])
    >>> split_titles("Assistant / Associate Professor"), split_titles("Professor; History")
    (['Assistant / Associate Professor'], ['Professor; History'])
    """
    text = text.strip()
    if not text or len(text) > LONGEST_CELL:
        return [text] if text else []
    titles, start, marks = list[str](), 0, list[str]()
    for mark, begin, end in [*cuts(text), ("", len(text), len(text))]:
        titles.append(text[start:begin])
        marks.append(mark)
        start = end
    return together(titles, marks)


def cuts(text: str) -> list[tuple[str, int, int]]:
    """The places where a text may be cut: the mark, where it begins and where it ends."""
    return [(found["cut"], *found.span()) for found in CUT.finditer(text) if found["cut"] is not None]


def together(pieces: list[str], marks: list[str]) -> list[str]:
    """The pieces, with those that are no title put back behind the one before, with the mark between them."""
    titles = pieces[:1]
    for mark, piece in zip(marks, pieces[1:], strict=False):
        if not piece.strip():
            continue
        if not titles[-1].strip():
            titles[-1] = piece
        elif are_two(titles[-1], piece, mark):
            titles.append(piece)
        else:
            titles[-1] += (" " if mark.isspace() else mark) + piece
    return [title.strip() for title in titles if title.strip()]


def are_two(one: str, other: str, mark: str) -> bool:
    if mark.isspace():
        return WRAPPED.search(one) is None
    first, second = title(one), title(other)
    if first is None or second is None:
        return False
    ranked = NO_RANK not in (first.ipeds, second.ipeds) and first.ipeds != second.ipeds
    return not ("/" in mark and ranked and OF_WHAT.isdisjoint(f"{one} {other}".upper().split()))


def title(text: str) -> Rank | None:
    """What a piece says that can be read on its own; a bare word such as "Assistant" cannot."""
    return None if english_words(text)[0] in ONE_WORD else read_rank(text)
