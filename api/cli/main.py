"""The command's entry. `--help` answers at once: nothing heavy is imported before a command is chosen, and help is
plain text, because drawing boxes around it took longer than all the rest.
"""

from __future__ import annotations

import json
import os
import sys

import typer

from api.cli import access, ask, brief, changes, proposal, records, studio

app = typer.Typer(
    name="greenlight",
    help="An AI production copilot for studios. It proposes; nothing changes until a person greenlights it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 110},
)
brief.install(app)
ask.install(app)
app.add_typer(changes.app, name="changes")
app.add_typer(proposal.app, name="proposal")
app.add_typer(records.projects, name="projects")
app.add_typer(records.rates, name="rates")
app.add_typer(records.audit, name="audit")
app.add_typer(access.users, name="users")
app.add_typer(access.tokens, name="tokens")
studio.install(app)


def main() -> None:
    """Run the command. A refusal is one line on standard error (an object with `--json`) and exit code 1."""
    try:
        app()
    except BrokenPipeError:
        # The reader of our output has gone; there is no one left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        from store.kernel.errors import DomainError

        if not isinstance(error, DomainError):
            raise
        if "--json" in sys.argv:
            sys.stdout.write(json.dumps({"error": {"code": error.code, "message": error.message}}) + "\n")
        sys.stderr.write(f"greenlight: {error.message}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
