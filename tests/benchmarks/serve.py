"""How long it takes until a saved article is on its page, in a preview of a large knowledge base.

    PYTHONPATH=tests .venv/bin/python tests/benchmarks/serve.py [ARTICLES [EDITS]]

Makes the articles, serves them, saves one again and again, and asks for its page until that shows the edit.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from large import write_corpus

CONFIG = "site_name: Large\ntheme: seedbed\nplugins:\n  - seedbed\n"
ADDRESS = "127.0.0.1:8798"
EDITED = "000007"
PAUSE = 1.0
"""Seconds between two edits, in which the server comes to rest."""


def measure(folder: Path, edits: int) -> list[float]:
    """Seconds from each save to the page that shows it."""
    command = [str(Path(sys.executable).parent / "seedbed"), "serve", "--dev-addr", ADDRESS]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) as server:
        try:
            return list(_edit(folder / "seeds" / f"{EDITED}.txt", edits))
        finally:
            server.terminate()


def _edit(path: Path, edits: int) -> list[float]:
    articles = json.loads(_wait_for("data/articles.json", "items"))["items"]
    page = next(article["url"] for article in articles if article["id"] == EDITED)
    text, took = path.read_text(encoding="utf-8"), []
    for number in range(edits):
        time.sleep(PAUSE)
        mark = f"Edited in step {number}, at {time.monotonic_ns()}"
        path.write_text(text.replace("\nSummary\n", f"\n{mark}.\n\nSummary\n"), encoding="utf-8")
        started = time.monotonic()
        _wait_for(page, mark)
        took.append(time.monotonic() - started)
    return took


def _wait_for(path: str, words: str) -> str:
    """The page, asked for until it has the words; a minute at most."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://{ADDRESS}/{path}", timeout=60) as answer:
                text: str = answer.read().decode()
            if words in text:
                return text
        except urllib.error.URLError:
            pass
        time.sleep(0.02)
    sys.exit(f"{path} does not show: {words}")


def main() -> None:
    """Make, serve, edit, print."""
    number, edits = [*map(int, sys.argv[1:]), *(1000, 10)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder / "seeds", number)
        (folder / "docs").mkdir()
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        took = measure(folder, edits)
    spread = f"{min(took):.2f} to {max(took):.2f}"
    sys.stdout.write(f"{number:,} articles, {edits} edits: on the page after {median(took):.2f} s, {spread}\n")


if __name__ == "__main__":
    main()
