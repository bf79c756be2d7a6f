"""What the single readers hand to `reader.py`: a value with its quotes, and disagreements they met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from store.proposals.facts import BriefWarning, OpenQuestion, Quote

T = TypeVar("T")


@dataclass
class Findings:
    """Warnings and questions of all readers, in the order met."""

    warnings: list[BriefWarning] = field(default_factory=list)
    questions: list[OpenQuestion] = field(default_factory=list)

    def contradiction(self, about: str, question: str, field_name: str, quotes: tuple[Quote, ...]) -> None:
        """Two statements that cannot both hold: both quoted, the stricter taken, and the client asked."""
        said = " / ".join(f"“{q.quote}”" for q in quotes)
        message = f"The brief contradicts itself about {about}: {said}. The stricter is taken as the working value."
        self.warnings.append(BriefWarning(code="contradiction", message=message, quotes=quotes))
        self.questions.append(OpenQuestion(field=field_name, question=question))


@dataclass(frozen=True)
class Read(Generic[T]):
    """A value and the words it was read from; `value` None has no quotes."""

    value: T
    quotes: tuple[Quote, ...] = ()
