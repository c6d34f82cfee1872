"""An own template, schema or stylesheet takes no more time and memory than a paper needs, and is told by name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from documents import paragraph
from laid_out import laid_out

from rapportage.cli import main
from rapportage.compose.render import Renderer
from rapportage.compose.template_limits import BoundedEnvironment
from rapportage.content.drawing_data import data_findings
from rapportage.content.drawings import DrawingKind, drawing_kinds
from rapportage.content.schema_validator import first_again
from rapportage.errors import ContentError, LayoutError, Place
from rapportage.workspace import Workspace
from rapportage.writers.pdf.engine import _faults
from rapportage.writers.pdf.time_limit import OutOfTime, time_limit

LONG, WIDE = "hier ontstaat een te lange tekst of lijst", "deze opmaak van een tekst of getal is te breed"
LARGE = "een getal boven 10000 kan hier niet tussen de haakjes"
ENDLESS = "de lussen van dit sjabloon houden niet op"
DOUBLED = "{%% set s = namespace(x='x') %%}{%% for i in range(60) %%}%s{%% endfor %%}"

BOMBS = {
    "{{ 'x' * 10**10 }}": LONG,
    "{{ 10**10 * 'x' }}": LONG,
    "{{ [1] * 10**9 }}": LONG,
    "{{ 9 ** 9 ** 9 ** 9 ** 9 }}": "hier ontstaat een te groot getal",
    "{{ 2**4000 * 2**4000 }}": "hier ontstaat een te groot getal",
    "{{ '%9999999999d' % 1 }}": WIDE,
    "{{ '%*d' % (10**9, 1) }}": WIDE,
    "{{ '%9999999999d' | format(1) }}": WIDE,
    "{{ '{:9999999999}'.format(1) }}": WIDE,
    "{{ '{:{w}}'.format(1, w=10**9) }}": LARGE,
    "{{ '{x:9999999999}'.format_map({'x': 1}) }}": WIDE,
    "{% for a in range(10**9) %}{% endfor %}": "range telt hier meer dan 10000 getallen",
    "{% for a in range(10000) %}{% for b in range(10000) %}{% endfor %}{% endfor %}": ENDLESS,
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}": ENDLESS,
    "{% for i in [1] recursive %}{{ loop([i, i]) }}{% endfor %}": "het sjabloon roept zichzelf zonder einde aan",
    "{{ lipsum(n=10**9) }}": "'lipsum' is in een sjabloon onbekend",
    "{{ cycler('a') }}": "'cycler' is in een sjabloon onbekend",
    "{{ joiner() }}": "'joiner' is in een sjabloon onbekend",
    DOUBLED % "{% set s.x = s.x + s.x %}": LONG,
    DOUBLED % "{% set s.x = s.x ~ s.x %}": LONG,
    DOUBLED % "{% set s.x = [s.x, s.x] | join %}": LONG,
    DOUBLED % "{% set s.x = s.x | replace('x', 'xxxx') %}": LONG,
    DOUBLED % "{% set s.x = s.x.replace('x', 'xxxx') %}": LONG,
    DOUBLED % "{% set y %}{{ s.x }}{{ s.x }}{% endset %}{% set s.x = y %}": LONG,
    "{{ 'a' | center(10**9) }}": LARGE,
    "{{ 'a'.center(10**10) }}": LARGE,
    "{{ 'a'.zfill(10**10) }}": LARGE,
    "{{ 'a'.expandtabs(10**10) }}": LARGE,
    "{{ (1).to_bytes(10**10, 'big') }}": LARGE,
    "{{ 'a' | indent(10**9, true) }}": LARGE,
    "{{ 1.5 | round(10**9) }}": LARGE,
    "{{ [1] | batch(10**9, 'x') | list }}": LARGE,
    "{{ [1] | slice(10**9) | list }}": LARGE,
    "{{ {'a': 1} | tojson(indent=10**9) }}": LARGE,
    "{% for i in range(9999) %}{{ 'x' * 4000000 }}{% endfor %}": LONG,
    "{% set y %}{% for i in range(9999) %}{{ 'x' * 4000000 }}{% endfor %}{% endset %}": LONG,
}


def workspace(folder: Path, template: str) -> Workspace:
    (folder / "templates").mkdir()
    (folder / "templates/eigen.html.j2").write_text(template, "utf-8")
    return Workspace(folder)


@pytest.mark.parametrize("template", BOMBS)
def test_a_template_that_asks_for_too_much_is_told_at_its_line(template: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        Renderer(workspace(tmp_path, f"\n{template}")).render("eigen.html.j2", {})
    (problem,) = error.value.problems
    assert re.sub(r"^het sjabloon kan niet .*?: ", "", problem.message) == BOMBS[template]
    assert (problem.at.file, problem.at.line) == ("templates/eigen.html.j2", 2)


def test_what_papers_and_drawings_need_is_left(tmp_path: Path) -> None:
    template = (
        "{% for a in range(9999) %}{{ '.' if loop.last }}{% endfor %}{{ 'ab' * 3 }}{{ 123456 + 1 }}"
        "{{ none | default(100000, true) }}{{ [100000, 2] | max }}{{ '%05.1f' % 1.5 }}{{ '{:>4}'.format(7) }}"
        "{{ 2 ** 10 }}{{ [1, 2] + [3] }}{{ 'a' ~ 1 }}{{ dict(a=1).a }}{{ 7.25 | round(1) }}{{ 7 % 4 }}"
    )
    filled = Renderer(workspace(tmp_path, template)).render("eigen.html.j2", {})
    assert filled == ".ababab123457100000100000001.5   71024[1, 2, 3]a117.23"


def test_each_filling_has_all_its_turns(tmp_path: Path) -> None:
    renderer = Renderer(workspace(tmp_path, "{% for a in range(9999) %}{% endfor %}klaar"))
    for _ in range(2):
        assert renderer.render("eigen.html.j2", {}) == "klaar"
    assert isinstance(renderer.environment, BoundedEnvironment)
    assert 0 < renderer.environment.left < 5_000_000


def test_memory_that_lacks_is_told_in_words(tmp_path: Path) -> None:
    def exhaust() -> str:
        raise MemoryError

    with pytest.raises(ContentError, match="kan niet worden ingevuld: daar is te weinig geheugen voor"):
        Renderer(workspace(tmp_path, "{{ vol() }}")).render("eigen.html.j2", {"vol": exhaust})


# --- what no limit of the language sees --------------------------------------------------------

AROUND = "{% for i in range(9999) %}{{ ('x ' * 2000000) | wordcount }}{% endfor %}"


def own(klein: Path, name: str, text: str) -> None:
    path = klein / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def told(klein: Path, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as left:
        main(["check", "2024-H1", "--workspace", str(klein)])
    assert left.value.code == 1
    return capsys.readouterr().err


@pytest.mark.parametrize("name", ["raadsvoorstel.html.j2", "figuren/bloemblad/tekening.svg.j2"])
def test_an_own_template_is_filled_in_a_process_that_ends(
    name: str, klein: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapportage.figures.bounded.MOST_SECONDS", 1)
    own(klein, name, AROUND)
    assert f"templates/{name}: fout: dit sjabloon vraagt te veel tijd of geheugen" in told(klein, capsys)


# --- schemas -----------------------------------------------------------------------------------

SLOW = "^(a+)+$"
SECONDS = 3.0
"""The processor time within which a bomb is judged; without bounds each of these takes over ten."""


def taken(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def findings(schema: dict[str, Any], data: dict[str, Any]) -> list[str]:
    kind = DrawingKind("proef", {"type": "object", "properties": schema})
    return [one.kind for one in data_findings(kind, data)]


def test_a_pattern_is_linear_and_a_list_of_different_things_too() -> None:
    def judge() -> None:
        assert findings({"a": {"type": "string", "pattern": SLOW}}, {"a": "a" * 900 + "b"}) == ["other"]
        assert findings({"a": {"type": "string", "pattern": SLOW}}, {"a": "a" * 900}) == []
        heavy = {"type": "string", "pattern": "([a-z]{0,900}){0,50}9"}
        assert findings({"a": heavy}, {"a": "a" * 10_000}) == ["other"]
        rows = [{"x": at, "y": [at, str(at)]} for at in range(900)]
        unique = {"type": "array", "uniqueItems": True}
        assert findings({"a": unique}, {"a": rows}) == []
        assert findings({"a": unique}, {"a": [*rows, rows[7]]}) == ["uniqueItems"]

    assert taken(judge) < SECONDS


def test_what_is_the_same_is_as_json_has_it() -> None:
    assert first_again([1, True, "1", 0, False, None, [1], {"a": 1}]) is None
    assert first_again([1, Decimal("1.0")]) == 1
    assert first_again([{"a": [1, 2], "b": 1}, {"b": 1, "a": [1, 2]}]) == 1


@pytest.mark.parametrize("pattern", ["(?=a)b", r"(a)\1", "(a{1000}){1000}"])
def test_a_pattern_that_cannot_be_is_told_at_the_schema(pattern: str, tmp_path: Path) -> None:
    parts = {"a": {"anyOf": [{"type": "string", "pattern": pattern}]}}
    assert refused(parts, tmp_path) == f"het patroon '{pattern}' kan hier niet"


def test_a_schema_without_end_is_refused_before_it_is_judged(tmp_path: Path) -> None:
    parts = {f"k{at}": {"type": "string"} for at in range(20_000)}
    began = process_time()
    assert refused(parts, tmp_path) == "dit schema is te groot"
    assert process_time() - began < SECONDS


def refused(parts: dict[str, Any], root: Path) -> str:
    """What is told of a kind of drawing whose schema has these parts."""
    own(root, "figuren/proef/schema.json", json.dumps({"type": "object", "properties": parts}))
    (problem,) = drawing_kinds(Workspace(root)).broken["proef"]
    assert problem.at == Place("templates/figuren/proef/schema.json")
    return problem.message


# --- the stylesheet ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "css",
    [
        "p { --a0: 1px; "
        + "; ".join(f"--a{at + 1}: var(--a{at}) var(--a{at})" for at in range(40))
        + "; margin: var(--a40) }",
        "body { display: grid; grid-template-columns: repeat(99999999, 1px) }",
    ],
)
def test_a_stylesheet_without_end_is_told_by_its_name(css: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapportage.writers.pdf.engine.LEAST_SECONDS", 0.5)
    monkeypatch.setattr("rapportage.writers.pdf.engine.SECONDS_PER_ELEMENT", 0.0)
    with pytest.raises(LayoutError, match=r"^de opmaak was na \d+ seconden nog niet klaar$") as error:
        laid_out(paragraph("Woorden"), css=css)
    assert "templates/document.css" in error.value.hint


def test_what_is_ended_for_its_time_leaves_no_trace() -> None:
    def endless() -> None:
        with time_limit(0.1):
            while True:
                pass

    with pytest.raises(OutOfTime):
        endless()
    with time_limit(60):
        assert sum(range(1000)) == 499_500


def test_memory_that_lacks_for_the_layout_is_told_in_words() -> None:
    with pytest.raises(LayoutError, match=r"^voor de opmaak is te weinig geheugen$"), _faults(60):
        raise MemoryError
