"""What may be linked is judged as a browser reads it: ten thousand made-up addresses, each parsed by both."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.text.urls import safe_url

pytestmark = pytest.mark.browser

NUMBER = 10_000
_SCHEMES = (
    *"http:// https:// HTTP:// hTTps:// http: https: http:/ https:/// javascript: JavaScript: data: vbscript:".split(),
    *"file:/// mailto: ftp:// blob: view-source: about: // \\\\ /\\ www. doi:10.1000/ :// ws:// tel:".split(),
    *("", "", " "),
)
_HOSTS = (
    *"example.org a.b.example localhost 127.0.0.1 [::1] [::1 0x7f.1 1.2.3 example.org. ex_ample.org".split(),
    *"xn--a.example example.org:80 example.org:99999 user@example.org a:b@example.org 例え.jp %65xample.org".split(),
    "exämple.org",
)
_PARTS = (
    *"/ /a/b ?q=1 #x //evil.invalid /%2e%2e/ /\\evil.invalid javascript:alert(1) @evil.invalid/ /<b> /(a) /a)b".split(),
    *"&colon; %00 %0d%0a ; , ' ` {} | ^".split(),
    *("/a b", '/"onclick="x'),
)
_SIGNS = (
    *map(chr, range(0x21)),
    *"\x7f\u00ad\u200b\u2100\u3002\uff0f\uff1a\ufeff\u202e\\/:@#?%\U0001f600\u0131\u212a\uff4a",
    *("\x85", "\xa0", "\u2028"),
)
BASE = "https://base.example/kb/articles/a/"
PARSE = """
([base, texts]) => texts.map(text => {
  const link = document.createElement("a")
  link.setAttribute("href", text)
  document.body.append(link)
  const parsed = (() => { try { return new URL(text, base) } catch { return null } })()
  const found = [link.protocol, parsed && parsed.protocol, parsed && parsed.host]
  link.remove()
  return found
})
"""


def addresses(number: int, seed: int = 6) -> list[str]:
    """Made-up addresses: pieces that mean something to a parser, with signs that parsers read differently between."""
    source = random.Random(seed)
    found = []
    for _ in range(number):
        scheme = source.choice(_SCHEMES[:4]) if source.random() < 0.5 else source.choice(_SCHEMES)
        text = scheme + source.choice(_HOSTS) + "".join(source.choices(_PARTS, k=source.randint(0, 3)))
        for _ in range(source.choice((0, 0, 0, 1, 1, 2, 3))):
            at = source.randint(0, min(len(text), 14))
            text = text[:at] + source.choice(_SIGNS) + text[at:]
        found.append(text)
    return found


def test_a_browser_reads_what_we_link_as_we_do(
    page: Page, served_shapes: str, record_property: Callable[[str, object], None]
) -> None:
    page.goto(served_shapes)
    texts = addresses(NUMBER)
    linked = [(text, url) for text in texts if (url := safe_url(text, mail=True))]
    seen: list[list[Any]] = page.evaluate(PARSE, [BASE, [url for _, url in linked]])
    wrong = [
        (text, url, found)
        for (text, url), found in zip(linked, seen, strict=True)
        if found[1] is None or not {found[0], found[1]} <= {"http:", "https:", "mailto:"} or not _same(url, found)
    ]
    record_property("addresses linked, and read alike by Chromium", f"{len(linked) - len(wrong)} of {len(linked)}")
    assert wrong == []
    assert len(linked) > NUMBER // 20  # a judge that refuses everything agrees with every browser


def _same(url: str, found: list[Any]) -> bool:
    """Whether the browser goes to the scheme and the host that stand in the address."""
    scheme, _, rest = url.partition(":")
    host = rest.removeprefix("//").split("/")[0].split("?")[0].split("#")[0]
    return found[1] == f"{scheme.lower()}:" and (scheme.lower() == "mailto" or "@" not in host)
