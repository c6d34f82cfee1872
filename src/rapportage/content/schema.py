"""The JSON Schemas of all YAML kinds, for editors that complete and check while one types."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter

from rapportage.content.model import (
    Afbeelding,
    Begrippen,
    Gegevens,
    Indicatoren,
    Organisatie,
    Staafdiagram,
    Tabel,
)

KINDS: dict[str, type[BaseModel] | None] = {
    "organisatie": Organisatie,
    "begrippen": Begrippen,
    "indicatoren": Indicatoren,
    "rapportage": Gegevens,
    "figuur": None,
    "tabel": Tabel,
}
"""The kinds of YAML file; a figure is one of several models, told apart by `soort`."""

_FIGUUR: TypeAdapter[Any] = TypeAdapter(Annotated[Staafdiagram | Afbeelding, Field(discriminator="soort")])


def schema_files() -> dict[str, str]:
    """The text of each schema by its file name, such as 'tabel.schema.json'."""
    return {f"{kind}.schema.json": _text(kind, model) for kind, model in KINDS.items()}


def _text(kind: str, model: type[BaseModel] | None) -> str:
    schema = _bare(model.model_json_schema() if model else _FIGUUR.json_schema())
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": kind}
    return json.dumps(whole, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _bare(schema: Any) -> Any:
    """The schema without the names and docstrings of our classes: an editor shows them to authors."""
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    ours = {"title", "description"} if "properties" in schema else {"title"}
    return {
        key: {name: _bare(one) for name, one in value.items()} if key == "properties" else _bare(value)
        for key, value in schema.items()
        if key not in ours
    }
