"""The built site in, the scores that Lighthouse gives the heaviest page of each kind out, held against their bars.

Run by `make lighthouse`. RUNS=3 judges each page by the middle one of three runs, for a machine that has other work.
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from chromium import NAMES
from kinds import heaviest

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = ROOT / "tests" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = "--headless=new --disable-gpu --no-first-run --disable-background-networking --no-sandbox"


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder compressed, as hosts do."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.rstrip("/") if "." in self.path else f"{self.path}index.html"))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words: Any) -> None:
        """Say nothing."""


def main(site: Path, runs: int) -> int:
    """Print a line for each kind of page; 1 if any score is below its bar."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'':36}" + "".join(f"{name:>16}" for name in BARS))  # noqa: T201
    low = 0
    for kind, path in heaviest(site).items():
        found = [_scores(f"http://127.0.0.1:{server.server_port}/{path}") for _ in range(runs)]
        middle = {name: int(statistics.median(one[name] for one in found)) for name in BARS}
        low += sum(middle[name] < bar for name, bar in BARS.items())
        print(f"{kind or 'overview':36}" + "".join(f"{middle[name]:>16}" for name in BARS), flush=True)  # noqa: T201
    server.shutdown()
    server.server_close()
    print(f"below the bar: {low or 'none'}")  # noqa: T201
    return int(low > 0)


def _scores(url: str) -> dict[str, int]:
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    done = subprocess.run(
        [
            str(LIGHTHOUSE),
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(BARS)}",
            f"--chrome-flags={FLAGS}",
        ],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    categories = json.loads(done.stdout)["categories"]
    return {name: round(100 * (categories[name]["score"] or 0)) for name in BARS}


if __name__ == "__main__":
    sys.exit(main(ROOT / "site", int(os.environ.get("RUNS", "1"))))
