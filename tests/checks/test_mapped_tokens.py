"""A published file of tokens in the place of ours: what comes of it in the house style, and what goes above it."""

from __future__ import annotations

import json
from pathlib import Path

from rapportage.build.check import house_style_of
from rapportage.style.tokens import HouseStyle, house_style
from rapportage.workspace import Workspace, package_templates

OURS = house_style((package_templates() / "huisstijl.tokens.json").read_text("utf-8"))
STUDIO = {
    "merk": {"stad": {"rood": {"$type": "color", "$value": "#a11"}}},
    "licht": {
        "basis": {
            "accent": {"$type": "color", "$value": "{stad.rood}"},
            "papier": {"$type": "color", "$value": "#fff"},
            "tekst": {"$type": "fontSizes", "$value": "0.875rem"},
            "regel": {"$type": "lineHeights", "$value": "150%"},
        }
    },
    "donker": {"basis": {"papier": {"$type": "color", "$value": "#111"}}},
    "$themes": [],
    "$metadata": {"tokenSetOrder": ["merk", "licht", "donker"]},
}
MAPPING = """bestand: stad.tokens.json
verzamelingen: [licht]
tokens:
  kleur.accent: basis.accent
  kleur.papier: "{basis.papier}"
  letter.tekst: basis.tekst
  regelafstand.tekst: basis.regel
"""


def styled(root: Path, own: object = None) -> HouseStyle:
    templates = root / "templates"
    templates.mkdir()
    (templates / "stad.tokens.json").write_text(json.dumps(STUDIO), "utf-8")
    (templates / "koppeling.yaml").write_text(MAPPING, "utf-8")
    if own is not None:
        (templates / "huisstijl.tokens.json").write_text(json.dumps(own), "utf-8")
    style, problems = house_style_of(Workspace(root))
    assert [one for one in problems if one.severity != "tip"] == []
    assert style
    return style


def changed(style: HouseStyle) -> dict[str, object]:
    return {name: value for name, value in style.tokens.items() if OURS.tokens[name] != value}


def test_mapped_tokens_are_those_of_the_published_file_and_all_others_ours(tmp_path: Path) -> None:
    assert changed(styled(tmp_path)) == {
        "kleur.accent": "#aa1111",
        "kleur.accent-zacht": "#f6e7e7",
        "kleur.verwijzing": "#aa1111",
        "letter.tekst": 10.5,
        "regelafstand.tekst": 1.5,
    }


def test_an_own_token_goes_above_a_mapped_one_and_may_refer_to_another(tmp_path: Path) -> None:
    own = {
        "kleur": {"verwijzing": {"$value": "{kleur.accent}"}},
        "regelafstand": {"tekst": {"$value": 1.4}},
    }
    assert changed(styled(tmp_path, own)) == {
        "kleur.accent": "#aa1111",
        "kleur.accent-zacht": "#f6e7e7",
        "kleur.verwijzing": "#aa1111",
        "letter.tekst": 10.5,
        "regelafstand.tekst": 1.4,
    }
