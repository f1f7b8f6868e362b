"""Asking whether pages are there: politely, within limits, and never inside a private network."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator import __version__
from generator.cli.asking import Answer, Manners, ask_all, is_public

OPEN = Manners(pause=0, patience=1, private=True)
MOVES = {"/moved": "/page", "/far": "//localhost:{port}/page", "/loop": "/loop", "/file": "file:///etc/passwd"}
RAW = {
    "/no-http": b"SSH-2.0-x\r\n\r\n",
    "/empty": b"",
    "/hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    "/endless": b"HTTP/1.1 200 OK\r\n" + b"X: " + b"x" * 200_000,
}


class _Web(ThreadingHTTPServer):
    """A server on loopback that remembers what was asked of it, and when."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, float]] = []
        self.fields: list[dict[str, str]] = []
        self.open = 0
        self.most_open = 0

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: _Web

    def do_GET(self) -> None:
        web, path = self.server, self.path
        web.asked.append((self.command, path, time.monotonic()))
        web.fields.append(dict(self.headers))
        web.open += 1
        web.most_open = max(web.most_open, web.open)
        try:
            self._answer(path)
        except OSError:
            pass
        finally:
            web.open -= 1

    do_HEAD = do_GET  # noqa: N815 # the name is that of the server

    def _answer(self, path: str) -> None:
        if path in RAW:
            self.wfile.write(RAW[path])
        elif path == "/trickle":
            for sign in b"HTTP/1.1 200 OK\r\n" + b"X" * 60:
                self.wfile.write(bytes([sign]))
                time.sleep(0.05)
        elif path in MOVES:
            self.send_response(301)
            self.send_header("Location", MOVES[path].format(port=self.server.server_port))
            self.end_headers()
        elif path == "/get-only" and self.command == "HEAD":
            self.send_error(405)
        elif path.strip("/").isdecimal():
            self.send_error(int(path.strip("/")))
        else:
            time.sleep(0.02)
            self.send_response(200)
            self.end_headers()

    def log_message(self, *words: Any) -> None:
        """Say nothing."""


@pytest.fixture
def web() -> Iterator[_Web]:
    server = _Web()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def _ask(*urls: str, manners: Manners = OPEN) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    ask_all(urls, manners, answers.__setitem__)
    return answers


@pytest.mark.parametrize(
    ("path", "state", "why"),
    [
        ("/page", "seen", ""),
        ("/page?a=b&c#d", "seen", ""),
        ("/get-only", "seen", ""),
        ("/moved", "seen", ""),
        ("/far", "seen", ""),
        ("/hints", "seen", ""),
        ("/404", "gone", "404"),
        ("/410", "gone", "410"),
        ("/403", "tried", "403"),
        ("/503", "tried", "503"),
        ("/loop", "tried", "more than 5 redirects"),
        ("/file", "tried", "it leads to no address of the web"),
        ("/no-http", "tried", "it does not speak HTTP"),
        ("/empty", "tried", "the connection failed"),
        ("/endless", "tried", "its answer has no end"),
        ("/trickle", "tried", "no answer in time"),
    ],
)
def test_an_answer_says_whether_the_page_is_there(web: _Web, path: str, state: str, why: str) -> None:
    (answer,) = _ask(f"{web.at}{path}").values()
    assert (answer.state, answer.why) == (state, why)


def test_it_says_who_it_is_asks_for_the_head_and_names_no_fragment(web: _Web) -> None:
    _ask(f"{web.at}/page?a=b#c")
    assert [(method, path) for method, path, _ in web.asked] == [("HEAD", "/page?a=b")]
    assert web.fields[0]["User-Agent"].startswith(f"Seedbed/{__version__} ")
    assert web.fields[0]["Host"] == web.at.removeprefix("http://")


def test_a_host_is_asked_for_one_thing_at_a_time_with_a_pause_between(web: _Web) -> None:
    urls = [f"{web.at}/{name}" for name in ("a", "b", "c", "moved")]
    assert {answer.state for answer in _ask(*urls, manners=Manners(pause=0.15, private=True)).values()} == {"seen"}
    times = [when for _, _, when in web.asked]
    assert len(times) == 5
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.14
    assert web.most_open == 1


def test_each_address_is_asked_for_once(web: _Web) -> None:
    _ask(f"{web.at}/page", f"{web.at}/page")
    assert len(web.asked) == 1


def test_nothing_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert _ask(url) == {url: Answer("tried", "the connection failed")}


def test_a_private_host_is_not_asked(web: _Web) -> None:
    urls = [f"{web.at}/page", f"http://localhost:{web.server_port}/", f"http://[::ffff:127.0.0.1]:{web.server_port}/"]
    answers = _ask(*urls, manners=Manners(pause=0))
    assert set(answers.values()) == {Answer("tried", "it is in a private network")}
    assert web.asked == []


def test_ports_of_other_services_are_not_asked(web: _Web) -> None:
    assert _ask("http://127.0.0.1:25/") == {"http://127.0.0.1:25/": Answer("tried", "port 25 is not of the web")}


def _names(monkeypatch: pytest.MonkeyPatch, **hosts: list[str]) -> list[str]:
    """Give names to addresses, as a name server would; the names that were asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: Any, port: Any, *words: Any, **more: Any) -> Any:
        name = str(host).partition(".")[0]
        if name not in hosts:
            return real(host, port, *words, **more)
        asked.append(name)
        address = hosts[name].pop(0) if len(hosts[name]) > 1 else hosts[name][0]
        if not address:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in address.split()]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_the_connection_goes_to_the_address_that_was_looked_at(web: _Web, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _names(monkeypatch, rebinding=["127.0.0.1", "192.0.2.1"])
    url = f"http://rebinding.example:{web.server_port}/page"
    assert _ask(url)[url].state == "seen"
    assert asked == ["rebinding"]
    assert web.fields[0]["Host"] == f"rebinding.example:{web.server_port}"


@pytest.mark.parametrize("addresses", ["127.0.0.1", "10.0.0.1", "93.184.215.14 127.0.0.1"])
def test_a_name_with_any_private_address_is_not_asked(
    web: _Web, monkeypatch: pytest.MonkeyPatch, addresses: str
) -> None:
    _names(monkeypatch, inside=[addresses])
    url = f"http://inside.example:{web.server_port}/page"
    assert _ask(url, manners=Manners(pause=0))[url] == Answer("tried", "it is in a private network")
    assert web.asked == []


def test_a_redirect_into_a_private_network_is_not_followed(web: _Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.asking.is_public", lambda address: address == "127.0.0.1")
    _names(monkeypatch, inside=["10.0.0.1"])
    monkeypatch.setitem(MOVES, "/inside", "http://inside.example:{port}/page")
    url = f"{web.at}/inside"
    assert _ask(url, manners=Manners(pause=0)) == {url: Answer("tried", "it is in a private network")}
    assert {path for _, path, _ in web.asked} == {"/inside"}


def test_a_host_that_is_no_more_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    _names(monkeypatch, nowhere=[""])
    assert _ask("http://nowhere.example/")["http://nowhere.example/"] == Answer("gone", "no such host")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for named.example, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("TLS is not tried: openssl is missing")
    folder = tmp_path_factory.mktemp("tls")
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=named.example"
    ending = f"-addext subjectAltName=DNS:named.example -keyout {folder / 'a.pem'} -out {folder / 'cert.pem'}"
    subprocess.run(["openssl", *words.split(), *ending.split()], check=True, capture_output=True)
    both = (folder / "a.pem").read_text() + (folder / "cert.pem").read_text()
    (folder / "both.pem").write_text(both, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "trusted", "state"), [("named", True, "seen"), ("other", True, "tried"), ("named", False, "tried")]
)
def test_a_host_must_show_a_certificate_for_its_name(
    web: _Web, certificate: Path, monkeypatch: pytest.MonkeyPatch, name: str, trusted: bool, state: str
) -> None:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "both.pem")
    web.socket = context.wrap_socket(web.socket, server_side=True)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    _names(monkeypatch, **{name: ["127.0.0.1"]})
    url = f"https://{name}.example:{web.server_port}/page"
    answer = _ask(url)[url]
    assert answer.state == state
    assert answer.why.startswith("TLS: ") == (state == "tried")


def test_it_can_be_stopped(web: _Web) -> None:
    def stop(url: str, answer: Answer) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask_all([f"{web.at}/a", f"{web.at}/b"], OPEN, stop)
    assert [path for _, path, _ in web.asked] == ["/a"]
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()
