"""Prompts are files with declared variables, rendered strictly and known by their content hash.

A prompt starts with TOML front matter between `+++` lines: `variables = ["today"]` names what it needs. In the text a
variable stands as `{{ today }}`. A name that is used but not declared, declared but not used, missing or unknown
raises `PromptError`: a prompt never goes out with a hole in it. Values are not rendered again, so text from outside
cannot smuggle a variable in.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_FENCE = "+++\n"
_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class PromptError(Exception):
    """A prompt file or its rendering breaks the contract above: a defect of ours, never of the person's input."""


@dataclass(frozen=True)
class Prompt:
    """A prompt as read: its `digest` (SHA-256 of the whole file, hex) is logged with each run that used it."""

    name: str
    variables: frozenset[str]
    text: str
    digest: str

    def render(self, **values: str) -> str:
        """Return the text with every variable's value in place. Raises `PromptError` unless exactly all are given."""
        missing, unknown = self.variables - values.keys(), values.keys() - self.variables
        if missing or unknown:
            raise PromptError(f"{self.name}: missing {sorted(missing)}, unknown {sorted(unknown)}")
        return _VARIABLE.sub(lambda match: values[match.group(1)], self.text)


def parse_prompt(name: str, source: str) -> Prompt:
    """Return the prompt that `source` holds. Raises `PromptError` when it breaks the contract of this module."""
    if not source.startswith(_FENCE) or _FENCE not in source[len(_FENCE) :]:
        raise PromptError(f"{name}: no front matter between +++ lines")
    head, _, text = source[len(_FENCE) :].partition(_FENCE)
    try:
        declared = tomllib.loads(head).get("variables")
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{name}: front matter is not TOML: {error}") from error
    if not isinstance(declared, list) or not all(isinstance(entry, str) for entry in declared):
        raise PromptError(f"{name}: front matter names no list of variables")
    used = frozenset(_VARIABLE.findall(text))
    if used != frozenset(declared):
        raise PromptError(f"{name}: declares {sorted(declared)} but uses {sorted(used)}")
    return Prompt(name, used, text.strip(), hashlib.sha256(source.encode()).hexdigest())


@cache
def load_prompt(name: str) -> Prompt:
    """Return the prompt in `prompts/<name>.md`, read once a process. Raises `PromptError` when it is absent."""
    path = _FOLDER / f"{name}.md"
    if not path.is_file():
        raise PromptError(f"{name}: no such prompt")
    return parse_prompt(name, path.read_text(encoding="utf-8"))
