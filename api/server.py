"""Serving the application with uvicorn."""

from __future__ import annotations

import uvicorn

from api.app import create_app
from store.kernel.settings import Settings


def serve(settings: Settings, *, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the studio at `settings.home` until interrupted. Forwarded headers are believed from this machine only."""
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        log_level=settings.log_level,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
        timeout_graceful_shutdown=20,
    )
