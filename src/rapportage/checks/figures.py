"""What a figure tells besides its picture: a description, a source, and a text that fits the data."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Content, Report
from rapportage.errors import Finding


def without_description(content: Content) -> Iterator[Finding]:
    """Each figure that means something and has no alternative text."""
    for figuur in content.rapportage.figuren.values():
        if figuur.value.alt is None and not figuur.value.decoratief:
            yield Finding(
                "de figuur heeft geen alternatieve tekst",
                figuur.place(),
                f"voeg 'alt: …' toe; 'rapportage figures {content.rapportage.periode}' doet een voorstel",
            )


def without_source(report: Report) -> Iterator[Finding]:
    """Each figure in a paper that means something and does not say where it comes from."""
    for name, shown in report.figures.items():
        figuur = report.content.rapportage.figuren[name]
        if not shown.source and not figuur.value.decoratief:
            yield Finding(
                f"figuur '{name}' noemt geen bron",
                figuur.place(),
                "voeg 'bron: …' toe: waar komt de figuur of komen de gegevens vandaan?",
            )


def description_out_of_date(report: Report) -> Iterator[Finding]:
    """Each figure in a paper whose data are no longer those for which its alternative text was approved."""
    for name, shown in report.figures.items():
        figuur = report.content.rapportage.figuren[name]
        if figuur.value.alt_kenmerk not in (None, shown.mark):
            yield Finding(
                f"de gegevens van figuur '{name}' zijn veranderd na haar alternatieve tekst",
                figuur.place("alt-kenmerk"),
                f"lees de tekst na en verander het kenmerk dan in {shown.mark}",
            )
