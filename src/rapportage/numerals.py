"""Numbers in letters and Roman numerals, and labels of list items, as Word counts (ISO 29500-1, 17.18.59)."""

from __future__ import annotations

from string import ascii_lowercase

MOST_IN_LETTERS = 30 * len(ascii_lowercase)
"""Up to here letters count: with its point the label is then 31 characters, the most that Word prints."""
MOST_IN_ROMAN = 3999
"""Up to here the numerals have signs of their own."""

_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc"}
_ROMAN |= {50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


def letters(number: int) -> str:
    """'a' for 1, 'z' for 26, 'aa' for 27, 'bb' for 28; a number that letters do not count is in digits."""
    if not 1 <= number <= MOST_IN_LETTERS:
        return str(number)
    rounds, letter = divmod(number - 1, len(ascii_lowercase))
    return ascii_lowercase[letter] * (rounds + 1)


def roman(number: int) -> str:
    """'i' for 1, 'xiv' for 14; a number that Roman numerals do not count is in digits."""
    if not 1 <= number <= MOST_IN_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN.items():
        count, number = divmod(number, value)
        written += sign * count
    return written


def counted_at(depth: int, counted: str) -> int:
    """The depth whose numbers a list has: its own, or that of what it says that it is counted in."""
    return {"letters": 1, "romeins": 2, "cijfers": 0, "graden": 0}.get(counted, min(depth, 2))


def item_label(depth: int, number: int, counted: str = "") -> str:
    """The label of a numbered item in a list at depth 0, 1 or deeper: '1.', 'a.' or 'i.'."""
    return f"{(str, letters, roman)[counted_at(depth, counted)](number)}{ending(counted)}"


def ending(counted: str) -> str:
    """What stands behind the number of an item: '.', or '°.' in a list that counts 1°., 2°."""
    return "°." if counted == "graden" else "."
