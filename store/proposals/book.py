"""Reading a book of rules that a studio may edit: whole and typed, or refused with the places that are wrong."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib import resources
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from store.kernel.errors import Invalid

B = TypeVar("B", bound=BaseModel)
_MOST_PLACES = 5


def parse_book(kind: type[B], text: str, *, name: str) -> B:
    """Read a book from TOML, its numbers as Decimals. Raises `Invalid`; the code is the name, with underscores."""
    code = name.replace(" ", "_")
    try:
        return kind.model_validate(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as problem:
        raise Invalid(f"The {name} are not valid TOML: {problem}", code) from problem
    except ValidationError as problem:
        wrong = problem.errors()[:_MOST_PLACES]
        places = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'all of it'}: {e['msg']}" for e in wrong)
        raise Invalid(f"The {name} need a correction: {places}", code) from problem


def shipped_book(filename: str) -> str:
    """Return a shipped book as TOML text with its comments."""
    return resources.files("store.proposals").joinpath(f"data/{filename}").read_text(encoding="utf-8")
