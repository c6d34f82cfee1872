"""An own template, schema or stylesheet takes no more time and memory than a paper needs, and is told by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapportage.cli import main
from rapportage.compose.render import Renderer
from rapportage.compose.template_limits import BoundedEnvironment
from rapportage.errors import ContentError
from rapportage.workspace import Workspace

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
