"""`greenlight serve`, `demo`, `migrate` and `doctor`: running the studio itself."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from api.cli.desk import Json, console, desk, emit, note


def install(app: typer.Typer) -> None:
    for command in (serve, demo, migrate, doctor):
        app.command(command.__name__)(command)


def serve(
    demo: Annotated[bool, typer.Option("--demo", help="Seed the demo studio first, where the home is empty.")] = False,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; the next free one where it is taken.")] = 8000,
) -> None:
    """Serve the web UI and REST v1."""
    from api.server import serve as run
    from store.access.queries import get_studio
    from store.home import open_home
    from store.kernel.errors import DomainError
    from store.kernel.settings import Settings

    settings = Settings()
    if demo:
        _seed()
    database = open_home(settings)
    with database.read() as session:
        studio = get_studio(session)
    database.dispose()
    if studio.is_demo and not demo and not settings.demo and not _is_loopback(host):
        raise DomainError(
            "demo_secrets",
            "This is the demo studio, whose passwords are published. Serve it on 127.0.0.1, or add --demo to mean it.",
        )
    port = _free_port(host, port)
    note("Starting …")
    address = f"http://{host}:{port}"
    run(
        settings,
        host=host,
        port=port,
        when_listening=lambda: note(f"{studio.name} is at {address}  (the API: {address}/docs). Ctrl-C stops it."),
    )


def demo(json_output: Json = False) -> None:
    """Seed the demo studio into an empty home and print its sign-ins."""
    summary = _seed(quiet=json_output)
    if json_output:
        emit(summary)


def migrate() -> None:
    """Bring the database to the present schema and give the agent's login exactly its rights."""
    from store.kernel.migrate import migrate as bring_up_to_date

    with desk() as at:
        bring_up_to_date(at.database)
        note("The database is at the present schema, and the agent's handle can only read and propose.")


def doctor(json_output: Json = False) -> None:
    """Say how this studio is set up: home, database, model, files, users."""
    from copilot.settings import CopilotSettings
    from store.access.queries import get_studio, has_users
    from store.changes.audit import verify

    with desk() as at, at.database.read() as session:
        studio, chain = get_studio(session), verify(session)
        found = {
            "studio": studio.name,
            "home": str(at.settings.home),
            "database": "SQLite" if at.database.is_sqlite else "PostgreSQL",
            "files": at.settings.files,
            "model": CopilotSettings().model,
            "users": "yes" if has_users(session) else "none yet: greenlight users create-admin",
            "audit log": f"whole, {chain.entries} entries" if chain.whole else str(chain.problem),
        }
    if json_output:
        emit(found)
        return
    from api.cli.render import table

    shown = table("", "", header=False)
    for name, value in found.items():
        shown.add_row(f"[dim]{name}[/]", value)
    console().print(shown)


def _seed(*, quiet: bool = False) -> dict[str, object]:
    from store.demo.seed import seed_demo

    if not quiet:
        note("Setting up the demo studio …")
    with desk() as at:
        summary = seed_demo(at.database, at.settings)
    if not quiet:
        note(f"The demo studio. Everyone's password: {summary.password}")
        for sign_in in summary.sign_ins:
            note(f"  {sign_in.email:<44} {sign_in.role.replace('_', ' ')}")
    return {
        "password": summary.password,
        "sign_ins": [{"email": sign_in.email, "role": sign_in.role} for sign_in in summary.sign_ins],
    }


def _is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


def _free_port(host: str, wanted: int) -> int:
    for port in (*range(wanted, min(wanted + 20, 65536)), 0):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return wanted
