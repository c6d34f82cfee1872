"""A table of amounts: items with what each costs and on what that rests, from which its rows are made."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from rapportage.content.fields import NAAM, Carried, Content, Invultekst, Koptekst, Waarheid, mistake
from rapportage.content.source import Source
from rapportage.dutch import NO_BREAK_SPACE, amount_text, number_text

_EXPRESSION = re.compile(r"\{\{(?P<inside>[^{}]*)\}\}")
_CENTS = 2
_NOTHING = "–"


def _amount(value: Any) -> Any:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not value.strip():
        raise mistake("dit is geen bedrag", "schrijf een getal, zoals 67000, of haal het uit een reeks")
    if re.search("[0-9]", value) and not re.search("€|[{]{2}", value):
        raise mistake(f"'{value}' is geen bedrag", "schrijf het getal zonder aanhalingstekens: 67000")
    return value


def _year(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | str) or not str(value).strip():
        raise mistake("dit is geen jaar", "schrijf een jaar, zoals 2024")
    return str(value)


def _inhabitants(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if isinstance(value, str) and re.fullmatch(NAAM, value):
        return value
    raise mistake("dit is geen aantal inwoners", "schrijf een heel getal, of de 'id' van een reeks")


Bedrag = Annotated[Any, BeforeValidator(_amount), WithJsonSchema({"type": ["number", "string"]})]
Jaar = Annotated[str, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"]})]
Inwoners = Annotated[
    Any,
    BeforeValidator(_inhabitants),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": NAAM}]}),
]
"""How many live there, or the series that says so."""


class Post(Content):
    """An item of a table of amounts."""

    post: Koptekst = Field(description="Waarvoor het bedrag is.")
    bedrag: Bedrag = Field(
        description="Het bedrag in euro's, of een uitdrukking die het uit een reeks haalt."
    )
    grondslag: Koptekst | None = Field(default=None, description="Waarop het bedrag rust.")
    jaar: Jaar | None = Field(default=None, description="Het jaar of de jaren waarvoor het geldt.")
    bron: Koptekst | None = Field(default=None, description="Waar dit bedrag staat, als dat verschilt.")
    per_inwoner: Waarheid = Field(default=True, description="Of het bedrag door de inwoners wordt gedeeld.")
    totaal: Literal[True, False, "afgerond"] = Field(
        default=False, description="Of het de som is van de posten erboven."
    )


_HEADS = {
    "post": "Post",
    "bedrag": "Bedrag",
    "per-inwoner": "Per inwoner",
    "grondslag": "Grondslag",
    "jaar": "Jaar",
    "bron": "Bron",
}
_RIGHT = ("bedrag", "per-inwoner")


class Bedragentabel(Carried):
    """A table of amounts: a row for each item, a column for each key that one of them has."""

    titel: Invultekst = Field(description="Het bijschrift van de tabel.")
    bron: Invultekst | None = Field(default=None, description="Waar de bedragen vandaan komen.")
    inwoners: Inwoners | None = Field(
        default=None, description="Hoeveel inwoners er zijn, of de reeks die dat zegt; dat geeft een kolom."
    )
    posten: Annotated[tuple[Post, ...], Field(min_length=1, max_length=2000)] = Field(
        description="De bedragen met hun grondslag, jaar en bron."
    )


def as_table(table: Bedragentabel, source: Source) -> Source:
    """The columns and rows that the items of this file make, each cell where its value stands."""
    keys = [key for key in _HEADS if any(_cell(one, key, table.inwoners) for one in table.posten)]
    columns = [{"kop": _HEADS[key], "uitlijning": "rechts" if key in _RIGHT else "links"} for key in keys]
    rows, positions, lines = [], dict(source.positions), dict(source.lines)
    for number, one in enumerate(table.posten):
        cells = [_cell(one, key, table.inwoners) or _NOTHING for key in keys]
        rows.append({"cellen": cells, "totaal": one.totaal})
        positions["rijen", number] = source.place("posten", number)
        for at, key in enumerate(keys):
            where = ("inwoners",) if key == "per-inwoner" else ("posten", number, key)
            for path in (("rijen", number, "cellen", at), ("rijen", number, "cellen", at, "tekst")):
                positions[path] = source.place(*where)
            if ("posten", number, key) in lines:
                lines["rijen", number, "cellen", at, "tekst"] = lines["posten", number, key]
    kept = {key: value for key, value in source.data.items() if key not in ("posten", "inwoners")}
    said = {"titel": table.titel, "bron": table.bron, "kolommen": columns, "rijen": rows}
    data = kept | {key: value for key, value in said.items() if value is not None}
    return replace(source, data=data, positions=positions, lines=lines)


def _cell(one: Post, key: str, inwoners: object) -> str:
    """What an item says under this key; nothing where it does not."""
    match key:
        case "post":
            return one.post
        case "bedrag":
            return _euros(Decimal(one.bedrag)) if isinstance(one.bedrag, int | Decimal) else str(one.bedrag)
        case "per-inwoner":
            return _each(one.bedrag, inwoners) if one.per_inwoner and inwoners is not None else ""
        case "grondslag":
            return one.grondslag or ""
        case "jaar":
            return one.jaar or ""
        case _:
            return one.bron or ""


def _euros(amount: Decimal) -> str:
    """The amount in full, also where a sentence would say millions: amounts stand below each other."""
    decimals = 0 if amount == amount.to_integral_value() else _CENTS
    return f"€{NO_BREAK_SPACE}{number_text(amount, decimals)}"


def _each(amount: object, inwoners: object) -> str:
    """The amount for each inhabitant, worked out here or asked of an expression."""
    if isinstance(amount, int | Decimal) and isinstance(inwoners, int):
        each = (Decimal(amount) / inwoners).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return amount_text(each, _CENTS)
    count = str(inwoners) if isinstance(inwoners, int) else f'waarde("{inwoners}")'
    if isinstance(amount, int | Decimal):
        return f"€ {{{{ verhouding({amount}, {count}, {_CENTS}) }}}}"
    found = _EXPRESSION.fullmatch(str(amount).strip())
    return f"{{{{ verhouding({found['inside'].strip()}, {count}, {_CENTS}) }}}}" if found else _NOTHING
