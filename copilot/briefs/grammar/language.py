"""Which of the studio's languages a text is written in."""

from __future__ import annotations

LANGUAGES = ("en", "de", "fr", "es", "nl", "sv", "da", "no", "it", "pt", "fi")


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's main language, "en" when nothing tells."""
    from py3langid.langid import LanguageIdentifier, MODEL_FILE

    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return str(identifier.classify(text)[0])
