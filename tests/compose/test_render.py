"""What the template engine says of a mistake is told in Dutch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapportage.compose.render import _DUTCH, Renderer
from rapportage.errors import ContentError
from rapportage.workspace import Workspace

MISTAKES = {
    "{{ 1 | geen }}": "het woord 'geen' na een | of is bestaat niet",
    "{{ 1 is geen }}": "het woord 'geen' na een | of is bestaat niet",
    "{% if 1 %}": "een blok of uitdrukking wordt niet gesloten",
    "{% geen %}": "de opdracht 'geen' bestaat niet of staat op de verkeerde plek",
    "{{ 1 / 0 }}": "hier wordt door nul gedeeld",
    "{{ 1 % 0 }}": "hier wordt door nul gedeeld",
    "{{ 1.5 // 0 }}": "hier wordt door nul gedeeld",
    "{{ 1.5 % 0 }}": "hier wordt door nul gedeeld",
    "{{ [1] | map('abs') | length }}": "zet '| list' achter de lijst",
    "{{ 'a' | replace('a') }}": "tussen de haakjes ontbreekt 'new'",
    "{{ 'a' | upper(x=1) }}": "'x' kan niet tussen de haakjes staan",
    "{% raw %} a": "'{% raw %}' wordt niet gesloten",
    "{# a": "een opmerking met '{#' wordt niet gesloten",
    "{{ ) }}": "')' staat hier op een verkeerde plek",
    "{{ 1 een }}": "hier hoort 'end of print statement' in plaats van 'een'",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}": "het sjabloon roept zichzelf zonder einde aan",
    "{% macro m(a) %}{% endmacro %}{{ m(a=1, a=2) }}": "'a' staat twee keer tussen dezelfde haakjes",
    "{% for a in [1] %}" * 40 + "{% endfor %}" * 40: "er staan te veel blokken in elkaar",
    "{{ weg }}": "'weg' is in een sjabloon onbekend",
    "{% set a = none %}{{ a }}": "wat hier komt, staat niet in de inhoud; zet er {% if … %} omheen",
}


def told(template: str, folder: Path) -> str:
    (folder / "templates").mkdir()
    (folder / "templates/eigen.html.j2").write_text(template, "utf-8")
    with pytest.raises(ContentError) as error:
        Renderer(Workspace(folder)).render("eigen.html.j2", {})
    (problem,) = error.value.problems
    return re.sub(r"^het sjabloon .*?: ", "", problem.message)


@pytest.mark.parametrize("template", MISTAKES)
def test_a_mistake_in_a_template_is_told_in_dutch(template: str, tmp_path: Path) -> None:
    assert told(template, tmp_path) == MISTAKES[template]


def test_all_that_is_translated_is_what_the_engine_says() -> None:
    shapes = [re.sub(r"\\\\\d", ".+", re.escape(dutch)) for _, dutch in _DUTCH]
    said = MISTAKES.values()
    assert [shape for shape in shapes if not any(re.fullmatch(shape, words) for words in said)] == []
