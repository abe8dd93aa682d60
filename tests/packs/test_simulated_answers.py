"""Answers drawn from a pack's rates."""

import numpy as np
import pytest

from constellation.packs import load, simulate

MANY = 20_000


@pytest.fixture(scope="module")
def umass():
    return load("umass")


def as_lists(answers):
    columns = [answers.joined, answers.seeks, answers.gives, *answers.needs, *answers.offers]
    return [column.tolist() for column in columns]


def test_the_same_seed_gives_the_same_answers_and_another_seed_others(umass):
    stages = ["pre-tenure", "full", "librarian", ""] * 50

    once, again, other = (simulate(stages, umass, seed=seed) for seed in (7, 7, 8))

    assert as_lists(once) == as_lists(again)
    assert as_lists(once) != as_lists(other)


@pytest.mark.parametrize("stage", ["pre-tenure", "mid-career associate", "librarian", "near retirement", ""])
def test_rates_of_the_pack_are_respected(umass, stage):
    answers = simulate([stage] * MANY, umass, seed=3)
    name = stage or "unknown"
    seeking, giving = answers.seeks > 0, np.unique(answers.offers.person)

    assert answers.joined.mean() == pytest.approx(umass.joining.rate, abs=0.02)
    if name != "near retirement":  # half of these seek no place, and keep no need
        for prompt in (prompt for prompt in umass.prompts if prompt.stage == name):
            needing = (answers.needs.area == umass.area_index(prompt.area)).sum()
            assert needing / answers.joined.sum() == pytest.approx(prompt.rate, abs=0.03), prompt.area
    [rates] = (giving for giving in umass.giving if giving.stage == name)
    for offer in rates.offers:
        offered = answers.offers.area == umass.area_index(offer.area)
        share = offered.sum() / answers.joined.sum()
        assert share == pytest.approx(rates.share * offer.rate, abs=0.03), offer.area
        assert answers.offers.level[offered].min() >= offer.level[0]
        assert answers.offers.level[offered].max() <= offer.level[1]
    least, most = umass.stage(name).seeks
    assert set(answers.seeks[seeking].tolist()) == set(range(max(least, 1), most + 1))
    assert (answers.gives[giving].min(), answers.gives[giving].max()) == rates.seats


def test_only_people_who_joined_answer(umass):
    answers = simulate(["full", "pre-tenure"] * 500, umass, seed=1)

    assert not answers.seeks[~answers.joined].any()
    assert not answers.gives[~answers.joined].any()
    assert answers.joined[answers.needs.person].all()
    assert answers.joined[answers.offers.person].all()


def test_needs_and_places_fit_together(umass):
    answers = simulate([stage.name for stage in umass.stages] * 200, umass, seed=5)

    sums = np.bincount(answers.needs.person, answers.needs.weight, minlength=len(answers.joined))

    assert sums == pytest.approx((answers.seeks > 0).astype(float))
    assert set(np.flatnonzero(answers.gives)) == set(answers.offers.person.tolist())


def test_nobody_at_all_is_an_empty_answer(umass):
    answers = simulate([], umass, seed=0)

    assert (len(answers.joined), len(answers.needs.person), len(answers.offers.person)) == (0, 0, 0)


def test_an_unknown_stage_is_refused_with_its_row(umass):
    with pytest.raises(ValueError, match="Row 1: pack umass has no stage tenured; use one of"):
        simulate(["full", "tenured"], umass, seed=0)
