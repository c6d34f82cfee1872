"""What a figure tells besides its picture: a description, a source, and a text that fits the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapportage.checks.drawings.unread import moved_on
from rapportage.checks.reading.placeholders import is_to_come
from rapportage.checks.subjects import Content, Report, ShownFigure
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Afbeelding, Figuur
from rapportage.content.model import Rapportage
from rapportage.errors import Finding
from rapportage.named_periods import named_periods


def without_description(content: Content) -> Iterator[Finding]:
    """Each figure that means something and has no alternative text."""
    for figuur in content.rapportage.figuren.values():
        if figuur.value.alt is None and not figuur.value.decoratief:
            yield Finding(
                "de figuur heeft geen alternatieve tekst",
                figuur.place(),
                f"voeg 'alt: …' toe; 'rapportage figures {content.rapportage.periode}' doet een voorstel",
            )
        elif figuur.value.alt and _says_nothing(figuur.value):
            yield Finding(
                f"de alternatieve tekst '{figuur.value.alt}' zegt niet wat er te zien is",
                figuur.place("alt"),
                "schrijf in een of twee zinnen wat de figuur vertelt aan wie haar niet ziet",
            )


_OF_ANY_FIGURE = re.compile(
    r"een|de|het|dit|is|van|met|zie|nog|volgt|invullen|alt|tekst|alternatieve|beschrijving|afbeelding|figuur"
    r"|(?:staaf|lijn)?(?:grafiek|diagram)|foto|plaatje|tekening|kaart|regio|gemeenten?|gebied|schema|illustratie|png|jpg|svg|[0-9]+"
)
"""Words that say no more than that there is a figure."""


_KIND = re.compile(
    r"(?:staaf|lijn|cirkel|vlak)?(?:grafiek|diagram)|foto|plaatje|tekening|kaart|schema|illustratie|figuur"
    r"|waterval|trechter|tijdlijn|ranglijst|doelen|statustabel|netwerk|fasen"
)
_FEW = 4
"""So many words with the kind of figure among them, and else those of its caption, tell nothing more."""


def _says_nothing(figuur: Figuur) -> bool:
    alt, caption = figuur.alt or "", figuur.bijschrift
    words = re.findall(r"\w+", alt.casefold())
    own = [one for one in words if not _OF_ANY_FIGURE.fullmatch(one)]
    kinds = [one for one in words if one == figuur.soort or _KIND.fullmatch(one)]
    if len(words) <= _FEW and kinds:
        said = [*re.findall(r"\w+", caption.casefold()), *kinds]
        own = [one for one in own if not any(_is_form_of(one, other) for other in said)]
    return not own or is_to_come(alt)


def _is_form_of(one: str, other: str) -> bool:
    """Whether both are one word, perhaps in the plural: 'wijken' and 'wijk'."""
    alike = min(len(one), len(other)) >= _FEW and abs(len(one) - len(other)) < _FEW
    return one == other or (alike and one[:_FEW] == other[:_FEW])


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


def description_out_of_date(rapportage: Rapportage, figures: Mapping[str, ShownFigure]) -> Iterator[Finding]:
    """Each figure in a paper whose period, data or description is another than was approved."""
    for name, shown in figures.items():
        figuur = rapportage.figuren[name]
        approved = figuur.value.alt_kenmerk
        carried = figuur.value.overgenomen and not figuur.value.nagezien
        if carried and not moved_on(figuur.value, rapportage.periode):
            continue  # that the whole figure must be read again is told by another rule
        if approved is None and _may_go_stale(figuur.value):
            yield Finding(
                f"de alternatieve tekst van figuur '{name}' noemt getallen of perioden en is niet nagelezen",
                figuur.place("alt"),
                f"lees haar na bij de figuur en zet er dan bij: 'alt-kenmerk: {shown.mark}'",
            )
        elif approved not in (None, shown.mark):
            yield Finding(
                f"periode, gegevens of tekst van figuur '{name}' zijn veranderd nadat zij is nagelezen",
                figuur.place("alt-kenmerk"),
                f"lees de tekst na bij de figuur en verander het kenmerk dan in {shown.mark}",
            )


def _may_go_stale(figuur: Figuur) -> bool:
    """Whether a description of data says in words of its own what the next period makes untrue."""
    if isinstance(figuur, Afbeelding) or figuur.alt is None:
        return False
    typed = EXPRESSION.sub("", figuur.alt)
    return any(map(str.isdigit, typed)) or bool(named_periods(typed))
