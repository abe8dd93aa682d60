"""Addresses as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constellation.intake.content.email import read_email


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("MACHTERB0@UNIV.EXAMPLE", "machterb0@univ.example"),
        ("first.last@sub-domain.univ.example", "first.last@sub-domain.univ.example"),
        ("o'connor+hr@x.ac.uk", "o'connor+hr@x.ac.uk"),
        (" ana@univ.edu ", "ana@univ.edu"),
        ("müller@bücher.example", "müller@bücher.example"),
        ("ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example"),
    ],
)
def test_an_address_is_written_small_and_nothing_is_said(text, address):
    assert read_email(text) == (address, "")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ana Wang <ANA@x.edu>", "ana@x.edu"),
        ('"Wang, Ana" <ana@x.edu>', "ana@x.edu"),
        ("mailto:ana@x.edu?subject=Hello", "ana@x.edu"),
        ("<ana@x.edu>", "ana@x.edu"),
    ],
)
def test_an_address_is_taken_out_of_what_stands_around_it(text, address):
    taken, said = read_email(text)

    assert taken == address
    assert said.startswith("taken out of “")


@pytest.mark.parametrize("between", ["; ", ", ", "\n", " / ", " or ", "|"])
def test_of_several_addresses_the_one_at_an_institution_counts(between):
    taken, said = read_email(f"ana@gmail.com{between}ana@univ.edu")

    assert taken == "ana@univ.edu"
    assert "ana@gmail.com" in said


def test_of_two_equal_addresses_the_first_counts():
    assert read_email("a@x.edu; b@y.edu") == ("a@x.edu", "of 2 addresses the first is taken; left out: b@y.edu")


def test_an_address_written_twice_is_one():
    assert read_email("a@x.edu; A@X.EDU") == ("a@x.edu", "taken out of “a@x.edu; A@X.EDU”")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ana.wang", "has no @"),
        ("ana(at)univ.edu", "without @"),
        ("ana at univ dot edu", "without @"),
        ("ana@wang@univ.edu", "more than one @"),
        ("ana@univ.edu.", "stray dot"),
        ("ana..wang@univ.edu", "stray dot"),
        ("ana wang@univ.edu", "blanks"),
        ("ana @univ.edu", "blanks"),
        ("ana@univ,edu", "no domain"),
        ("ana@localhost", "no domain"),
        ("@univ.edu", "one side"),
        ("x" * 3000 + "@univ.edu", "a long text"),
    ],
)
def test_a_slip_is_said_and_no_address_invented(text, reason):
    taken, said = read_email(text)

    assert taken == ""
    assert reason in said
    assert said.endswith("ask for the address")


def test_a_good_address_beside_a_slip_is_taken_and_the_slip_said():
    assert read_email("ana@x.edu; ana@y") == ("ana@x.edu", "no address: “ana@y”")


def test_a_blank_cell_has_no_address_and_no_reason():
    assert read_email(" ") == ("", "")


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["a", "@", ".", "x.edu", " ", ";", "<", ">", "mailto:", "é", "\n"])).map("".join)
)
def test_whatever_is_taken_stood_in_the_cell_and_is_an_address(text):
    taken, said = read_email(text)

    assert taken == "" or (taken.count("@") == 1 and read_email(taken) == (taken, ""))
    assert taken or said or not text.strip()
