"""A skipped test says what would mend it, and fails the run where everything must run."""

import pytest

from tests.architecture.tree import ROOT

pytest_plugins = ["pytester"]


@pytest.fixture
def run_with_a_skip(pytester, monkeypatch):
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(test_it="import pytest\ndef test_page(): pytest.skip('apt-get install chromium')")

    def run(no_skips):
        monkeypatch.setenv("CONSTELLATION_NO_SKIPS", no_skips)
        return pytester.runpytest_subprocess()

    return run


def test_a_skipped_test_is_named_with_its_mend(run_with_a_skip):
    result = run_with_a_skip(no_skips="0")

    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["skipped: test_it.py::test_page — to run it: apt-get install chromium"])


def test_a_skipped_test_fails_the_run_that_allows_none(run_with_a_skip):
    result = run_with_a_skip(no_skips="1")

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["CONSTELLATION_NO_SKIPS is set: 1 skipped, so this run fails"])
