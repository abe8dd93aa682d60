"""Nothing in the repository belongs to one machine."""

import pytest

from tests.architecture.tree import name, repository_files

# written in pieces, so that this file passes its own test
ONE_MACHINES_WORDS = [
    "/" + "work/",
    "/" + "home/",
    "/" + "root/",
    "pypi" + ".org",
    "python" + "hosted",
    ".." + "/shared",
]


@pytest.mark.parametrize("words", ONE_MACHINES_WORDS)
def test_no_file_names_a_place_of_one_machine(words):
    found = [name(path) for path in repository_files() if words.encode() in path.read_bytes()]

    assert not found, f"{words} stands in {found}"
