"""Ready pairs: millions of rows in blocks, and every refusal still finds its line."""

import numpy as np
import pytest

from constellation.cli.files import Refusal, pairs
from tests.cli.reading import read_tables, sentences

PEOPLE = "id,seeks,gives\nada,2,1\nbo,1,2\ncy,1,1\n"
HEADER = "id,partner_id,area,help,extra\n"


@pytest.fixture(params=[1, 2, 1024], ids=lambda rows: f"{rows} rows at once")
def read(request, tmp_path, monkeypatch):
    monkeypatch.setattr(pairs, "ROWS_AT_ONCE", request.param)
    return lambda rows, header=HEADER, **more: read_tables(tmp_path, people=PEOPLE, pairs=header + rows, **more)


@pytest.fixture
def refusal(read):
    def refusal_of(rows):
        with pytest.raises(Refusal) as refused:
            read(rows)
        return str(refused.value)

    return refusal_of


def test_rows_become_arrays_and_areas_are_words_in_alphabetical_order(read):
    inputs = read(" ada ,bo,teaching,0.5,\nbo,cy,Grants,1,-0.25\n\nada,cy,Grants, 0.25 , \n")

    problem = inputs.problem
    assert inputs.area_names == ["Grants", "teaching"]
    assert (problem.person.tolist(), problem.partner.tolist()) == ([0, 1, 0], [1, 2, 2])
    assert (problem.area.tolist(), problem.help.tolist()) == ([1, 0, 0], [0.5, 1, 0.25])
    assert problem.extra.tolist() == [0, -0.25, 0]


def test_without_needs_the_areas_of_a_persons_rows_weigh_equally(read):
    inputs = read("ada,bo,a,1,\nada,cy,a,1,\nada,bo,b,1,\nbo,cy,a,1,\n")

    assert inputs.problem.needs.start.tolist() == [0, 2, 3, 3]
    assert inputs.problem.needs.weight.tolist() == [0.5, 0.5, 1]
    assert sentences(inputs) == ["pairs.csv: No needs are given: the areas of a person's rows weigh equally."]


def test_with_needs_who_states_none_has_none(read):
    inputs = read("ada,bo,a,1,\nbo,cy,b,1,0.5\n", needs="id,area,weight\nada,c,3\nada,a,1\n")

    assert inputs.area_names == ["a", "b", "c"]
    assert inputs.problem.needs.start.tolist() == [0, 2, 2, 2]
    assert inputs.problem.needs.ids.tolist() == [2, 0]
    assert inputs.problem.needs.weight.tolist() == [0.75, 0.25]
    assert inputs.notes == []


def test_of_rows_about_the_same_the_larger_help_counts_and_extra_is_added(read):
    inputs = read("ada,bo,a,0.25,1\nbo,cy,a,1,\nada,bo,a,0.75,2\nada,bo,a,0.5,3\n", needs="id,area\nada,a\n")

    assert inputs.problem.person.tolist() == [0, 1]
    assert inputs.problem.help.tolist() == [0.75, 1]
    assert inputs.problem.extra.tolist() == [6, 0]
    assert sentences(inputs)[0].startswith("pairs.csv lines 4, 5: Person, partner and area were named together before")


def test_rows_of_unknown_people_are_left_out_and_their_areas_with_them(read):
    rows = "zoe,bo,x,1,\nada,bo,a,1,\nada,zoe,x,1,\nzoe,zoe,x,1,\nyan,bo,x,1,\n"

    inputs = read(rows, needs="id,area\nada,a\n")

    assert inputs.problem.person.tolist() == [0]
    assert inputs.area_names == ["a"]
    assert sentences(inputs)[0].startswith("pairs.csv lines 2, 4, 5 and 1 more: 4 rows are left out: a person who")


def test_short_rows_blank_rows_and_quoted_newlines_keep_their_lines(read):
    inputs = read('ada,bo,"a\nb",1\n,,,,\nada,cy,"a\nb",1\n')

    assert inputs.area_names == ["a\nb"]
    assert sentences(inputs)[0] == (
        "pairs.csv lines 2, 5: Fewer cells than columns: the missing ones are read as blank."
    )


def test_pairs_of_nobody_are_a_problem(read):
    assert len(read("").problem.person) == 0


GOOD = 'ada,bo,"two\nlines",1,\n\nbo,cy,a,1,\n'
REFUSED = {
    "help above 1": ("ada,cy,a,1.5,", "help is 1.5; give a number from 0 to 1."),
    "help below 0": ("ada,cy,a,-0.1,", "help is -0.1; give a number from 0 to 1."),
    "help is nan": ("ada,cy,a,nan,", "help is nan; give a number from 0 to 1."),
    "no help": ("ada,cy,a,,", "help is blank; give a number from 0 to 1."),
    "help in words": ("ada,cy,a,much,", "help is much; give a number from 0 to 1."),
    "extra in words": ("ada,cy,a,1,much", "extra is much; give a number up to 1,000,000,000, or leave it blank."),
    "extra without end": ("ada,cy,a,1,inf", "extra is inf; give a number up to"),
    "extra is nan": ("ada,cy,a,1,nan", "extra is nan; give a number up to"),
    "a tie to oneself": ("cy,cy,a,1,", "a tie to oneself; remove the row."),
    "a blank person": (" ,cy,a,1,", "person_id is blank; fill it in, or remove the row."),
    "a blank partner": ("ada,,a,1,", "partner_id is blank; fill it in"),
    "a blank area": ("ada,cy,,1,", "area is blank; fill it in"),
    "a surplus cell": ("ada,cy,a,1,0,x", "the row has 6 cells, the header 5; put"),
    "an open quotation": ('ada,"cy,a,1,0', "the row that begins here cannot be told into cells"),
}


@pytest.mark.parametrize(("row", "words"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_row_is_refused_with_its_line_and_the_mend(refusal, row, words):
    assert refusal(f"{GOOD}{row}\nada,bo,b,1,\n").startswith(f"pairs.csv line 6: {words}")


def test_people_without_places_cannot_have_pairs(tmp_path):
    with pytest.raises(Refusal, match=r"^people\.csv line 1: pairs need people with seeks and gives, and there is no"):
        read_tables(tmp_path, people="id,seeks\nada,1\n", pairs=HEADER)


def test_rows_are_read_the_same_in_any_blocks(tmp_path, monkeypatch):
    rng = np.random.default_rng(1)
    ends, areas, helps = rng.integers(0, 3, (500, 2)), rng.integers(0, 90, 500), rng.random(500)
    names = ["ada", "bo", "cy"]
    drawn = zip(ends.tolist(), areas.tolist(), helps.tolist(), strict=True)
    rows = "".join(
        f"{names[a]},{names[b]},area {area},{help_!r},{help_!r}\n" for (a, b), area, help_ in drawn if a != b
    )

    whole = read_tables(tmp_path, people=PEOPLE, pairs=HEADER + rows)
    monkeypatch.setattr(pairs, "ROWS_AT_ONCE", 7)
    blocks = read_tables(tmp_path, people=PEOPLE, pairs=HEADER + rows)

    assert whole.notes == blocks.notes
    for name in ("person", "partner", "area", "help", "extra"):
        assert np.array_equal(getattr(whole.problem, name), getattr(blocks.problem, name)), name
