"""Tiny problems for examples and doctests."""

import numpy as np

from constellation.engine.problem import Pairs, Population, Rows, no_rows


def two_people() -> Population:
    """Person 0 needs area 0 and seeks one partner; person 1 of the same department offers it at 0.8, one seat."""
    one, none = np.array([0]), np.zeros((0, 2), np.int64)
    return Population(
        seeks=np.array([1, 0]), gives=np.array([0, 1]), needs=Rows.of(2, one, one, np.ones(1)),
        offer=np.array([[0.0], [0.8]]), kind=np.zeros(1, np.int64), department=np.zeros(2, np.int64),
        college=np.zeros(2, np.int64), campus=np.zeros(2, np.int64), role=np.zeros(2, np.int64),
        level=np.array([1, 2]), settled=np.zeros(2, bool), interests=no_rows(2), need_topics=no_rows(1),
        offer_topics=no_rows(2), barred=none, kept=none, kept_areas=no_rows(0),
    )  # fmt: skip


def one_pair() -> Pairs:
    """The same two people by a ready pair: help 0.8 in the one area that person 0 needs."""
    one, none = np.array([0]), np.zeros((0, 2), np.int64)
    return Pairs(
        seeks=np.array([1, 0]), gives=np.array([0, 1]), needs=Rows.of(2, one, one, np.ones(1)), person=one,
        partner=np.array([1]), area=one, help=np.array([0.8]), extra=np.zeros(1), barred=none, kept=none,
    )  # fmt: skip
