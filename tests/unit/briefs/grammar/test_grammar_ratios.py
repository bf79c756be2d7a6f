"""Picture formats in numbers and names."""

from __future__ import annotations

import pytest

from copilot.briefs.grammar.ratios import find_ratios


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("16:9", "16:9"), ("16x9", "16:9"), ("16×9", "16:9"), ("16 x 9", "16:9"), ("9/16", "9:16"),
        ("9:16", "9:16"), ("1:1", "1:1"), ("1x1", "1:1"),
        ("4:5", "4:5"), ("4x5", "4:5"), ("4:3", "4:3"), ("21:9", "21:9"), ("2.39:1", "2.39:1"),
        ("2,39:1", "2.39:1"), ("1.85:1", "1.85:1"),
        ("1080x1920", "9:16"), ("1920 x 1080", "16:9"), ("3840×2160", "16:9"), ("1080x1080", "1:1"),
        ("1080x1350", "4:5"),
        ("square", "1:1"), ("Square", "1:1"), ("SQUARE", "1:1"), ("vertical", "9:16"), ("landscape", "16:9"),
        ("horizontal", "16:9"), ("TikTok format", "9:16"),
        ("quadratisch", "1:1"), ("hochkant", "9:16"), ("Hochformat", "9:16"), ("Querformat", "16:9"),
        ("carré", "1:1"), ("format paysage", "16:9"),
        ("cuadrado", "1:1"), ("vierkant", "1:1"), ("staand", "9:16"), ("verticaal", "9:16"), ("liggend", "16:9"),
        ("kvadratisk", "1:1"),
        ("stående", "9:16"), ("liggande", "16:9"), ("liggende", "16:9"), ("quadrato", "1:1"),
        ("verticale", "9:16"), ("vertikalt", "9:16"),
    ],
)  # fmt: skip
def test_a_format_is_read_as_its_canonical_ratio(text: str, ratio: str) -> None:
    assert [(f.text, f.value) for f in find_ratios(f"clips, {text}", "en")] == [(text, ratio)]


def test_one_to_one_is_a_format_beside_others_written_so() -> None:
    assert [f.value for f in find_ratios("16/9, 1/1 et 9/16", "fr")] == ["16:9", "1:1", "9:16"]


def test_several_formats_are_found_in_order() -> None:
    found = find_ratios("Square and vertical versions of the 16:9 master, plus 4:5.", "en")
    assert [f.value for f in found] == ["1:1", "9:16", "16:9", "4:5"]


@pytest.mark.parametrize(
    "text",
    [
        "shot in Trafalgar Square", "the city square", "a market square", "in the square", "Union Square crowd",
        "500 square feet", "back to square one",
        "a portrait of a man", "portrait photography", "a landscape shot", "the vertical market", "due on 9/16",
        "12/03/2027", "at 9:16 pm", "10:30",
        "stories about people", "our brand story", "1/1", "score 3-2", "24/7", "2 x 30s",
    ],
)  # fmt: skip
def test_places_people_and_dates_are_no_formats(text: str) -> None:
    assert find_ratios(text, "en") == []
