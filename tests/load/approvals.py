"""How long `/approvals` takes with 1,000 change sets waiting in 200 projects: `python -m tests.load.approvals`.

It seeds a studio in a folder of its own (again with `--home`), serves it, signs in, and asks for the page as a browser
would. The first answer is told apart: it works out what is at stake in the sets it shows, once.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import httpx

from store.access.credentials import set_password
from store.kernel.settings import Settings
from tests.studio import StudioForTests, operations

PROJECTS, SETS = 200, 1_000
_PASSWORD = "correct horse battery"
# Of ten sets, seven are small, two are like a brief's, one is a feature's budget.
_LINES = (1, 1, 2, 3, 1, 2, 1, 40, 40, 300)


def seed(home: Path) -> str:
    """Fill a studio; return the address that its producer signs in with."""
    studio = StudioForTests(Settings(home=home, database_url=None))
    person = studio.person("producer", all_projects=True)
    with studio.database.write() as session:
        set_password(session, person, studio.clock, user_id=person.user_id, password=_PASSWORD)
    email = _email(studio, person.user_id)
    budgets = [_project(studio, number) for number in range(PROJECTS)]
    for number in range(SETS):
        lines = _lines(number, budgets[number % PROJECTS], _LINES[number % len(_LINES)])
        studio.file(studio.admin, *operations(*lines), title=f"Lines for project {number % PROJECTS}, batch {number}")
    studio.database.dispose()
    return email


def _email(studio: StudioForTests, user_id: str) -> str:
    from store.access.tables import User

    with studio.database.read() as session:
        return session.get_one(User, user_id).email


def _project(studio: StudioForTests, number: int) -> str:
    _, project_id = studio.client_and_project(f"P-{number:03}", f"Client {number}")
    budget = f"bud_{number}"
    percents = dict.fromkeys(("contingency_percent", "fee_percent", "tax_percent"), "10")
    base = {"id": budget, "project_id": project_id, "name": "Budget", "currency": "EUR", **percents}
    account = {"id": f"acc_{number}", "budget_id": budget, "code": "51", "name": "Shoot", "position": 0}
    studio.apply(*operations(("create_budget", base), ("add_budget_account", account)))
    return budget


def _lines(number: int, budget: str, count: int) -> Sequence[tuple[str, Mapping[str, object]]]:
    account = budget.replace("bud", "acc")
    return [
        (
            "add_budget_line",
            {
                "id": f"lin_{number}_{line}",
                "budget_id": budget,
                "account_id": account,
                "position": line,
                "description": f"Camera assistant {line}",
                "quantity": "2",
                "unit": "Day",
                "rate_minor": 45_000,
                "currency": "EUR",
                "source": "rate card CAM-03; rule crew.medium: 2 shoot days",
            },
        )
        for line in range(count)
    ]


def measure(home: Path, email: str, times: int) -> None:
    """Serve the studio and print what the page takes, in milliseconds."""
    command = [str(Path(sys.executable).parent / "greenlight"), "serve", "--port", "8119"]
    with subprocess.Popen(
        command, env={**os.environ, "GREENLIGHT_HOME": str(home)}, stdout=subprocess.DEVNULL
    ) as server:
        try:
            with httpx.Client(base_url="http://127.0.0.1:8119", timeout=60) as http:
                _wait_for(http)
                http.post("/v1/sessions", json={"email": email, "password": _PASSWORD}).raise_for_status()
                for address in ("/approvals", "/approvals?find=batch+7", "/approvals?show=history"):
                    first = _ask(http, address)
                    worked = _worked(server.pid)
                    taken = [_ask(http, address) for _ in range(times)]
                    work = (_worked(server.pid) - worked) / times
                    said = f"{address:28} first {first:5.0f} ms  {_said(taken)}  processor {work:4.0f} ms each"
                    print(said, flush=True)  # noqa: T201
        finally:
            server.terminate()


def _wait_for(http: httpx.Client) -> None:
    for _ in range(300):
        try:
            if http.get("/healthz").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise SystemExit("The server did not start.")


def _ask(http: httpx.Client, address: str) -> float:
    began = time.perf_counter()
    answer = http.get(address)
    taken = (time.perf_counter() - began) * 1000
    assert answer.is_success, answer.text
    assert re.search("Approvals", answer.text)
    return taken


def _worked(pid: int) -> float:
    """Return the processor time that a process has taken, in milliseconds: it tells work from waiting for others."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _said(taken: Sequence[float]) -> str:
    ordered = sorted(taken)
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    return f"p50 {statistics.median(ordered):6.0f} ms  p95 {p95:6.0f} ms  most {ordered[-1]:6.0f} ms"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--home", type=Path, help="keep the studio here, and use it again")
    asked.add_argument("--times", type=int, default=60)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder)
        kept = home / "producer.txt"
        email = kept.read_text() if kept.exists() else seed(home)
        kept.write_text(email)
        measure(home, email, given.times)


if __name__ == "__main__":
    main()
