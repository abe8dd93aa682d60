"""The kernel that says what many partners would bring rounds up, and otherwise says what the exact code says."""

import numpy as np
from hypothesis import given, settings

from constellation.engine import evaluate
from constellation.engine.solver.choices import all_pairs
from tests.engine.tiny import populations, ready_pairs

ROUNDED = 3e-7  # relative: float32, upwards


def exact(problem, choices):
    """Help (per person: needs x partners), flags and extra of all choices, by the exact code."""
    person = np.repeat(np.arange(problem.people), np.diff(choices.start))
    brought = evaluate.help_of(problem, person, choices.giver[choices.partner])
    help_ = np.zeros(len(choices.help))
    i = person[brought.tie]
    width = np.diff(choices.start)[i]
    place = choices.hstart[i] + (brought.need - problem.needs.start[i]) * width + brought.tie - choices.start[i]
    help_[place] = brought.help
    return help_, brought.flags, brought.extra


@settings(max_examples=230, deadline=None)
@given(populations | ready_pairs)
def test_help_flags_and_extra_are_those_of_the_exact_code_rounded_up(problem):
    choices = all_pairs(problem)

    help_, flags, extra = exact(problem, choices)

    assert (choices.help >= help_).all()
    np.testing.assert_allclose(choices.help, help_, rtol=ROUNDED, atol=1e-12)
    assert (choices.extra >= extra).all()
    np.testing.assert_allclose(choices.extra, extra, rtol=ROUNDED, atol=1e-12)
    assert (choices.flags == flags).all()


@settings(max_examples=80, deadline=None)
@given(populations | ready_pairs)
def test_nobody_may_choose_a_barred_kept_or_seatless_partner_or_oneself(problem):
    choices = all_pairs(problem)

    person = np.repeat(np.arange(problem.people), np.diff(choices.start))
    partner = choices.giver[choices.partner]
    shut = {tuple(pair) for pairs in (problem.barred, problem.kept) for pair in pairs.tolist()}
    assert not shut & set(zip(person.tolist(), partner.tolist(), strict=True))
    assert (person != partner).all()
    assert (problem.gives[partner] > 0).all()
