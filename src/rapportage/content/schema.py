"""The JSON Schemas of all YAML kinds, for editors that complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter

from rapportage.content.amounts import Bedragentabel
from rapportage.content.drawings import DrawingKind
from rapportage.content.editor_schema import for_editor, offered, told_apart
from rapportage.content.fields import MOMENT, UITDRUKKING
from rapportage.content.figures import EXAMPLES, Afbeelding, Lijndiagram, Staafdiagram, Tekening
from rapportage.content.indicators import Indicatoren
from rapportage.content.known_ids import KnownIds
from rapportage.content.organisation import Begrippen, Organisatie
from rapportage.content.period import Gegevens, Hoofdstukgegevens
from rapportage.content.register import Toezeggingen
from rapportage.content.tables import Tabel
from rapportage.dutch import list_text

KINDS: dict[str, type[BaseModel] | None] = {
    "organisatie": Organisatie,
    "begrippen": Begrippen,
    "indicatoren": Indicatoren,
    "rapportage": Gegevens,
    "figuur": None,
    "hoofdstuk": Hoofdstukgegevens,
    "tabel": None,
    "toezeggingen": Toezeggingen,
}
"""The kinds of YAML file and the front matter of a chapter.

A figure is one of several, told by `soort`, and a table one of two, told by `posten`."""

_FIGUUR: TypeAdapter[Any] = TypeAdapter(
    Annotated[Staafdiagram | Lijndiagram | Afbeelding, Field(discriminator="soort")]
)


def schema_files(drawings: Mapping[str, DrawingKind], ids: KnownIds) -> dict[str, str]:
    """The text of each schema by its file name, such as 'tabel.schema.json'; a figure may be a drawing."""
    return {f"{kind}.schema.json": _text(kind, model, drawings, ids) for kind, model in KINDS.items()}


def _text(
    kind: str, model: type[BaseModel] | None, drawings: Mapping[str, DrawingKind], ids: KnownIds
) -> str:
    if model:
        schema = model.model_json_schema()
    else:
        schema = _tabel() if kind == "tabel" else told_apart(_figure(drawings), "soort")
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind}
    whole |= offered(for_editor(_bare(schema)), ids)
    return json.dumps(whole, indent=2, ensure_ascii=False, default=float) + "\n"


def _tabel() -> dict[str, Any]:
    """The schema of a table's file: of amounts where it has items, and else of columns and rows."""
    rows, amounts = Tabel.model_json_schema(), Bedragentabel.model_json_schema()
    shared = rows.pop("$defs") | amounts.pop("$defs")
    return {"$defs": shared, "if": {"required": ["posten"]}, "then": amounts, "else": rows}


def _figure(drawings: Mapping[str, DrawingKind]) -> dict[str, Any]:
    """The schema of a figure file: one of the fixed kinds or of the drawings, told apart by `soort`."""
    schema = _FIGUUR.json_schema()
    shared = Tekening.model_json_schema()
    del schema["discriminator"]
    for name, kind in drawings.items():
        own = _for_editor(kind.schema, kind)
        soort = {"const": name, "description": kind.description}
        common = dict(shared["properties"])
        if "x-tabel" not in kind.schema:
            del common["gegevens"]
        schema["$defs"][f"tekening-{name}"] = {
            "type": "object",
            "properties": common | own.get("properties", {}) | {"soort": soort},
            "required": sorted({*shared["required"], *own.get("required", [])}),
            "additionalProperties": False,
        }
        schema["oneOf"].append({"$ref": f"#/$defs/tekening-{name}"})
    return schema


def _for_editor(schema: Any, kind: DrawingKind) -> Any:
    """A kind's schema in plain JSON Schema: the words that a file lists become an enum.

    Where a drawing wants a number an expression may stand, as in all texts.
    """
    if isinstance(schema, list):
        return [_for_editor(one, kind) for one in schema]
    if not isinstance(schema, dict):
        return schema
    words = {"enum": list(kind.choices[schema["x-uit"]])} if schema.get("x-uit") in kind.choices else {}
    plain = {key: _for_editor(one, kind) for key, one in schema.items() if not key.startswith("x-")}
    if isinstance(names := schema.get("properties"), dict):  # here a key that begins with x- is an author's
        plain["properties"] = {key: _for_editor(one, kind) for key, one in names.items()}
    if plain.get("format") == "moment":
        plain["pattern"] = MOMENT
    if words or plain.get("format") in ("opgave", "moment"):
        plain.pop("format", None)
    if plain.get("type") == "string":
        plain.pop("maxLength", None)  # an editor would count the letters of an expression
    if plain.get("type") in ("number", "integer"):
        plain |= {"type": [plain["type"], "string"], "pattern": UITDRUKKING}
    return plain | words


def _bare(schema: Any, *, of_class: bool = True) -> Any:
    """The schema without the names and docstrings of our classes: an editor shows them to authors."""
    if isinstance(schema, list):
        return [_bare(one, of_class=False) for one in schema]
    if not isinstance(schema, dict):
        return schema
    bare = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            bare[key] = {name: _bare(one, of_class=key == "$defs") for name, one in value.items()}
        elif key != "title" and not (of_class and key == "description"):
            bare[key] = _bare(value, of_class=False)
    return bare


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of figure as authors meet it: its own fields by key, with whether each must be there."""

    name: str
    description: str
    fields: tuple[tuple[str, bool, str], ...]
    example: str


def kind_views(drawings: Mapping[str, DrawingKind], examples: Mapping[str, str]) -> list[KindView]:
    """Every kind of figure, those without a template first; `examples` holds the drawings' example files."""
    schema = _figure(drawings)
    shared = set(Afbeelding.model_json_schema()["properties"]) - {"bestand"}
    views = []
    for reference in schema["oneOf"]:
        one = schema["$defs"][reference["$ref"].rpartition("/")[2]]
        soort = one["properties"]["soort"]
        name = soort["const"]
        own = tuple(
            row for row in _fields(one, schema["$defs"], "") if row[0].partition(" › ")[0] not in shared
        )
        views.append(KindView(name, soort["description"], own, (EXAMPLES | dict(examples)).get(name, "")))
    return views


_MOST_WORDS = 8
"""So many words to choose from are listed behind a field."""


def _fields(
    schema: Mapping[str, Any], defs: Mapping[str, Any], before: str
) -> Iterator[tuple[str, bool, str]]:
    """Every key of a block and of the blocks inside it, with whether it must be there and what it is."""
    for key, one in schema.get("properties", {}).items():
        words = str(one.get("description", ""))
        if 1 < len(allowed := one.get("enum", [])) <= _MOST_WORDS:
            words += f" Kies uit {list_text([str(one) for one in allowed])}."
        yield f"{before}{key}", key in schema.get("required", []), words
        inner = one.get("items", one)
        inner = defs.get(str(inner.get("$ref", "")).rpartition("/")[2], inner)
        yield from _fields(inner, defs, f"{before}{key} › ")
