"""What is known of words that an author did not type but an expression made."""

from __future__ import annotations

from dataclasses import dataclass

from rapportage.errors import Place


@dataclass(frozen=True, slots=True)
class Made:
    """Words as printed, the expression that made them, and where it stands.

    `series` are the names of the series that it reads; `periode` is the one of the number itself, and empty
    where that is none of a series or one worked out from several.
    """

    text: str
    expression: str
    series: tuple[str, ...]
    periode: str
    is_number: bool
    place: Place
