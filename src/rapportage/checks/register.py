"""The register of promises: what should have been done, and nobody tells about."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Content
from rapportage.content.fields import moment_text
from rapportage.errors import Finding


def not_answered(content: Content) -> Iterator[Finding]:
    """Each promise, motion or announcement that is late on the report's date and that no chapter answers."""
    rapportage = content.rapportage
    if rapportage.register is None or content.broken.hoofdstukken:
        return
    day = rapportage.gegevens.value.rapportagedatum
    answered = {name for one in rapportage.hoofdstukken.values() for name in one.gegevens.value.beantwoordt}
    for at, one in enumerate(rapportage.register.value.toezeggingen):
        if one.voor and one.is_late(day) and one.id not in answered:
            yield Finding(
                f"'{one.id}' zou er in {moment_text(one.voor)} zijn, en geen hoofdstuk gaat erover",
                rapportage.register.place("toezeggingen", at, "voor"),
                f"zet in het hoofdstuk dat erover gaat 'beantwoordt: [{one.id}]', of werk 'staat' bij",
            )
