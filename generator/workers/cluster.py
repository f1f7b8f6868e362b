"""The address of a Dask scheduler in, an executor that works on its cluster out."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from urllib.parse import urlsplit

from generator.files import SiteError
from generator.workers.cache import program

_PATIENCE = 10
"""Seconds in which a scheduler must answer."""
_TRIES = 3
"""How often work is given to another worker when one is lost."""


@contextmanager
def on_cluster(address: str) -> Iterator[Executor]:
    """An executor of the cluster whose scheduler is at the address, such as `tcp://10.0.0.5:8786`.

    Raises SiteError where there is none, where it has no workers, or where those have another version of the program.
    """
    try:
        from distributed import Client  # noqa: PLC0415 # an extra, and slow to import
    except ImportError:
        raise SiteError("to read on a cluster, install the extra: pip install 'seedbed[cluster]'") from None
    try:
        at = urlsplit(address)
        socket.create_connection((at.hostname or "", at.port or 0), _PATIENCE).close()  # Dask itself would never end
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SiteError(f"no Dask scheduler answers at {address}; start one, or leave out --workers") from error
    try:
        versions = set(client.run(program).values())
        if not versions:
            raise SiteError(f"the scheduler at {address} has no workers; start some, or leave out --workers")
        if versions != {expected()}:
            raise SiteError(f"the workers at {address} have another version of Seedbed; install this one there")
        yield client.get_executor(retries=_TRIES)  # type: ignore[no-untyped-call]
    finally:
        client.close(timeout=_PATIENCE)  # type: ignore[no-untyped-call]


def expected() -> bytes:
    """The program that workers must have: this one."""
    return program()
