"""Interests compared by their text: words and pairs of words, rare ones counting more (TF-IDF)."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from constellation.engine.problem import Ints, Rows, no_rows

WORD = re.compile(r"[^\W_]{2,}")


def interest_rows(interests: Sequence[tuple[str, ...]]) -> tuple[Rows, list[str]]:
    """A row for each person, so that products of rows are the cosine of their texts (0-1), and the words of the ids.

    What only one person says lengthens that person's row and is then left out: it is like nobody else's.

    >>> rows, words = interest_rows([("medieval poetry",), ("Poetry, Medieval drama",), ("soil",)])
    >>> [words[x] for x in rows.ids[: rows.start[1]]]
    ['medieval', 'poetry']
    """
    if not any(spoken(one) for one in interests):
        return no_rows(len(interests)), []
    from sklearn.feature_extraction.text import TfidfVectorizer

    weigher = TfidfVectorizer(analyzer=spoken, sublinear_tf=True)
    weights = weigher.fit_transform(interests).tocsr()
    shared = np.asarray((weights > 0).sum(axis=0)).ravel() > 1
    kept = weights[:, shared].tocsr()
    kept.sort_indices()
    rows = Rows(kept.indptr.astype(np.int64), kept.indices.astype(np.int64), kept.data.astype(np.float64))
    return rows, weigher.get_feature_names_out()[shared].tolist()


def spoken(phrases: Sequence[str]) -> list[str]:
    """The words of phrases and the pairs of neighbours within each phrase.

    >>> spoken(("Grant writing", "R&D"))
    ['grant', 'writing', 'grant writing']
    """
    found = []
    for phrase in phrases:
        words = [word for word in WORD.findall(phrase.casefold()) if word not in SMALL_WORDS]
        found += words + [" ".join(two) for two in pairwise(words)]
    return found


def in_common(rows: Rows, words: Sequence[str], person: int, partner: int) -> list[str]:
    """What two people's interests share, the most telling first.

    >>> rows, words = interest_rows([("medieval poetry",), ("poetry",), ("soil",), ("medieval soil",)])
    >>> in_common(rows, words, 0, 1), in_common(rows, words, 0, 2)
    (['poetry'], [])
    """
    mine, theirs = (weights_of(rows, one) for one in (person, partner))
    both = sorted(mine.keys() & theirs.keys(), key=lambda word: (-mine[word] * theirs[word], word))
    return [words[word] for word in both]


def weights_of(rows: Rows, person: int) -> dict[int, float]:
    ids: Ints = rows.ids[rows.start[person] : rows.start[person + 1]]
    return dict(zip(ids.tolist(), rows.weight[rows.start[person] : rows.start[person + 1]].tolist(), strict=True))


# words that say nothing of an interest, in the languages of rosters seen so far
SMALL_WORDS = frozenset(
    [
        "and",
        "or",
        "of",
        "the",
        "in",
        "on",
        "for",
        "with",
        "to",
        "from",
        "by",
        "an",
        "as",
        "at",
        "its",
        "our",
        "between",
        "into",
        "across",
        "through",
        "about",
        "de",
        "la",
        "el",
        "los",
        "las",
        "del",
        "en",
        "con",
        "por",
        "para",
        "un",
        "una",
        "der",
        "die",
        "das",
        "und",
        "von",
        "im",
        "mit",
        "für",
        "des",
        "les",
        "et",
        "du",
        "au",
        "aux",
        "dans",
        "sur",
    ]
)
