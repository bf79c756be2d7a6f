"""Serving the application with uvicorn."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from socket import socket

import structlog
import uvicorn

from api.app import create_app
from store.kernel.settings import Settings


class _Server(uvicorn.Server):
    """Calls `when_listening` once visitors are let in."""

    def __init__(self, config: uvicorn.Config, when_listening: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_listening = when_listening

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._when_listening()


def serve(settings: Settings, *, host: str, port: int, when_listening: Callable[[], None]) -> None:
    """Serve the studio at `settings.home` until interrupted.

    Forwarded headers are believed from this machine, or from the addresses that `FORWARDED_ALLOW_IPS` names.
    """
    log_to_stderr(settings.log_level)
    config = uvicorn.Config(
        create_app(settings, background=True, web=True),
        host=host,
        port=port,
        log_level=settings.log_level,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        timeout_graceful_shutdown=20,
    )
    with suppress(KeyboardInterrupt):
        _Server(config, when_listening).run()


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
