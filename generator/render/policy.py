"""Nothing in, out: what a browser may load and run on the site's pages, as a <meta> and as headers for its host."""

from __future__ import annotations

from generator.model import DataFile

CONTENT = (
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),  # WebAssembly is the search engine
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'self'"),
    ("manifest-src", "'self'"),
)
"""The Content-Security-Policy: files of the site's own host, no inline script or style, nothing from anywhere else."""

_ONLY_IN_HEADERS = (("frame-ancestors", "'self'"),)
"""What browsers ignore in a <meta>."""


def meta_policy(preview: bool = False) -> str:
    """The policy that every page carries in its head; a preview allows the inline script by which MkDocs reloads it."""
    policy = _joined(CONTENT)
    return policy.replace("script-src", "script-src 'unsafe-inline'") if preview else policy


def headers() -> tuple[tuple[str, str], ...]:
    """The headers that a host should send with every file of the site."""
    return (
        ("Content-Security-Policy", _joined(CONTENT + _ONLY_IN_HEADERS)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
    )


def headers_file() -> DataFile:
    """The headers as the file `_headers` at the root of a site, which several static hosts read."""
    text = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers())
    return DataFile("_headers", text.encode())


def _joined(directives: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives)
