"""The press sees nothing of the machine; its typefaces cover the world; its colours can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.kernel.errors import DomainError
from store.typesetting.colour import readable
from store.typesetting.fonts import READING, TITLES, covered, families
from store.typesetting.press import PrintJob, print_pdf
from store.typesetting.text import printable


def test_the_typefaces_cover_the_scripts_of_clients_names() -> None:
    letters = "aßşЖΩא‎قक京あ삼ไქԱ🎬€₩₪₹₿✓"
    assert [letter for letter in letters.replace("\u200e", "") if ord(letter) not in covered()] == []
    assert families()[0] == READING
    assert families(TITLES)[:2] == [TITLES, READING]


def test_printable_text_keeps_joiners_and_drops_what_steers() -> None:
    assert printable("क्\u200dष 👩\u200d🎤") == "क्\u200dष 👩\u200d🎤"
    assert printable("a\u202eb\u2066c\x00d\u200be") == "abcde"
    assert printable("one\ntwo\u2028three") == "one two three"
    assert printable("e\u0301") == "é"


@given(st.text())
def test_any_text_becomes_printable_and_stays_so(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert all(
        ord(character) in covered() or character in "\u200c\u200d" or 0xFE00 <= ord(character) <= 0xFE0F
        for character in once
    )


@given(st.integers(0, 0xFFFFFF))
def test_an_accent_can_be_read_on_white(colour: int) -> None:
    def luminance(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    shown = readable(f"#{colour:06X}")
    red, green, blue = (luminance(int(shown[at : at + 2], 16)) for at in (1, 3, 5))
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#1F4E5F") == "#1f4e5f"


def test_a_template_reads_no_file_but_its_own(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for wanted in (str(secret), "/etc/passwd", "../../etc/passwd"):
        (tmp_path / "main.typ").write_text(f'#read("{wanted}")')
        with pytest.raises(DomainError) as refusal:
            print_pdf(PrintJob((tmp_path / "main.typ",), "{}", date(2026, 1, 1)))
        assert refusal.value.code == "not_printable"
