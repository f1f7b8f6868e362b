"""The site as nginx serves it, with the headers that the package holds for it."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from axe import load_axe, violations
from kinds import heaviest
from playwright.sync_api import Page

from generator.files import TEMPLATES
from generator.files.folders import compress_files
from generator.render.policy import headers

pytestmark = pytest.mark.browser

CONFIGURATION = """\
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  types {{
    text/html html;
    text/css css;
    text/javascript js;
    image/svg+xml svg;
    application/json json;
  }}
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/server.conf;
}}
"""


@pytest.fixture(scope="module")
def hosted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which nginx serves the repository's own site."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    if not nginx:
        assert not os.environ.get("REQUIRE_ALL"), "nginx is missing"
        pytest.skip("the headers for nginx are not tried: nginx is missing")
    folder = tmp_path_factory.mktemp("nginx")
    shutil.copytree(site, folder / "site")
    compress_files(folder / "site")
    port = _free_port()
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
    server = (TEMPLATES / "hosting" / "server.conf").read_text(encoding="utf-8")
    for name, here in (
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("/usr/share/nginx/html", f"{folder}/site"),
        ("/etc/nginx/seedbed.conf", str(TEMPLATES / "hosting" / "nginx.conf")),
    ):
        assert name in server
        server = server.replace(name, here)
    (folder / "server.conf").write_text(server, encoding="utf-8")
    process = subprocess.Popen([nginx, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


@pytest.mark.parametrize(
    ("path", "status"), [("", 200), ("tags/openai/", 200), ("data/articles.json", 200), ("no-such-page/", 404)]
)
def test_every_answer_carries_the_headers(hosted: str, path: str, status: int) -> None:
    try:
        answer = urllib.request.urlopen(f"{hosted}{path}", timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        assert answer.status == status
        assert {name: answer.headers[name] for name, _ in headers()} == dict(headers())


def test_a_file_with_a_hash_in_its_name_is_kept_and_all_else_asked_for_again(hosted: str, site: Path) -> None:
    hashed = next((site / "assets" / "stylesheets").glob("main.*.min.css")).relative_to(site).as_posix()
    wanted = {
        hashed: "public, max-age=31536000, immutable",
        "": "no-cache",
        "assets/stylesheets/seedbed.css": "no-cache",
    }
    for path, caching in wanted.items():
        with urllib.request.urlopen(f"{hosted}{path}", timeout=10) as answer:
            assert answer.headers["Cache-Control"] == caching, path
            assert answer.headers["ETag"], path


def test_a_browser_that_takes_it_gets_the_compressed_file(hosted: str, site: Path) -> None:
    asked = urllib.request.Request(f"{hosted}data/articles.json", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=10) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        packed = answer.read()
    plain = (site / "data" / "articles.json").read_bytes()
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain) / 2
    with urllib.request.urlopen(f"{hosted}data/articles.json", timeout=10) as answer:
        assert answer.headers["Content-Encoding"] is None
        assert answer.read() == plain


def test_the_headers_stop_nothing_that_the_pages_need(page: Page, hosted: str, site: Path) -> None:
    wrong: list[str] = []
    page.on("console", lambda line: wrong.append(f"{page.url}: {line.text}") if line.type == "error" else None)
    for path in heaviest(site).values():
        page.goto(f"{hosted}{path}")
        assert page.evaluate("document.documentElement.classList.contains('js')")
    assert wrong == []


def test_an_address_that_is_not_there_gets_a_page_that_leads_on(page: Page, hosted: str) -> None:
    load_axe(page)
    page.goto(f"{hosted}articles/no-such-article/")
    assert violations(page) == []
    page.get_by_role("main").get_by_role("link", name="articles").click()
    page.wait_for_url(f"{hosted}articles/")


def test_no_other_site_may_put_a_page_into_a_frame(page: Page, hosted: str, served: str) -> None:
    page.goto(f"{served}data/articles.csv.none")
    for address, shown in ((served, served), (hosted, "chrome-error:")):
        page.set_content(f'<iframe src="{address}"></iframe>')
        page.wait_for_load_state("networkidle")
        assert page.frames[1].url.startswith(shown)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("nginx does not answer")
