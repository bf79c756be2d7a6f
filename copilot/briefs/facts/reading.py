"""What the single readers hand to `reader.py`: a value with its quotes, and disagreements they met on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from store.proposals.facts import BriefWarning, OpenQuestion, Quote

T = TypeVar("T")


@dataclass
class Findings:
    """Warnings and questions of all readers, in the order met."""

    warnings: list[BriefWarning] = field(default_factory=list)
    questions: list[OpenQuestion] = field(default_factory=list)

    def contradiction(self, about: str, field_name: str, words: Sequence[str], quotes: tuple[Quote, ...]) -> None:
        """Two statements that cannot both hold, in their words; the client is asked."""
        said = " / ".join(f"“{word}”" for word in words)
        message = f"The brief contradicts itself about {about}: {said}. The stricter is taken as the working value."
        question = f"Your brief says both “{words[0]}” and “{words[1]}” about {about}: which of them holds?"
        self.warnings.append(BriefWarning(code="contradiction", message=message, quotes=quotes))
        self.questions.append(OpenQuestion(field=field_name, question=question))


@dataclass(frozen=True)
class Read(Generic[T]):
    """A value and the words it was read from; `value` None has no quotes."""

    value: T
    quotes: tuple[Quote, ...] = ()
