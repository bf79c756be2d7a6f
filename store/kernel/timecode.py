"""A timecode is an integer frame at a rational rate; hours, minutes and seconds are only how it is written.

Drop-frame counting (SMPTE ST 12-1): at 29.97 the labels ;00 and ;01 are skipped at the start of every minute
that is not a multiple of ten, four labels at 59.94, so that the label follows the wall clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from store.kernel.errors import Invalid

FILM = Fraction(24)
NTSC_FILM = Fraction(24000, 1001)
PAL = Fraction(25)
NTSC = Fraction(30000, 1001)
NTSC_60 = Fraction(60000, 1001)

_TIMECODE = re.compile(r"^(\d{2}):(\d{2}):(\d{2})([:;.,])(\d{2,3})$")


@dataclass(frozen=True, slots=True)
class Timecode:
    """The `frame`-th frame (from 0) at `rate` frames a second.

    Raises `Invalid` for a negative frame, a rate that is not positive, or drop-frame at a rate that has none.
    """

    frame: int
    rate: Fraction
    drop: bool = False

    def __post_init__(self) -> None:
        if self.frame < 0 or self.rate <= 0:
            raise Invalid("A timecode counts frames from 0 at a positive rate.")
        if self.drop and self.rate not in (NTSC, NTSC_60):
            raise Invalid("Drop-frame timecode exists at 29.97 and 59.94 frames a second only.")

    @property
    def nominal(self) -> int:
        """Frame labels a second: the rate rounded to a whole number (29.97 → 30)."""
        return round(self.rate)

    @property
    def seconds(self) -> Fraction:
        """Exact time since frame 0."""
        return self.frame / self.rate

    @classmethod
    def parse(cls, text: str, rate: Fraction) -> Timecode:
        """Read `HH:MM:SS:FF`, `;` before the frames for drop-frame. Raises `Invalid` for an impossible label."""
        match = _TIMECODE.match(text.strip())
        if match is None:
            raise Invalid(f"'{text}' is not a timecode. Write HH:MM:SS:FF, with ; before the frames for drop-frame.")
        hours, minutes, seconds, frames = (int(match[i]) for i in (1, 2, 3, 5))
        drop = match[4] == ";"
        nominal = cls(0, rate, drop).nominal
        if minutes > 59 or seconds > 59 or frames >= nominal:
            raise Invalid(f"'{text}' is not a timecode at {float(rate):.5g} frames a second.")
        dropped = nominal // 15
        if drop and seconds == 0 and frames < dropped and minutes % 10:
            raise Invalid(f"'{text}' does not exist in drop-frame: that label is skipped at this minute.")
        frame = ((hours * 60 + minutes) * 60 + seconds) * nominal + frames
        if drop:
            total_minutes = hours * 60 + minutes
            frame -= dropped * (total_minutes - total_minutes // 10)
        return cls(frame, rate, drop)

    def __str__(self) -> str:
        label = self.frame
        if self.drop:
            dropped = self.nominal // 15
            per_minute = self.nominal * 60 - dropped
            per_ten_minutes = self.nominal * 600 - dropped * 9
            tens, rest = divmod(self.frame, per_ten_minutes)
            label += dropped * 9 * tens
            if rest >= self.nominal * 60:
                label += dropped * ((rest - self.nominal * 60) // per_minute + 1)
        seconds, frames = divmod(label, self.nominal)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours:02}:{minutes:02}:{seconds:02}{';' if self.drop else ':'}{frames:02}"
