"""What may have been meant by the name of a figure or table that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.compose.prose.syntax import INSERT
from rapportage.content.model import Rapportage
from rapportage.errors import closest, nearest


def meant(name: str, known: Iterable[str], rapportage: Rapportage, otherwise: str) -> str | None:
    """A hint that names one like it, of those first that no text asks for: each stands once in a paper."""
    names = set(known)
    texts = (rapportage.raadsvoorstel, *(one.tekst for one in rapportage.hoofdstukken.values()))
    asked = {
        word.strip()
        for text in texts
        for found in INSERT.finditer(text.text)
        for word in (found["names"] or "").split(",")
    }
    spare = names - asked
    return nearest(name, spare if closest(name, spare) else names, otherwise)
