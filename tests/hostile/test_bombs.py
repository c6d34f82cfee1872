"""No content file, however made, costs `check` more than ten seconds or half a gigabyte.

`make hostile` sets off all bombs; here are those that once took longest, one of each kind.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.bombs import SMALL, bombs
from hostile.commands import Commands

from rapportage.errors import Place, Problem, first_of_each_file

BOMBS = {one.name: one for one in bombs()}
SHORT = {
    "een accolade, twee miljoen keer": "bijlage/water.md:5: fout: deze tekst is langer dan 100.000 tekens",
    "alinea's vol '['": "bijlage/water.md:5: fout: hier staan meer dan 24 haken [ open",
    "85.700 gelijke koppen": "bijlage/water.md:18179: fout: deze tekst is langer dan 100.000 tekens",
    "een lang adres, telkens gebruikt": "fout: tot hier zijn alle teksten samen te groot: meer dan 1.000.000 tekens",
    "een lange noot, telkens gebruikt": "fout: tot hier zijn alle teksten samen te groot: meer dan 1.000.000 tekens",
    "een lange lijst op een regel": "rapportage.yaml:11:59991: fout: dit bestand telt meer dan 30.000 waarden",
    "5.000 onbekende sleutels": "rapportage.yaml: fout: in dit bestand zijn nog 4960 bevindingen, die hier niet staan",
    "een reeks met een lange naam": "indicatoren/wonen.yaml:3:5: fout: 'naam' is te lang",
    "url( met spaties": "figuren/dijk.yaml:7:1: fout: afbeelding 'dijk.svg' bevat een verwijzing naar buiten",
    "100.000 attributen": "figuren/dijk.yaml:7:1: fout: afbeelding 'dijk.svg' is te ingewikkeld",
    "@font-face telkens weer": "afbeelding 'dijk.svg' is leeg: er is niets op te zien",
    "2.000 plaatjes": "figuren/dijk.yaml:7:1: fout: afbeelding 'dijk.svg' bevat meer dan 20 plaatjes",
    "een JPEG met vier miljoen notities": "afbeelding 'waterschap.png' bestaat uit te veel stukjes",
    "50.000 tokens": "huisstijl.tokens.json:1: fout: het bestand telt meer dan 1000 tokens",
    "900 tokens die naar elkaar verwijzen": "fout: token 'kleur.x0' verwijst over te veel stappen",
    "een token van twee miljoen cijfers": "huisstijl.tokens.json:1: fout: dit is geen geldige JSON",
}


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    with Commands(tmp_path_factory.mktemp("cache")) as worker:
        yield worker


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(SMALL, tmp_path_factory.mktemp("bombs") / "klein")


@pytest.mark.parametrize("name", SHORT)
def test_a_bomb_is_refused_at_its_line_soon_enough(name: str, workspace: Path, commands: Commands) -> None:
    outcome = BOMBS[name].set_off(workspace, commands)
    assert outcome.faults == ()
    assert SHORT[name] in outcome.text


def test_of_many_problems_in_a_file_the_gravest_are_told_and_the_rest_counted() -> None:
    tips = [Problem("tip", f"tip {number}", Place("a.md", number)) for number in range(1, 100)]
    faults = [Problem("fout", f"fout {number}", Place("a.md", number)) for number in range(100, 103)]
    elsewhere = Problem("tip", "tip", Place("b.md"))
    told = first_of_each_file([*tips, *faults, elsewhere])
    assert [one.message for one in told] == [
        *(f"tip {number}" for number in range(1, 38)),
        *("fout 100", "fout 101", "fout 102"),
        "in dit bestand zijn nog 62 bevindingen, die hier niet staan",
        "tip",
    ]
