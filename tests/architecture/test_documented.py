"""What exists is documented, and what is documented exists."""

import argparse
import doctest
import importlib
import inspect
import re

import pytest

from tests.architecture.tree import PACKAGE, ROOT, name

MADE_BY_MAKE = ("out/", ".venv/")


@pytest.fixture(scope="module")
def architecture() -> str:
    return (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_architecture_names_every_package_and_engine_module(architecture):
    packages = [f"{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")]
    engine = [f"{path.parent.name}/" for path in (PACKAGE / "engine").glob("*/__init__.py")]
    engine += [path.name for path in (PACKAGE / "engine").glob("*.py") if path.name != "__init__.py"]

    missing = [word for word in sorted(packages + engine) if not is_named(word, architecture)]

    assert not missing, f"ARCHITECTURE.md does not name {missing}"


def test_every_path_in_architecture_exists(architecture):
    gone = [
        path
        for path in paths_in(architecture)
        if not any((start / path).exists() for start in (ROOT, PACKAGE, PACKAGE / "engine"))
    ]

    assert not gone, f"ARCHITECTURE.md names what is not there: {gone}"


def test_every_option_of_the_command_is_documented():
    main = importlib.import_module("constellation.cli.main")
    written = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "docs/formats.md"))

    missing = sorted(option for option in options_of(main.parser()) if not is_named(option, written))

    assert not missing, f"neither README.md nor docs/formats.md mentions {missing}"


def test_every_public_engine_function_shows_an_example():
    engine = importlib.import_module("constellation.engine")
    functions = [public for word in engine.__all__ if inspect.isroutine(public := getattr(engine, word))]

    bare = [function.__qualname__ for function in functions if ">>>" not in (function.__doc__ or "")]

    assert functions, f"{name(PACKAGE / 'engine')} lists no function in __all__"
    assert not bare, f"without a doctest: {bare}"


def test_the_python_of_the_readme_gives_what_it_says():
    run = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")

    assert run.attempted > 0
    assert run.failed == 0


def test_a_path_is_told_from_other_words():
    page = "`constellation/engine/`, `pyproject.toml`, `a / b`, `out/colorado`, `n/a?`, `value`, `--out x/y`"

    assert paths_in(page) == ["constellation/engine/", "pyproject.toml"]


def test_options_of_subcommands_are_found():
    parser = argparse.ArgumentParser()
    parser.add_subparsers().add_parser("design").add_argument("--out")

    assert options_of(parser) == {"--out"}


def is_named(word: str, text: str) -> bool:
    """Whether the word stands in the text and not only as a part of another word."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def paths_in(page: str) -> list[str]:
    """Words in backticks that look like a path of this repository."""
    words = re.findall(r"`([\w./-]+)`", page)
    looks = [w for w in words if "/" in w or w.endswith((".py", ".md", ".toml", ".txt"))]
    return [w for w in looks if not w.startswith(MADE_BY_MAKE)]


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    """Every long option of a parser and its subcommands, `--help` left out."""
    found = {option for option in parser._option_string_actions if option.startswith("--")} - {"--help"}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for subparser in action.choices.values():
                found |= options_of(subparser)
    return found
