"""Characters that other programs leave in a text, and what was meant by them."""

from __future__ import annotations

import re
import unicodedata

NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
"""Drawn as a hyphen at which no line ends; the house font has no glyph of its own for it."""
NEW_LINE = "\N{LINE SEPARATOR}"

_COMPATIBLE = re.compile("[\u0132\u0133\u01c4-\u01cc\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]")
"""Ligatures, letters of full width and mathematical alphabets: other forms of plain letters."""
_MEANT = str.maketrans(
    {
        "\ufeff": "",  # within a text it is a mark of the file's begin that was pasted along
        "\x0b": NEW_LINE,  # Word's new line within a paragraph
        "\x1e": NO_BREAK_HYPHEN,  # Word's own hyphens
        "\x1f": "\N{SOFT HYPHEN}",
        "\u2010": "-",
        "\u2012": "\N{EN DASH}",
        "\uf0b7": "•",  # what Word's Symbol and Wingdings draw, by their places in the private use area
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "\uf076": "❖",
        "\uf06e": "■",
        "\uf0fc": "✓",
        "\uf0fb": "✗",
        "\uf0e0": "→",
        "\uf0e8": "→",
        "\uf0f0": "→",
        "\uf02d": "-",
        "\uf0b0": "°",
        "\uf0b1": "±",
        "\uf0b3": "≥",
        "\uf0a3": "≤",
        "\uf0b4": "×",
    }
)
_TO_BE_MEANT = re.compile(f"[{''.join(map(chr, _MEANT))}]")
NEIGHBOURS = {
    **dict.fromkeys("✔✅", "✓"),
    **dict.fromkeys("✗✘✕✖❌☒", "×"),
    **dict.fromkeys("●○◦▪▫➢❖►▸‣", "•"),
    **dict.fromkeys("⇒➔➜➡⟶", "→"),
    **dict.fromkeys("□▢", "☐"),
    NO_BREAK_HYPHEN: "-",
    "\N{PARAGRAPH SEPARATOR}": "een lege regel: het scheidt alinea's",
    "🟢": "[stoplicht: groen]",
    "🟠": "[stoplicht: oranje]",
    "🟡": "[stoplicht: oranje]",
    "🔴": "[stoplicht: rood]",
}
"""What can be written for a sign that the house font does not have."""


def as_meant(text: str) -> str:
    """The text with plain letters and signs for what only looks like them, each letter in its one form.

    Some systems write é as e and an accent, which no name would match (UAX #15, form C).
    """
    meant = text.translate(_MEANT) if _TO_BE_MEANT.search(text) else text  # it looks at each letter by itself
    plain = _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), meant)
    return unicodedata.normalize("NFC", plain)
