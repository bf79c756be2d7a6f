"""The peer of our pages: NiceGUI with one page and one label on it, served as ours are, with nothing of ours."""

from __future__ import annotations

import os
import socket
import tempfile

os.environ.setdefault("NICEGUI_STORAGE_PATH", tempfile.mkdtemp())

import uvicorn
from fastapi import FastAPI
from nicegui import ui

app = FastAPI()


@ui.page("/")
def bare() -> None:
    ui.label("One label")


ui.run_with(app, tailwind=False, binding_refresh_interval=None, show_welcome_message=False)


def main() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    print(f"http://127.0.0.1:{port}")
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main()
