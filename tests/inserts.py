"""What texts may ask for in tests that have no report: one figure, one table and two series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from rapportage.compose.numbers.expressions import evaluated
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode

NUMBERS = Numbers(
    {
        "woningen": Indicator(
            id="woningen",
            naam="Opgeleverde woningen",
            eenheid="woningen",
            bron="Teller",
            waarden=(
                Waarde(periode=parse_periode("2021-H1"), waarde=Decimal(1180)),
                Waarde(periode=parse_periode("2021-H2"), waarde=Decimal(1348)),
            ),
        ),
        "subsidie": Indicator(
            id="subsidie",
            naam="Subsidie *bouw <rijk>",
            eenheid="€",
            bron="Begroting",
            waarden=(Waarde(periode=parse_periode("2021-H2"), waarde=Decimal(22_500_000)),),
        ),
    },
    parse_periode("2021-H2"),
    {"raad": date(2022, 1, 24)},
)


class Inserts:
    """Every figure is the map of the region; numbers come from two series."""

    def figures(self, names: Sequence[str], place: Place) -> Markup:
        figures = Markup("").join(
            Markup(
                '<figure id="{}"><img src="afbeelding:kaart" alt="De regio."/><figcaption>De kaart {}'
                "</figcaption></figure>"
            ).format(name, name)
            for name in names
        )
        if len(names) == 1:
            return figures
        return Markup('<div class="figuren" data-bron="{}">{}</div>').format(place, figures)

    def table(self, name: str, place: Place) -> Markup:
        del place
        return Markup(
            '<div class="tabel"><table id="{}"><caption>Stand</caption><thead><tr><th scope="col">a</th></tr>'
            "</thead><tbody><tr><td>1</td></tr></tbody></table></div>"
        ).format(name)

    def register(self, selection: str, place: Place) -> Markup:
        return self.table(f"register-{selection}", place)

    def changed(self, since: str, place: Place) -> Markup:
        return self.table(f"veranderd-{since}", place)

    def number(self, expression: str, place: Place) -> Worked:
        del place
        return evaluated(expression, NUMBERS)
