"""The ids that a workspace has, for editors to offer beside what is typed freely, and its body's offices.

What cannot be read has no ids here: `check` tells what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rapportage.content.bodies import body_named
from rapportage.content.fields import NAAM
from rapportage.content.offices import OFFICES, BodyKind
from rapportage.content.source import parse_yaml
from rapportage.errors import ContentError
from rapportage.workspace import Workspace

KnownIds = Mapping[str, Mapping[str, str]]
"""Of each kind, what the things are called, by their ids."""


def known_ids(workspace: Workspace) -> dict[str, dict[str, str]]:
    """The ids of series, opgaven, promises and chapters, each with what it stands for."""
    content = workspace.content
    series = [
        one for path in _files(content / "indicatoren", "*.yaml") for one in _listed(path, "indicatoren")
    ]
    texts = _files(content, "*/bijlage/*.md")
    chapters = [{"id": path.stem, "naam": f"Het bestand {path.name}."} for path in texts]
    return {
        "reeks": _by_id(series, "naam"),
        "opgave": _by_id(_listed(content / "organisatie.yaml", "opgaven"), "naam"),
        "toezegging": _by_id(_listed(content / "toezeggingen.yaml", "toezeggingen"), "wat"),
        "hoofdstuk": _by_id(chapters, "naam"),
        "ambt": offices_of(_body(content / "organisatie.yaml")),
    }


def offices_of(kind: BodyKind | None) -> dict[str, str]:
    """The offices of a body of this kind; none where that is not known."""
    return dict.fromkeys(OFFICES[kind].all, f"Een ambt van een {kind}.") if kind else {}


def _files(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern), key=lambda path: (path.name, path))
    except OSError:
        return []


def _read(path: Path) -> Any:
    try:
        return parse_yaml(path.read_text("utf-8"), path.name).data
    except (OSError, UnicodeError, ContentError):
        return None


def _body(path: Path) -> BodyKind | None:
    return body_named(_read(path))


def _listed(path: Path, key: str) -> list[dict[str, Any]]:
    data = _read(path)
    blocks = data.get(key) if isinstance(data, dict) else None
    return [one for one in blocks if isinstance(one, dict)] if isinstance(blocks, list) else []


def _by_id(blocks: Iterable[dict[str, Any]], name: str) -> dict[str, str]:
    found = ((one.get("id"), str(one.get(name, ""))) for one in blocks)
    return {key: told for key, told in found if isinstance(key, str) and re.fullmatch(NAAM, key)}
