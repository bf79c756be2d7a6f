"""Running times, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.briefs.grammar.durations import find_durations

SINGLE = [
    ("en", '30"', 30), ("en", "60''", 60), ("en", "60″", 60), ("en", ":30", 30), ("en", ":06", 6),
    ("en", "2:00", 120), ("en", "0:60", 60),
    ("en", "1:30 min", 90), ("en", "90s", 90), ("en", "30 sec", 30), ("en", "30secs", 30), ("en", "30-second", 30),
    ("en", "30 seconds", 30),
    ("en", "2 min", 120), ("en", "two-minute", 120), ("en", "1'30", 90), ("en", "1'30\"", 90),
    ("en", "half a minute", 30),
    ("en", "a minute", 60), ("en", "one and a half minutes", 90), ("en", "1.5 min", 90), ("en", "2m30s", 150),
    ("en", "1m 30s", 90),
    ("en", "1 min 30 sec", 90), ("en", "thirty seconds", 30), ("en", "30\u00a0sec", 30), ("en", "30\nseconds", 30),
    ("en", "3\u2011minute", 180),
    ("de", "30er", 30), ("de", "30-Sekünder", 30), ("de", "60 Sek.", 60), ("de", "1½ Minuten", 90),
    ("de", "anderthalb Minuten", 90),
    ("de", "90-sekündig", 90), ("de", "zweiminütiger", 120), ("de", "2:30 Min.", 150), ("fr", "30 secondes", 30),
    ("fr", "1 min 30", 90),
    ("fr", "1mn30", 90), ("fr", "deux minutes", 120), ("fr", "une minute", 60), ("fr", "une minute trente", 90),
    ("es", "30 segundos", 30),
    ("es", "dos minutos y medio", 150),
    ("es", "un minuto", 60), ("nl", "60 seconden", 60), ("nl", "anderhalve minuut", 90), ("sv", "30 sekunder", 30),
    ("sv", "30-sekundersfilm", 30),
    ("sv", "en minut", 60), ("da", "halvandet minut", 90), ("no", "30 sekunder", 30), ("it", "30 secondi", 30),
    ("pt", "dois minutos", 120),
    ("fi", "30 sekuntia", 30),
]  # fmt: skip


SPOKEN = [
    ("en", "a minute and three quarters", 105), ("en", "a quarter of a minute", 15),
    ("en", "two and a quarter minutes", 135), ("en", "three quarters of a minute", 45),
    ("de", "eine Viertelminute", 15), ("de", "zweidreiviertel Minuten", 165), ("de", "ein Einminüter", 60),
    ("de", "halbminütige", 30), ("fr", "une minute trois quarts", 105), ("fr", "trois quarts de minute", 45),
    ("es", "un minuto y cuarto", 75), ("es", "90 segs", 90), ("nl", "driekwart minuut", 45),
    ("nl", "een minuut en een kwart", 75), ("nl", "een tweeminutenfilm", 120), ("sv", "trekvarts minut", 45),
    ("sv", "en och trekvarts minut", 105), ("da", "trekvart minut", 45), ("no", "halvminutt", 30),
    ("no", "tominuttersfilm", 120), ("it", "un minuto e tre quarti", 105), ("it", "un minuto e venti", 80),
    ("pt", "um minuto e um quarto", 75), ("fr", "trois minutes douze", 192), ("de", "1.30 Min.", 90),
    ("en", "00:01:30", 90), ("en", "a 0:15", 15),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "seconds"), SPOKEN)
def test_a_running_time_is_read_as_people_say_it(language: str, text: str, seconds: int) -> None:
    assert [f.value.high for f in find_durations(text, language)] == [seconds]


@pytest.mark.parametrize(
    ("language", "text", "seconds"),
    [
        ("en", "Pos. 040, 25 sec", [25]),
        ("en", "one film of the four, three minutes", [180]),
        ("de", "drei Viertel der Gäste bleiben 20 Minuten", [1200]),
        ("en", "timecode 00:41:07", []),
    ],
)
def test_what_counts_something_else_is_no_part_of_a_time(language: str, text: str, seconds: list[int]) -> None:
    assert [f.value.high for f in find_durations(text, language)] == seconds


@pytest.mark.parametrize(("language", "text", "seconds"), SINGLE)
def test_a_running_time_is_read_in_seconds(language: str, text: str, seconds: int) -> None:
    found = find_durations(f"x, {text}", language)
    assert [(f.text, f.value.low, f.value.high) for f in found] == [(text, seconds, seconds)]


@pytest.mark.parametrize(
    ("language", "text", "seconds"),
    [
        ("en", "15/30/60s", [15, 30, 60]), ("en", '6", 15" and 30"', [6, 15, 30]),
        ("en", "15, 20 and 30 seconds", [15, 20, 30]),
        ("de", "15- und 30-Sekünder", [15, 30]), ("fr", "15 et 30 secondes", [15, 30]),
        ("en", "1x60s + 2x30s", [60, 30]),
        ("en", "3 x 15 sec", [15]), ("en", "15s/30s", [15, 30]), ("de", "60er, 30er, 6er", [60, 30, 6]),
    ],
)  # fmt: skip
def test_each_length_of_a_list_is_found_by_itself(language: str, text: str, seconds: list[int]) -> None:
    assert [f.value.high for f in find_durations(text, language)] == seconds


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "60–90 sec", 60, 90), ("en", "90 to 120 seconds", 90, 120), ("de", "2-3 Minuten", 120, 180),
        ("fr", "60 à 90 secondes", 60, 90), ("en", "two to three minutes", 120, 180),
    ],
)  # fmt: skip
def test_a_range_gives_both_ends(language: str, text: str, low: int, high: int) -> None:
    assert [(f.value.low, f.value.high) for f in find_durations(text, language)] == [(low, high)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "at 2:00 pm"), ("en", "call at 10:30"), ("en", "8:30pm"), ("en", "10:00-18:00"), ("en", "16:9"),
        ("en", "9:16"),
        ("en", "2-minute walk"), ("en", "12/03/2027"), ("en", "2 days"), ("en", "01:00:01:14"),
        ("en", "timecode 00:12:30"),
        ("en", "a second film"), ("en", "the second cut"), ("en", "10 m wide"), ("en", "5m views"),
        ("en", "the first 3 seconds"),
        ("de", "um 10:30 Uhr"), ("de", "10 Minuten Fußweg"), ("en", "2.39:1"), ("en", "30 films"), ("en", "€1.5m"),
        ("en", "the 90er"),
        ("sv", "kl 10:30"), ("en", "in the 80s"), ("en", "90s style"), ("de", "60er Jahre"), ("en", "4K"),
        ("en", "wait 5 minutes"),
    ],
)  # fmt: skip
def test_other_times_and_figures_are_no_running_times(language: str, text: str) -> None:
    assert find_durations(text, language) == []


@given(st.integers(1, 599), st.sampled_from(["{s}s", "{s} sec", "{s}-second", '{s}"', "{m}:{r:02} min"]))
def test_any_running_time_reads_back(seconds: int, style: str) -> None:
    written = style.format(s=seconds, m=seconds // 60, r=seconds % 60)
    found = find_durations(f"One film, {written}, please", "en")
    assert [(f.value.high, f.text) for f in found] == [(seconds, written)]


def test_minutes_and_seconds_are_read_behind_an_elision() -> None:
    found = find_durations("trois capsules et un film d'1'30 sur le chantier", "fr")
    assert [(f.text, f.value.high) for f in found] == [("1'30", 90)]
