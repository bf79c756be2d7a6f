"""Timecodes against the labels that SMPTE ST 12-1 gives, at every rate productions use."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.kernel.errors import Invalid
from store.kernel.timecode import FILM, NTSC, NTSC_60, NTSC_FILM, PAL, Timecode

RATES = [(NTSC_FILM, False), (FILM, False), (PAL, False), (NTSC, False), (NTSC, True), (NTSC_60, True)]
hundred_hours = st.integers(0, 100 * 3600 * 24 - 1)


@pytest.mark.parametrize(
    ("frame", "rate", "drop", "label"),
    [
        (0, NTSC, True, "00:00:00;00"),
        (1799, NTSC, True, "00:00:59;29"),
        (1800, NTSC, True, "00:01:00;02"),
        (3597, NTSC, True, "00:01:59;29"),
        (3598, NTSC, True, "00:02:00;02"),
        (17981, NTSC, True, "00:09:59;29"),
        (17982, NTSC, True, "00:10:00;00"),
        (107892, NTSC, True, "01:00:00;00"),
        (2589407, NTSC, True, "23:59:59;29"),
        (1800, NTSC, False, "00:01:00:00"),
        (108000, NTSC, False, "01:00:00:00"),
        (3599, NTSC_60, True, "00:00:59;59"),
        (3600, NTSC_60, True, "00:01:00;04"),
        (35964, NTSC_60, True, "00:10:00;00"),
        (86400, NTSC_FILM, False, "01:00:00:00"),
        (90000, PAL, False, "01:00:00:00"),
        (1439, FILM, False, "00:00:59:23"),
    ],
)
def test_known_labels(frame: int, rate: Fraction, drop: bool, label: str) -> None:
    assert str(Timecode(frame, rate, drop)) == label
    assert Timecode.parse(label, rate) == Timecode(frame, rate, drop)


@pytest.mark.parametrize(("rate", "drop"), RATES)
@given(frame=hundred_hours)
def test_reading_what_was_written_gives_the_same_frame(rate: Fraction, drop: bool, frame: int) -> None:
    assert Timecode.parse(str(Timecode(frame, rate, drop)), rate) == Timecode(frame, rate, drop)


@pytest.mark.parametrize(("rate", "drop"), RATES)
@given(frame=hundred_hours)
def test_a_later_frame_has_a_later_label(rate: Fraction, drop: bool, frame: int) -> None:
    assert str(Timecode(frame, rate, drop)) < str(Timecode(frame + 1, rate, drop)) or frame + 1 == 100 * 3600 * 24


@given(minutes=st.integers(0, 24 * 60 - 1))
def test_a_drop_frame_label_stays_within_two_frames_of_the_clock_at_each_minute(minutes: int) -> None:
    label = f"{minutes // 60:02}:{minutes % 60:02}:00;{'00' if minutes % 10 == 0 else '02'}"
    assert abs(Timecode.parse(label, NTSC).seconds - minutes * 60) < Fraction(1, 10) + minutes * Fraction(1, 10**6)


@given(minutes=st.integers(0, 24 * 60 - 1).filter(lambda m: m % 10), frames=st.integers(0, 3))
def test_a_skipped_label_is_refused(minutes: int, frames: int) -> None:
    stamp = f"{minutes // 60:02}:{minutes % 60:02}:00;{frames:02}"
    with pytest.raises(Invalid):
        Timecode.parse(stamp, NTSC_60)
    if frames < 2:
        with pytest.raises(Invalid):
            Timecode.parse(stamp, NTSC)


@pytest.mark.parametrize(
    "text", ["", "1:2:3:4", "00:60:00:00", "00:00:60:00", "00:00:00:25", "00:00:00;00", "aa:bb:cc:dd", "00:00:00"]
)
def test_an_impossible_label_is_refused_at_25_frames(text: str) -> None:
    with pytest.raises(Invalid):
        Timecode.parse(text, PAL)


@pytest.mark.parametrize("rate", [FILM, PAL, NTSC_FILM, Fraction(30)])
def test_drop_frame_exists_at_no_other_rate(rate: Fraction) -> None:
    with pytest.raises(Invalid):
        Timecode(0, rate, drop=True)


@pytest.mark.parametrize(("frame", "rate"), [(-1, PAL), (0, Fraction(0)), (0, Fraction(-25))])
def test_frames_are_counted_from_nought_at_a_rate_that_goes_on(frame: int, rate: Fraction) -> None:
    with pytest.raises(Invalid):
        Timecode(frame, rate)


def test_seconds_are_exact() -> None:
    assert Timecode(30000, NTSC).seconds == 1001
