"""What every command works on: the open studio, who acts, and where output goes.

At a terminal, whoever may read the studio's home acts as `terminal`: it sees and proposes what a producer may, and it
can decide nothing. Deciding takes a person, who signs in with e-mail and password there and then.
"""

from __future__ import annotations

import getpass
import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Annotated, Any, cast

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from store.kernel.actor import Actor
    from store.kernel.clock import Clock
    from store.kernel.database import Database
    from store.kernel.settings import Settings

Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of tables for people.")]
TERMINAL = "terminal"


@dataclass(frozen=True)
class Desk:
    """An open studio at a terminal."""

    settings: Settings
    database: Database
    clock: Clock
    actor: Actor


@contextmanager
def desk() -> Iterator[Desk]:
    """Open the studio at `GREENLIGHT_HOME`, set up from nothing where it is new, and close what has expired in it."""
    from store.changes.decisions import expire_due
    from store.home import open_home
    from store.kernel.clock import SystemClock
    from store.kernel.settings import Settings

    settings = Settings()
    clock = SystemClock()
    database = open_home(settings)
    try:
        # Where no server runs, nobody else does; a list would call pending what can no longer be greenlit.
        with database.write() as session:
            expire_due(session, clock)
        yield Desk(settings, database, clock, terminal_actor())
    finally:
        database.dispose()


def terminal_actor() -> Actor:
    """The studio's own terminal: it proposes like a producer, and no session makes it a person."""
    from store.access.policy import permissions_of
    from store.kernel.actor import Actor

    return Actor("token", TERMINAL, "producer", permissions_of("producer") | {"users.read", "policy.read"}, None)


@contextmanager
def signed_in(at: Desk) -> Iterator[Actor]:
    """A person, signed in at this terminal for one decision and signed out after it.

    Raises `DomainError` (`no_users`) with the way out where nobody can sign in yet.
    """
    from store.access.credentials import open_session, sign_out, verify_password
    from store.access.queries import has_users
    from store.kernel.errors import DomainError

    with at.database.read() as session:
        if not has_users(session):
            raise DomainError(
                "no_users",
                "Nobody can sign in yet. Run `greenlight users create-admin` to create the first administrator.",
            )
    note("Sign in to decide this.")
    email, password = ask_line("E-mail: "), ask_secret("Password: ")
    with at.database.read() as session:
        user_id = verify_password(session, email=email, password=password)
    with at.database.write() as session:
        person, _ = open_session(session, at.clock, user_id, channel="cli")
    try:
        yield person
    finally:
        with at.database.write() as session:
            sign_out(session, person, at.clock)


def ask_line(question: str) -> str:
    """Ask on standard error, so that standard output stays for the answer; raises `DomainError` at its end."""
    from store.kernel.errors import DomainError

    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        # Nobody typed the line break that ends the question.
        sys.stderr.write("\n")
    if not line:
        raise DomainError("no_answer", "There was no answer on standard input. Run this at a terminal.")
    return line.strip()


def ask_secret(question: str) -> str:
    """Ask without showing what is typed; from standard input where that is no terminal."""
    return getpass.getpass(question) if sys.stdin.isatty() else ask_line(question)


def confirmed(question: str) -> bool:
    return ask_line(f"{question} [y/N] ").lower() in ("y", "yes")


def note(text: str) -> None:
    """Tell the person something that is not the command's answer."""
    sys.stderr.write(f"{text}\n")


def emit(value: Any) -> None:
    """Print the command's answer as JSON."""
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def console() -> Console:
    """Where people read: standard output, as wide as the terminal; in a pipe 120 columns, without trailing blanks."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=120, file=cast("IO[str]", _Trimmed()))


class _Trimmed(io.TextIOBase):
    """Standard output without the blanks with which tables are filled up."""

    def write(self, text: str) -> int:
        return sys.stdout.write(re.sub(r" +$", "", text, flags=re.MULTILINE))

    def flush(self) -> None:
        sys.stdout.flush()
