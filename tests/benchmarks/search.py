"""How much a search moves and how long it takes on a large site.

    PYTHONPATH=tests .venv/bin/python tests/benchmarks/search.py [ARTICLES]

Makes the articles, builds the site, serves it, and searches it in Chromium.
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
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import quantiles
from typing import Any

from chromium import NAMES, PREFIX, SiteHandler
from large import write_corpus
from playwright.sync_api import Page, sync_playwright
from queries import queries_of

CONFIG = "site_name: Large\ntheme: seedbed\nplugins:\n  - seedbed\n"
COMPRESSED = (".html", ".js", ".json", ".css", ".xml")
"""What hosts compress; Pagefind's own files already are."""

sent: Counter[str] = Counter()
"""Bytes of scripts and index that were sent, by the suffix of the file."""


class _Host(SiteHandler):
    """Counts what is sent for a search, as hosts send it."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        path = self.path.partition("?")[0]
        counted = gzip.compress(data) if path.endswith(COMPRESSED) else data
        if "/pagefind/" in path or "/assets/javascripts/search" in path or path.endswith("words.json"):
            sent[path.rpartition(".")[2]] += len(counted)
        outputfile.write(data)


def measure(site: Path) -> None:
    """Search a site, and print what the first query moved and how long the next ones took."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        queries = queries_of(site)
        started = time.monotonic()
        page.goto(f"http://127.0.0.1:{server.server_port}{PREFIX}search/?q={queries[0].text}")
        page.wait_for_selector("#sb-found[data-query]")
        moved = ", ".join(f"{kind} {size / 1000:.0f}" for kind, size in sorted(sent.items()))
        _say(f"first query: {sent.total() / 1000:.0f} kB ({moved}), {time.monotonic() - started:.1f} s after a click")
        times: dict[str, list[float]] = {}
        first = among_five = 0
        for query in queries[1:]:
            milliseconds, links = _ask(page, query.text)
            times.setdefault(query.sort, []).append(milliseconds)
            first += query.wanted in links[:1]
            among_five += query.wanted in links[:5]
        browser.close()
    server.shutdown()
    for sort, took in times.items():
        _say(f"{sort:14} {len(took):4} queries: {_spread(took)}")
    every = [one for took in times.values() for one in took]
    _say(f"{'all':14} {len(every):4} queries: {_spread(every)}")
    shares = [f"{found / len(every):.0%}" for found in (first, among_five)]
    _say(f"found first {shares[0]}, in five {shares[1]}; moved {sent.total() / 1e6:.1f} MB in all")


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


def _spread(times: list[float]) -> str:
    parts = quantiles(times, n=100, method="inclusive")
    return f"median {parts[49]:4.0f} ms, p95 {parts[94]:4.0f} ms"


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
