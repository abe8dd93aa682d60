"""A copy of a pack is a pack of its own that names where it comes from."""

from dataclasses import replace

import pytest

from constellation.packs import PackError, copy, load, names
from tests.packs.made_pack import HEAD, write_pack


@pytest.mark.parametrize("name", names())
def test_a_copy_says_what_the_pack_says_under_its_own_name(tmp_path, name):
    original = load(name)

    copied = copy(name, tmp_path / "ours")

    first, *rest = copied.ancestry
    assert (copied.name, first.pack_or_program, first.version) == ("ours", name, original.version)
    assert replace(copied, name=name, ancestry=tuple(rest)) == original
    assert load(tmp_path / "ours") == copied


def test_a_copy_keeps_comments_and_changes_nothing_but_name_and_ancestry(tmp_path):
    write_pack(tmp_path / "small")

    copy(tmp_path / "small", tmp_path / "new" / "ours")

    old = (tmp_path / "small" / "pack.toml").read_text(encoding="utf-8").splitlines()
    new = (tmp_path / "new" / "ours" / "pack.toml").read_text(encoding="utf-8").splitlines()
    assert new[1] == 'name = "ours"  # as the folder'
    assert [line for line in old if line not in new] == ['name = "small"  # as the folder']
    assert new.index("[[ancestry]]") < new.index("# Whom to turn to.") < new.index("[[contacts]]")
    assert (tmp_path / "new" / "ours" / "faq.md").read_bytes() == (tmp_path / "small" / "faq.md").read_bytes()


def test_a_copy_of_a_copy_names_both_the_nearest_first(tmp_path):
    copy("umass", tmp_path / "one")

    second = copy(tmp_path / "one", tmp_path / "two")

    assert [one.pack_or_program for one in second.ancestry][:2] == ["one", "umass"]


def test_a_folder_that_is_there_is_not_touched(tmp_path):
    (tmp_path / "ours").mkdir()

    with pytest.raises(PackError, match="ours is there already; name a new folder"):
        copy("umass", tmp_path / "ours")

    assert [path.name for path in tmp_path.rglob("*")] == ["ours"]


def test_a_wrong_pack_is_not_copied_and_leaves_nothing_behind(tmp_path):
    write_pack(tmp_path / "small", **{"pack.toml": HEAD.replace("version = 3", "version = 0")})

    with pytest.raises(PackError, match="version is 0; give a whole number from 1 up"):
        copy(tmp_path / "small", tmp_path / "ours")

    assert [path.name for path in tmp_path.iterdir()] == ["small"]


def test_a_folder_may_have_any_name(tmp_path):
    write_pack(tmp_path / "small")

    copied = copy(tmp_path / "small", tmp_path / 'Año "uno" \\ #1')

    assert copied.name == 'Año "uno" \\ #1'
