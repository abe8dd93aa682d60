"""Everything can be read in one sitting, and every name says what a thing is."""

import ast

from tests.architecture.tree import PACKAGE, modules, name, parsed

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
LINES_OF_A_TEMPLATE = 120
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "manager", "managers"}


def test_files_are_short():
    long = {name(path): lines for path in modules() if (lines := count_lines(path)) > LINES_OF_A_FILE}

    assert not long, f"over {LINES_OF_A_FILE} lines; split by noun or audience: {long}"


def test_functions_are_short():
    long = {
        f"{name(path)}:{function}": lines
        for path in modules()
        for function, lines in function_lengths(parsed(path)).items()
        if lines > LINES_OF_A_FUNCTION
    }

    assert not long, f"over {LINES_OF_A_FUNCTION} lines without the docstring: {long}"


def test_templates_are_short():
    templates = sorted(PACKAGE.rglob("*.html"))

    long = {name(path): lines for path in templates if (lines := count_lines(path)) > LINES_OF_A_TEMPLATE}

    assert not long, f"over {LINES_OF_A_TEMPLATE} lines; include a part: {long}"


def test_modules_are_named_after_what_they_hold():
    vague = [
        name(path)
        for path in modules()
        for part in path.relative_to(PACKAGE).with_suffix("").parts
        if part.strip("_") in NAMES_THAT_SAY_NOTHING
    ]

    assert not vague, f"name these after what they hold: {vague}"


def test_a_function_is_measured_without_its_docstring():
    source = 'def f(\n    a,\n):\n    """One.\n\n    Two.\n    """\n    return a\n'

    assert function_lengths(ast.parse(source)) == {"f": 4}


def count_lines(path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths(tree: ast.Module) -> dict[str, int]:
    """Lines of each function from `def` to its end, the docstring left out; of namesakes the longest."""
    lengths: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            if ast.get_docstring(node) is not None:
                lines -= node.body[0].end_lineno - node.body[0].lineno + 1
            lengths[node.name] = max(lines, lengths.get(node.name, 0))
    return lengths
