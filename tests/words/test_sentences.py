"""No sentence for people stands outside the catalogue: code and templates are read for what looks like one."""

import ast
import re

import pytest
from jinja2 import Environment

from tests.architecture.tree import PACKAGE, modules, name, parsed

SAYING = {"say", "say_count", "mark"}
WORDS = re.compile(r"[A-Za-z’']{2,}")
TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<!--.*?-->|<[^>]*>|&#?\w+;", re.DOTALL)
SPOKEN_ATTRIBUTE = re.compile(r"""\b(?:aria-label|title|alt|placeholder)\s*=\s*"([^"]*)\"""")
SHOWING = {"cli", "report", "maps"}
LEAST_WORDS = 3  # fewer are names of things
RAISED_TO_PROGRAMMERS = (
    "KeyError",
    "ValueError",
    "TypeError",
    "AttributeError",
    "NotImplementedError",
    "AssertionError",
)
PATTERN = re.compile(r"\(\?|\\[dwsb]| = |^(?:<|#|--|%|\\|https?:)")  # not for people


@pytest.mark.parametrize("path", modules(), ids=name)
def test_every_sentence_of_a_module_is_said(path):
    found = unsaid(parsed(path))

    assert not found, f"say these through constellation.words: {found}"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_nothing_is_said_before_the_language_is_known(path):
    tree = parsed(path)

    early = [call.lineno for call in said_early(tree)]

    assert not early, f"say this inside a function, and mark the constant: lines {early}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.html")), ids=name)
def test_every_text_of_a_template_is_said(path):
    found = written_out(path.read_text(encoding="utf-8"))

    assert not found, f"say these: {found}"


def test_a_sentence_that_is_not_said_is_found():
    source = 'def f(x):\n    """Not this one, it is a docstring."""\n    return f"Row {x} has no area."\n'

    assert unsaid(ast.parse(source)) == [(3, "Row … has no area.")]


def test_a_text_that_is_not_said_is_found():
    template = '<p>{{ say("Well said") }}</p><p>Not said</p><a aria-label="nor this">{{ x }}</a>'

    assert written_out(template) == ["Not said", "nor this"]


def unsaid(tree: ast.Module) -> list[tuple[int, str]]:
    """Line and text of literals that look like sentences and go through no catalogue."""
    known = set(docstrings(tree)) | set(within_calls(tree))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in known:
            text = literal(node)
            if isinstance(text, str) and looks_like_a_sentence(text):
                found.append((node.lineno, text))
                known |= {id(part) for part in ast.walk(node)}
    return found


def looks_like_a_sentence(text: str) -> bool:
    text = text.strip()
    words = [word for word in WORDS.findall(text) if "_" not in word]
    return len(words) >= LEAST_WORDS and " " in text and text[-1:] in ".?!:…" and not PATTERN.search(text)


def literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return node.value if isinstance(node.value, str) else None


def docstrings(tree: ast.Module) -> list[int]:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, holders) and node.body]
    return [id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)]


def within_calls(tree: ast.Module) -> list[int]:
    """What is said or marked, and what only a programmer reads."""
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in SAYING | set(RAISED_TO_PROGRAMMERS)
    ]
    return [id(part) for call in calls for one in call.args for part in ast.walk(one)]


def called(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def said_early(tree: ast.Module) -> list[ast.Call]:
    """Calls of say that run when the module is imported."""
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for body in ([node.body] if isinstance(node, ast.Lambda) else node.body)
        for part in ast.walk(body)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in SAYING - {"mark"}]
    return [call for call in calls if id(call) not in inside]


def written_out(template: str) -> list[str]:
    """Texts between tags, and in attributes that are read out, that no expression says."""
    plain = "".join(
        value if kind == "data" else "\N{NO-BREAK SPACE}"
        for _, kind, value in Environment().lex(template)
        if kind != "whitespace"
    )
    texts = re.split(r"\x00", TAG.sub("\x00", plain)) + SPOKEN_ATTRIBUTE.findall(plain)
    return [one for text in texts if WORDS.search(one := text.replace("\N{NO-BREAK SPACE}", " ").strip())]


@pytest.mark.parametrize("path", modules(), ids=name)
def test_no_docstring_is_shown(path):
    shown = [node.lineno for node in ast.walk(parsed(path)) if isinstance(node, ast.Name) and node.id == "__doc__"]

    assert not shown, f"a docstring is not translated: say it, lines {shown}"


@pytest.mark.parametrize(
    "path", [path for path in modules() if path.relative_to(PACKAGE).parts[0] in SHOWING], ids=name
)
def test_thousands_are_written_as_the_language_does(path):
    found = english_numbers(parsed(path))

    assert not found, f"put as_written around these numbers, or use report.numbers.count: lines {found}"


def test_a_number_in_english_alone_is_found():
    source = 'a = f"{n:,}"\nb = as_written(f"{n:,.2f}")\nc = f"{n:>5,} people"\nd = f"{n:.2f}"\n'

    assert english_numbers(ast.parse(source)) == [1, 3]


def english_numbers(tree: ast.Module) -> list[int]:
    """The lines of numbers with a comma after the thousands that do not go through as_written."""
    written = {
        id(node)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "as_written"
        for node in ast.walk(call)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue)
        and id(node) not in written
        and "," in ast.unparse(node.format_spec or ast.Constant(""))
    ]
