"""The shareable report in a browser: accessible in both themes at three widths, nothing too wide, nothing fetched."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from constellation.report.shareable import shareable_page
from constellation.words import in_language
from tests.browsing import RULES, THEMES, WIDTHS
from tests.report.programs import colorado, report_of, small


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shareable")
    (folder / "en.html").write_text(shareable_page(report_of(colorado())), encoding="utf-8")
    with in_language("es"):
        (folder / "es.html").write_text(shareable_page(report_of(small())), encoding="utf-8")
    return folder


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["en", "es"])
def test_the_page_is_accessible_fits_and_fetches_nothing(browser, pages, name, width, theme):
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((pages / f"{name}.html").as_uri(), wait_until="load")
        page.evaluate("[...document.querySelectorAll('details')].forEach(each => each.open = true)")

        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        widest = page.evaluate("document.documentElement.scrollWidth")

        assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
        assert widest <= width
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert page.evaluate("document.documentElement.lang") == name
        assert page.evaluate("document.scripts.length") == 0
