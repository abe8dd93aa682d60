"""What every test may use, and how skipped tests are reported.

CONSTELLATION_NO_SKIPS=1 makes any skipped test fail the run (continuous integration sets it).
CONSTELLATION_SHARED names the folder of shared material, by default a folder `shared` beside the checkout.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before anything imports numpy
os.environ["LANGUAGE"] = "en"  # whatever language the tester's machine speaks

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


# no example fails for being slow; where no test may be skipped the same examples are tried each time
settings.register_profile(
    "steady", deadline=None, derandomize=os.environ.get("CONSTELLATION_NO_SKIPS", "") not in ("", "0")
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder `data` of the shared material: real and made rosters, networks, matching problems."""
    shared = Path(os.environ.get("CONSTELLATION_SHARED") or ROOT.parent / "shared")
    if not (shared / "data").is_dir():
        pytest.skip("no shared material: set CONSTELLATION_SHARED to its folder")
    return shared / "data"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's browser."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("apt-get install chromium fonts-dejavu-core")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests that look at pages."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


def skips_fail() -> bool:
    return os.environ.get("CONSTELLATION_NO_SKIPS", "") not in ("", "0")


def skipped_tests(config: pytest.Config) -> Iterator[tuple[str, str]]:
    """Each skipped test with the reason it gave."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    for report in reporter.stats.get("skipped", []) if reporter else []:
        _, _, reason = report.longrepr
        yield report.nodeid, reason.removeprefix("Skipped: ")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if skips_fail() and session.exitstatus == pytest.ExitCode.OK and any(skipped_tests(session.config)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skips = list(skipped_tests(terminalreporter.config))
    for name, mend in skips:
        terminalreporter.write_line(f"skipped: {name} — to run it: {mend}")
    if skips and skips_fail():
        terminalreporter.write_line(f"CONSTELLATION_NO_SKIPS is set: {len(skips)} skipped, so this run fails")
