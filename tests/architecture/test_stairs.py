"""Imports go down the stairs and stand at the top of their module."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import PACKAGE, ROOT, modules, name, parsed


def test_imports_keep_the_contracts_of_pyproject():
    lint_imports = Path(sys.executable).with_name("lint-imports")

    result = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert result.returncode == 0, result.stdout + result.stderr


def test_imports_stand_at_the_top_except_in_the_cli():
    late = [
        f"{name(path)}:{line}"
        for path in modules()
        if not path.is_relative_to(PACKAGE / "cli")
        for line in late_imports(parsed(path))
    ]

    assert not late, f"move these imports to the top of their module: {late}"


def test_a_late_import_is_found():
    source = "import a\nif a:\n    import b\ndef f():\n    from c import d\n"

    assert late_imports(ast.parse(source)) == [5]


def late_imports(tree: ast.Module) -> list[int]:
    """The lines of imports inside functions."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    imports = (ast.Import, ast.ImportFrom)
    return sorted({node.lineno for f in functions for node in ast.walk(f) if isinstance(node, imports)})
