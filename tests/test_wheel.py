"""The package as a municipality installs it: a wheel that finds its templates, and own templates before them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from where import PATIENCE, ROOT
from where import TEMPLATES as FOLDER

pytestmark = pytest.mark.slow

TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources without network."""
    copy = tmp_path_factory.mktemp("bron")
    for name in ("src", "templates", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(copy / "dist")]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's files and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def run(installed: Path, workspace: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as installed; the environment's other packages are there, the checkout is not."""
    program = (
        "import sys; site, libraries = sys.argv.pop(1), sys.argv.pop(1)\n"
        "sys.path[:0] = [site]; sys.path.append(libraries)\n"
        "import rapportage; assert rapportage.__file__.startswith(site), rapportage.__file__\n"
        "from rapportage.cli import main; main()"
    )
    libraries = sysconfig.get_path("purelib")
    return subprocess.run(
        [sys.executable, "-S", "-c", program, str(installed), libraries, *arguments],
        cwd=workspace,
        env=os.environ | {"PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_a_wheel_holds_every_module_and_template_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    own = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.conf")]
    for folder in ("starting", "preview/page"):
        own += [path for path in (ROOT / "src/rapportage" / folder).rglob("*") if path.is_file()]
    own = [path for path in own if "__pycache__" not in path.parts]
    modules = {path.relative_to(ROOT / "src").as_posix() for path in own}
    assert names == modules | {f"rapportage/templates/{name}" for name in TEMPLATES}


def test_a_folder_with_content_alone_is_enough(installed: Path, klein: Path) -> None:
    done = run(installed, klein, "build", "2024-H1")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [
        f"output/2024-H1/{name}"
        for name in ("raadsvoorstel.docx", "raadsvoorstel.pdf", "bijlage.docx", "bijlage.pdf")
    ]


def test_own_templates_go_before_the_package_s_file_by_file(installed: Path, klein: Path) -> None:
    own = klein / "templates"
    own.mkdir()
    memo = (ROOT / "templates/raadsvoorstel.html.j2").read_text("utf-8")
    memo = memo.replace('<p class="titel">{{ voorstel }}</p>', '<p class="titel">Brief aan de raad</p>')
    (own / "raadsvoorstel.html.j2").write_text(memo, "utf-8")
    tokens = (ROOT / "templates/huisstijl.tokens.json").read_text("utf-8")
    (own / "huisstijl.tokens.json").write_text(tokens.replace("#0b4a6f", "#6f0b4a"), "utf-8")
    done = run(installed, klein, "build", "2024-H1", "--format", "docx")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(klein / "output/2024-H1/raadsvoorstel.docx") as word:
        assert "Brief aan de raad" in word.read("word/document.xml").decode()
        assert b"6F0B4A" in word.read("word/styles.xml").upper()
    with zipfile.ZipFile(klein / "output/2024-H1/bijlage.docx") as word:
        assert "Samenwerkingsverband" in word.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            "raadsvoorstel.html.j2",
            '<p class="titel">{{ voorstel }}</p>',
            "<marquee>Raadsvoorstel</marquee>",
            "templates/raadsvoorstel.html.j2:7: fout: <marquee> kan hier niet staan",
        ),
        (
            "document.css",
            "@page {",
            "@page { kleur: rood;",
            "2024-H1/raadsvoorstel.pdf: fout: de PDF is niet gemaakt",
        ),
    ],
)
def test_a_mistake_in_an_own_template_is_told_with_its_place(
    name: str, old: str, new: str, told: str, installed: Path, klein: Path
) -> None:
    """Those of every kind stand in `test_bad_input.py`."""
    (klein / "templates").mkdir()
    text = (FOLDER / name).read_text("utf-8")
    assert old in text
    (klein / "templates" / name).write_text(text.replace(old, new, 1), "utf-8")
    done = run(installed, klein, "build", "2024-H1")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert any(line.startswith(told) for line in done.stderr.splitlines()), done.stderr
