"""Ids are made where a row is thought of, not where it is stored: operations name the rows they will create.

An id is a table's prefix and 17 characters of Crockford base 32: 9 of time (milliseconds, so ids sort by age)
and 8 of chance (40 bits). Codes that people type (`CS-7K3Q9D`) are chance alone.
"""

import secrets
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _base32(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 32)
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))


def new_id(prefix: str) -> str:
    """Return a fresh id such as `prj_1HV3K9Z2Q8R5T7WX4`."""
    milliseconds = time.time_ns() // 1_000_000
    return f"{prefix}_{_base32(milliseconds % 32**9, 9)}{_base32(secrets.randbits(40), 8)}"


def new_code(prefix: str) -> str:
    """Return a fresh code for people, such as `CS-7K3Q9D` (30 bits; the table's unique key settles a clash)."""
    return f"{prefix}-{_base32(secrets.randbits(30), 6)}"
