"""A real `greenlight serve` of a demo studio's own home, which can be stopped, killed and started again."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from store.demo.script import load_studio
from store.home import open_home
from store.kernel.database import Database
from store.kernel.settings import Settings

_COMMAND = [str(Path(sys.executable).parent / "greenlight")]
_ROOT = Path(__file__).resolve().parents[2]
_STARTS_WITHIN_S = 150.0
_COMPLAINT = re.compile(r'"level": "(error|critical)"|^Traceback|^\w*ERROR\b')


class Demo:
    """A served demo studio. `url` is where; `sign_in` goes through the real form; `database` is what it has stored."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home, self._log = home, home.with_suffix(".log")
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._remembered: dict[str, Any] = {}
        self._log_read = 0
        self.url = ""
        self.start()

    def start(self) -> None:
        """Serve, on the same port as before, and wait until it answers."""
        port = self.url.rpartition(":")[2] or "0"
        began = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*_COMMAND, "serve", "--demo", "--port", port],
                stdout=log,
                stderr=log,
                cwd=_ROOT,
                env=environment_of(self.home, self._environment),
            )
        deadline = time.monotonic() + _STARTS_WITHIN_S
        while not self._answers(began):
            assert self._process.poll() is None, f"the server ended:\n{self._log.read_text()[-4000:]}"
            assert time.monotonic() < deadline, f"the server does not answer:\n{self._log.read_text()[-4000:]}"
            time.sleep(0.1)
        assert port in ("0", self.url.rpartition(":")[2]), f"port {port} was taken by another process"

    def stop(self) -> None:
        """End it as an operator would, and wait."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @cached_property
    def settings(self) -> Settings:
        return Settings(home=self.home, database_url=None)

    @cached_property
    def database(self) -> Database:
        """The same home, opened by the test: assert with it what was stored."""
        return open_home(self.settings)

    def dispose(self) -> None:
        self.kill()
        if "database" in self.__dict__:
            self.database.dispose()

    def email(self, who: str) -> str:
        """Return the e-mail of a role's first person in the demo, or the e-mail that `who` is already."""
        if "@" in who:
            return who
        script = load_studio()
        return script.email(next(user for user in script.users if user.role == who))

    @property
    def password(self) -> str:
        return load_studio().password

    def sign_in(self, page: Page, who: str = "producer", *, then: str = "/copilot") -> None:
        """Sign a role's first person in and open `then`; through the form once, by the cookie it gave afterwards."""
        email = self.email(who)
        if email in self._remembered:
            page.context.add_cookies(self._remembered[email])
            page.goto(self.url + then)
            if "/sign-in" not in page.url:
                return
        self.fill_form(page, email, then=then)
        self._remembered[email] = page.context.cookies()

    def fill_form(self, page: Page, email: str, *, then: str = "/copilot") -> None:
        """Sign in with the form, always in a session of its own."""
        page.context.clear_cookies()
        page.goto(f"{self.url}/sign-in?next={then}")
        form = page.locator(".door-card > .door-form")
        form.get_by_label("E-mail").fill(email)
        form.get_by_label("Password").fill(self.password)
        form.get_by_role("button", name="Sign in").click()
        expect(page.locator(".shell")).to_be_visible()

    def forget(self, who: str) -> None:
        """Let the next `sign_in` of this person go through the form again."""
        self._remembered.pop(self.email(who), None)

    def complaints(self) -> list[str]:
        """Return what the server has logged since this was last asked, if there is an error in it."""
        with self._log.open("rb") as log:
            log.seek(self._log_read)
            written = log.read()
        self._log_read += len(written)
        text = written.decode(errors="replace")
        return [text[-4000:]] if any(_COMPLAINT.search(line) for line in text.splitlines()) else []

    def _answers(self, began: int) -> bool:
        with self._log.open("rb") as log:
            log.seek(began)
            told = re.search(rb" is at (http://[\d.:]+)", log.read())
        if told is None:
            return False
        self.url = told[1].decode()
        try:
            return httpx.get(f"{self.url}/healthz", timeout=2).is_success
        except httpx.TransportError:
            return False

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(timeout=40)


def environment_of(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that knows no studio but the one at `home`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GREENLIGHT_")}
    return kept | {"GREENLIGHT_HOME": str(home), "PYTHONUNBUFFERED": "1"} | dict(more)


def seeded_home(kept: Path) -> Path:
    """Return a seeded demo home to copy: made once in `kept` by whichever process comes first."""
    home = kept / "demo-home"
    with (kept / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            making = kept / "demo-making"
            environment = environment_of(making, {})
            subprocess.run([*_COMMAND, "demo", "--json"], check=True, capture_output=True, cwd=_ROOT, env=environment)
            making.rename(home)
    return home
