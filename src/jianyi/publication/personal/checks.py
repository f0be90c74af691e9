"""Check digits and birthdays."""

from __future__ import annotations

import datetime as dt


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def is_citizen(digits: str) -> bool:
    """Whether eighteen digits (the last may be X) are the number of an identity card (GB 11643)."""
    if len(digits) != 18 or not digits[:17].isdigit() or not is_born(digits[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == digits[17].upper()


def is_born(day: str) -> bool:
    """Whether eight digits are a day on which somebody who lives, or lived not long ago, may be born."""
    try:
        born = dt.date(int(day[:4]), int(day[4:6]), int(day[6:8]))
    except ValueError:
        return False
    return 1880 <= born.year <= 2100


def is_card(digits: str) -> bool:
    """Whether a number begins like a bank card and has its check digit (Luhn)."""
    if digits[0] not in "3456":
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
