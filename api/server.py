"""Serving the application with uvicorn."""

from __future__ import annotations

import logging
import sys

import structlog
import uvicorn

from api.app import create_app
from store.kernel.settings import Settings


def serve(settings: Settings, *, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the studio at `settings.home` until interrupted.

    Forwarded headers are believed from this machine, or from the addresses that `FORWARDED_ALLOW_IPS` names.
    """
    log_to_stderr(settings.log_level)
    uvicorn.run(
        create_app(settings, background=True, web=True),
        host=host,
        port=port,
        log_level=settings.log_level,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        timeout_graceful_shutdown=20,
    )


def log_to_stderr(level: str) -> None:
    """Write one JSON object a line for every event of this level and above."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
