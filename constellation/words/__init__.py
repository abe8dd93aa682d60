"""Every sentence that a person reads, in the reader's language; dates and lists as that language writes them.

This list is the table of contents.
"""

from constellation.words.catalogue import LANGUAGES, as_written, in_language, language, mark, say, say_count
from constellation.words.formats import in_a_sentence, listed, long_day, short_day

__all__ = [
    "LANGUAGES",
    "in_language",
    "language",
    "mark",
    "say",
    "say_count",
    "as_written",
    "listed",
    "in_a_sentence",
    "long_day",
    "short_day",
]
