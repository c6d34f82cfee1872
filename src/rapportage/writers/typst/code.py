"""Values of ours as typst code: no character of a text is ever read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')


def string(text: str) -> str:
    """The text as a string literal."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[0] in '\\"' else f"\\u{{{ord(found[0]):x}}}"


def points(length: float) -> str:
    """A length in points."""
    return f"{length:.5g}pt" if abs(length) >= 1e-4 else "0pt"


def truth(value: bool) -> str:
    """A truth value."""
    return "true" if value else "false"


def array(items: Iterable[str]) -> str:
    """An array of values that are code already."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def call(name: str, *values: str, **named: str) -> str:
    """A call of a function with values that are code already; those that are empty are left out."""
    given = [*values, *(f"{key}: {value}" for key, value in named.items() if value)]
    return f"{name}({', '.join(given)})"
