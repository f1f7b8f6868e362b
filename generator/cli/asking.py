"""Addresses in, what each answered out: the only module that asks sites, and no build imports it.

It is polite: it says who it is, asks one thing at a time of a host with a pause between, and reads no page, only how
the answer begins. It asks public hosts alone: a name is looked up once, every address it has must be public, and the
connection goes to the address that was looked at; so at each step of a redirect.
"""

from __future__ import annotations

import asyncio
import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from generator import __version__
from generator.knowledge.visits import State
from generator.text.urls import safe_url

_HOPS = 5
_LARGEST_HEAD = 65_536
_WELL_KNOWN = 1024
"""Ports below this but those of the web are of other services, which a request could disturb."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GONE = frozenset({404, 410})
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a page is there, and in words why not, if it is not."""

    state: State
    why: str = ""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask. Times are in seconds; `most` is how many hosts are asked at once."""

    pause: float = 1.0
    patience: float = 20.0
    most: int = 8
    private: bool = False
    """Whether hosts in private networks may be asked, too."""


class _Refused(Exception):
    """An address that must not be asked, or an answer that is none."""


def ask_all(urls: Iterable[str], manners: Manners, tell: Callable[[str, Answer], None]) -> None:
    """Ask for each address once, and tell each answer as it comes."""
    asyncio.run(_ask_all(tuple(dict.fromkeys(urls)), manners, tell))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet's own, and not of this machine, a private network or a group."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


async def _ask_all(urls: tuple[str, ...], manners: Manners, tell: Callable[[str, Answer], None]) -> None:
    asker = _Asker(manners)
    room = asyncio.Semaphore(manners.most)
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).hostname or ""].append(url)

    async def ask_host(own: list[str]) -> None:
        async with room:
            for url in own:
                tell(url, await asker.ask(url))

    await asyncio.gather(*(ask_host(own) for own in by_host.values()))


class _Asker:
    """Asks, and remembers when each host was asked last."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._last: dict[str, float] = {}

    async def ask(self, url: str) -> Answer:
        """Whether a page is at the address: asked for its head, and then, where that is not given, for the page."""
        try:
            status = await self._status("HEAD", url)
            if not 200 <= status < 300:
                status = await self._status("GET", url)
        except socket.gaierror:
            return Answer("gone", "no such host")
        except TimeoutError:
            return Answer("tried", "no answer in time")
        except ssl.SSLError as error:
            return Answer("tried", f"TLS: {getattr(error, 'verify_message', '') or error.reason or 'it failed'}")
        except _Refused as refused:
            return Answer("tried", str(refused))
        except (OSError, EOFError, ValueError, http.client.HTTPException):
            return Answer("tried", "the connection failed")
        if 200 <= status < 300:
            return Answer("seen")
        return Answer("gone" if status in _GONE else "tried", str(status))

    async def _status(self, method: str, url: str) -> int:
        """The status at the end of the redirects."""
        for _ in range(_HOPS + 1):
            status, place = await self._begin(method, url)
            if status not in _MOVED or not place:
                return status
            url = safe_url(urljoin(url, place))
            if not url:
                raise _Refused("it leads to no address of the web")
        raise _Refused(f"more than {_HOPS} redirects")

    async def _begin(self, method: str, url: str) -> tuple[int, str]:
        """The status of one answer, and where it leads on. No host is asked twice at once, or without a pause."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or {"https": 443, "http": 80}[parts.scheme]
        if port < _WELL_KNOWN and port not in (80, 443):
            raise _Refused(f"port {port} is not of the web")
        async with self._turns[host]:
            wait = self._last.get(host, -self._manners.pause) + self._manners.pause - time.monotonic()
            await asyncio.sleep(max(wait, 0))
            try:
                async with asyncio.timeout(self._manners.patience):
                    return await _exchange(method, parts, await self._vetted(host, port), port)
            finally:
                self._last[host] = time.monotonic()

    async def _vetted(self, host: str, port: int) -> str:
        """The first IP address of a host of which all are public."""
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(place[0]) for *_, place in found]
        if not self._manners.private and not all(map(is_public, addresses)):
            raise _Refused("it is in a private network")
        return addresses[0]


async def _exchange(method: str, parts: SplitResult, address: str, port: int) -> tuple[int, str]:
    """Ask one IP address for one page, and read how the answer begins."""
    context = ssl.create_default_context() if parts.scheme == "https" else None
    reader, writer = await asyncio.open_connection(
        address, port, ssl=context, server_hostname=parts.hostname if context else None, limit=_LARGEST_HEAD
    )
    try:
        writer.write(_request(method, parts))
        await writer.drain()
        while True:
            status, place = await _read_head(reader)
            if not 100 <= status < 200:
                return status, place
    finally:
        writer.close()
        with suppress(OSError, TimeoutError):
            await asyncio.wait_for(writer.wait_closed(), 1)


def _request(method: str, parts: SplitResult) -> bytes:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    fields = {
        "Host": parts.netloc,
        "User-Agent": f"Seedbed/{__version__} (check-links; asks whether cited pages are there)",
        "Accept": "*/*",
        "Connection": "close",
    }
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
    return "\r\n".join(lines).encode("ascii")


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, str]:
    """The status of an answer, and where it says the page is."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError as error:
        raise _Refused("its answer has no end") from error
    first, _, rest = head.partition(b"\r\n")
    version, _, status = first.decode("latin-1").partition(" ")
    if not version.startswith("HTTP/1.") or not status[:3].isdecimal():
        raise _Refused("it does not speak HTTP")
    return int(status[:3]), http.client.parse_headers(io.BytesIO(rest)).get("Location", "")
