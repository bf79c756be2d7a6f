"""Server processes to measure: Greenlight over a studio's home, and a bare NiceGUI page as its peer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

_GREENLIGHT = str(Path(sys.executable).parent / "greenlight")
_ADDRESS = re.compile(rb"http://[\d.]+:\d+")
_STARTS_WITHIN_S = 120.0


@dataclass(frozen=True)
class Served:
    """A server process that answers at `url`."""

    url: str
    pid: int

    def resident_kb(self) -> int:
        """Return what the process holds in memory now."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise RuntimeError("the kernel does not say what a process holds in memory")


@contextmanager
def serving(home: Path) -> Iterator[Served]:
    """Serve the studio at `home`."""
    with _running([_GREENLIGHT, "serve", "--port", "0"], {"GREENLIGHT_HOME": str(home)}) as served:
        yield served


@contextmanager
def serving_bare() -> Iterator[Served]:
    """Serve one NiceGUI page that holds one label, mounted on FastAPI as ours are."""
    with _running([sys.executable, "-m", "evals.bench.bare_page"], {}) as served:
        yield served


@contextmanager
def _running(command: Sequence[str], environment: dict[str, str]) -> Iterator[Served]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GREENLIGHT_")}
    with tempfile.NamedTemporaryFile() as log:
        process = subprocess.Popen(
            command, env=kept | environment | {"PYTHONUNBUFFERED": "1"}, stdout=log.fileno(), stderr=log.fileno()
        )
        try:
            yield Served(_answering(process, Path(log.name)), process.pid)
        finally:
            process.kill()
            process.wait()


def _answering(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < deadline and process.poll() is None:
        found = _ADDRESS.search(log.read_bytes())
        if found is not None:
            try:
                httpx.get(found[0].decode(), timeout=2)
            except httpx.TransportError:
                pass
            else:
                return found[0].decode()
        time.sleep(0.1)
    raise RuntimeError(f"the server did not start: {log.read_text()[-2000:]}")
