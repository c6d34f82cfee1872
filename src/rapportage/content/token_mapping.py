"""What `templates/koppeling.yaml` may contain: which tokens of ours are which of a published file."""

from __future__ import annotations

import re
from os.path import isfile
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from rapportage.bounds import MAX_NAME, MAX_TOKENS
from rapportage.content.fields import Bestandsnaam, Content, Naamtekst, mistake
from rapportage.content.model import Loaded
from rapportage.content.source import parse_yaml
from rapportage.content.validation import validate
from rapportage.errors import MISSING, nearest, refusal, shortened
from rapportage.workspace import Workspace

MAPPING = "koppeling.yaml"
"""What the file is called in `templates`."""


def _bare(name: str) -> str:
    """A token's name as the published file has it; as a reference it has braces around it."""
    bare = name.removeprefix("{").removesuffix("}").strip()
    if not bare:
        raise mistake("hier staat geen naam van een token", "schrijf een naam zoals basis.color.accent")
    return bare


def _beside(name: str) -> str:
    """The name of a file that stands beside the mapping."""
    if any(sign in name for sign in "/\\:"):
        bare = re.split(r"[/\\:]", name)[-1] or "stad.tokens.json"
        raise mistake("hier past geen pad", f"zet het bestand in templates, en schrijf alleen {bare}")
    return name


Elders = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_NAME),
    AfterValidator(_bare),
]


class Koppeling(Content):
    """`koppeling.yaml`: the published file, which of its sets go first, and its token for each of ours."""

    bestand: Annotated[Bestandsnaam, AfterValidator(_beside)] = Field(
        description="Het bestand met tokens, in de map templates."
    )
    verzamelingen: Annotated[tuple[Naamtekst, ...], Field(max_length=200)] = Field(
        default=(), description="Welke verzamelingen van het bestand voorgaan; de laatste het meest."
    )
    tokens: Annotated[dict[str, Elders], Field(min_length=1, max_length=MAX_TOKENS)] = Field(
        description="Voor elk token van rapportage de naam van het token in het bestand."
    )


def published_tokens(workspace: Workspace) -> tuple[Loaded[Koppeling], str, str] | None:
    """The mapping of the house style, with the text of the file that it names and what messages call that.

    None where there is no mapping; raises ContentError where one of the two cannot be read.
    """
    folder = workspace.root / "templates"
    if not isfile(folder / MAPPING):
        return None
    source = parse_yaml(workspace.read(folder / MAPPING), workspace.name_of(folder / MAPPING))
    mapping = Loaded(validate(Koppeling, source), source)
    file = folder / mapping.value.bestand
    if not isfile(file):
        there = [one.name for one in folder.glob("*.json")]
        hint = nearest(mapping.value.bestand, there, "zet het in de map templates")
        told = f"'{shortened(mapping.value.bestand)}' staat niet in templates"
        raise refusal(told, mapping.place("bestand"), hint, MISSING)
    return mapping, workspace.read(file), workspace.name_of(file)
