"""The word over the pages of a draft: one sees through it, so it is seen on any ground and hides no word."""

from __future__ import annotations

from rapportage.style.tokens import HouseStyle

STAMP = "CONCEPT"

_MOST = 0.3
"""No stamp hides more than this part of what it stands over."""


def ink(style: HouseStyle) -> tuple[str, float]:
    """The colour and opacity that look like the token's colour on white, and elsewhere darken the ground."""
    wanted = bytes.fromhex(style.colour("concept").removeprefix("#"))
    opacity = min(_MOST, max(1, 255 - min(wanted)) / 255)
    parts = (max(0, round(255 - (255 - one) / opacity)) for one in wanted)
    return "#" + bytes(parts).hex(), round(opacity, 3)
