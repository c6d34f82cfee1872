"""Amounts within one drawing are told alike: all in millions, or all in full."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree
from where import ROOT

from rapportage.compose.drawings import DrawingRenderer
from rapportage.content.drawing_data import with_defaults
from rapportage.content.drawings import drawing_kinds
from rapportage.errors import Place
from rapportage.style.tokens import house_style
from rapportage.workspace import Workspace

KINDS = drawing_kinds(Workspace(ROOT)).known
STYLE = house_style((ROOT / "templates/huisstijl.tokens.json").read_text("utf-8"))
RENDERER = DrawingRenderer(Workspace(ROOT), STYLE)


def waterval(begin: int, step: int) -> dict[str, Any]:
    return {
        "begin": {"naam": "Begin", "waarde": begin},
        "stappen": [{"naam": "Stap", "waarde": step}],
        "eind": {"naam": "Eind", "waarde": begin + step},
    }


def ranglijst(one: int, other: int) -> dict[str, Any]:
    return {"onderdelen": [{"naam": "A", "waarde": one}, {"naam": "B", "waarde": other}]}


def amounts(name: str, data: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The amounts in the drawing, and those in its draft of an alternative text."""
    whole = with_defaults(KINDS[name].schema, {"eenheid": "€", "decimalen": 0} | data)
    svg, _ = RENDERER.svg(KINDS[name], whole, 368.5, Place("figuur.yaml"))
    words = " ".join("".join(map(str, one.itertext())) for one in etree.fromstring(svg).iter("{*}text"))
    return tuple(  # type: ignore[return-value]
        [" ".join(one.split()) for one in re.findall(r"€\s[+−]?[0-9.,]*[0-9](?:\smiljoen)?", text)]
        for text in (words, RENDERER.draft(KINDS[name], whole))
    )


@pytest.mark.parametrize(
    ("name", "data", "drawn", "told"),
    [
        ("waterval", waterval(1_900_000, -650_000), ["€ 1.900.000", "€ −650.000", "€ 1.250.000"],
         ["€ 1.900.000", "€ 650.000", "€ 1.250.000"]),
        ("waterval", waterval(1_900_000, 1_200_000), ["€ 1,9 miljoen", "€ +1,2 miljoen", "€ 3,1 miljoen"],
         ["€ 1,9 miljoen", "€ 1,2 miljoen", "€ 3,1 miljoen"]),
        ("waterval", waterval(120_000, 40_000), ["€ 120.000", "€ +40.000", "€ 160.000"],
         ["€ 120.000", "€ 40.000", "€ 160.000"]),
        ("ranglijst", ranglijst(2_000_000, 650_000), ["€ 2.000.000", "€ 650.000"],
         ["€ 2.000.000", "€ 650.000"]),
        ("ranglijst", ranglijst(2_000_000, 0), ["€ 2 miljoen", "€ 0"], ["€ 2 miljoen", "€ 0"]),
    ],
)  # fmt: skip
def test_amounts_in_one_drawing_are_told_alike(
    name: str, data: dict[str, Any], drawn: list[str], told: list[str]
) -> None:
    assert amounts(name, data) == (drawn, told)
