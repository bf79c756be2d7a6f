"""`python -m evals.questions.learn`: fit the weights of `copilot.models.rules.asked` to the marked questions.

Two multinomial logistic regressions: which kind of question it is, and which part of it each word belongs to. Questions
that take several calls teach nothing here: the product reads each clause by itself. `--measuring` leaves the set `dev`
out, so that it measures what a question nobody has marked can expect.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import copilot.models.rules
from copilot.models.rules.asked import BRIEF, NO_PART, NOTHING, PARTS, SEVERAL, Answers, AskedWeights
from copilot.models.rules.asked_features import Word, question_features, word_features, words_of
from evals.brief_cases import load
from evals.learning.letters import LEARNT_FROM as LETTERS
from evals.questions.format import Call, Question, load_questions

LEARNT_FROM = ("dev", "taught")
_WEIGHTS = Path(copilot.models.rules.__file__).parent / "asked.json"
_STRENGTH = 4.0
"""The inverse of the penalty on weights."""
_SMALLEST = 0.12
"""Weights nearer to zero than this are not stored."""
_COMMON = 3
"""A word of fewer letters is not common."""
_SHORT_LETTER = 300
"""Characters; a brief no longer than this may be taken for a question."""
_FEWEST = 2
"""A feature seen less often teaches nothing about others."""

Example = tuple[Mapping[str, float], str]


def main(arguments: list[str]) -> int:
    sets = [name for name in LEARNT_FROM if not ("--measuring" in arguments and name == "dev")]
    questions = [question for name in sets for question in load_questions(name)]
    small = [question.model_copy(update={"ask": question.ask.lower()}) for question in questions if _is_mixed(question)]
    common = _common_words()
    kinds = _fitted([*_kinds(questions), *_briefs()], list(_kinds(small)))
    parts = _fitted(list(_parts(questions, common)), list(_parts(small, common)))
    _WEIGHTS.write_text(AskedWeights(kinds=kinds, parts=parts, common=common).model_dump_json(indent=0) + "\n", "utf-8")
    print(f"{len(questions)} questions; {len(kinds.bias)} kinds, {len(parts.bias)} parts")
    return 0


def kind_of(calls: Sequence[Call]) -> str | None:
    """The kind of question that these calls answer; None for a tool that is asked for in other ways."""
    if not calls:
        return NOTHING
    call = calls[0]
    if len(calls) > 1:
        return SEVERAL
    if call.tool == "draft_proposal_from_brief":
        return BRIEF
    if call.tool not in PARTS:
        return None
    if call.tool == "find_projects" and (call.arguments.keys() & {"stage", "order"}):
        return "find_projects/stage" if "stage" in call.arguments else "find_projects/delivery"
    status = call.arguments.get("status", "pending" if call.tool == "list_change_sets" else None)
    return f"{call.tool}/{status}" if status else call.tool


def _kinds(questions: Sequence[Question]) -> Iterator[Example]:
    for question in questions:
        if kind := kind_of(question.right[0]):
            yield question_features(question.ask, words_of(question.ask)), kind


def _briefs() -> Iterator[Example]:
    for text in _letters():
        if len(text) <= _SHORT_LETTER:
            yield question_features(text, words_of(text)), BRIEF


def _is_mixed(question: Question) -> bool:
    """Whether a word behind the first is written large: many people type the same question all in small letters."""
    return any(word.text[0].isupper() for word in words_of(question.ask)[1:])


def _letters() -> Iterator[str]:
    """The English letters that are text."""
    for case_set in LETTERS:
        for case in load(case_set):
            if case.language == "en" and case.path.suffix in (".txt", ".md", ".eml"):
                yield case.path.read_bytes().decode("utf-8", "replace")


def _parted(questions: Sequence[Question]) -> Iterator[tuple[Call, list[Word], list[str]]]:
    """Each question of a single call, with the part of each of its words."""
    for question in questions:
        single = [calls[0] for calls in question.right if len(calls) == 1 and calls[0].tool in PARTS]
        for call in single[:1]:
            labels = _labels(question.ask, call)
            if labels is not None:
                yield call, words_of(question.ask), labels


def _common_words() -> frozenset[str]:
    """The words that several English letters write small: what is none of them is likely a name."""
    seen: Counter[str] = Counter()
    for text in _letters():
        seen.update({word.low for word in words_of(text) if word.text[:1].islower()})
    return frozenset(word for word, letters in seen.items() if letters >= _COMMON)


def _parts(questions: Sequence[Question], common: frozenset[str]) -> Iterator[Example]:
    for call, words, labels in _parted(questions):
        for at in range(len(words)):
            before = labels[at - 1] if at else NO_PART
            yield word_features(words, at, call.tool, before, common), labels[at]


def _labels(ask: str, call: Call) -> list[str] | None:
    """The part of each word; None when an argument does not stand in the question as it is marked."""
    words = words_of(ask)
    labels = [NO_PART] * len(words)
    for part, argument in PARTS[call.tool].items():
        value = call.arguments.get(argument) or (call.arguments.get("client") if argument == "query" else None)
        if value is None:
            continue
        at = ask.casefold().find(str(value).casefold())
        if at < 0:
            return None
        for n, word in enumerate(words):
            if word.start < at + len(str(value)) and at < word.end:
                labels[n] = part
    return labels


def _fitted(marked: Sequence[Example], more: Sequence[Example]) -> Answers:
    """The weights of what is marked and of `more` ways to write it, which make no feature any less rare."""
    how_often = Counter(name for features, _ in marked for name in features)
    examples = [*marked, *more]
    names = DictVectorizer()
    seen = names.fit_transform([{n: v for n, v in f.items() if how_often[n] >= _FEWEST} for f, _ in examples])
    model = LogisticRegression(C=_STRENGTH, max_iter=3000).fit(seen, [answer for _, answer in examples])
    answers = list(map(str, model.classes_))
    weights: dict[str, dict[str, float]] = {}
    for name, column in zip(names.get_feature_names_out(), model.coef_.T, strict=True):
        large = {a: round(float(w), 2) for a, w in zip(answers, column, strict=True) if abs(w) >= _SMALLEST}
        if large:
            weights[str(name)] = large
    return Answers(
        bias={answer: round(float(bias), 2) for answer, bias in zip(answers, model.intercept_, strict=True)},
        weights=weights,
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
