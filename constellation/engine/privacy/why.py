"""Why a number is hidden.  For the office only: published, these words would narrow down what they hide."""

from constellation.words.catalogue import mark

SHOWN = ""
SMALL = mark("fewer people than may be told")
UNANIMOUS = mark("everybody of a group, or all with the same answer")
ZERO_COMPLEMENT = mark("nobody of a group, or all but a few of it")
RELEASED_BEFORE = mark("differs by a few people from a number released before")
COMPLEMENTARY = mark("would let a hidden number be worked out")
