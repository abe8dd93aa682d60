"""The engine compiles once on a machine, and says so."""

import os
import subprocess
import sys

from tests.cli.design_runs import SMALL

COMMAND = "import sys; from constellation.cli.main import main; sys.exit(main(sys.argv[1:]))"
ANNOUNCED = "Compiling the engine for this machine, once"


def told(cache, out):
    words = [sys.executable, "-c", COMMAND, "design", str(SMALL), "--out", str(out)]
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(cache)}
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stderr


def test_the_first_run_announces_that_it_compiles_and_the_second_finds_it_done(tmp_path):
    first, second = (told(tmp_path / "cache", tmp_path / "out") for _ in range(2))

    assert ANNOUNCED in first
    assert ANNOUNCED not in second
