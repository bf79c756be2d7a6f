"""What speaks against a name being a place of the shoot: its form, and what governs it in its sentence."""

from __future__ import annotations

from copilot.briefs.facts.lines import Unit


def doubt_about(name: str, start: int, end: int, unit: Unit | None, language: str, is_labelled: bool) -> int:
    return 0
