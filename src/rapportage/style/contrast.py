"""How clear colours are on each other (WCAG 2.1, 1.4.3 and 1.4.11), and which stand on which."""

from __future__ import annotations

from collections.abc import Sequence

WORDS, LINES = 4.5, 3.0
"""The least contrast of words with their ground, and of lines and shapes that carry meaning."""
_SHAPES = ("lijn", "op-schema", "let-op", "loopt-achter", *(f"reeks-{number}" for number in range(1, 6)))
PAIRS = (
    *((colour, "papier", WORDS) for colour in ("tekst", "accent", "grijs", "verwijzing")),
    *((colour, "accent-zacht", WORDS) for colour in ("tekst", "accent", "verwijzing")),
    *((colour, "papier", LINES) for colour in _SHAPES),
)
"""What stands on what in the papers and the charts, by the names of the tokens."""
_STEPS = 100
"""By so many steps a colour may become darker."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2 defines it (relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def clear(colour: str, grounds: Sequence[str], least: float) -> str:
    """The colour, as much darker as it takes to be clear on these light grounds."""
    for step in range(_STEPS + 1):
        made = mixed("#000000", colour, step / _STEPS)
        if all(contrast(made, one) >= least for one in grounds):
            return made
    return "#000000"


def tint(colour: str, ground: str) -> str:
    """A tenth of the colour on this ground, or as much less as it takes to be clear on that."""
    tints = [mixed(colour, ground, share / 100) for share in (10, 8, 6, 4, 2, 0)]
    return next((one for one in tints if contrast(colour, one) >= WORDS), tints[0])


def mixed(one: str, other: str, share: float) -> str:
    """A colour of which this share is of the one and the rest of the other."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a * share + b * (1 - share)) for a, b in pairs).hex()


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
