"""The gate's cases, one by one: what is hidden, what is shown, and what is said."""

import numpy as np
import pytest

from constellation.engine import BadProblem
from constellation.engine.privacy import (
    COMPLEMENTARY,
    RELEASED_BEFORE,
    SMALL,
    UNANIMOUS,
    ZERO_COMPLEMENT,
    Table,
    count,
    figure,
    mean_of,
    merged,
    release,
)

AREAS = ("teaching", "balance", "grants", "promotion")


def row(*counts, population="faculty", **more):
    return Table("Needs", population, ("area",), (AREAS[: len(counts)],), np.array(counts), **more)


def told(table, threshold=5, **more):
    return release([table], threshold=threshold, **more).tables[0]


def shown(table, threshold=5, **more):
    """Cells and, last, the total; None where hidden."""
    one = told(table, threshold, **more)
    return [one.count(name) for name in (*table.categories[0], None)]


def test_beside_a_small_count_the_next_smallest_is_hidden_too():
    one = told(row(12, 5, 3))

    assert [one.count(area) for area in AREAS[:3]] == [12, None, None]
    assert one.count(None) == 20
    assert one.why.tolist() == ["", COMPLEMENTARY, SMALL, ""]
    assert one.sentence == "2 of 4 numbers are hidden, to protect groups of fewer than 5 people or of one answer."


def test_two_small_counts_whose_sum_is_small_need_a_third():
    one = told(row(16, 1, 3))

    assert [one.count(area) for area in AREAS[:3]] == [None, None, None]
    assert one.count(None) == 20
    assert one.why.tolist() == [ZERO_COMPLEMENT, SMALL, SMALL, ""]


def test_two_small_counts_with_a_sum_large_enough_need_no_third():
    assert shown(row(16, 4, 3)) == [16, None, None, 23]


def test_the_public_sees_less():
    assert shown(row(12, 20, 7, 30), threshold=5) == [12, 20, 7, 30, 69]
    assert shown(row(12, 20, 7, 30), threshold=10) == [None, 20, None, 30, 69]


def test_everybody_in_one_category_is_hidden_though_the_count_is_large():
    one = told(row(20, 0, 0))

    assert [one.count(area) for area in AREAS[:3]] == [None, None, None]
    assert one.why.tolist() == [UNANIMOUS, ZERO_COMPLEMENT, ZERO_COMPLEMENT, ""]


def test_nobody_in_a_category_is_hidden_as_a_small_count_is():
    one = told(row(12, 8, 0))

    assert [one.count(area) for area in AREAS[:3]] == [12, None, None]
    assert one.why[2] == ZERO_COMPLEMENT


def test_nobody_of_a_group_of_nobody_tells_nothing():
    assert shown(row(0, 0)) == [0, 0, 0]


def test_nobody_in_a_public_category_tells_nothing():
    assert shown(row(12, 8, 0, public=frozenset({"area"}))) == [12, 8, 0, 20]


def test_a_table_of_too_few_people_is_not_published_and_says_so():
    one = told(row(3, 1))

    assert not one.published
    assert not one.shown.any()
    assert one.sentence == "Not published: it would tell of fewer than 5 people."


def test_rows_and_columns_are_protected_together():
    counts = np.array([[20, 8, 3], [9, 30, 9], [7, 7, 7]])
    table = Table("t", "faculty", ("area", "state"), (AREAS[:3], ("open", "met", "kept")), counts)

    one = told(table)

    assert (~one.shown).sum() == 4  # a rectangle: no fewer would do
    assert one.count("teaching", "kept") is None
    assert one.shown[:, 3].all()
    assert one.shown[3].all()


def test_a_department_is_hidden_with_another_of_its_college():
    departments = ("math", "art", "music", "law", "tax")
    colleges = {"humanities": ("art", "music"), "law school": ("law", "tax")}
    fine = Table("Departments", "faculty", ("unit",), (departments,), np.array([20, 3, 12, 6, 9]))
    coarse = Table("Colleges", "faculty", ("unit",), (("math", *colleges),), np.array([20, 15, 15]),
                   made_of={"unit": colleges})  # fmt: skip

    alone, (one, whole) = told(fine), release([fine, coarse], threshold=5).tables

    assert alone.count("law") is None  # the cheapest, while nobody knows the humanities' 15
    assert (whole.count("humanities"), one.count("law"), one.count("music")) == (15, 6, None)


def test_overlapping_categories_have_no_total_and_need_none():
    one = told(row(12, 9, 3, overlapping=frozenset({"area"})))

    assert [one.count(area) for area in AREAS[:3]] == [12, 9, None]
    assert one.count(None) is None
    assert one.why[3] == ""


def test_all_but_a_few_of_a_group_is_hidden_where_the_group_is_counted_elsewhere():
    needs = row(17, 9, overlapping=frozenset({"area"}))
    everybody = Table("People", "faculty", (), (), np.array(20))

    one, people = release([needs, everybody], threshold=5).tables

    assert people.count() == 20
    assert one.count("teaching") is None  # 3 do not need it
    assert one.why[0] == ZERO_COMPLEMENT
    assert one.count("balance") == 9


def test_a_part_that_leaves_a_few_of_a_larger_population_is_hidden():
    everybody, part = row(30, 12), row(18, 10, population="participants", part_of="faculty")

    whole, one = release([everybody, part], threshold=5).tables

    assert whole.count("balance") is None or one.count("balance") is None
    assert (whole.count("teaching"), one.count("teaching")).count(None) < 2


def test_a_further_figure_is_hidden_with_its_count():
    one = told(row(12, 5, 3, values={"seats": np.array([30, 11, 4])}))

    assert [one.value("seats", area) for area in (*AREAS[:3], None)] == [30, None, None, 45]


def test_a_group_that_gives_nothing_is_hidden_since_each_of_it_gives_nothing():
    one = told(row(12, 9, 8, values={"seats": np.array([30, 0, 4])}))

    assert one.value("seats", "balance") is None
    assert one.why[1] == UNANIMOUS


def test_a_figure_that_hidden_counts_do_not_keep_is_withheld_everywhere():
    one = told(row(12, 5, 3, values={"seats": np.array([30, 0, 0])}))

    assert one.withheld == {"seats"}
    assert one.value("seats", "teaching") is None
    assert one.count("teaching") == 12


def test_a_count_that_changed_by_a_few_since_it_was_shown_is_hidden():
    before = release([row(12, 9, 20)], threshold=5)

    one = told(row(12, 9, 23), log=before.log)

    assert one.count("grants") is None
    assert one.count(None) is None
    assert one.count("teaching") == 12
    assert one.why[2] == RELEASED_BEFORE


def test_a_count_that_changed_by_many_is_shown():
    before = release([row(12, 9, 20)], threshold=5)

    assert shown(row(12, 9, 25), log=before.log) == [12, 9, 25, 46]


def test_what_was_hidden_is_not_given_away_by_hiding_something_else_next_time():
    before = release([row(12, 5, 3)], threshold=5)
    finer = Table("t", "faculty", ("area", "state"), (AREAS[:3], ("a", "b")), np.array([[6, 6], [5, 0], [3, 0]]))

    one = told(finer, log=before.log)

    assert one.count("balance", None) is None
    assert one.count("grants", None) is None


def test_an_earlier_small_count_stays_hidden_when_its_group_has_grown():
    before = release([row(12, 5, 3)], threshold=5)

    one = told(row(12, 5, 9), log=before.log)

    assert one.count("balance") is None  # whoever supposes it unchanged would have the earlier 3


def test_the_same_tables_come_out_the_same_again():
    counts = np.array([[20, 8, 3], [1, 30, 9], [7, 7, 7], [12, 6, 18]])
    table = Table("t", "faculty", ("area", "state"), (AREAS, ("open", "met", "kept")), counts)
    before = release([table], threshold=5)

    again = release([table], threshold=5, log=before.log)

    assert (again.tables[0].shown == before.tables[0].shown).all()


def test_what_the_public_did_not_see_does_not_bind_the_public_release():
    inside = release([row(32, 29, 40)], threshold=5)

    public = told(row(32, 29, 43), threshold=10, log=inside.log)

    assert public.count("grants") is None  # colleagues inside see both
    assert public.count("teaching") == 32


def test_a_population_too_old_to_be_the_same_needs_another_name():
    before = release([row(12, 9, 20)], threshold=5)

    assert shown(row(12, 9, 23, population="faculty 2027"), log=before.log) == [12, 9, 23, 44]


def test_two_tables_that_count_the_same_people_differently_are_refused():
    with pytest.raises(BadProblem, match="a category of their own"):
        release([row(12, 9), Table("People", "faculty", (), (), np.array(22))], threshold=5)


@pytest.mark.parametrize(
    ("counts", "more", "complaint"),
    [
        (np.array([1.0, 2.0]), {}, "whole numbers"),
        (np.array([-1, 2]), {}, "below 0"),
        (np.array([1, 2, 3]), {}, "shape"),
        (np.array([1, 2]), {"values": {"seats": np.array([np.nan, 1])}}, "seats"),
        (np.array([1, 2]), {"where": {"area": "teaching"}}, "different"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(counts, more, complaint):
    with pytest.raises(BadProblem, match=complaint):
        Table("Needs", "faculty", ("area",), (AREAS[:2],), counts, **more)


def test_a_threshold_that_hides_nothing_is_refused():
    with pytest.raises(BadProblem, match="2 people or more"):
        release([row(12, 9)], threshold=1)


def test_small_categories_are_united_with_their_figures():
    one = merged(row(16, 4, 1, 9, values={"seats": np.array([5, 2, 1, 7])}), "area", 5, name="others")

    assert one.categories == (("teaching", "promotion", "others"),)
    assert one.counts.tolist() == [16, 9, 5]
    assert one.values["seats"].tolist() == [5, 7, 3]


def test_a_single_small_category_takes_the_next_smallest_along():
    assert merged(row(16, 4, 30, 9), "area", 5).counts.tolist() == [16, 30, 13]


def test_the_same_others_are_the_same_number_and_different_others_are_not():
    one, two = merged(row(16, 4, 1, 9), "area", 5), merged(row(16, 4, 30, 9), "area", 5)

    assert one.bases("area", "other") == {"balance", "grants"}
    assert two.bases("area", "other") == {"balance", "promotion"}


def test_a_mean_of_few_or_of_one_answer_is_hidden():
    few = mean_of([1, 2, 3, 4], name="Support", population="faculty", threshold=5)
    same = mean_of([3] * 30, name="Support", population="faculty", threshold=5)

    assert few.value is None
    assert few.sentence == "Hidden: it would tell of fewer than 5 people."
    assert same.value is None
    assert same.people is None
    assert same.sentence == "Hidden: everybody gave the same answer."


def test_a_mean_after_one_person_joined_is_hidden():
    before = mean_of([1, 2, 3, 4, 5], name="Support", population="faculty", threshold=5)

    after = mean_of([1, 2, 3, 4, 5, 1], name="Support", population="faculty", threshold=5, log=before.log)

    assert before.value == 3
    assert after.value is None
    assert after.log == before.log


def test_a_network_figure_of_one_department_is_told_beside_its_table_only_when_its_count_is():
    before = release([row(12, 5, 3)], threshold=5)

    hidden = figure(0.4, 5, name="Mutuality", population="faculty", threshold=5, where={"area": "balance"},
                    log=before.log)  # fmt: skip
    known = figure(0.4, 12, name="Mutuality", population="faculty", threshold=5, where={"area": "teaching"},
                   log=before.log)  # fmt: skip

    assert hidden.value is None
    assert known.value == 0.4


def test_a_number_of_people_by_itself_keeps_the_threshold():
    assert count(4, name="Joined", population="faculty", threshold=5).people is None
    assert count(5, name="Joined", population="faculty", threshold=5).people == 5


def test_the_reason_of_a_hidden_number_is_not_in_what_a_reader_is_told():
    one = told(row(12, 5, 3))

    assert SMALL not in one.sentence
    assert COMPLEMENTARY not in one.sentence
