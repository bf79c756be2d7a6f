"""Settings come from the environment (`GREENLIGHT_…`) and are read once, at the edge."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Where the studio's state lives and how it is reached.

    `home` holds all state of one studio: the database and jobs (unless `database_url` names a PostgreSQL), files, mail.
    """

    model_config = SettingsConfigDict(env_prefix="GREENLIGHT_", frozen=True)

    home: Path = Field(default_factory=lambda: Path.home() / ".greenlight")
    database_url: str | None = None
    agent_database_url: str | None = None
    files_url: str | None = None
    demo: bool = False
    smtp_url: SecretStr | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "warning"

    @property
    def files(self) -> str:
        """fsspec URL under which originals are kept."""
        return self.files_url or str(self.home / "files")

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the studio's database."""
        if self.database_url is None:
            return f"sqlite:///{self.home / 'greenlight.sqlite3'}"
        return _with_driver(self.database_url)

    @property
    def agent_database(self) -> str | None:
        """SQLAlchemy URL of the agent's own login on PostgreSQL; None to have one made."""
        return None if self.agent_database_url is None else _with_driver(self.agent_database_url)


def _with_driver(url: str) -> str:
    return url.replace("postgres://", "postgresql://").replace("postgresql://", "postgresql+psycopg://")
