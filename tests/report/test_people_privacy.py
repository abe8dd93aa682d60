"""A person's page tells of others what is public, and nothing that another's need, load or exclusion could be read from."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constellation.packs import load
from constellation.report.office.entries import entries
from constellation.report.people import person_pages
from constellation.report.results import UnmetRow
from tests.cli.design_runs import table
from tests.make import AREAS, make_results
from tests.report.made_networks import person_with, ran

PEOPLE = ("person_id", "name", "department", "rank", "seeks", "gives")
WORDS_OF_EXCLUSION = ("conflict", "exclu", "barred", "must not", "avoid")


def pages(results, pack="umass"):
    """Page by file name."""
    return dict(person_pages(results, load(pack), marks=()))


def own(results, key):
    return pages(results)[f"{key}.html"]


numbers = st.integers(0, 50)
shares = st.none() | st.floats(0, 1)


@settings(max_examples=20)
@given(seeks=numbers, found=numbers, gives=numbers, load_=numbers, coverage=shares, best=shares, stage=st.text())
def test_nothing_private_of_others_changes_a_page(seeks, found, gives, load_, coverage, best, stage):
    results = person_with(3, kept=1)
    hidden = {"seeks": seeks, "partners": found, "coverage": coverage, "value": 9.0, "share_of_best": best,
              "gives": gives, "load": load_, "stage": stage}  # fmt: skip

    people = [results.people[0], *(replace(one, **hidden) for one in results.people[1:])]
    unmet = [*results.unmet, UnmetRow("q000", AREAS[0], "no suitable partner free", f"{gives} seats")]
    changed = replace(results, people=people, unmet=unmet)

    assert own(changed, "me") == own(results, "me")


@settings(max_examples=20)
@given(value=st.floats(0, 3), mutual=st.booleans(), reason=st.text(), mend=st.text())
def test_what_a_tie_contributes_and_what_flows_back_never_show(value, mutual, reason, mend):
    results = person_with(3, kept=1)

    ties = [replace(one, contribution=value / n, mutual=mutual, reason=reason) for n, one in enumerate(results.ties, 1)]
    changed = replace(results, ties=ties, unmet=[replace(row, mend=mend) for row in results.unmet])

    assert own(changed, "me") == own(results, "me")


@pytest.fixture(scope="module")
def secretive(tmp_path_factory):
    """A program in which every need, offer and interest is told apart by its owner; ada and cy are kept apart."""
    keys = ("ada", "bo", "cy", "di", "ed")
    people = [(key, f"{key.title()} Name-{key}", "History", "professor", 2, 2) for key in keys]
    needs = [(key, area, f"need-of-{key}; shared") for key in keys for area in ("tenure", "balance")]
    offers = [(key, area, 0.8, f"offer-of-{key}; shared") for key in keys for area in ("tenure", "balance")]
    return ran(
        tmp_path_factory.mktemp("secretive"),
        people=table(people, *PEOPLE),
        needs=table(needs, "person_id", "area", "topics"),
        offers=table(offers, "person_id", "area", "level", "topics"),
        conflicts=table([("ada", "cy", "SECRET affair")], "person_id", "partner_id", "reason"),
    )


def test_nobody_reads_what_another_needs_or_whom_they_may_not_meet(secretive):
    told = pages(secretive)

    assert {row.person_id for row in secretive.ties} == {"ada", "bo", "cy", "di", "ed"}
    for key in ("ada", "bo", "cy", "di", "ed"):
        page = told[f"{key}.html"]
        others = {one.partner_id for one in secretive.ties if one.person_id == key} | {key}
        assert "SECRET" not in page
        assert "SHARED" in page.upper()
        for other in {"ada", "bo", "cy", "di", "ed"} - {key}:
            assert f"need-of-{other}" not in page
            assert (f"Name-{other}" in page) == (other in others)
    assert "Name-cy" not in told["ada.html"]
    assert "Name-ada" not in told["cy.html"]


def test_no_page_speaks_of_exclusion(secretive):
    for name, page in pages(secretive).items():
        body = page[page.index("<body>") :].casefold()
        assert [word for word in WORDS_OF_EXCLUSION if word in body] == [], name


def test_a_need_reads_the_same_whether_nobody_offered_or_somebody_was_kept_apart(tmp_path):
    ada, cy = ("ada", "Ada", "History", "assistant", 1, 0), ("cy", "Cy", "History", "professor", 0, 1)
    needs = table([("ada", "tenure"), ("ada", "balance")], "person_id", "area")
    offered = table([("cy", "tenure", 0.9), ("cy", "balance", 0.9)], "person_id", "area", "level")
    nothing = table([], "person_id", "area", "level")
    apart = table([("ada", "cy")], "person_id", "partner_id")

    barred = ran(tmp_path / "a", people=table([ada, cy], *PEOPLE), needs=needs, offers=offered, conflicts=apart)
    lacking = ran(tmp_path / "b", people=table([ada], *PEOPLE), needs=needs, offers=nothing)
    free = ran(tmp_path / "c", people=table([ada, cy], *PEOPLE), needs=needs, offers=offered)

    assert own(barred, "ada") == own(lacking, "ada")
    assert own(barred, "ada").count("No suitable partner free.") == 2
    assert own(barred, "cy") == own(free, "cy")
    assert "Write to Cy" in own(free, "ada")


@pytest.mark.parametrize("areas", ["tenure", ""])
@pytest.mark.parametrize("level", [0, 0.9])
def test_a_tie_a_person_stated_reads_the_same_whether_or_not_somebody_barred_it(tmp_path, areas, level):
    ada, cy = ("ada", "Ada", "History", "assistant", 1, 0), ("cy", "Cy", "Law", "professor", 0, 1)
    tables = {
        "people": table([ada, cy], *PEOPLE),
        "needs": table([("ada", "tenure"), ("ada", "balance")], "person_id", "area"),
        "offers": table([("cy", "tenure", level)], "person_id", "area", "level"),
        "current": table([("ada", "cy", areas, "yes")], "person_id", "partner_id", "areas", "keep"),
    }
    apart = table([("cy", "ada", "SECRET")], "person_id", "partner_id", "reason")

    free, barred = ran(tmp_path / "free", **tables), ran(tmp_path / "barred", **tables, conflicts=apart)

    assert own(barred, "ada") == own(free, "ada")
    assert own(barred, "cy") == own(free, "cy")
    assert "You keep 1 partner." in own(barred, "ada")


def test_a_pair_of_ready_pairs_that_is_barred_reads_the_same_too(tmp_path):
    tables = {
        "people": table([("ada", "Ada", 1, 0), ("cy", "Cy", 0, 1)], "person_id", "name", "seeks", "gives"),
        "needs": table([("ada", "tenure"), ("ada", "balance")], "person_id", "area"),
        "pairs": table([("ada", "cy", "tenure", 0.9), ("ada", "cy", "balance", 0)], "person_id", "partner_id", "area", "help"),
        "current": table([("ada", "cy", "tenure")], "person_id", "partner_id", "areas"),
    }  # fmt: skip

    free = ran(tmp_path / "free", **tables)
    barred = ran(tmp_path / "barred", **tables, conflicts=table([("cy", "ada")], "person_id", "partner_id"))

    assert own(barred, "ada") == own(free, "ada")
    assert own(barred, "ada").count("No suitable partner free.") == 1


def test_a_barred_tie_stays_out_of_the_offices_pages_and_its_need_open(tmp_path):
    people = table([("ada", "Ada", 0, 0), ("cy", "Cy", 0, 0)], "person_id", "name", "seeks", "gives")
    needs, current = table([("ada", "tenure")], "person_id", "area"), table([("ada", "cy", "tenure")], "person_id", "partner_id", "areas")  # fmt: skip
    apart = table([("cy", "ada")], "person_id", "partner_id")

    barred = ran(tmp_path, people=people, needs=needs, current=current, conflicts=apart)

    [ada, _] = entries(barred, {"ada": "ada.html", "cy": "cy.html"})
    assert (ada.kept, [row.area for row in ada.open], barred.people[0].coverage) == (
        [],
        ["Navigating the tenure track"],
        0,
    )


def test_who_might_ask_me_is_not_on_my_page():
    results = make_results(people=40, hostile=False)
    asked = {tie.partner_id for tie in results.ties}
    mine = {key: {tie.partner_id for tie in results.ties if tie.person_id == key} for key in asked}

    told = pages(results)

    names = {one.person_id: one.name for one in results.people}
    alone = {key for key, name in names.items() if list(names.values()).count(name) == 1}
    for key in asked:
        for asker in {tie.person_id for tie in results.ties if tie.partner_id == key} - mine[key] - {key}:
            if asker in alone:
                assert names[asker] not in told[f"{key}.html"]


def test_the_id_of_a_partner_with_a_name_stays_inside():
    page = own(person_with(5, kept=2), "me")

    assert "q00" not in page
