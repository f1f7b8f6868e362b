"""How much a reader of a large site loads, and how long a search takes, each beside its bar.

    PYTHONPATH=tests .venv/bin/python tests/benchmarks/search.py [ARTICLES]

Makes the articles, builds the site, serves it, and reads and searches it in Chromium.
"""

from __future__ import annotations

import functools
import gzip
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import quantiles
from typing import Any

from chromium import NAMES, PREFIX, SiteHandler
from large import write_corpus
from playwright.sync_api import Browser, Page, sync_playwright
from queries import Query, queries_of

CONFIG = "site_name: Large\ntheme: seedbed\nplugins:\n  - seedbed\n"
COMPRESSED = (".html", ".js", ".json", ".css", ".xml", ".svg")
"""What hosts compress; fonts, pictures and Pagefind's own files already are."""
BARS = {"first query": 300, "next queries": 100, "largest page": 200, "article": 150}
"""The most that may be: kB moved, milliseconds for 95 of 100, kB compressed, kB compressed."""

sent: Counter[str] = Counter()
"""Bytes that were sent, by path."""


class _Host(SiteHandler):
    """Counts what is sent, as hosts send it."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        path = self.path.partition("?")[0].removeprefix(PREFIX)
        whole = path + "index.html" if path.endswith("/") else path
        sent[path] += len(gzip.compress(data)) if whole.endswith(COMPRESSED) else len(data)
        outputfile.write(data)


def measure(site: Path) -> None:
    """Read a site and search it, and print what that moved and how long it took."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}{PREFIX}"
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        _measure_pages(site, browser, address)
        _measure_search(queries_of(site), browser, address)
        browser.close()
    server.shutdown()


def _measure_pages(site: Path, browser: Browser, address: str) -> None:
    """Print the size of the largest page, and of what loads with the largest article."""
    sizes = {path: len(gzip.compress(path.read_bytes())) for path in sorted(site.rglob("*.html"))}
    largest = max(sizes, key=lambda path: sizes[path])
    _say(f"largest page: {_beside(sizes[largest] / 1000, 'largest page', 'kB')}, {largest.relative_to(site)}")
    article = max((path for path in sizes if path.parent.parent.name == "articles"), key=lambda path: sizes[path])
    sent.clear()
    page = browser.new_page()
    page.goto(f"{address}{article.parent.relative_to(site)}/", wait_until="networkidle")
    page.close()
    moved = _moved(lambda _: True)
    _say(f"an article's first view: {_beside(moved.total() / 1000, 'article', 'kB')}; {_parts(moved)}")


def _measure_search(queries: list[Query], browser: Browser, address: str) -> None:
    """Print what a first query moved, and how long the next ones took."""
    sent.clear()
    page = browser.new_page()
    started = time.monotonic()
    page.goto(f"{address}search/?q={queries[0].text}")
    page.wait_for_selector("#sb-found[data-query]")
    waited = time.monotonic() - started
    moved = _moved(_is_for_searching)
    _say(f"first query: {_beside(moved.total() / 1000, 'first query', 'kB')}; {_parts(moved)}")
    _say(f"  {waited:.1f} s after a click")
    times: dict[str, list[float]] = {}
    first = among_five = 0
    for query in queries[1:]:
        milliseconds, links = _ask(page, query.text)
        times.setdefault(query.sort, []).append(milliseconds)
        first += query.wanted in links[:1]
        among_five += query.wanted in links[:5]
    every = [one for took in times.values() for one in took]
    for sort, took in times.items():
        _say(f"  {sort:14} {len(took):4}: median {_spread(took)[0]:4.0f} ms, p95 {_spread(took)[1]:4.0f} ms")
    median, most = _spread(every)
    _say(f"next queries: {_beside(most, 'next queries', 'ms')} in 95 of 100, median {median:.0f} ms")
    shares = [f"{found / len(every):.0%}" for found in (first, among_five)]
    _say(f"found first {shares[0]}, in five {shares[1]}; moved {_moved(_is_for_searching).total() / 1e6:.1f} MB in all")


def _is_for_searching(path: str) -> bool:
    return path.startswith(("pagefind/", "assets/javascripts/search")) or path.endswith("words.json")


def _moved(is_counted: Callable[[str], bool]) -> Counter[str]:
    """Bytes that were sent, by the suffix of the file."""
    moved: Counter[str] = Counter()
    for path, size in sent.items():
        if is_counted(path):
            moved[path.rpartition(".")[2] if "." in path else "html"] += size
    return moved


def _parts(moved: Counter[str]) -> str:
    return ", ".join(f"{suffix} {size / 1000:.0f}" for suffix, size in sorted(moved.items()))


def _beside(value: float, bar: str, unit: str) -> str:
    """A value and its bar, and whether it keeps to it."""
    return f"{value:.0f} {unit} (P7: at most {BARS[bar]}{'' if value <= BARS[bar] else ', MISSED'})"


def _ask(page: Page, text: str) -> tuple[float, list[str]]:
    """Milliseconds from the key to the drawn results, and the paths that these lead to."""
    page.locator("#sb-query").fill(text)
    took: float = page.evaluate(
        """text => new Promise((resolve) => {
            const area = document.querySelector("#sb-found")
            const started = performance.now()
            new MutationObserver((_, observer) => {
                observer.disconnect()
                resolve(performance.now() - started)
            }).observe(area, { attributeFilter: ["data-query"] })
            document.querySelector(".sb-query").requestSubmit()
        })""",
        text,
    )
    links = page.locator("#sb-results h2 a").evaluate_all("all => all.map((one) => new URL(one.href).pathname)")
    return took, [link.removeprefix(PREFIX) for link in links]


def _spread(times: list[float]) -> tuple[float, float]:
    """The middle one, and the one that 95 of 100 keep to."""
    parts = quantiles(times, n=100, method="inclusive")
    return parts[49], parts[94]


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make, build, search."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        write_corpus(base / "seeds", number)
        (base / "docs").mkdir()
        (base / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        for words in (["--no-search"], []):
            started = time.monotonic()
            subprocess.run([Path(sys.executable).parent / "seedbed", "build", *words], cwd=base, check=True)
            _say(f"built {number:,} articles {' '.join(words) or 'with search'}: {time.monotonic() - started:.1f} s")
        bundle = [path.stat().st_size for path in (base / "site" / "pagefind").rglob("*") if path.is_file()]
        _say(f"index: {len(bundle):,} files, {sum(bundle) / 1e6:.1f} MB")
        measure(base / "site")


if __name__ == "__main__":
    main()
