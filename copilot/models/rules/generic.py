"""Tools the grammar does not know (a plug-in's, a test's): called when the person names one or a call is demanded.

Arguments are taken from the person's words, number by number and word by word; none is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_OBJECT = re.compile(r"\b(?:in|at|for|of|to|about|named|called|with)\s+(?P<object>[^?.!]+)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"'“‘«](?P<quoted>[^\"'”’»]+)[\"'”’»]")
_VERBS = frozenset({"get", "find", "list", "show", "read", "search", "tool", "use", "the", "my"})

Value = str | int | float | bool | list[str]


@dataclass(frozen=True)
class Offered:
    """A tool on offer: its name and its arguments as JSON schema types, the required ones in order."""

    name: str
    required: tuple[tuple[str, str], ...]


def offered(schemas: Iterable[Mapping[str, object]]) -> list[Offered]:
    """Return the tools that OpenAI-style function schemas describe."""
    tools = []
    for schema in schemas:
        function = schema.get("function")
        if not isinstance(function, Mapping):
            continue
        parameters = function.get("parameters") or {}
        properties = parameters.get("properties") or {}
        needed = parameters.get("required") or []
        tools.append(
            Offered(function["name"], tuple((name, properties[name].get("type", "string")) for name in needed))
        )
    return tools


def named_tool(text: str, tools: list[Offered]) -> Offered | None:
    """Return the tool whose name the text writes out, or all of whose telling words it uses."""
    lowered = text.lower()
    for tool in tools:
        if re.search(rf"\b{re.escape(tool.name.lower())}\b", lowered):
            return tool
    said = set(re.findall(r"[^\W_]+", lowered))
    for tool in tools:
        telling = set(re.findall(r"[^\W_]+", tool.name.lower().replace("_", " "))) - _VERBS
        if telling and telling <= said:
            return tool
    return None


def arguments(text: str, tool: Offered) -> dict[str, Value]:
    """Return the tool's required arguments, filled from the text."""
    spoken = re.sub(rf"\b{re.escape(tool.name)}\b", " ", text)
    numbers = iter(_NUMBER.findall(spoken))
    quoted = iter(match["quoted"] for match in _QUOTED.finditer(spoken))
    found = _OBJECT.search(spoken)
    words = found["object"].strip() if found else spoken.strip(" ?.!")
    filled: dict[str, Value] = {}
    for name, kind in tool.required:
        if kind in ("integer", "number"):
            number = next(numbers, None)  # what was not said is left out: the tool then says what it needs
            if number is not None:
                filled[name] = float(number) if kind == "number" or "." in number else int(number)
        elif kind == "boolean":
            filled[name] = re.search(r"\b(?:no|not|without)\b", spoken.lower()) is None
        elif kind == "array":
            filled[name] = [part.strip() for part in re.split(r",|\band\b", words) if part.strip()]
        else:
            filled[name] = next(quoted, words)
    return filled
