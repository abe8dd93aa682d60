"""Runs of one subcommand on small tables, as the command runs it."""

import argparse
import io
from contextlib import redirect_stderr, redirect_stdout

from constellation.cli.refusal import Refusal
from tests.cli.design_runs import Run


def run_part(part, *words):
    """A subcommand in this process; standard output and error as they were written."""
    top = argparse.ArgumentParser(prog="constellation")
    part.add_to(top.add_subparsers())
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        asked = top.parse_args([str(word) for word in words])
        try:
            code = asked.run(asked)
        except Refusal as refusal:
            print(f"constellation: {str(refusal).removesuffix('.')}.", file=err)
            code = 2
    return Run(code, out.getvalue(), err.getvalue())
