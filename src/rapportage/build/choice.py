"""Which layout engine lays a period's papers out, and what among the templates is for another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportage.build.formats import ENGINE, ENGINES, Engine
from rapportage.errors import Place, Problem
from rapportage.opened import Unsuitable
from rapportage.workspace import Workspace, package_templates

if TYPE_CHECKING:
    from rapportage.content.model import Rapportage

_ORGANISATION, _CHOICE = "organisatie.yaml", re.compile(r"""^opmaak:\s*["']?(\w+)""", re.M)
_TOKENS = "huisstijl.tokens.json"
_STYLESHEET, _PAGE = "document.css", "@page"
"""The style that people know the language of, and what no whole one is without."""


def engine_of(rapportage: Rapportage | None, asked: str | None) -> Engine:
    """The engine that is asked for, or else the one that the content chooses."""
    if asked is not None:
        return ENGINES[asked]
    return ENGINES[rapportage.organisatie.value.opmaak] if rapportage is not None else ENGINE


def likely_engine(workspace: Workspace, asked: str | None) -> Engine:
    """The same by a look at the file that says it, before it is read for good: what to begin with in time."""
    if asked is not None:
        return ENGINES[asked]
    try:
        data = workspace.bytes_of(workspace.content / _ORGANISATION)
    except (OSError, Unsuitable):  # the reading for good tells what is wrong with it
        return ENGINE
    found = _CHOICE.search(data.decode("utf-8", "replace"))
    return ENGINES.get(found[1], ENGINE) if found else ENGINE


def style_of_another(workspace: Workspace, engine: Engine) -> Iterator[Problem]:
    """An own style that this engine does not read, where it has none: papers would look otherwise."""
    own = workspace.root / "templates"
    if own.resolve() == package_templates().resolve() or (own / engine.template).is_file():
        return
    for other in ENGINES.values():
        if other.template != engine.template and (own / other.template).is_file():
            yield Problem(
                "fout",
                f"deze stijl is voor 'opmaak: {other.name}' en geldt niet voor '{engine.name}'",
                Place(workspace.name_of(own / other.template), 0),
                f"zet kleuren en maten in templates/{_TOKENS} en de rest in templates/{engine.template}, "
                f"haal dit bestand weg, of kies 'opmaak: {other.name}' in organisatie.yaml",
                "andere-opmaak",
            )


def half_a_style(workspace: Workspace, engine: Engine, text: str) -> Iterator[Problem]:
    """An own style that was meant to go behind the one that comes along, in whose place it stands.

    `text` is the style that the engine would read.
    """
    path = workspace.root / "templates" / engine.template
    if engine.template == _STYLESHEET and path.is_file() and _PAGE not in text:
        yield Problem(
            "fout",
            "dit komt in de plaats van de hele opmaak van rapportage, en maakt geen bladzijden op",
            Place(workspace.name_of(path)),
            f"begin met een kopie van het {_STYLESHEET} van rapportage, en zet uw regels onderaan;"
            f" voor kleuren en maten is {_TOKENS} genoeg",
            "opmaak-half",
        )
