"""Taking a citation away, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_citation_is_read_and_saved(browser: Browser, served_shapes: str, tmp_path: Path, scripts: bool) -> None:
    page = browser.new_page(java_script_enabled=scripts, accept_downloads=True)
    page.goto(f"{served_shapes}articles/markdown-and-front-matter-every-block-once/")
    cite = page.locator("section.sb-cite")
    expect(cite).to_contain_text("A. Editor, & B. Writer. (2026, May 3). Markdown & <front matter>: every block once.")
    shown = cite.locator("pre")
    expect(shown).to_have_count(3)
    expect(shown.first).not_to_be_visible()
    cite.locator("summary").click()
    expect(shown.first).to_be_visible()
    for number, link in enumerate(cite.get_by_role("link").all()):
        with page.expect_download() as download:
            link.click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.name.startswith("markdown-and-front-matter-every-block-once.")
        assert saved.read_text(encoding="utf-8").split() == (shown.nth(number).text_content() or "").split()
    page.close()
