"""What browsers may load and run: one policy, the same in every page, in `_headers` and in nginx's snippet."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.files import TEMPLATES
from generator.render.policy import CONTENT, headers, headers_file, meta_policy

DATA_BLOCKS = ("application/json", "application/ld+json")
"""Types of <script> that no browser runs."""


class _Page(HTMLParser):
    """The first elements of the head of a page, and everything on it that the policy would stop."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.head: list[dict[str, str]] = []
        self.inline: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in ("meta", "link", "script", "title"):
            self.head.append(values)
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in DATA_BLOCKS):
            self.inline.append(tag)
        self.inline += [name for name in values if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("name", ["site", "shapes_site"])
def test_every_page_carries_the_policy_before_all_else_and_nothing_that_it_would_stop(
    name: str, request: pytest.FixtureRequest
) -> None:
    pages = sorted(request.getfixturevalue(name).rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        page = _Page(path)
        assert page.head[0] == {"charset": "utf-8"}, path
        assert page.head[1] == {"http-equiv": "Content-Security-Policy", "content": meta_policy()}, path
        assert page.inline == [], path


def test_the_policy_allows_no_inline_script_or_style_and_no_other_host() -> None:
    assert dict(CONTENT)["default-src"] == "'none'"
    words = meta_policy().replace(";", "").split()
    names = [name for name, _ in CONTENT]
    assert {word for word in words if word not in names} == {"'none'", "'self'", "'wasm-unsafe-eval'", "data:"}


def test_only_a_preview_runs_the_script_by_which_it_reloads() -> None:
    assert meta_policy(preview=True) == meta_policy().replace("script-src", "script-src 'unsafe-inline'")


def test_the_headers_say_what_the_pages_say_and_who_may_frame_them() -> None:
    assert dict(headers())["Content-Security-Policy"] == f"{meta_policy()}; frame-ancestors 'self'"


def test_the_file_for_static_hosts_is_in_the_site_and_holds_the_headers(shapes_site: Path) -> None:
    lines = (shapes_site / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    assert [tuple(line.strip().split(": ", 1)) for line in lines[1:]] == list(headers())
    assert (shapes_site / "_headers").read_bytes() == headers_file().data


def test_the_snippet_for_nginx_holds_the_headers() -> None:
    text = (TEMPLATES / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    assert tuple(re.findall(r'^add_header (\S+) "(.+)" always;$', text, re.MULTILINE)) == headers()
